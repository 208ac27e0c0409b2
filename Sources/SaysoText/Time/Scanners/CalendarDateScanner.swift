import SaysoLexicon

/// "18 May", "May 18, 2020", "Monday, 18 May 2020", "the 29th of March", "May 2020", "March of last year", "4 SEP 89", and a bare "May"
/// where it is a month.
struct CalendarDateScanner: TimeScanner {
    func match(_ text: TimeText, at start: Int) -> TimeMatch? {
        var at = start
        var weekday: Int?
        if let number = text.number(at, .weekday), text[at].isCapitalised {
            weekday = number
            at = text.afterComma(text.afterStop(at + 1))
            if text.isWord(at, TimeLexicon.Keys.the), text.dayOfMonth(at + 1) != nil { at += 1 }
        }
        if weekday == nil, let match = related(text, at) ?? endOfRange(text, at) { return match }
        guard var match = dayFirst(text, at) ?? monthFirst(text, at, needsDay: weekday != nil) else { return nil }
        guard case .date(var date) = match.meaning else { return nil }
        if weekday != nil, date.day == nil { return nil }
        date.weekday = weekday
        match.meaning = .date(date)
        match.start = start
        return match
    }

    /// "last December", "this past March", "the previous April"
    private func related(_ text: TimeText, _ start: Int) -> TimeMatch? {
        var at = start
        var year = YearReference.open
        while let relation = text.relation(at), at < start + 2 {
            switch relation {
            case "last", "past", "previous": year = .last
            case "next", "coming", "following": year = .next
            case "this": year = .open
            case "that", "same": year = .same
            default: return nil
            }
            at += 1
        }
        guard at > start, let month = month(text, at, isAccompanied: true) else { return nil }
        let next = text.afterStop(at + 1)
        if let (day, end) = text.dayOfMonth(next), !text.has(end, [.unit, .units]) {
            return TimeMatch(
                start: start, end: end, meaning: .date(CalendarDate(year: year, month: month, day: day)), takesDeterminer: true,
                rule: "time.last-month")
        }
        return TimeMatch(
            start: start, end: at + 1, meaning: .date(CalendarDate(year: year, month: month)), takesDeterminer: true,
            rule: "time.last-month")
    }

    /// "March 5-9, 1918", "Dec. 10 and 11": the second day, whose month stands before the first.
    private func endOfRange(_ text: TimeText, _ at: Int) -> TimeMatch? {
        let isJoined = text.isMark(at - 1, "-") || text.isWord(at - 1, TimeLexicon.Keys.and) || text.isWord(at - 1, TimeLexicon.Keys.to)
        let piece = text[at]
        guard isJoined, piece.kind == .number, !piece.isGrouped, piece.digits <= 2, (1...31).contains(piece.number),
            text[at - 2].kind == .number, text[at - 2].digits <= 2,
            text[at - 2].number < piece.number, !text.isGlued(at + 1) || text[at + 1].kind == .mark || text.has(at + 1, .ordinalEnding)
        else { return nil }
        let monthAt = text.isMark(at - 3, ".") ? at - 4 : at - 3
        guard let month = month(text, monthAt, isAccompanied: true) else { return nil }
        let end = text.has(at + 1, .ordinalEnding) && text.isGlued(at + 1) ? at + 2 : at + 1
        if text.has(end, [.unit, .units]) { return nil }
        return finish(text, at, day: piece.number, month: month, end: end)
    }

