import SaysoCore
import SaysoLexicon

/// `events-labels`: the ACLED event and sub-event of a short text, one label a text.
public struct EventsLabelsLayer: AnnotationLayer {
    public static let name = "events-labels"
    private let reader: Reader
    private let coder: LabelCoder

    public init(reader: Reader) throws {
        self.reader = reader
        coder = try LabelCoder(plover: PloverCoder(reader: ActReader()))
    }

    public func annotate(_ row: ExchangeRow) -> String {
        let label = reader.coded(row.report) { coder.label(of: $0).map { [$0] } ?? [] }.first
        let events = label.map { [JSON.members(["type": .string($0.event), "subtype": .string($0.subevent)])] } ?? []
        return JSON.members(["id": .string(row.id), "events": .array(events)]).text
    }
}
