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
            let document = reader.document(row.report)
            if let index = EventPlaceFinder().place(of: map.span(codePoints: start, end), in: document) {
                let span = document.places[index].span
                let (start, end) = map.codePoints(span)
                locations.append(
                    .members(["start": .integer(start), "end": .integer(end), "name": .string(row.report.text.words(span))]))
            }
        }
        return JSON.members(["id": .string(row.id), "locations": .array(locations)]).text
    }
}
