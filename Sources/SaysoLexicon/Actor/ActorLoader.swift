import SaysoCore

/// Reads the files of Resources/shared into the index. Used once, by `ActorLexicon.init`.
struct ActorLoader {
    var states: [ActorState] = []
    var concepts: [BodyConcept] = []
    var agents: [Agent] = []
    var titles: [[String]] = []
    var names: [ActorLexicon.Name] = []
    var actors: [Actor] = []
    var dated = DatedActors()
    var named: [String: Int] = [:]
    let units: NameUnits

    var nameTrie = UnitTrie(capacity: 120_000)
    var stateTrie = UnitTrie(capacity: 4000)
    var tailTrie = UnitTrie(capacity: 4000)
    var headTrie = UnitTrie()
    var agentTrie = UnitTrie(capacity: 8000)
    var titleTrie = UnitTrie()

    private var stateByISO3: [String: Int] = [:]
    private var byID: [String: Int] = [:]
    private var conceptByName: [String: Int] = [:]
    private var scratch: [UInt64] = []

    init() throws(LexiconTable.Problem) {
        units = NameUnits(spellings: try LexiconTable(resource: "shared/actors-spellings.tsv").rows.map { ($0[0], $0[1]) })
    }

    mutating func load() throws(LexiconTable.Problem) {
        try loadStates()
        // ministries.tsv and forces.tsv: patterns first, since named rows refer to them.
        for file in ["shared/forces.tsv", "shared/ministries.tsv"] { try loadBodies(file) }
        for file in ["shared/groups.tsv", "shared/bodies.tsv"] { try loadGroups(file) }
        try loadOffices()
        try loadOutlets()
        try loadAgents()
        for row in try LexiconTable(resource: "shared/offices-titles.tsv").rows {
            titleTrie.add(units.units(Folding.fold(row[0])), value: Int32(titles.count))
            titles.append(row.list(1))
        }
        for (number, actor) in actors.enumerated() {
            for name in [actor.name] + actor.aliases { add(name, of: number) }
        }
        try loadDated()
    }

    // MARK: Files

    private mutating func loadStates() throws(LexiconTable.Problem) {
        for row in try LexiconTable(resource: "shared/countries.tsv").rows {
            let id = row.text(2).map { "wikidata:" + $0 } ?? "sayso:" + ActorLexicon.slug(row[4])
            let status = row[12]
            let state = ActorState(
                iso2: row[0], iso3: row[1], id: id, name: row[4], aliases: row.list(5), adjectives: row.list(6), people: row.list(7),
                capital: row[8], metonyms: row.list(9), isEnded: status == "ended",
                isDependent: status == "territory" || status == "constituent")
            let number = states.count
            states.append(state)
            if !state.iso3.isEmpty { stateByISO3[state.iso3] = number }
            for (form, words) in [
                (ActorState.Form.name, [state.name] + state.aliases), (.adjective, state.adjectives),
                (.people, state.people.filter { !state.adjectives.contains($0) }), (.seat, [state.capital] + state.metonyms),
            ] {
                for word in words where !word.isEmpty {
                    stateTrie.add(units.units(Folding.fold(word)), value: Int32(number) * 4 + form.rawValue)
                }
            }
        }
    }

    private mutating func loadBodies(_ file: String) throws(LexiconTable.Problem) {
        for row in try LexiconTable(resource: file).rows {
            let (name, aliases, concept) = (row[2], row.list(3), row[6])
            guard row[0].hasPrefix("pattern:") else {
                guard let state = stateByISO3[row[4]] else { continue }
                let actor = Actor(
                    id: row[0], kind: Entity.Kind(rawValue: row[1]) ?? .organization, name: name, aliases: aliases, state: state,
                    code: row[5], side: row[0] == states[state].id ? nil : states[state].id, days: Actor.always)
                let number = merge(actor)
                let key = ActorIndex.key(state, concept)
                if named[key] == nil { named[key] = number }
                continue
            }
            let number = concepts.count
            conceptByName[concept] = number
            concepts.append(
                BodyConcept(
                    concept: concept, kind: Entity.Kind(rawValue: row[1]) ?? .organization, code: row[5], namePattern: name,
                    aliasPatterns: aliases))
            for pattern in [name] + aliases {
                let folded = Folding.fold(pattern)
                for opening in ["{adjective} ", "{country} "] where folded.hasPrefix(opening) {
                    tailTrie.add(units.units(String(folded.dropFirst(opening.count))), value: Int32(number))
                }
                for ending in [" {adjective}", " {country}"] where folded.hasSuffix(ending) {
                    headTrie.add(units.units(String(folded.dropLast(ending.count))), value: Int32(number))
                }
            }
        }
    }

