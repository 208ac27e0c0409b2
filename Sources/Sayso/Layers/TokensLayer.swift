import SaysoCore

/// `tokens`: sentences, tokens, tags and lemmas as CoNLL-U, one block a sentence.
public struct TokensLayer: AnnotationLayer {
    public static let name = "tokens"
    private let reader: Reader
    public init(reader: Reader) { self.reader = reader }

    public func annotate(_ row: ExchangeRow) -> String {
        var out = ""
        row.report.forEachPortion { portion, _ in write(reader.document(portion), to: &out) }
        return out
    }

    private func write(_ document: Document, to out: inout String) {
        for sentence in document.sentences {
            for (index, token) in document.tokens[sentence.tokens].enumerated() {
                let isLast = index + 1 == sentence.tokens.count
                let isGlued = !isLast && !document.tokens[sentence.tokens.lowerBound + index + 1].spaceBefore
                // A token that holds white space of its own would break the table.
                let word = token.text.unicodeScalars.contains { $0.properties.isWhitespace } ? token.folded : token.text
                let lemma = token.lemma.isEmpty ? "_" : token.lemma
                out += "\(index + 1)\t\(word)\t\(lemma)\t\(token.tag.rawValue)\t\(token.penn.rawValue)\t_\t\(index)\tdep\t_\t"
                out += isGlued ? "SpaceAfter=No\n" : "_\n"
            }
            out += "\n"
        }
    }
}
