import SaysoLexicon

/// "today", "yesterday", "tonight", "the day before yesterday", "the next day", "that same day", "the day before".
struct DayScanner: TimeScanner {
    private typealias Keys = TimeLexicon.Keys

    func match(_ text: TimeText, at start: Int) -> TimeMatch? {
        if let offset = text.number(start, .dayWord) {
            // "the news of today" and "today's": the day; "in today's world" is not told apart.
            return TimeMatch(start: start, end: start + 1, meaning: .dayOffset(offset), rule: "time.day-word")
        }
        if let part = text.code(start, .tonight) {
            return TimeMatch(start: start, end: start + 1, meaning: .dayPart(part, day: .dayOffset(0)), rule: "time.tonight")
        }
        // "earlier today", "later that day", "earlier yesterday"
        if text.isWord(start, Keys.earlier) || text.isWord(start, Keys.later), !text.isWord(start + 1, Keys.earlier),
            !text.isWord(start + 1, Keys.later),
            var inner = match(text, at: start + 1)
        {
            inner.modifier = text.isWord(start, Keys.earlier) ? "START" : "END"
            inner.start = start
            return inner
        }
        return relative(text, start) ?? dayBefore(text, start)
    }

    /// "the next day", "that same day", "the following two days" is left to durations.
    private func relative(_ text: TimeText, _ start: Int) -> TimeMatch? {
        var at = start
        if text.isWord(at, Keys.the) { at += 1 }
        guard let relation = text.relation(at) else { return nil }
        var next = at + 1
        if text.relation(next) == "same" || text.relation(next) == "very" { next += 1 }
        guard text.isWord(next, Keys.day) else { return nil }
        let offset: Int
        switch relation {
        case "next", "following": offset = 1
        case "previous": offset = -1
        case "same", "that": offset = 0
        default: return nil
        }
        return TimeMatch(start: start, end: next + 1, meaning: .laterDay(offset), rule: "time.next-day")
    }

    /// "the day before yesterday", "the day after tomorrow", "the day before"
    private func dayBefore(_ text: TimeText, _ start: Int) -> TimeMatch? {
        guard text.isWord(start, Keys.the), text.isWord(start + 1, Keys.day), let shift = text.code(start + 2, .shift), shift != "ago"
        else { return nil }
        let sign = shift == "before" ? -1 : 1
        if let offset = text.number(start + 3, .dayWord) {
            return TimeMatch(start: start, end: start + 4, meaning: .dayOffset(offset + sign), rule: "time.day-before")
        }
        return TimeMatch(start: start, end: start + 3, meaning: .laterDay(sign), rule: "time.day-before")
    }
}
