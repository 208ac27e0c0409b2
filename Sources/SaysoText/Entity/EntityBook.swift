import SaysoCore
import SaysoLexicon

/// The entities of one report, one entry for each, with what is known of them beyond `Entity`.
struct EntityBook {
    struct Entry {
        var state: Int?
        var side: Int?
        var gender: WordTraits = []
        /// Role words that stood beside the name: "minister", "spokesman".
        var roles: Set<String> = []
        /// The role code of the lexicon: REB, GOV …
        var code: String = ""
        /// Called by a name, in the lexicon or by form; not “a gunman”.
        var isNamed = false
        /// "foreign-ministry": the kind of state body it is.
        var concept: String?
        /// Words of the report that named it, in the order in which they came.
        var surfaces: [String] = []
    }

    private(set) var entities: [Entity] = []
    var entries: [Entry] = []
    private var byID: [String: Int] = [:]
    /// Entities by the kind of state body that they are.
    private var bodies: [String: [Int]] = [:]
    /// Units of people's names → entities, the latest last.
    private(set) var bearers: [UInt64: [Int]] = [:]
    /// Abbreviations that the report itself explains.
    var acronyms: [UInt64: Int] = [:]

    let lexicon: ActorLexicon

    init(lexicon: ActorLexicon) { self.lexicon = lexicon }

    mutating func entity(_ actor: Actor) -> Int {
        if let known = byID[actor.id] { return known }
        let number = add(Entity(id: EntityID(actor.id), name: actor.name, aliases: Array(actor.aliases.prefix(28)), kind: actor.kind))
        entries[number].state = actor.state
        entries[number].code = actor.code
        entries[number].isNamed = true
        if actor.kind == .person { entries[number].side = side(of: actor) }
        if let concept = lexicon.concept(ofBody: actor.id) { note(number, as: concept) }
        for term in actor.terms { entries[number].roles.formUnion(term.office.split(separator: " ").map { Folding.fold($0) }) }
        register(number, units: lexicon.units.units(Folding.fold(actor.name)), isPerson: actor.kind == .person)
        return number
    }

    /// A state's body, with its side.
    mutating func body(_ concept: Int, of state: Int) -> (entity: Int, side: Int?) {
        let actor = lexicon.body(concept, of: state)
        let number = entity(actor)
        note(number, as: lexicon.concepts[concept].concept)
        entries[number].side = side(of: actor)
        return (number, entries[number].side)
    }

    /// “The Foreign Ministry” without a state: the only one that the report has named. Police and governments are local, so theirs is no
    /// rule.
    func onlyMinistry(_ concept: Int) -> Int? {
        guard lexicon.concepts[concept].concept.hasSuffix("-ministry") else { return nil }
        let known = (bodies[lexicon.concepts[concept].concept] ?? []).filter { !entries[$0].surfaces.isEmpty }
        return known.count == 1 ? known[0] : nil
    }

    private mutating func note(_ number: Int, as concept: String) {
        if entries[number].concept == concept { return }
        entries[number].concept = concept
        bodies[concept, default: []].append(number)
    }

    /// The entity of the side that an actor belongs to, made when the report does not name it.
    mutating func side(of actor: Actor) -> Int? {
        guard let id = actor.side else { return nil }
        if let known = byID[id] { return known }
        if let state = lexicon.state(id: id) { return entity(lexicon.government(state)) }
        return lexicon.actor(id: id).map { entity(lexicon.actor($0)) }
    }

    mutating func entity(id: String, name: String, kind: Entity.Kind, state: Int? = nil, isNamed: Bool = false) -> Int {
        if let known = byID[id] { return known }
        let number = add(Entity(id: EntityID(id), name: name, aliases: [], kind: kind))
        entries[number].state = state
        entries[number].isNamed = isNamed
        if kind == .person, isNamed { register(number, units: lexicon.units.units(Folding.fold(name)), isPerson: true) }
        return number
    }

    mutating func addSurface(_ words: String, to number: Int) {
        if entries[number].surfaces.count < 40, !entries[number].surfaces.contains(words) { entries[number].surfaces.append(words) }
    }

    private mutating func add(_ entity: Entity) -> Int {
        byID[entity.id.rawValue] = entities.count
        entities.append(entity)
        entries.append(Entry())
        return entities.count - 1
    }

    private mutating func register(_ number: Int, units: [UInt64], isPerson: Bool) {
        guard isPerson else { return }
        for unit in units {
            // A text that names a thousand Johns tells nothing by “John”; the latest few are enough, and looking them up stays cheap.
            if bearers[unit, default: []].count >= 32 { bearers[unit]?.removeFirst() }
            bearers[unit, default: []].append(number)
        }
    }

    /// People called by part of a name whose whole belongs to one other person of the report: “De Blasio” and “Bill de Blasio”.
    func samePeople() -> [Int: Int] {
        var same: [Int: Int] = [:]
        for number in entities.indices
        where entities[number].kind == .person && entries[number].isNamed && entities[number].id.rawValue.hasPrefix("sayso:") {
            let units = Set(lexicon.units.units(Folding.fold(entities[number].name)))
            guard let first = units.first, units.count < 3 else { continue }
            let others = (bearers[first] ?? []).filter { other in
                other != number && entities[other].name.utf8.count > entities[number].name.utf8.count
                    && units.allSatisfy { bearers[$0]?.contains(other) ?? false }
            }
            if Set(others).count == 1 { same[number] = others[0] }
        }
        return same
    }

    // MARK: Closing

    private static let nobody = -1

    /// The entities with all their names; a name that two of them bear is nobody's alias (CLAIMS.md: “aliases name one thing only”).
    consuming func closed() -> [Entity] {
        var owners: [String: Int] = [:]
        for (number, entity) in entities.enumerated() {
            let key = Self.key(entity.name)
            if owners[key] == nil { owners[key] = number }
        }
        let names = Set(owners.keys)
        // What the report itself calls somebody goes before what the lexicon knows him by.
        for number in entities.indices {
            for key in Set(entries[number].surfaces.map(Self.key)) where !names.contains(key) {
                owners[key] = owners[key] == nil || owners[key] == number ? number : Self.nobody
            }
        }
        let called = Set(owners.keys)
        for (number, entity) in entities.enumerated() {
            for key in Set(entity.aliases.map(Self.key)) where !called.contains(key) {
                owners[key] = owners[key] == nil || owners[key] == number ? number : Self.nobody
            }
        }
        for number in entities.indices {
            var seen: Set<String> = [Self.key(entities[number].name), ""]
            entities[number].aliases = (entries[number].surfaces + entities[number].aliases).filter { name in
                let key = Self.key(name)
                return owners[key] == number && seen.insert(key).inserted
            }
        }
        return entities
    }

    /// As names are compared across reports: no case, no marks, no article.
    static func key(_ name: String) -> String {
        var out = ""
        for word in Folding.fold(name).utf8.split(whereSeparator: {
            !(($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 >= 0x80)
        }) {
            let text = String(decoding: word, as: UTF8.self)
            if text == "the" || text == "al" || text == "el" { continue }
            if !out.isEmpty { out += " " }
            out += text
        }
        return out
    }
}
