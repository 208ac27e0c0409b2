import SaysoCore
import SaysoText

/// `times`: temporal expressions with type, value and the days they cover (`from`, `to`); where the row gives events, their dates too.
public struct TimesLayer: AnnotationLayer {
    public static let name = "times"
    private let reader: Reader
    public init(reader: Reader) { self.reader = reader }

    public func annotate(_ row: ExchangeRow) -> String {
        let document = reader.document(row.report)
        let map = CodePointMap(row.report.text)
        let timexes = document.times.map { time -> JSON in
            let (start, end) = map.codePoints(time.span)
            return .members([
                "start": .integer(start), "end": .integer(end), "type": .string(time.kind.rawValue), "value": .string(time.value),
                "mod": time.modifier.map(JSON.string), "from": time.interval?.start.map { .string($0.description) },
                "to": time.interval?.end.map { .string($0.description) },
            ])
        }
        let dater = EventDater(document)
        let events = (row.json["events"]?.array ?? []).compactMap { event -> JSON? in
            guard let start = event["start"]?.integer, let end = event["end"]?.integer else { return nil }
            let date = dater.date(of: map.span(codePoints: start, max(start, end)))
            return .members(["start": .integer(start), "end": .integer(end), "date": date.map(JSON.string)])
        }
        return JSON.members(["id": .string(row.id), "timexes": .array(timexes), "events": .array(events)]).text
    }
}
