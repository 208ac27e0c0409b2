import SaysoCore

/// `names`: what the language model takes for names (`names`: PER, ORG, LOC) and for things that defence analysts mark (`things`).
///
/// For a row with `text` as `{"start", "end", "type"}` in code points; for one with `sentences` as `{"sentence", "start", "end", "type"}` in
/// words of that sentence.
public struct NamesLayer: AnnotationLayer {
    public static let name = "names"
    private let reader: Reader
    public init(reader: Reader) { self.reader = reader }

    public func annotate(_ row: ExchangeRow) -> String {
        var (names, things): ([JSON], [JSON]) = ([], [])
        if let sentences = row.givenSentences {
            let document = reader.words(sentences: sentences)
            names = document.names.map { words($0, in: document) }
            things = document.things.map { words($0, in: document) }
        } else {
            let map = CodePointMap(row.report.text)
            row.report.forEachPortion { portion, whole in
                let document = reader.words(portion)
                func spans(_ found: [NameSpan]) -> [JSON] {
                    found.map { found in
                        let (start, end) = map.codePoints(document.span(found.tokens).moved(by: whole.start))
                        return .object([.init("start", .integer(start)), .init("end", .integer(end)), .init("type", .string(found.kind))])
                    }
                }
                names += spans(document.names)
                things += spans(document.things)
            }
        }
        return JSON.object([.init("id", .string(row.id)), .init("names", .array(names)), .init("things", .array(things))]).text
    }

    private func words(_ found: NameSpan, in document: Document) -> JSON {
        let sentence = document.sentence(ofToken: found.tokens.lowerBound) ?? 0
        let first = document.sentences[sentence].tokens.lowerBound
        return .object([
            .init("sentence", .integer(sentence)), .init("start", .integer(found.tokens.lowerBound - first)),
            .init("end", .integer(found.tokens.upperBound - first)), .init("type", .string(found.kind)),
        ])
    }
}
