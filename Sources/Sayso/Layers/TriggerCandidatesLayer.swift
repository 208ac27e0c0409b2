import SaysoClaims
import SaysoCore
import SaysoLexicon

/// `trigger-candidates`: what may tell of an event, with features, and what may fill an event's slots: for `Training`.
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
        var candidates: [JSON] = [], parties: [JSON] = [], places: [JSON] = [], times: [JSON] = []
        row.report.forEachPortion { portion, whole in
            let document = reader.document(portion)
            func filler(_ words: TextSpan, _ value: JSON) -> JSON { .members(["words": form.span(words.moved(by: whole.start)), "value": value]) }
            let fillers = examples.fillers(document)
            parties += fillers.parties.map { filler($0.words, form.entity($0.value)) }
            places += fillers.places.map { filler($0.words, form.place($0.value)) }
            times += fillers.times.map { filler($0.words, form.time($0.value)) }
            candidates += examples.examples(document).map { example in
                .members([
                    "evidence": form.span(example.evidence.moved(by: whole.start)), "trigger": form.span(example.trigger.moved(by: whole.start)),
                    "type": .string(example.type.rawValue),
                    "features": .array(example.features.map(JSON.string)),
                ])
            }
        }
        return JSON.members([
            "id": .string(row.id), "candidates": .array(candidates), "parties": .array(parties), "places": .array(places), "times": .array(times),
        ]).text
    }
}
