import SaysoClaims
import SaysoCore
import SaysoLexicon

/// `trigger-candidates`: what may tell of an event, with features, for `Training/claims`.
public struct TriggerCandidatesLayer: AnnotationLayer {
    public static let name = "trigger-candidates"
    private let reader: Reader
    private let examples: TriggerExamples

    public init(reader: Reader) throws {
        self.reader = reader
        examples = TriggerExamples(triggers: try TriggerLexicon(), lightVerbs: try LightVerbs())
    }

    public func annotate(_ row: ExchangeRow) -> String {
        let form = ExchangeForm(row.report.text)
        var candidates: [JSON] = []
        row.report.forEachPortion { portion, whole in
            candidates += examples.examples(reader.document(portion)).map { example in
                .members([
                    "evidence": form.span(example.evidence.moved(by: whole.start)), "type": .string(example.type.rawValue),
                    "features": .array(example.features.map(JSON.string)),
                ])
            }
        }
        return JSON.members(["id": .string(row.id), "candidates": .array(candidates)]).text
    }
}
