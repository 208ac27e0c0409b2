/// A word, number or punctuation mark of a sentence.
public struct Token: Hashable, Sendable {
    /// What the bytes look like, known before any tagging.
    public enum Shape: UInt8, Hashable, Sendable {
        case lower, capitalised, upper, mixed, number, punctuation, symbol
    }
    public let span: TextSpan
    /// The words as they stand.
    public let text: String
    /// `text` by ``Folding``: what lexicons are asked for.
    public let folded: String
    public let shape: Shape
    /// White space (or the start of the text) stands before it.
    public let spaceBefore: Bool
    public var tag: UniversalTag
    public var penn: PennTag
    public var lemma: String

    public init(
        span: TextSpan, text: String, folded: String, shape: Shape, spaceBefore: Bool,
        tag: UniversalTag = .other, penn: PennTag = .none, lemma: String = ""
    ) {
        self.span = span
        self.text = text
        self.folded = folded
        self.shape = shape
        self.spaceBefore = spaceBefore
        self.tag = tag
        self.penn = penn
        self.lemma = lemma
    }

    public var isPunctuation: Bool { shape == .punctuation }
    public var isCapitalised: Bool { shape == .capitalised || shape == .upper || shape == .mixed }
}

/// Universal Dependencies' part-of-speech tags (UD v2).
public enum UniversalTag: String, Hashable, Sendable, CaseIterable {
    case adjective = "ADJ"
    case adposition = "ADP"
    case adverb = "ADV"
    case auxiliary = "AUX"
    case coordinator = "CCONJ"
    case determiner = "DET"
    case interjection = "INTJ"
    case noun = "NOUN"
    case numeral = "NUM"
    case particle = "PART"
    case pronoun = "PRON"
    case properNoun = "PROPN"
    case punctuation = "PUNCT"
    case subordinator = "SCONJ"
    case symbol = "SYM"
    case verb = "VERB"
    case other = "X"
}

/// The Penn Treebank's tags, as UD English keeps them in XPOS: tense and mood, which modality needs, stand here.
public enum PennTag: String, Hashable, Sendable, CaseIterable {
    case none = "_"
    case CC, CD, DT, EX, FW, IN, JJ, JJR, JJS, LS, MD, NN, NNS, NNP, NNPS, PDT, POS, PRP
    case PRPS = "PRP$"
    case RB, RBR, RBS, RP, SYM, TO, UH
    case VB, VBD, VBG, VBN, VBP, VBZ, WDT, WP
    case WPS = "WP$"
    case WRB, ADD, AFX, GW, HYPH, NFP, XX
    case comma = ","
    case period = "."
    case colon = ":"
    case openQuote = "``"
    case closeQuote = "''"
    case openBracket = "-LRB-"
    case closeBracket = "-RRB-"
    case dollar = "$"
}

/// A sentence, a headline or a list item: what a claim's clause cannot cross.
public struct Sentence: Hashable, Sendable {
    public let span: TextSpan
    /// Indices into `Document.tokens`.
    public var tokens: Range<Int>
    /// Index of its paragraph in `Document.paragraphs`.
    public let paragraph: Int
    /// A line of its own without a final stop, before the body.
    public let isHeadline: Bool

    public init(span: TextSpan, tokens: Range<Int> = 0..<0, paragraph: Int, isHeadline: Bool = false) {
        self.span = span
        self.tokens = tokens
        self.paragraph = paragraph
        self.isHeadline = isHeadline
    }
}
