import SaysoCore

/// Look-ups by id, office and surname.
struct ActorIndex: Sendable {
    var byID: [String: Int] = [:]
    var stateByISO2: [String: Int] = [:]
    var stateByISO3: [String: Int] = [:]
    var stateByID: [String: Int] = [:]
    /// "office⇥body" → actors who ever held it
    var holders: [String: [Int]] = [:]
    var surnames: [UInt64: [Int]] = [:]
    let named: [String: Int]
    /// Which concept a named body fills for its state.
    var conceptByID: [String: String] = [:]

    static func key(_ state: Int, _ concept: String) -> String { "\(state)\t\(concept)" }

    /// States whose people's family name stands first, as reports in English keep it.
    private static let familyNameFirst: Set<String> = ["CHN", "PRK", "KOR", "TWN", "HKG", "VNM", "KHM"]

    init(actors: [Actor], states: [ActorState], named: [String: Int], units: NameUnits) {
        self.named = named
        for (key, actor) in named {
            if let concept = key.split(separator: "\t").last { conceptByID[actors[actor].id] = String(concept) }
        }
        for (number, state) in states.enumerated() {
            if !state.iso2.isEmpty, stateByISO2[state.iso2] == nil { stateByISO2[state.iso2] = number }
            if !state.iso3.isEmpty, stateByISO3[state.iso3] == nil { stateByISO3[state.iso3] = number }
            if stateByID[state.id] == nil { stateByID[state.id] = number }
        }
        for (number, actor) in actors.enumerated() {
            if byID[actor.id] == nil { byID[actor.id] = number }
            guard actor.kind == .person else { continue }
            for term in actor.terms where !term.office.isEmpty {
                let key = term.office + "\t" + term.body
                if holders[key]?.last != number { holders[key, default: []].append(number) }
            }
            // Only parts of a full name: kings and aliases of one word are names already.
            let words = actor.name.split(separator: " ")
            guard words.count > 1 else { continue }
            let isFirst = actor.state.map { Self.familyNameFirst.contains(states[$0].iso3) } ?? false
            let family = isFirst ? words.first : words.last
            if let family, let unit = units.units(Folding.fold(family)).last, !(surnames[unit] ?? []).contains(number) {
                surnames[unit, default: []].append(number)
            }
        }
    }
}
