import SaysoCore
import SaysoLexicon

/// `events-plover`: rows of PLOVER events. A row that gives `pairs` asks for the type of each pair, in their order.
public struct EventsPloverLayer: AnnotationLayer {
    public static let name = "events-plover"
    private let reader: Reader
    private let pairs: PairCoder
    private let coder: PloverCoder

    public init(reader: Reader) throws {
        self.reader = reader
        let acts = try ActReader()
        pairs = PairCoder(reader: acts)
        coder = PloverCoder(reader: acts)
    }

    public func annotate(_ row: ExchangeRow) -> String {
        let events =
            row.json["pairs"]?.array.map { $0.map(pair) }
            ?? reader.coded(row.report) { coder.events(of: $0).map(\.json) }
        return JSON.members(["id": .string(row.id), "events": .array(events)]).text
    }

    /// `{"marked": "<s>Turkey</s> warned <t>Syria</t>."}` → the type of what the one does to the other; PLV has one type for yielding in
    /// word and deed.
    private func pair(_ pair: JSON) -> JSON {
        let marked = MarkedPair(pair["marked"]?.string ?? "")
        let report = Report(id: ReportID("pair"), text: SourceText(marked.text))
        // A pair stands in one sentence: what lies beyond a report's length is no sentence.
        guard report.text.count <= Portions.length else {
            return .members(["type": .string(EventType.accuse.rawValue), "quad": .integer(EventType.accuse.quad)])
        }
        let type = pairs.type(actor: marked.actor, recipient: marked.recipient, in: CodingView(reader.document(report)))
        let name = type == .retreat || type == .concede ? "YIELD" : type.rawValue
        return .members(["type": .string(name), "quad": .integer(type.quad)])
    }
}
