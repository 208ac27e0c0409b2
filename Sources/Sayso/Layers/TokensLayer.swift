import SaysoCore

/// `tokens`: sentences, tokens, tags, lemmas and trees as CoNLL-U, one block a sentence. A row with `sentences` gives its own words.
public struct TokensLayer: AnnotationLayer {
    public static let name = "tokens"
    private let reader: Reader
    public init(reader: Reader) { self.reader = reader }

    public func annotate(_ row: ExchangeRow) -> String {
        var out = ""
        if let sentences = row.givenSentences {
            write(reader.words(sentences: sentences), to: &out)
        } else {
            row.report.forEachPortion { portion, _ in write(reader.words(portion), to: &out) }
        }
        return out
    }

    private func write(_ document: Document, to out: inout String) {
        for sentence in document.sentences {
            for (place, index) in sentence.tokens.enumerated() {
                let token = document.tokens[index]
                let isGlued = index + 1 < sentence.tokens.upperBound && !document.tokens[index + 1].spaceBefore
                // A token that holds white space of its own would break the table.
                let word = token.text.unicodeScalars.contains { $0.properties.isWhitespace } ? token.folded : token.text
                let lemma = token.lemma.isEmpty ? "_" : token.lemma
                let (head, relation) = hanging(index, in: sentence, document)
                out += "\(place + 1)\t\(word)\t\(lemma)\t\(token.tag.rawValue)\t\(token.penn.rawValue)\t_\t\(head)\t\(relation)\t_\t"
                out += isGlued ? "SpaceAfter=No\n" : "_\n"
            }
            out += "\n"
        }
    }

    /// Head (1 for the sentence's first word, 0 for the root) and relation; a chain of "dep" where no language model read.
    private func hanging(_ index: Int, in sentence: Sentence, _ document: Document) -> (Int, String) {
        guard document.tree.indices.contains(index) else { return (index - sentence.tokens.lowerBound, "dep") }
        let dependency = document.tree[index]
        return (dependency.head.map { $0 - sentence.tokens.lowerBound + 1 } ?? 0, dependency.relation)
    }
}
