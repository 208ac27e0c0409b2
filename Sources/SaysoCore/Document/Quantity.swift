/// How many, as bounds: "at least six" 6–nil, "over 10" 11–nil, "as many as 20" nil–20, "two" 2–2, a plain plural nil–nil.
public struct Count: Hashable, Sendable {
    public var low: Int?
    public var high: Int?
    public var words: String?

    public init(low: Int?, high: Int?, words: String? = nil) {
        self.low = low
        self.high = high
        self.words = words
    }

    /// A plain plural, or a thing whose number the report does not tell.
    public static let untold = Count(low: nil, high: nil)
    public static func exactly(_ number: Int, words: String? = nil) -> Count { Count(low: number, high: number, words: words) }
}

/// A number with its bound words ("at least six") and the noun it counts.
public struct Quantity: Hashable, Sendable {
    public let span: TextSpan
    /// Indices into `Document.tokens`.
    public let tokens: Range<Int>
    public let count: Count
    /// Index of the counted noun's token.
    public let counted: Int?
    public let rule: Rule

    public init(span: TextSpan, tokens: Range<Int>, count: Count, counted: Int? = nil, rule: Rule) {
        self.span = span
        self.tokens = tokens
        self.count = count
        self.counted = counted
        self.rule = rule
    }
}

/// Arms, vehicles, aircraft, ships, munitions: a designation ("Pantsir-S1") or a kind ("warplanes"), with its count.
public struct EquipmentMention: Hashable, Sendable {
    public let span: TextSpan
    /// Indices into `Document.tokens`.
    public let tokens: Range<Int>
    public let entity: Entity
    /// "combat-aircraft", "air-defence" …: the class of the equipment lexicon.
    public let kind: String
    public let count: Count
    public let rule: Rule

    public init(span: TextSpan, tokens: Range<Int>, entity: Entity, kind: String, count: Count, rule: Rule) {
        self.span = span
        self.tokens = tokens
        self.entity = entity
        self.kind = kind
        self.count = count
        self.rule = rule
    }
}

/// People counted by what happened to them: "five officers … left dead".
public struct PeopleMention: Hashable, Sendable {
    /// The words that count them and the words that tell what happened; the hull of both.
    public let span: TextSpan
    /// Indices into `Document.tokens`.
    public let tokens: Range<Int>
    /// "killed", "injured", "detained", "displaced", "abducted", "deployed", "protesters", "deported" … (CLAIMS.md)
    public let role: String
    /// "civilians", "soldiers", "police" … where told.
    public let who: String?
    public let count: Count
    /// Index of the token that tells what happened ("dead", "wounding").
    public let trigger: Int
    public let rule: Rule

    public init(span: TextSpan, tokens: Range<Int>, role: String, who: String?, count: Count, trigger: Int, rule: Rule) {
        self.span = span
        self.tokens = tokens
        self.role = role
        self.who = who
        self.count = count
        self.trigger = trigger
        self.rule = rule
    }
}

/// Loaded words for an actor or event, before it is known whose voice they are ("putschist … elements").
public struct EpithetMention: Hashable, Sendable {
    /// The whole noun group that holds the loaded words.
    public let span: TextSpan
    /// Indices into `Document.tokens`.
    public let tokens: Range<Int>
    /// Index into `Document.tokens` of the loaded word.
    public let loaded: Int
    public let polarity: Label.Polarity
    public let rule: Rule

    public init(span: TextSpan, tokens: Range<Int>, loaded: Int, polarity: Label.Polarity, rule: Rule) {
        self.span = span
        self.tokens = tokens
        self.loaded = loaded
        self.polarity = polarity
        self.rule = rule
    }
}
