/// A sentence as the encoder reads it: all of it, or a part of one that is too long.
struct Part: Hashable, Sendable {
    /// Words of the excerpt.
    let words: Range<Int>
    /// Index of the sentence in the excerpt.
    let sentence: Int
    let paragraph: Int
    /// Word pieces.
    let pieces: Int
    /// The first and the last part of its sentence.
    let isFirst: Bool
    let isLast: Bool

    /// The parts of an excerpt in order. A sentence of more than `limit` pieces is cut before the word that would pass it; a sentence
    /// without words has no part.
    static func parts(of excerpt: Excerpt, _ table: PieceTable, limit: Int = Configuration.longestSentence) -> [Part] {
        var parts: [Part] = []
        parts.reserveCapacity(excerpt.sentences.count)
        for (index, sentence) in excerpt.sentences.enumerated() where !sentence.isEmpty {
            var start = sentence.lowerBound
            while start < sentence.upperBound {
                var end = start + 1
                var pieces = table.range(of: start).count
                while end < sentence.upperBound, pieces + table.range(of: end).count <= limit {
                    pieces += table.range(of: end).count
                    end += 1
                }
                parts.append(
                    Part(
                        words: start..<end, sentence: index, paragraph: excerpt.paragraphs[index], pieces: pieces,
                        isFirst: start == sentence.lowerBound, isLast: end == sentence.upperBound))
                start = end
            }
        }
        return parts
    }
}
