public import SaysoCore

/// Somebody whom the lexicon knows: under which names, of which state, on whose side, and when.
public struct Actor: Sendable {
    /// An office or membership and the days between which it was held (ordinals of `Day`; open ends reach to the limits of `Int`).
    public struct Term: Sendable {
        /// "foreign minister"; empty for plain membership.
        public let office: String
        /// Id of the state or body.
        public let body: String
        /// Index into `ActorLexicon.states` when the body is a state.
        public let state: Int?
        public let days: ClosedRange<Int>

        public func holds(on day: Int?) -> Bool { day.map { days.contains($0) } ?? true }
    }

    public let id: String
    public var kind: Entity.Kind
    public var name: String
    public var aliases: [String]
    /// Index into `ActorLexicon.states`.
    public var state: Int?
    /// Role code: GOV, MIL, REB, OPP, UAF, IGO, NGO, MED …
    public var code: String
    /// Id of the government or group it belongs to or fights for.
    public var side: String?
    public var days: ClosedRange<Int>
    public var terms: [Term]

    public init(
        id: String, kind: Entity.Kind, name: String, aliases: [String], state: Int?, code: String, side: String?, days: ClosedRange<Int>,
        terms: [Term] = []
    ) {
        self.id = id
        self.kind = kind
        self.name = name
        self.aliases = aliases
        self.state = state
        self.code = code
        self.side = side
        self.days = days
        self.terms = terms
    }

    static let always = Int.min...Int.max

    /// Reads "1969-09-01", "2014-02" or "2011" as the first or the last day meant; nil for an empty cell.
    static func ordinal(_ text: String, last: Bool) -> Int? {
        let parts = text.split(separator: "-").map { Int($0) ?? 0 }
        guard let year = parts.first, year > 0 else { return nil }
        let month = parts.count > 1 ? parts[1] : last ? 12 : 1
        guard (1...12).contains(month) else { return nil }
        let day = parts.count > 2 ? parts[2] : last ? Day.length(ofMonth: month, year: year) : 1
        return Day(year: year, month: month, day: day)?.ordinal
    }

    static func days(_ from: String, _ to: String) -> ClosedRange<Int> {
        let first = ordinal(from, last: false) ?? .min
        return first...max(first, ordinal(to, last: true) ?? .max)
    }
}

/// A state, territory or former state with the words that tell of it.
public struct ActorState: Sendable {
    /// What a form of the state's name is.
    public enum Form: Int32, Sendable {
        /// "Libya"
        case name
        /// "Libyan"
        case adjective
        /// "Libyans"
        case people
        /// "Tripoli", "the Kremlin": stands for the government where it says or does something
        case seat
    }
    public let iso2: String
    public let iso3: String
    public let id: String
    public let name: String
    public let aliases: [String]
    public let adjectives: [String]
    public let people: [String]
    public let capital: String
    public let metonyms: [String]
    /// The state does not exist any more (Soviet Union) …
    public let isEnded: Bool
    /// … or is a part of, or a territory held by, another.
    public let isDependent: Bool

    /// "Salvadoran", "U.S."; the name where there is no adjective.
    public var adjective: String { adjectives.first ?? name }
}
