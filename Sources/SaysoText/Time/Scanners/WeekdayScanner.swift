import SaysoLexicon

/// "Monday", "last Friday", "next Tuesday", "this coming Wednesday", "the previous Sunday".
struct WeekdayScanner: TimeScanner {
    func match(_ text: TimeText, at start: Int) -> TimeMatch? {
        var at = start
        var direction = Direction.none
        var takesDeterminer = false
        while let relation = text.relation(at), at < start + 3 {
            switch relation {
            case "last", "past": direction = .last
            case "previous":
                direction = .previous
                takesDeterminer = true
            case "next": direction = .next
            case "coming": direction = .next
            case "following":
                direction = .following
                takesDeterminer = true
            case "this": if direction == .none { direction = .this }
            case "same", "that": direction = .same
            default: return nil
            }
            at += 1
        }
        guard let weekday = text.number(at, .weekday), text[at].isCapitalised else { return nil }
        // "Sun" and "Sat" are other words too: short forms stand before a date or a stop.
        if text[at].end - text[at].start < 6, !text.isMark(at + 1, "."), !text.has(at + 1, .month) { return nil }
        // "Black Monday", "Bloody Sunday" would be names; "Monday's" is the day.
        return TimeMatch(
            start: start, end: at + 1, meaning: .weekday(weekday, direction), takesDeterminer: takesDeterminer, rule: "time.weekday")
    }
}