    private mutating func loadGroups(_ file: String) throws(LexiconTable.Problem) {
        for row in try LexiconTable(resource: file).rows {
            _ = merge(
                Actor(
                    id: row[0], kind: Entity.Kind(rawValue: row[1]) ?? .organization, name: row[2], aliases: row.list(3),
                    state: row.text(4).flatMap { stateByISO3[$0] }, code: row[5], side: row.text(6), days: Actor.days(row[7], row[8])))
        }
    }

    private mutating func loadOffices() throws(LexiconTable.Problem) {
        for row in try LexiconTable(resource: "shared/offices.tsv").rows {
            let state = stateByISO3[row[1]]
            let body = state.map { states[$0].id } ?? row[1]
            let id = row.text(6) ?? "sayso:" + ActorLexicon.slug(row[2])
            let number = merge(
                Actor(
                    id: id, kind: .person, name: row[2], aliases: row.list(3), state: state ?? byID[body].flatMap { actors[$0].state },
                    code: "GOV",
                    side: body, days: Actor.always))
            actors[number].terms.append(Actor.Term(office: row[0], body: body, state: state, days: Actor.days(row[4], row[5])))
        }
    }

    private mutating func loadOutlets() throws(LexiconTable.Problem) {
        for row in try LexiconTable(resource: "shared/outlets.tsv").rows {
            _ = merge(
                Actor(
                    id: row[0], kind: .outlet, name: row[2], aliases: row.list(3), state: row.text(4).flatMap { stateByISO3[$0] },
                    code: "MED",
                    side: nil, days: Actor.always))
        }
    }

    private mutating func loadAgents() throws(LexiconTable.Problem) {
        for row in try LexiconTable(resource: "shared/agents.tsv").rows {
            let number = Int32(agents.count)
            agents.append(
                Agent(
                    noun: row[0], plural: row[1], code: row[2], concept: row.text(3).flatMap { conceptByName[$0] },
                    isPersonAlone: row.text(4) != nil))
            agentTrie.add(units.units(Folding.fold(row[1])), value: number * 2 + 1)
            if row[0] != row[1] { agentTrie.add(units.units(Folding.fold(row[0])), value: number * 2) }
        }
    }

    private mutating func loadDated() throws(LexiconTable.Problem) {
        dated = DatedActors(table: try LexiconTable(resource: "shared/oeda.tsv"), states: stateByISO3, stateIDs: states.map(\.id))
        let (known, units) = (actors.count, units)
        for number in 0..<dated.count {
            dated.forEachName(number) { name in
                scratch.removeAll(keepingCapacity: true)
                units.append(written: name, to: &scratch)
                // Restored casing tells no acronym, and one word no person: there are too many of the name.
                guard scratch.count > 1 else { return }
                nameTrie.add(scratch, value: Int32(names.count))
                names.append(ActorLexicon.Name(actor: known + number, shape: .name, needsArticle: false))
            }
        }
    }

    // MARK: Index

    /// Adds an actor, or what is new of it to the one with the same id.
    private mutating func merge(_ actor: Actor) -> Int {
        if let known = byID[actor.id] {
            for alias in [actor.name] + actor.aliases where alias != actors[known].name && !actors[known].aliases.contains(alias) {
                actors[known].aliases.append(alias)
            }
            if actors[known].state == nil { actors[known].state = actor.state }
            if actors[known].side == nil { actors[known].side = actor.side }
            return known
        }
        byID[actor.id] = actors.count
        actors.append(actor)
        return actors.count - 1
    }

    private mutating func add(_ name: String, of actor: Int) {
        scratch.removeAll(keepingCapacity: true)
        units.append(written: name.utf8, to: &scratch)
        guard !scratch.isEmpty else { return }
        var (upper, lower, spaces) = (0, 0, 0)
        for byte in name.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), 0xC3: upper += 1
            case UInt8(ascii: "a")...UInt8(ascii: "z"): lower += 1
            case UInt8(ascii: " "): spaces += 1
            default: break
            }
        }
        let shape: ActorLexicon.Name.Shape = upper == 0 ? .lower : lower == 0 && spaces == 0 ? .acronym : .name
        let needsArticle = scratch.count == 1 && ["The ", "the ", "Al ", "al ", "Al-", "al-", "El-", "el-"].contains { name.hasPrefix($0) }
        nameTrie.add(scratch, value: Int32(names.count))
        names.append(ActorLexicon.Name(actor: actor, shape: shape, needsArticle: needsArticle))
    }
}
