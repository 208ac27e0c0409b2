import SaysoClaims
import SaysoCore

/// `event-places`: where the event of a row (`{"event": {"start", "end"}}`) happened, in its sentence's own words.
public struct EventPlacesLayer: AnnotationLayer {
    public static let name = "event-places"
    private let reader: Reader
    public init(reader: Reader) { self.reader = reader }

    public func annotate(_ row: ExchangeRow) -> String {
        let map = CodePointMap(row.report.text)
        var locations: [JSON] = []
        if let start = row.json["event"]?["start"]?.integer, let end = row.json["event"]?["end"]?.integer {
            let event = map.span(codePoints: start, end)
            row.report.forEachPortion { portion, whole in
                guard row.report.isIn(whole, event) else { return }
                let document = reader.document(portion)
                guard let index = EventPlaceFinder().place(of: event.moved(by: -whole.start), in: document) else { return }
                let span = document.places[index].span.moved(by: whole.start)
                let (start, end) = map.codePoints(span)
                locations.append(
                    .members(["start": .integer(start), "end": .integer(end), "name": .string(row.report.text.words(span))]))
            }
        }
        return JSON.members(["id": .string(row.id), "locations": .array(locations)]).text
    }
}
