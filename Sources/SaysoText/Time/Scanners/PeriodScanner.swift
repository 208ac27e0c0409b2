import SaysoLexicon

/// "last week", "this year", "earlier this month", "the previous month", "the past two years", "the weekend", "recent days".
struct PeriodScanner: TimeScanner {
    private typealias Keys = TimeLexicon.Keys

    func match(_ text: TimeText, at start: Int) -> TimeMatch? {
        if text.isWord(start, Keys.earlier) || text.isWord(start, Keys.later) || text.isWord(start, Keys.sometime) {
            // "earlier this month", "later in the year": TimeML gives the whole, with a modifier.
            var at = start + 1
            if text.isWord(at, Keys.in_), text.has(at + 1, .determiner) {
                at += 2
                if text.isWord(at, Keys.day) {
                    return TimeMatch(
                        start: start, end: at + 1, meaning: .laterDay(0), modifier: modifier(text, start), rule: "time.within-day")
                }
                if let unit = text.code(at, .unit).flatMap(TimeUnit.init), unit != .second {
                    return TimeMatch(
                        start: start, end: at + 1, meaning: .period(unit, .this), modifier: modifier(text, start),
                        rule: "time.within-period")
                }
                return nil
            }
            guard var inner = period(text, at), case .period = inner.meaning else { return nil }
            inner.start = start
            inner.modifier = modifier(text, start)
            return inner
        }
        return period(text, start) ?? plain(text, start)
    }

    private func modifier(_ text: TimeText, _ at: Int) -> String? {
        text.isWord(at, Keys.earlier) ? "START" : text.isWord(at, Keys.later) ? "END" : nil
    }

    /// Relation and unit, with a number between them or none.
    private func period(_ text: TimeText, _ start: Int) -> TimeMatch? {
        var at = start
        guard var relation = text.relation(at), relation != "each" else { return nil }
        at += 1
        if let second = text.relation(at), relation == "this" || relation == "that" && second == "same" {
            relation = second == "same" ? relation : second
            at += 1
        }
        if relation == "whole" || relation == "early" || relation == "final" { return nil }
        let takesDeterminer = relation != "this" && relation != "that"
        func found(_ end: Int, _ meaning: TimeMeaning, _ rule: String) -> TimeMatch {
            TimeMatch(start: start, end: end, meaning: meaning, takesDeterminer: takesDeterminer, rule: rule)
        }
        if let (amount, end) = AmountReader.amount(text, at, allowsArticle: false) {
            // "the past two years", "the next few days"
            var unitAt = text.afterHyphen(end)
            while text.has(unitAt, .between) { unitAt += 1 }
            guard let unit = (text.code(unitAt, .units) ?? text.code(unitAt, .unit)).flatMap(TimeUnit.init), relation != "this",
                relation != "that", relation != "current"
            else { return nil }
            return found(unitAt + 1, .duration(unit.duration(amount)), "time.last-duration")
        }
        if let unit = text.code(at, .units).flatMap(TimeUnit.init) {
            switch relation {
            case "recent", "past", "last": return found(at + 1, .reference("PAST_REF"), "time.recent-days")
            case "coming": return found(at + 1, .reference("FUTURE_REF"), "time.coming-days")
            case "previous", "following": return found(at + 1, .duration(unit.duration(.vague)), "time.following-days")
            default: return nil
            }
        }
        if relation == "latest", text.isWord(at, Keys.period) { return found(at + 1, .thisQuarter, "time.this-quarter") }
        guard let unit = text.code(at, .unit).flatMap(TimeUnit.init), unit != .second else { return nil }
        if text.isGlued(at + 1), text.isMark(at + 1, "-"), !text.has(at + 2, .unit) { return nil }
        if text.isWord(at + 1, Keys.of), relation == "last" || relation == "final", let (date, end) = DurationScanner.date(text, at + 2) {
            return found(end, .durationWithin(unit.duration(.exact(100)), date), "time.last-week-of")
        }
        let direction: Direction
        switch relation {
        case "last": direction = .last
        case "past":  // "the past week": the seven days up to now
            return unit == .day ? nil : found(at + 1, .duration(unit.duration(.exact(100))), "time.past-duration")
        case "previous": direction = .previous
        case "next": direction = .next
        case "coming": direction = .next
        case "following": direction = .following
        case "this", "current", "latest": direction = .this
        case "that", "same": direction = .same
        default: return nil
        }
        switch unit {
        case .weekend: return found(at + 1, .weekend(direction), "time.weekend")
        case .night:
            switch direction {
            case .last: return found(at + 1, .dayPart("NI", day: .dayOffset(-1)), "time.last-night")
            case .same: return found(at + 1, .dayPart("NI", day: .laterDay(0)), "time.that-night")
            case .following, .next: return found(at + 1, .dayPart("NI", day: .laterDay(1)), "time.next-night")
            default: return nil
            }
        case .day, .hour, .minute, .millennium: return nil
        case .quarter where relation == "latest": return found(at + 1, .period(.quarter, .last), "time.latest-quarter")
        default: return found(at + 1, .period(unit, direction), "time.period")
        }
    }

    /// "the weekend", "the quarter", "the week": the one the report speaks of.
    private func plain(_ text: TimeText, _ start: Int) -> TimeMatch? {
        // "the end of the year", "by the middle of the month" (at "year", behind a modifier)
        if let unit = text.code(start, .unit).flatMap(TimeUnit.init), [.week, .month, .year, .decade, .century].contains(unit),
            text.isWord(start - 1, Keys.the),
            text.isWord(start - 2, Keys.of), text.has(start - 3, .modifier)
        {
            return TimeMatch(start: start, end: start + 1, meaning: .period(unit, .this), rule: "time.end-of-period")
        }
        // "year-end", "at year's end"
        if text.isWord(start, Keys.year) {
            var next = text.afterHyphen(start + 1)
            if text.isMark(next, "'"), text.isWord(next + 1, Keys.s) { next += 2 }
            if text.isWord(next, Keys.end) {
                return TimeMatch(start: start, end: next + 1, meaning: .date(CalendarDate(month: 12, day: 31)), rule: "time.year-end")
            }
        }
        guard text.isWord(start, Keys.the), let unit = text.code(start + 1, .unit).flatMap(TimeUnit.init) else { return nil }
        if text.isMark(start + 2, "-"), text.isGlued(start + 2) { return nil }
        let meaning: TimeMeaning
        switch unit {
        case .weekend: meaning = .weekend(.none)
        case .quarter: meaning = .thisQuarter
        case .week: return nil
        default: return nil
        }
        return TimeMatch(start: start, end: start + 2, meaning: meaning, rule: "time.the-period")
    }
}
