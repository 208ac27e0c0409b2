/// What a token hangs on in its sentence's tree, in Universal Dependencies' terms (UD v2, English).
public struct Dependency: Hashable, Sendable {
    /// Index into `Document.tokens`; nil for the root of a sentence.
    public let head: Int?
    /// "nsubj", "obl", "nsubj:pass" … as UD English labels it.
    public let relation: String

    public init(head: Int?, relation: String) {
        self.head = head
        self.relation = relation
    }
}

/// Words that the language model takes for a name or a thing of a kind. Who or what it is, is for the lexicons and ``Mention`` to say.
public struct NameSpan: Hashable, Sendable {
    /// Indices into `Document.tokens`.
    public let tokens: Range<Int>
    /// "PER", "ORG", "LOC" (Universal NER) in `Document.names`; "MilitaryPlatform", "Weapon", "Nationality" … (re3d) in `Document.things`.
    public let kind: String
    /// 0…1: the model's own, uncalibrated.
    public let confidence: Float

    public init(tokens: Range<Int>, kind: String, confidence: Float) {
        self.tokens = tokens
        self.kind = kind
        self.confidence = confidence
    }
}

/// A cue, and how surely each word around it belongs to its source and to its content: attribution before it is cut into spans.
///
/// Links, not spans, because contents nest: “Ruiz said the army had denied it” gives the same words to two cues.
public struct CueLink: Hashable, Sendable {
    /// Indices into `Document.tokens`.
    public let cue: Range<Int>
    /// 0…1: how surely it is a cue.
    public let confidence: Float
    /// The tokens that the model saw together with the cue.
    public let window: Range<Int>
    /// 0…1 for each token of `window`.
    public let source: [Float]
    public let content: [Float]

    public init(cue: Range<Int>, confidence: Float, window: Range<Int>, source: [Float], content: [Float]) {
        precondition(source.count == window.count && content.count == window.count, "one probability a token")
        self.cue = cue
        self.confidence = confidence
        self.window = window
        self.source = source
        self.content = content
    }

    public func source(_ token: Int) -> Float { window.contains(token) ? source[token - window.lowerBound] : 0 }
    public func content(_ token: Int) -> Float { window.contains(token) ? content[token - window.lowerBound] : 0 }
}

/// A word that may name an event: how surely of which type, and how surely each word around it fills a role of the event.
public struct EventWord: Hashable, Sendable {
    public enum Role: Int, CaseIterable, Sendable { case actor, recipient, place, time }

    /// Index into `Document.tokens`.
    public let token: Int
    /// In the order of `EventType.allCases`: how far the type lies above "no event", in logits; above 0 the model takes the word for such an event.
    public let scores: [Float]
    public let modality: Modality?
    /// The tokens that the model saw together with the word.
    public let window: Range<Int>
    /// For each role, in order, 0…1 for each token of `window`.
    public let roles: [[Float]]

    public init(token: Int, scores: [Float], modality: Modality?, window: Range<Int>, roles: [[Float]]) {
        precondition(scores.count == EventType.allCases.count && roles.count == Role.allCases.count, "a score a type, a row a role")
        precondition(roles.allSatisfy { $0.count == window.count }, "one probability a token")
        self.token = token
        self.scores = scores
        self.modality = modality
        self.window = window
        self.roles = roles
    }

    /// How surely one of these tokens fills the role.
    public func chance(_ role: Role, _ tokens: Range<Int>) -> Float {
        tokens.clamped(to: window).reduce(0) { max($0, roles[role.rawValue][$1 - window.lowerBound]) }
    }
}
