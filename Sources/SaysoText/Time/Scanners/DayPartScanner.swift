import SaysoLexicon

/// "Monday morning", "yesterday evening", "this morning", "the night of 5 May", "May 5 evening", "overnight", "the next morning", "late
/// that night".
struct DayPartScanner: TimeScanner {
    private typealias Keys = TimeLexicon.Keys

    func match(_ text: TimeText, at start: Int) -> TimeMatch? {
        // "Monday morning", "5 May, early morning" is not read.
        if let (day, end) = DayReader.day(text, start) {
            var at = end
            if text.has(at, .modifier) { at += 1 }
            if let part = text.code(at, .dayPart), part != "DT", text[at].end - text[at].start > 3 || part == "NI", !text.isGlued(at) {
                return TimeMatch(start: start, end: at + 1, meaning: .dayPart(part, day: day), rule: "time.day-part")
            }
            if text.has(at, .noon), text.number(at, .noon) != nil {
                return TimeMatch(
                    start: start, end: at + 1, meaning: .clock(hour: text.number(at, .noon) ?? 12, minute: 0, zone: nil, day: day),
                    rule: "time.day-part")
            }
        }
        if text[start].kind == .word, text.code(start, .dayPart) != nil, text[start].end - text[start].start == 9,
            text.code(start, .dayPart) == "NI", text[start].key == Self.overnight
        {
            let day = DayReader.day(text, start + 1)
            return TimeMatch(
                start: start, end: day?.end ?? start + 1, meaning: .dayPart("NI", day: day?.meaning ?? .dayOffset(0)),
                rule: "time.overnight")
        }
        // "the early hours of Thursday morning"
        var hoursAt = text.isWord(start, Keys.the) ? start + 1 : start
        if text.has(hoursAt, .modifier) { hoursAt += 1 }
        if hoursAt > start, text.isWord(hoursAt, Keys.hours), text.isWord(hoursAt + 1, Keys.of),
            let (day, end) = DayReader.day(text, hoursAt + 2)
        {
            let part = text.code(end, .dayPart)
            return TimeMatch(
                start: start, end: part == nil ? end : end + 1, meaning: .dayPart(part ?? "MO", day: day), rule: "time.early-hours")
        }
        // "this morning", "that night", "the following evening", "the next morning"
        var at = start
        if text.isWord(at, Keys.the) { at += 1 }
        if let relation = text.relation(at) {
            var next = text.relation(at + 1) == "same" ? at + 2 : at + 1
            if text.has(next, .modifier) { next += 1 }
            if let part = text.code(next, .dayPart), part != "DT" {
                let day: TimeMeaning?
                switch relation {
                case "this": day = .dayOffset(0)
                case "last": day = .dayOffset(-1)
                case "that", "same": day = .laterDay(0)
                case "next", "following": day = .laterDay(1)
                case "previous": day = .laterDay(-1)
                default: day = nil
                }
                if let day { return TimeMatch(start: start, end: next + 1, meaning: .dayPart(part, day: day), rule: "time.this-morning") }
            }
        }
        // "the morning of 5 May", "the night of Friday, Oct. 23"
        if let part = text.code(at, .dayPart) {
            var next = at + 1
            if text.isWord(next, Keys.hours) { next += 1 }
            let isJoined = text.isWord(next, Keys.of) || text.isWord(next, Keys.on)
            if isJoined { next += 1 }
            if text.isWord(next, Keys.the) { next += 1 }
            if let (day, end) = DayReader.day(text, next), text[next].end - text[next].start > 1 || isJoined {
                return TimeMatch(start: start, end: end, meaning: .dayPart(part, day: day), takesDeterminer: true, rule: "time.morning-of")
            }
        }
        return nil
    }

    private static let overnight = TimeLexicon.key("overnight".utf8)
}
