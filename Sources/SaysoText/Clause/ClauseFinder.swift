public import SaysoCore

/// Finds the clauses of each sentence from its flat chunks: one per verb group.
///
/// Reads tags and chunks, writes clauses. A shallow stand-in for a parse: it walks left from a verb group to its subject and right to its
/// phrases, and knows the words that open a clause. “The base, which fell on Monday, was bombed” → *which fell on Monday* (relative,
/// subject “The base”),
/// *The base … was bombed* (main).
public struct ClauseFinder: Stage {
    public let name = "clause-finder"
    public let reads: Set<Layer> = [.sentences, .tokens, .tags, .chunks]
    public let writes: Set<Layer> = [.clauses]

    public init() {}

    public func run(_ document: consuming Document) -> Document {
        var document = document
        var firstChunk = 0
        for sentence in document.sentences {
            while firstChunk < document.chunks.count, document.chunks[firstChunk].tokens.lowerBound < sentence.tokens.lowerBound {
                firstChunk += 1
            }
            var endChunk = firstChunk
            while endChunk < document.chunks.count, document.chunks[endChunk].tokens.lowerBound < sentence.tokens.upperBound {
                endChunk += 1
            }
            var scan = SentenceScan(document: document, sentence: sentence, chunks: firstChunk..<endChunk, offset: document.clauses.count)
            document.clauses.append(contentsOf: scan.clauses())
            firstChunk = endChunk
        }
        return document
    }
}
