import SaysoCore
import SaysoText

/// `times`: temporal expressions with type, value and the days they cover (`from`, `to`); where the row gives events, their dates too.
public struct TimesLayer: AnnotationLayer {
    public static let name = "times"
    private let reader: Reader
    public init(reader: Reader) { self.reader = reader }

    public func annotate(_ row: ExchangeRow) -> String {
        let map = CodePointMap(row.report.text)
        var events = (row.json["events"]?.array ?? []).compactMap { Event($0, map) }
        var timexes: [JSON] = []
        row.report.forEachPortion { portion, whole in
            let document = reader.document(portion)
            timexes += document.times.map { Self.timex($0, map.codePoints($0.span.moved(by: whole.start))) }
            let dater = EventDater(document)
            for index in events.indices where row.report.isIn(whole, events[index].span) {
                events[index].date = dater.date(of: events[index].span.moved(by: -whole.start))
            }
        }
        return JSON.members(["id": .string(row.id), "timexes": .array(timexes), "events": .array(events.map(\.json))]).text
    }

    private static func timex(_ time: TimeMention, _ points: (start: Int, end: Int)) -> JSON {
        .members([
            "start": .integer(points.start), "end": .integer(points.end), "type": .string(time.kind.rawValue), "value": .string(time.value),
            "mod": time.modifier.map(JSON.string), "from": time.interval?.start.map { .string($0.description) },
            "to": time.interval?.end.map { .string($0.description) },
        ])
    }

    /// An event of the row, dated by the portion that it stands in.
    private struct Event {
        let start: Int
        let end: Int
        let span: TextSpan
        var date: String?

        init?(_ json: JSON, _ map: CodePointMap) {
            guard let start = json["start"]?.integer, let end = json["end"]?.integer else { return nil }
            (self.start, self.end) = (start, end)
            span = map.span(codePoints: start, max(start, end))
        }

        var json: JSON { .members(["start": .integer(start), "end": .integer(end), "date": date.map(JSON.string)]) }
    }
}
