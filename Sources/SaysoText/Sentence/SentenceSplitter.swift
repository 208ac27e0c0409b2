public import SaysoCore
public import SaysoLexicon

/// Groups the tokens of each paragraph into sentences; a headline or a list item is a sentence of its own.
///
/// *Reads* `tokens`; *writes* `sentences`.
///
///     “Lt. Gen. George W. Gray landed at 5 p.m. He left.” → two sentences
///
/// A quotation of several sentences is several sentences; its closing mark belongs to the last. A sentence of more than ``longest`` tokens
/// is cut: what follows looks at all pairs inside a sentence here and there.
public struct SentenceSplitter: Stage {
    public let name = "sentence-splitter"
    public let reads: Set<Layer> = [.tokens]
    public let writes: Set<Layer> = [.sentences]

    public static let longest = 600
    private let words: TokenLexicon

    public init(words: TokenLexicon) { self.words = words }

    public func run(_ document: consuming Document) -> Document {
        var document = document
        let tokens = document.tokens
        var sentences: [Sentence] = []
        sentences.reserveCapacity(tokens.count / 20 + document.paragraphs.count)
        var next = 0
        var isBeforeBody = true
        for (index, paragraph) in document.paragraphs.enumerated() {
            let first = next
            while next < tokens.count, tokens[next].span.start < paragraph.end { next += 1 }
            let range = first..<next
            guard !range.isEmpty else { continue }
            let isHeadline = isBeforeBody && index < 4 && range.count <= 40 && document.paragraphs.count > 1 && !endsWithStop(range, tokens)
            if !isHeadline { isBeforeBody = false }
            let ends = SentenceEnds(tokens: tokens, range: range, words: words)
            var start = range.lowerBound
            while start < range.upperBound {
                var end = ends.end(from: start)
                end = min(end, start + Self.longest)
                sentences.append(
                    Sentence(
                        span: TextSpan(tokens[start].span.start, tokens[end - 1].span.end), tokens: start..<end, paragraph: index,
                        isHeadline: isHeadline))
                start = end
            }
        }
        document.sentences = sentences
        return document
    }

    /// A stop, behind closing marks too; "p.m." and "Inc." end with one.
    private func endsWithStop(_ range: Range<Int>, _ tokens: [Token]) -> Bool {
        for token in tokens[range].suffix(3).reversed() {
            if let last = token.text.utf8.last, [0x2E, 0x21, 0x3F, 0x3A].contains(last) || token.text == "…" { return true }
            if token.shape != .punctuation { return false }
        }
        return false
    }
}
