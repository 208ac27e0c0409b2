public import SaysoCore

/// Groups tagged tokens into flat noun groups and verb groups.
///
/// *Reads* `tokens`, `sentences`, `tags`; *writes* `chunks`.
///
///     “The spokesman has not yet been told of Turkey's interests.” → [The spokesman] [has not yet been told] of [Turkey's interests].
///
/// Groups do not overlap and do not cross sentences. Relative words ("who", "which") and particles ("carried out") belong to none.
public struct Chunker: Stage {
    public let name = "chunker"
    public let reads: Set<Layer> = [.tokens, .sentences, .tags]
    public let writes: Set<Layer> = [.chunks]

    public init() {}

    public func run(_ document: consuming Document) -> Document {
        var document = document
        var chunks: [Chunk] = []
        chunks.reserveCapacity(document.tokens.count / 3)
        for sentence in document.sentences {
            let nouns = NounGroupParser(tokens: document.tokens, range: sentence.tokens)
            let verbs = VerbGroupParser(tokens: document.tokens, range: sentence.tokens)
            var index = sentence.tokens.lowerBound
            while index < sentence.tokens.upperBound {
                if let chunk = verbs.group(at: index) ?? nouns.group(at: index) {
                    chunks.append(chunk)
                    index = chunk.tokens.upperBound
                } else {
                    index += 1
                }
            }
        }
        document.chunks = chunks
        return document
    }
}
