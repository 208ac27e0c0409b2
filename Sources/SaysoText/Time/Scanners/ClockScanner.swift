import SaysoLexicon

/// "3 p.m.", "10:30 a.m. EST Monday", "15:00 GMT on 5 May", "1400 hours", "noon yesterday", "midnight", "11 o'clock".
struct ClockScanner: TimeScanner {
    private typealias Keys = TimeLexicon.Keys

    func match(_ text: TimeText, at start: Int) -> TimeMatch? {
        guard let clock = clock(text, start) else { return nil }
        var end = clock.end
        var zone: String?
        if text.has(end, .zone), text[end].isUpper {
            zone = text.code(end, .zone).flatMap { $0.isEmpty ? nil : $0 }
            end += 1
        } else if text.isWord(end, Keys.local), text.isWord(end + 1, Keys.time) {
            end += 2
        }
        // "10 p.m. Wednesday", "9 a.m. on 5 May", "noon, Monday": the day belongs to the time.
        var next = text.afterComma(end)
        if text.isWord(next, Keys.on) || text.isWord(next, Keys.of) { next += 1 }
        if text.isWord(next, Keys.the), text.isWord(next - 1, Keys.of) || text.isWord(next - 1, Keys.on) { next += 1 }
        let day = DayReader.day(text, next)
        return TimeMatch(
            start: start, end: day?.end ?? end, meaning: .clock(hour: clock.hour, minute: clock.minute, zone: zone, day: day?.meaning),
            takesDeterminer: false, rule: "time.clock")
    }

    private func clock(_ text: TimeText, _ at: Int) -> (hour: Int, minute: Int?, end: Int)? {
        if let hour = text.number(at, .noon) { return (hour, 0, at + 1) }
        if let hour = text.number(at, .cardinal), (1...12).contains(hour) {
            if let half = meridiem(text, at + 1) { return (half.isAfternoon ? hour % 12 + 12 : hour % 12, nil, half.end) }
            if text.isWord(at + 1, Keys.o), text.isMark(at + 2, "'"), text.isWord(at + 3, Keys.clock) { return (hour, nil, at + 4) }
            return nil
        }
        let piece = text[at]
        guard piece.kind == .number, !piece.isGrouped || piece.isDecimal == false, piece.number >= 0, piece.digits <= 4, piece.digits != 3
        else { return nil }
        if text.isGlued(at), at > 0, text[at - 1].kind != .mark || text[at - 1].mark == 0x2D || text[at - 1].mark == 0x3A { return nil }
        if piece.digits == 4 {
            // "1400 hours", "0630 GMT", "at 1407 today"
            let next = text[at + 1]
            guard piece.number < 2400, piece.number % 100 < 60 else { return nil }
            if next.key == Keys.hours || next.key == Keys.hrs || next.key == Keys.h {
                return (piece.number / 100, piece.number % 100, at + 2)
            }
            guard text.has(at + 1, .zone) && next.isUpper || isMilitary(text, at) else { return nil }
            return (piece.number / 100, piece.number % 100, at + 1)
        }
        var (hour, minute, end) = (piece.number, Int?.none, at + 1)
        if text.isMark(end, ":"), text.isGlued(end), text.isGlued(end + 1), text[end + 1].kind == .number, text[end + 1].digits == 2,
            text[end + 1].number < 60
        {
            minute = text[end + 1].number
            end += 2
            if text.isMark(end, ":"), text.isGlued(end), text[end + 1].kind == .number { end += 2 }
        }
        if let half = meridiem(text, end) {
            guard (1...12).contains(hour) else { return nil }
            hour = half.isAfternoon ? hour % 12 + 12 : hour % 12
            return (hour, minute, half.end)
        }
        if text.isWord(end, Keys.o), text.isMark(end + 1, "'"), text.isWord(end + 2, Keys.clock), (1...12).contains(hour) {
            return (hour, nil, end + 3)
        }
        guard minute != nil, hour < 25 else { return nil }
        // "2:15": a time with a zone or behind "at"; else a score, a verse.
        let isTime =
            text.has(end, .zone) || text.isWord(at - 1, Keys.at) || text.has(at - 1, [.openStart, .openEnd, .approximator])
            || text.isWord(end, Keys.local) || text.isWord(end, Keys.hrs) || text.isWord(end, Keys.hours) || piece.digits == 2 && hour > 12
        guard isTime else { return nil }
        if text.isWord(end, Keys.hrs) || text.isWord(end, Keys.hours) { end += 1 }
        return (hour, minute, end)
    }

    /// "AT 1407", "BETWEEN 0600 AND 1400", as wires write: behind "at" in a text of capitals, with a leading nought, or beside one that
    /// cannot be a year.
    private func isMilitary(_ text: TimeText, _ at: Int) -> Bool {
        if text.isWord(at - 1, Keys.at), text.isUpper || text[at].number < 1000 { return !text.has(at + 1, .counted) }
        func isJoint(_ index: Int) -> Bool { text.isWord(index, Keys.and) || text.isWord(index, Keys.to) || text.isMark(index, "-") }
        func isEarly(_ index: Int) -> Bool {
            text[index].kind == .number && text[index].digits == 4 && text[index].number < 1400 && text[index].number % 100 < 60
        }
        let isFirst = text.isWord(at - 1, Keys.between) || text.isWord(at - 1, Keys.from)
        if isFirst, isJoint(at + 1), text[at + 2].digits == 4 { return isEarly(at) }
        let isSecond = isJoint(at - 1) && (text.isWord(at - 3, Keys.between) || text.isWord(at - 3, Keys.from))
        return isSecond && isEarly(at - 2)
    }

    private func meridiem(_ text: TimeText, _ at: Int) -> (isAfternoon: Bool, end: Int)? {
        guard let code = text.code(at, .meridiem) else { return nil }
        return (code == "PM", at + 1)
    }
}

/// Reads a day that belongs to a time of day: "Wednesday", "yesterday", "18 May", "the next day".
enum DayReader {
    private static let calendar = CalendarDateScanner()
    private static let numeric = NumericDateScanner()
    private static let weekday = WeekdayScanner()
    private static let day = DayScanner()

    static func day(_ text: TimeText, _ at: Int) -> (meaning: TimeMeaning, end: Int)? {
        var best: TimeMatch?
        for case let found? in [
            calendar.match(text, at: at), numeric.match(text, at: at), weekday.match(text, at: at), day.match(text, at: at),
        ] where found.end > best?.end ?? 0 {
            if case .date(let date) = found.meaning, date.day == nil { continue }
            if case .dayPart = found.meaning { continue }
            best = found
        }
        return best.map { ($0.meaning, $0.end) }
    }
}
