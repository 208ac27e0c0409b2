/// Who says so: a source, the cue that says that it speaks, and the content it vouches for (PARC 3, PolNeAR; CLAIMS.md).
public struct Attribution: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// All of the content stands in quotation marks.
        case direct
        case indirect
        case mixed
    }
    public let id: AttributionID
    /// Empty where nobody is named ("reportedly").
    public var source: [Passage]
    public var cue: [Passage]
    public var content: [Passage]
    public var kind: Kind
    /// The attribution whose content holds this one.
    public var nestedIn: AttributionID?
    /// Who the source stands for ("he" → Hami Aksoy).
    public var speaker: Entity?
    /// The stance that the cue by itself gives ("denied", "vowed"); nil for a neutral cue.
    public var stance: Stance?
    public let rule: Rule

    public init(
        id: AttributionID, source: [Passage], cue: [Passage], content: [Passage], kind: Kind, nestedIn: AttributionID? = nil,
        speaker: Entity? = nil, stance: Stance? = nil, rule: Rule
    ) {
        self.id = id
        self.source = source
        self.cue = cue
        self.content = content
        self.kind = kind
        self.nestedIn = nestedIn
        self.speaker = speaker
        self.stance = stance
        self.rule = rule
    }
}

/// How the innermost voice vouches for a claim (CLAIMS.md).
public enum Stance: String, Hashable, Sendable, CaseIterable {
    case asserts, confirms, denies, accuses, threatens, promises, demands, predicts, judges
}

/// How real the event is in the mouth of that voice (CLAIMS.md).
public enum Modality: String, Hashable, Sendable, CaseIterable {
    case occurred, ongoing, habitual, planned, conditional, possible, negated
}
