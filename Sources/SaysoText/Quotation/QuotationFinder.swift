public import SaysoCore
public import SaysoLexicon

/// Finds what stands in quotation marks.
///
/// *Reads* `tokens`, `sentences`, `tags`; *writes* `quotations`.
///
///     “We left,” he said. “We won't be back.”  →  “We left,” · “We won't be back.”
///
/// Marks are “ ”, ", «  », `` '', ‘ ’ and ' where it is no apostrophe. A quotation may run over sentences and over paragraphs, when the
/// next paragraph opens with a mark again while nothing has closed the one before; without a closing mark it ends with its paragraph and
/// says so. Marks inside marks give a quotation of their own. Not handled: 'single' marks around a passage that holds plural possessives
/// ("the rebels' base").
public struct QuotationFinder: Stage {
    public let name = "quotation-finder"
    public let reads: Set<Layer> = [.tokens, .sentences, .tags]
    public let writes: Set<Layer> = [.quotations]

    /// Words in marks up to this number may be a name or a "so-called" thing.
    public static let scareWords = 3
    private let words: TokenLexicon

    public init(words: TokenLexicon) { self.words = words }

    public func run(_ document: consuming Document) -> Document {
        var document = document
        var found: [(range: Range<Int>, isOpen: Bool)] = []
        let tokens = document.tokens
        var open: Int?
        var next = 0
        for paragraph in document.paragraphs {
            let first = next
            while next < tokens.count, tokens[next].span.start < paragraph.end { next += 1 }
            let range = first..<next
            let marks = QuotationMarks(tokens: tokens, range: range)
            // A quotation that goes on in this paragraph opens it again; one that does not ended with the paragraph before.
            if let start = open, range.isEmpty || !marks.opensParagraph {
                found.append((start..<first, true))
                open = nil
            }
            var index = range.lowerBound
            while index < range.upperBound {
                switch marks.role(index, isOpen: open != nil) {
                case .opens:
                    if open != nil, index > range.lowerBound {
                        // The mark before was never closed: it holds until its sentence ends.
                        if let start = open { found.append((start..<index, true)) }
                        open = index
                    } else if open == nil {
                        open = index
                    }
                case .closes:
                    if let start = open { found.append((start..<(index + 1), false)) }
                    open = nil
                case .opensSingle(let close): found.append((index..<(close + 1), false))
                case .none: break
                }
                index += 1
            }
        }
        if let start = open { found.append((start..<tokens.count, true)) }
        document.quotations = found.filter { $0.range.count > 1 }.map { range, isOpen in
            Quotation(span: document.span(range), tokens: range, isOpen: isOpen, isScare: !isOpen && isScare(range, tokens))
        }.sorted { $0.span < $1.span }
        return document
    }

    /// A word or a name in marks: few words, no sentence, and nobody who says them.
    private func isScare(_ range: Range<Int>, _ tokens: [Token]) -> Bool {
        let inner = (range.lowerBound + 1)..<max(range.lowerBound + 1, range.upperBound - 1)
        var count = 0
        for token in tokens[inner] where !token.isPunctuation {
            count += 1
            if count > Self.scareWords { return false }
        }
        // American commas and stops stand inside the mark and tell nothing by themselves: so-called "patriots."
        let endsLikeSpeech = tokens[inner].last.map { ["?", "!", ","].contains($0.text) } ?? false
        for index in range.upperBound..<min(range.upperBound + 4, tokens.count) {
            if words.isCue(tokens[index].folded), endsLikeSpeech || tokens[range.upperBound].text == "," { return false }
            if index > range.upperBound, tokens[index].isPunctuation { break }
        }
        guard range.lowerBound > 0 else { return true }
        let before = tokens[range.lowerBound - 1]
        if words.isCue(before.folded) { return false }
        let isIntroduced = before.text == "," || before.text == ":"
        return !(isIntroduced && range.lowerBound > 1 && words.isCue(tokens[range.lowerBound - 2].folded))
    }
}
