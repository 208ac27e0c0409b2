public import SaysoCore
public import SaysoLexicon

/// Cuts a report's text into paragraphs and tokens.
///
/// *Reads* `text`; *writes* `tokens` (and `Document.paragraphs`).
///
///     “Turkey’s Russian-made S-400s didn't fly.” → “ Turkey ’s Russian - made S-400s did n't fly . ”
///
/// One pass over the bytes, linear whatever they are. A text of more than ``most`` tokens is read so far and a diagnostic says where it
/// ended: no report is that long, and what follows keeps several tables of tokens.
public struct Tokenizer: Stage {
    public let name = "tokenizer"
    public let reads: Set<Layer> = [.text]
    public let writes: Set<Layer> = [.tokens]

    /// Some hundred novels.
    public static let most = 4_000_000
    private let words: TokenLexicon

    public init(words: TokenLexicon) { self.words = words }

    public func run(_ document: consuming Document) -> Document {
        var document = document
        let utf8 = document.text.utf8
        let paragraphs = ParagraphSplitter(utf8).paragraphs()
        var scanner = TokenScanner(utf8, words: words)
        document.paragraphs = []
        document.tokens = []
        document.tokens.reserveCapacity(utf8.count / 5)
        for paragraph in paragraphs {
            scanner.pieces.removeAll(keepingCapacity: true)
            scanner.scan(paragraph)
            guard let first = scanner.pieces.first, let last = scanner.pieces.last else { continue }
            document.paragraphs.append(TextSpan(first.start, last.end))
            for piece in scanner.pieces.prefix(Self.most - document.tokens.count) {
                document.tokens.append(Token(piece, in: utf8))
            }
            if document.tokens.count == Self.most {
                let rest = TextSpan(last.end, last.end)
                document.diagnostics.append(
                    Diagnostic(.warning, "the text is longer than \(Self.most) words: the rest is not read", at: rest))
                break
            }
        }
        return document
    }

    /// The tokens of a phrase, folded: how a lexicon's entry looks in a report ("Russian-made" → "russian", "-", "made").
    public func words(of phrase: String) -> [String] {
        let utf8 = Array(phrase.utf8)
        var scanner = TokenScanner(utf8, words: words)
        scanner.scan(TextSpan(0, utf8.count))
        return scanner.pieces.map { Token($0, in: utf8).folded }
    }
}

extension Token {
    init(_ piece: TokenScanner.Piece, in utf8: [UInt8]) {
        let text = utf8.withUnsafeBufferPointer {
            String(decoding: UnsafeBufferPointer(rebasing: $0[piece.start..<piece.end]), as: UTF8.self)
        }
        self.init(
            span: TextSpan(piece.start, piece.end), text: text, folded: Token.folded(text, piece, in: utf8),
            shape: .of(piece.start, piece.end, in: utf8), spaceBefore: piece.spaceBefore)
    }

    /// `Folding.fold`, without its price for the words that need nothing or only lower case.
    private static func folded(_ text: String, _ piece: TokenScanner.Piece, in utf8: [UInt8]) -> String {
        var hasUpper = false
        for offset in piece.start..<piece.end {
            let byte = utf8[offset]
            if byte >= 0x80 || byte == 0x60 { return Folding.fold(text) }
            if (0x41...0x5A).contains(byte) { hasUpper = true }
        }
        guard hasUpper else { return text }
        return String(unsafeUninitializedCapacity: piece.end - piece.start) { buffer in
            for offset in piece.start..<piece.end {
                let byte = utf8[offset]
                buffer[offset - piece.start] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
            }
            return piece.end - piece.start
        }
    }
}
