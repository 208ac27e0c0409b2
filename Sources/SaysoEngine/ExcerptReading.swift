/// What the model found in an excerpt: arrays over the excerpt's words, and spans of them.
///
/// Numbers are indices into ``LanguageModel/labels``. Words outside every sentence keep 0 everywhere and −1 as head.
public struct ExcerptReading: Hashable, Sendable {
    /// Universal part of speech of each word.
    public internal(set) var upos: [UInt8]
    /// Penn tag of each word.
    public internal(set) var xpos: [UInt8]
    /// Lemma rule of each word; ``LabelSets/lemmaRules`` applies it.
    public internal(set) var lemma: [UInt16]
    /// Index of each word's head in the excerpt, −1 for the root of a sentence. The heads of a sentence's words form one tree.
    public internal(set) var head: [Int32]
    /// Relation of each word to its head.
    public internal(set) var deprel: [UInt8]
    /// Names in the narrow sense, never across sentences, in order.
    public internal(set) var names: [NamedSpan] = []
    /// The second, independent set of spans.
    public internal(set) var entities: [NamedSpan] = []
    /// Words that report speech or belief, with who and what they may link.
    public internal(set) var cues: [CueReading] = []
    /// Words that may name an event: also those that rather do not.
    public internal(set) var events: [EventReading] = []
    /// One vector of length 1 for each sentence, empty for a sentence without words; nil unless asked for.
    public internal(set) var sentenceVectors: [[Float]]?

    init(words: Int) {
        upos = Array(repeating: 0, count: words)
        xpos = Array(repeating: 0, count: words)
        lemma = Array(repeating: 0, count: words)
        head = Array(repeating: -1, count: words)
        deprel = Array(repeating: 0, count: words)
    }
}

/// A run of words that is called something.
public struct NamedSpan: Hashable, Sendable {
    public let words: Range<Int>
    /// Index into ``LabelSets/nameKinds`` or ``LabelSets/entityKinds``.
    public let label: UInt8
    /// Mean probability of the words' labels, 0…1.
    public let confidence: Float
}

/// A cue ("said", "according to") and how probably each word around it belongs to its source and to its content.
public struct CueReading: Hashable, Sendable {
    public let words: Range<Int>
    /// Mean probability of the cue's labels, 0…1.
    public let confidence: Float
    /// The words the model saw at once: `source` and `content` speak of these.
    public let window: Range<Int>
    /// For each word of the window, the probability that it belongs to the source; 0 for words outside every sentence.
    public let source: [Float]
    /// The same for the content.
    public let content: [Float]
}

/// A word that may name an event, with what may fill the event's roles.
public struct EventReading: Hashable, Sendable {
    /// Actor, recipient, place, time.
    public static let roles = 4

    public let word: Int
    /// For each label of ``LabelSets/event`` but the first (“none”) how far it lies above “none”, in logits: above 0 the word names such an event.
    public let scores: [Float]
    /// Index into ``LabelSets/modality``.
    public let modality: UInt8
    /// The words the model saw at once: `roles` speak of these.
    public let window: Range<Int>
    /// For each role the probability that a word of the window fills it; 0 for words outside every sentence.
    public let roles: [[Float]]
}
