public import SaysoCore

/// A kind of body that every state has: its armed forces, its foreign ministry, its protesters. Read from forces.tsv and ministries.tsv.
public struct BodyConcept: Sendable {
    /// "armed-forces"
    public let concept: String
    public let kind: Entity.Kind
    public let code: String
    let namePattern: String
    let aliasPatterns: [String]

    /// "{adjective} Armed Forces" → "Turkish Armed Forces"
    func name(for state: ActorState) -> String { Self.fill(namePattern, state, state.adjective) }

    /// The first few names by which reports call it; the long tail of patterns is for recognition only.
    func aliases(for state: ActorState) -> [String] {
        var found: [String] = []
        for pattern in aliasPatterns.prefix(8) { found.append(Self.fill(pattern, state, state.adjective)) }
        for pattern in aliasPatterns where pattern.hasSuffix("{country}") { found.append(Self.fill(pattern, state, state.adjective)) }
        for adjective in state.adjectives.dropFirst().prefix(2) {
            for pattern in [namePattern] + aliasPatterns.prefix(5) { found.append(Self.fill(pattern, state, adjective)) }
        }
        return found
    }

    private static func fill(_ pattern: String, _ state: ActorState, _ adjective: String) -> String {
        var out = ""
        var rest = pattern[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            out += rest[..<open]
            out += rest[open...close] == "{adjective}" ? adjective : state.name
            rest = rest[rest.index(after: close)...]
        }
        return out + rest
    }
}

/// A generic agent: "guerrillas", "police", "hospital".
public struct Agent: Sendable {
    public let noun: String
    public let plural: String
    public let code: String
    /// Index into `ActorLexicon.concepts`: the body for which it stands once its country is known.
    public let concept: Int?
    /// One of them is a person, although many are the body: “a soldier”, “soldiers”.
    public let isPersonAlone: Bool

    /// What one or several of them are, as parties.
    public func kind(plural isPlural: Bool) -> Entity.Kind {
        switch code.prefix(3) {
        case "FAC": .facility
        case "MIL", "REB", "UAF", "SEP", "CRI", "CRM", "RAD", "INS": isPlural || concept != nil ? .armedGroup : .person
        case "COP", "SPY", "LEG", "JUD", "BUS", "MED", "IGO", "NGO", "PTY", "CHR": isPlural || concept != nil ? .organization : .person
        case "GOV": isPlural || concept != nil ? .government : .person
        default: isPlural ? .population : .person
        }
    }
}