    /// "18 May", "29th of March 2018", "11–13 Dec" (at "11")
    private func dayFirst(_ text: TimeText, _ at: Int) -> TimeMatch? {
        guard let (day, afterDay) = text.dayOfMonth(at) else { return nil }
        var next = afterDay
        let isSpelled = text[at].kind == .word
        if text.isWord(next, TimeLexicon.Keys.of) {
            next += 1
        } else if text.isMark(next, "-"), text.isGlued(next) {
            next += 1
        } else if isSpelled {
            return nil
        }
        if let month = month(text, next, isAccompanied: true) {
            return finish(text, at, day: day, month: month, end: next + 1)
        }
        // "11-13 Dec", "10, 11 and 12 December": the month stands behind the last day.
        var last = afterDay
        for _ in 0..<4 {
            let isJoined =
                text.isMark(last, "-") || text.isMark(last, ",") || text.isMark(last, "/") || text.isWord(last, TimeLexicon.Keys.and)
                || text.isWord(last, TimeLexicon.Keys.to) || text.isWord(last, TimeLexicon.Keys.or)
            guard isJoined, let (other, end) = text.dayOfMonth(last + 1), text[last + 1].kind == .number, other > day else { return nil }
            if let month = month(text, end, isAccompanied: true) {
                var date = CalendarDate(month: month, day: day)
                var yearAt = text.afterComma(text.afterStop(end + 1))
                if let year = year(text, &yearAt) { date.year = year }
                return TimeMatch(start: at, end: afterDay, meaning: .date(date), rule: "time.day-of-range")
            }
            last = end
        }
        return nil
    }

    /// "May 18, 2020", "May 2020", "Sept. 5", "May"
    private func monthFirst(_ text: TimeText, _ at: Int, needsDay: Bool) -> TimeMatch? {
        let isAlone = !needsDay
        guard let month = month(text, at, isAccompanied: true) else { return nil }
        let next = text.afterStop(at + 1)
        var dayAt = next
        if text.isWord(dayAt, TimeLexicon.Keys.the) { dayAt += 1 }
        if let (day, end) = text.dayOfMonth(dayAt), !text.has(end, .unit), !text.has(end, .units),
            dayAt == next || text[dayAt].kind == .word || end > dayAt + 1
        {
            // "May 18 of last year"; "in May 20 people were killed" is not told apart from a date, save by "%" and units.
            return finish(text, at, day: day, month: month, end: end)
        }
        guard isAlone else { return nil }
        var yearAt = text.afterComma(next)
        if text.isWord(yearAt, TimeLexicon.Keys.of) || text.isWord(yearAt, TimeLexicon.Keys.in_) { yearAt += 1 }
        if let year = year(text, &yearAt) {
            return TimeMatch(start: at, end: yearAt, meaning: .date(CalendarDate(year: year, month: month)), rule: "time.month-year")
        }
        // "August and September 1914": the year stands behind the second month.
        if text.isWord(next, TimeLexicon.Keys.and) || text.isWord(next, TimeLexicon.Keys.to) || text.isMark(next, "-")
            || text.isWord(next, TimeLexicon.Keys.or),
            self.month(text, next + 1, isAccompanied: true) != nil
        {
            var secondYear = text.afterComma(text.afterStop(next + 2))
            if text.isWord(secondYear, TimeLexicon.Keys.of) { secondYear += 1 }
            if let year = year(text, &secondYear) {
                return TimeMatch(
                    start: at, end: at + 1, meaning: .date(CalendarDate(year: year, month: month)), rule: "time.month-of-range")
            }
        }
        guard isMonthAlone(text, at) else { return nil }
        // The stop of "Sept." belongs to it where no sentence ends.
        let end = next > at + 1 && text[next].kind != .none && !text[next].isCapitalised ? next : at + 1
        return TimeMatch(start: at, end: end, meaning: .date(CalendarDate(month: month)), rule: "time.month")
    }

    private func finish(_ text: TimeText, _ at: Int, day: Int, month: Int, end: Int) -> TimeMatch {
        var date = CalendarDate(month: month, day: day)
        var yearAt = text.afterComma(text.afterStop(end))
        if text.isWord(yearAt, TimeLexicon.Keys.of) || text.isMark(yearAt, "-") { yearAt += 1 }
        if let year = year(text, &yearAt) {
            date.year = year
            return TimeMatch(start: at, end: yearAt, meaning: .date(date), rule: "time.day-month-year")
        }
        if let year = shortYear(text, text.afterStop(end)) {
            date.year = .short(year)
            return TimeMatch(
                start: at, end: text.afterStop(end) + (text.isMark(text.afterStop(end), "'") ? 2 : 1), meaning: .date(date),
                rule: "time.day-month-year")
        }
        return TimeMatch(start: at, end: end, meaning: .date(date), rule: "time.day-month")
    }

