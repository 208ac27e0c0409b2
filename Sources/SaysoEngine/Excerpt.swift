/// Words to be read, with their sentences and paragraphs: the form that costs least to make from tokens.
///
/// The engine knows nothing of the text around the words; what comes back is indexed like ``words``.
public struct Excerpt: Hashable, Sendable {
    /// Words and punctuation marks as they stand. Any strings, empty ones too.
    public let words: [String]
    /// Ranges of ``words``, ascending and apart. Words outside every sentence are not read.
    public let sentences: [Range<Int>]
    /// For each sentence, the number of its paragraph, ascending; windows prefer to end at a paragraph's edge.
    public let paragraphs: [Int]

    /// - Precondition: `sentences` are ascending ranges of `words` that do not overlap, and `paragraphs` has one number for each of them.
    public init(words: [String], sentences: [Range<Int>], paragraphs: [Int]) {
        precondition(paragraphs.count == sentences.count, "\(sentences.count) sentences with \(paragraphs.count) paragraph numbers")
        var end = 0
        for sentence in sentences {
            precondition(sentence.lowerBound >= end && sentence.upperBound <= words.count, "\(sentence) overlaps or passes the end")
            end = sentence.upperBound
        }
        self.words = words
        self.sentences = sentences
        self.paragraphs = paragraphs
    }
}
