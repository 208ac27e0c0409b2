/// A flat phrase: a noun group ("the key Al-Watiya airbase") or a verb group ("had been taken", "to have said").
///
/// Chunks never overlap; words between them (prepositions, conjunctions, punctuation) belong to none.
public struct Chunk: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable { case noun, verb }

    public let kind: Kind
    /// Indices into `Document.tokens`.
    public let tokens: Range<Int>
    /// The token that names the thing or the act: last noun of a noun group, main verb of a verb group.
    public let head: Int
    /// Only for verb groups.
    public let verb: VerbGroup?

    public init(kind: Kind, tokens: Range<Int>, head: Int, verb: VerbGroup? = nil) {
        self.kind = kind
        self.tokens = tokens
        self.head = head
        self.verb = verb
    }
}

/// What the form of a verb group tells: the raw material of modality.
public struct VerbGroup: Hashable, Sendable {
    public enum Form: String, Hashable, Sendable {
        /// "took", "takes", "has taken", "will take"
        case finite
        /// "to take"
        case infinitive
        /// "taking" without an auxiliary
        case participle
        /// "taken" without an auxiliary
        case pastParticiple = "past-participle"
    }
    public enum Tense: String, Hashable, Sendable { case past, present, future, none }

    public var form: Form
    public var tense: Tense
    public var isPerfect: Bool
    public var isProgressive: Bool
    public var isPassive: Bool
    public var isNegated: Bool
    /// "would", "may", "could" … folded; "will" counts as tense.
    public var modal: String?

    public init(
        form: Form, tense: Tense, isPerfect: Bool = false, isProgressive: Bool = false, isPassive: Bool = false,
        isNegated: Bool = false, modal: String? = nil
    ) {
        self.form = form
        self.tense = tense
        self.isPerfect = isPerfect
        self.isProgressive = isProgressive
        self.isPassive = isPassive
        self.isNegated = isNegated
        self.modal = modal
    }
}

/// A stretch inside quotation marks, the marks included. It may run over sentences and paragraphs.
public struct Quotation: Hashable, Sendable {
    public let span: TextSpan
    /// Indices of the tokens inside and including the marks.
    public let tokens: Range<Int>
    /// Nothing closed it: it was ended with its paragraph.
    public let isOpen: Bool
    /// A word or a name in marks ("so-called", ‘Al-Manar’) rather than speech.
    public let isScare: Bool

    public init(span: TextSpan, tokens: Range<Int>, isOpen: Bool = false, isScare: Bool = false) {
        self.span = span
        self.tokens = tokens
        self.isOpen = isOpen
        self.isScare = isScare
    }
}
