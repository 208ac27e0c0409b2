import SaysoCore

/// Who Sayso knows beforehand: states and their bodies, parties of wars, international bodies, outlets, people and their dated offices.
///
/// One immutable index, loaded once. Names are looked up as sequences of `NameUnits`, the longest match wins; what a match means for a
/// report – which of several bearers, whether it is a name there at all – is the business of `SaysoText/Entity`.
public struct ActorLexicon: Sendable {
    /// A name of an actor, and how it must be written to be one.
    public struct Name: Sendable {
        public enum Shape: UInt8, Sendable {
            /// "rebels of the east", "settlers": no capital in it
            case lower
            /// "Boko Haram"
            case name
            /// "FARC", "UN": one word of capitals
            case acronym
        }
        public let actor: Int
        public let shape: Shape
        /// "The Times", "Al-Jazeera": one unit once the article is dropped, so that the article must stand there.
        public let needsArticle: Bool
    }

    /// The tables that can be walked.
    public enum Table: Sendable {
        /// → `names`
        case names
        /// → state index × 4 + `ActorState.Form`
        case states
        /// "Foreign Ministry", "troops" behind a state's name or adjective → `concepts`
        case tails
        /// "armed forces of", "police in" before a state's name → `concepts`
        case heads
        /// → agent index × 2 + 1 for a plural
        case agents
        /// "minister of defense" → `titles`
        case titles
    }

    public let states: [ActorState]
    public let concepts: [BodyConcept]
    public let agents: [Agent]
    /// For each title the offices of offices.tsv that it may stand for.
    public let titles: [[String]]
    public let units: NameUnits
    public let names: [Name]

    let actors: [Actor]
    let dated: DatedActors
    private let tries: [UnitTrie]
    private let words: WordTraitTable
    private let index: ActorIndex

    /// Reads all files (some 100 ms).
    public init() throws(LexiconTable.Problem) {
        var loader = try ActorLoader()
        try loader.load()
        states = loader.states
        concepts = loader.concepts
        agents = loader.agents
        titles = loader.titles
        units = loader.units
        names = loader.names
        actors = loader.actors
        dated = loader.dated
        tries = [loader.nameTrie, loader.stateTrie, loader.tailTrie, loader.headTrie, loader.agentTrie, loader.titleTrie]
        words = try WordTraitTable()
        index = ActorIndex(actors: loader.actors, states: loader.states, named: loader.named, units: loader.units)
    }

    public func traits(of folded: String) -> WordTraits { words.traits(of: folded) }

    /// Every entry that begins at `start`, shortest first: where it ends and what it is.
    public func matches(_ table: Table, _ units: [UInt64], from start: Int, to limit: Int) -> [(end: Int, values: [Int32])] {
        let trie =
            switch table {
            case .names: tries[0]
            case .states: tries[1]
            case .tails: tries[2]
            case .heads: tries[3]
            case .agents: tries[4]
            case .titles: tries[5]
            }
        var found: [(end: Int, values: [Int32])] = []
        var node = UnitTrie.root
        var at = start
        while at < limit {
            node = trie.child(node, units[at])
            if node < 0 { break }
            at += 1
            if trie.hasValues(node) { found.append((at, trie.values(at: node))) }
        }
        return found
    }

    // MARK: Actors

    public func actor(_ index: Int) -> Actor { index < actors.count ? actors[index] : dated.actor(index - actors.count) }

    /// What kind of body this one is for its state: "armed-forces" for the Israel Defense Forces.
    public func concept(ofBody id: String) -> String? { index.conceptByID[id] }

    /// Out of oeda.tsv: known by name and years only.
    public func isDated(_ index: Int) -> Bool { index >= actors.count }

    /// Index of the actor with this id.
    public func actor(id: String) -> Int? { index.byID[id] }
    public func state(iso3: String) -> Int? { index.stateByISO3[iso3] }
    public func state(iso2: String) -> Int? { index.stateByISO2[iso2] }
    public func state(id: String) -> Int? { index.stateByID[id] }

    /// The government of a state, under the state's name.
    public func government(_ state: Int) -> Actor {
        let known = states[state]
        let named = index.named[ActorIndex.key(state, "government")] ?? index.byID[known.id]
        var aliases = [known.name] + known.aliases
        for adjective in known.adjectives.prefix(3) { aliases += ["\(adjective) government", "\(adjective) authorities"] }
        aliases += ["government of \(known.name)"]
        var actor =
            named.map { actors[$0] }
            ?? Actor(
                id: known.id, kind: .government, name: known.name, aliases: [], state: state, code: "GOV", side: nil, days: Actor.always)
        actor.aliases += aliases.filter { !actor.aliases.contains($0) && $0 != actor.name }
        return actor
    }

    /// A body of a state: the one that forces.tsv or ministries.tsv name, else one made by pattern.
    public func body(_ concept: Int, of state: Int) -> Actor {
        let pattern = concepts[concept]
        if pattern.concept == "government" { return government(state) }
        let aliases = pattern.aliases(for: states[state])
        let name = pattern.name(for: states[state])
        if let named = index.named[ActorIndex.key(state, pattern.concept)] {
            var actor = actors[named]
            actor.aliases += ([name] + aliases).filter { !actor.aliases.contains($0) && $0 != actor.name }
            return actor
        }
        return Actor(
            id: "sayso:" + Self.slug(name), kind: pattern.kind, name: name, aliases: aliases.filter { $0 != name }, state: state,
            code: pattern.code, side: states[state].id, days: Actor.always)
    }

    /// Who held one of these offices of a state or body (by id); the first office that anybody held on that day.
    public func holders(of offices: [String], body: String, on day: Int?) -> [Int] {
        for office in offices {
            guard let held = index.holders[office + "\t" + body] else { continue }
            let right = held.filter { actors[$0].terms.contains { $0.office == office && $0.body == body && $0.holds(on: day) } }
            if !right.isEmpty { return right }
        }
        return []
    }

    /// People in an office or a leading place who are known by this one word, as "Putin" is.
    public func people(surname unit: UInt64) -> [Int] { index.surnames[unit] ?? [] }

    /// "Salvadoran National Police" → "salvadoran-national-police": ids of our own.
    public static func slug(_ name: String) -> String {
        var out = ""
        for byte in Folding.fold(name).utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                out.unicodeScalars.append(Unicode.Scalar(byte))
            case UInt8(ascii: "'"): break
            default: if !out.isEmpty, !out.hasSuffix("-") { out += "-" }
            }
        }
        return out.hasSuffix("-") ? String(out.dropLast()) : out
    }
}
