import SaysoClaims
import SaysoCore
import SaysoLexicon

/// `slot-candidates`: who, where and when an event may have been, with features, for `Training/claims`.
public struct SlotCandidatesLayer: AnnotationLayer {
    public static let name = "slot-candidates"
    private let reader: Reader
    private let examples: SlotExamples

    public init(reader: Reader) throws {
        self.reader = reader
        examples = SlotExamples(triggers: try TriggerLexicon(), lightVerbs: try LightVerbs(), model: try TriggerModel(), slots: try SlotModel())
    }

    public func annotate(_ row: ExchangeRow) -> String {
        let form = ExchangeForm(row.report.text)
        func candidate(_ value: JSON?, _ features: [String]) -> JSON {
            .members(["value": value ?? .null, "features": .array(features.map(JSON.string))])
        }
        let claims = examples.examples(reader.document(row.report)).map { example in
            JSON.members([
                "claim": form.claim(example.claim),
                "parties": .array(example.parties.map { candidate($0.value.map(form.entity), $0.features) }),
                "places": .array(example.places.map { candidate($0.value.map(form.place), $0.features) }),
                "times": .array(example.times.map { candidate($0.value.map(form.time), $0.features) }),
            ])
        }
        return JSON.members(["id": .string(row.id), "claims": .array(claims)]).text
    }
}
