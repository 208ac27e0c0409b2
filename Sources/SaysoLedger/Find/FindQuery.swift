/// What is looked for: all of these words, folded. A word in quotation marks together with others is a phrase; a final star finds
/// beginnings.
///
///     FindQuery("“air base” pantsir*")
public struct FindQuery: Hashable, Sendable, CustomStringConvertible {
    public struct Term: Hashable, Sendable {
        /// One word, or the words of a phrase; lower case, without marks.
        public let words: [String]
        public let isPrefix: Bool
    }
    public let terms: [Term]
    public let description: String

    /// Never fails: whatever cannot be a word is left out. An empty query finds nothing.
    public init(_ text: String) {
        description = text
        var terms: [Term] = []
        var inQuotation = false
        for (index, part) in text.split(omittingEmptySubsequences: false, whereSeparator: { "\"“”«»„".contains($0) }).enumerated() {
            inQuotation = index % 2 == 1
            if inQuotation {
                let words = FindWords.split(String(part)).map(\.folded)
                if !words.isEmpty { terms.append(Term(words: words, isPrefix: false)) }
            } else {
                for piece in part.split(separator: " ") {
                    // "SU-35" is two words to the index, side by side: a phrase.
                    let words = FindWords.split(String(piece)).map(\.folded)
                    if !words.isEmpty { terms.append(Term(words: words, isPrefix: piece.hasSuffix("*"))) }
                }
            }
            if terms.count > 32 { break }
        }
        self.terms = Array(terms.prefix(32))
    }
}