    /// A year behind a month: digits, words, "last year", "that year", "480 BC". Moves `at` behind it.
    private func year(_ text: TimeText, _ at: inout Int) -> YearReference? {
        if let number = text.plainNumber(at, digits: 1...4), text.code(at + 1, .era) == "BC" {
            at += 2
            return .year(-number)
        }
        if let year = text.year(at) {
            at += text.code(at + 1, .era) == "AD" ? 2 : 1
            return .year(year)
        }
        if let (year, end) = text.spelledYear(at) {
            at = end
            return .year(year)
        }
        var unit = at + 1
        if text.relation(unit) == "same" { unit += 1 }
        if text.has(at, .determiner), text.relation(at + 1) != nil { unit = at + 2 }
        guard text.isWord(unit, TimeLexicon.Keys.year), let relation = text.relation(unit - 1) ?? text.relation(at) else { return nil }
        let reference: YearReference? =
            switch relation {
            case "last": .relative(-1)
            case "next": .relative(1)
            case "this", "current": .relative(0)
            case "that", "same": .same
            default: nil
            }
        if reference != nil { at = unit + 1 }
        return reference
    }

    /// "4 SEP 89": two digits behind day and month, nothing else behind them that would count things.
    private func shortYear(_ text: TimeText, _ at: Int) -> Int? {
        var at = at
        if text.isMark(at, "'") { at += 1 }
        guard let number = text.plainNumber(at, digits: 2...2), number > 31 || text.isMark(at - 1, "'") else { return nil }
        let next = text[at + 1]
        guard next.kind != .word || next.isUpper, !text.isGlued(at + 1) || next.kind == .mark else { return nil }
        return number
    }

    /// The number of the month that stands here, "may" and "mar" only when written as names.
    private func month(_ text: TimeText, _ at: Int, isAccompanied: Bool) -> Int? {
        guard text.has(at, .month), text[at].isCapitalised || text[at].end - text[at].start > 5 else { return nil }
        return text.number(at, .month)
    }

    /// "May" by itself: a month behind a preposition or another word of time, a verb or a name elsewhere.
    private func isMonthAlone(_ text: TimeText, _ at: Int) -> Bool {
        let piece = text[at]
        guard piece.isCapitalised else { return false }
        let length = piece.end - piece.start
        let isAmbiguous = piece.key == TimeLexicon.Keys.may || piece.key == TimeLexicon.Keys.march
        // "Jan" and "Mar" alone are people and seas; "Sept." and "Oct." are months.
        if length == 3, !isAmbiguous, !text.isMark(at + 1, "."), !text.isUpper { return false }
        guard isAmbiguous || length == 3 else { return true }
        let before = text[at - 1]
        if text.isMark(at - 1, "-"), text.has(at - 2, .modifier) { return true }
        return text.has(at - 1, [.modifier, .relation, .openStart, .openEnd, .month])
            || [
                TimeLexicon.Keys.in_, TimeLexicon.Keys.of, TimeLexicon.Keys.during, TimeLexicon.Keys.from, TimeLexicon.Keys.between,
                TimeLexicon.Keys.after, TimeLexicon.Keys.before, TimeLexicon.Keys.for_,
            ].contains(before.key) && before.kind == .word
            || (text.isWord(at - 1, TimeLexicon.Keys.and) || text.isWord(at - 1, TimeLexicon.Keys.to)
                || text.isWord(at - 1, TimeLexicon.Keys.or)) && text.has(at - 2, .month)
    }
}
