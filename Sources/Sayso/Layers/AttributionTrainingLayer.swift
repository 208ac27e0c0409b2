import SaysoClaims
import SaysoCore
import SaysoLexicon

/// `attribution-training`: the candidates and features that `Training/attribution` learns from. Rows hold marked attributions.
///
/// Of a text longer than any report the first portion is taken: nobody marks a book.
public struct AttributionTrainingLayer: AnnotationLayer {
    public static let name = "attribution-training"
    private let reader: Reader
    private let cues: CueLexicon

    public init(reader: Reader) throws {
        self.reader = reader
        cues = try CueLexicon()
    }

    public func annotate(_ row: ExchangeRow) -> String {
        let map = CodePointMap(row.report.text)
        func spans(_ json: JSON?) -> [TextSpan] {
            (json?.array ?? []).compactMap { pair in
                guard let pair = pair.array, pair.count == 2, let start = pair[0].integer, let end = pair[1].integer else { return nil }
                return map.span(codePoints: start, end)
            }
        }
        let rows = row.json["attributions"]?.array ?? []
        let marked = rows.map {
            AttributionExamples.Marked(source: spans($0["source"]), cue: spans($0["cue"]), content: spans($0["content"]))
        }
        var members = [JSON.Member("id", .string(row.id))]
        row.report.forEachPortion { portion, whole in
            guard whole.start == 0 else { return }
            members += AttributionExamples(reader.document(portion), cues: cues, marked: marked, isNested: row.json["claims"] != nil).json()
        }
        return JSON.object(members).text
    }
}
