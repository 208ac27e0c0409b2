import SaysoLexicon

/// "three days", "a two-hour meeting" (two-hour), "several months", "decades", "half an hour", "a month-long", "the first nine months".
struct DurationScanner: TimeScanner {
    private typealias Keys = TimeLexicon.Keys

    func match(_ text: TimeText, at start: Int) -> TimeMatch? {
        var at = start
        var takesDeterminer = false
        // "the first nine months", "the final two weeks"
        if text.ordinal(at)?.end == at + 1 || ["last", "final", "early", "whole"].contains(text.relation(at) ?? ""),
            text.number(at, .ordinal) ?? 1 < 4,
            AmountReader.amount(text, at + 1, allowsArticle: false) != nil
        {
            at += 1
            takesDeterminer = true
        }
        if let (amount, end) = AmountReader.amount(text, at) {
            var unitAt = text.afterHyphen(end)
            let isHyphenated = unitAt > end
            while text.has(unitAt, .between) { unitAt += 1 }
            guard let code = text.code(unitAt, .units) ?? text.code(unitAt, .unit), let unit = TimeUnit(rawValue: code) else { return nil }
            let isPlural = text.code(unitAt, .units) != nil
            let isOne = amount == .exact(100) || amount == .exact(50)
            if !isHyphenated, !isPlural, !isOne, !isModifier(text, unitAt) { return nil }
            let next = text.afterHyphen(unitAt + 1)
            // "a year-earlier loss", "a night-raid"
            if next > unitAt + 1, !isHyphenated, !isPlural, !text.isWord(next, Keys.long) { return nil }
            if unit == .quarter, text.isWord(unitAt + 1, Keys.of) || isHyphenated && isPlural { return nil }
            // "flights a week" is a rate, "within a week" a length.
            if text.has(at, .article), end == at + 1, !text.has(at - 1, .lengthCue), !text.isWord(unitAt + 1, Keys.and),
                !text.isWord(next, Keys.long)
            {
                return nil
            }
            if text.isWord(next, Keys.old) || text.isWord(unitAt + 1, Keys.old) { return nil }
            if text.isWord(unitAt + 1, Keys.of), text.isWord(unitAt + 2, Keys.age) { return nil }
            if takesDeterminer, text.isWord(unitAt + 1, Keys.of), let date = Self.date(text, unitAt + 2) {
                return TimeMatch(
                    start: start, end: date.end, meaning: .durationWithin(unit.duration(amount), date.date), takesDeterminer: true,
                    rule: "time.duration-of")
            }
            return finish(text, start, amount, unit, unitAt, isHyphenated, takesDeterminer)
        }
        guard !takesDeterminer else { return nil }
        // "decades", "months": some, unless the words before make it something else.
        if let unit = text.code(start, .units).flatMap(TimeUnit.init), unit != .second, unit != .night, unit != .quarter, unit != .weekend {
            if text.isWord(start + 1, Keys.old) || text[start - 1].kind == .number { return nil }
            if unit == .hour, text.isWord(start + 1, Keys.of) { return nil }
            if text.isMark(start - 1, "-") || text.isMark(start + 1, "'") || text.isMark(start - 1, "'") { return nil }
            return TimeMatch(
                start: start, end: longEnd(text, start + 1), meaning: .duration(unit.duration(.vague)), takesDeterminer: false,
                rule: "time.duration-vague")
        }
        // "a month-long siege" (at "month"), "day-long"
        if let unit = text.code(start, .unit).flatMap(TimeUnit.init), text.afterHyphen(start + 1) > start + 1,
            text.isWord(text.afterHyphen(start + 1), Keys.long)
        {
            return TimeMatch(start: start, end: start + 3, meaning: .duration(unit.duration(.exact(100))), rule: "time.duration-long")
        }
        return nil
    }

    /// The month or year behind "of".
    static func date(_ text: TimeText, _ at: Int) -> (date: CalendarDate, end: Int)? {
        guard let found = CalendarDateScanner().match(text, at: at) ?? YearScanner().match(text, at: at),
            case .date(let date) = found.meaning, date.day == nil
        else { return nil }
        return (date, found.end)
    }

    /// "five year low": a unit in the singular behind a number stands before a noun.
    private func isModifier(_ text: TimeText, _ unit: Int) -> Bool {
        text[unit + 1].kind == .word && text[unit + 1].spaceBefore || text.isMark(unit + 1, "-")
    }

    private func finish(
        _ text: TimeText, _ start: Int, _ amount: Amount, _ unit: TimeUnit, _ unitAt: Int, _ isHyphenated: Bool, _ takesDeterminer: Bool
    ) -> TimeMatch? {
        var amount = amount
        var end = unitAt + 1
        // "a minute and a half", "a year and a half"
        if case .exact(let hundredths) = amount, text.isWord(end, Keys.and), text.has(end + 1, .article), text.isWord(end + 2, Keys.half) {
            amount = .exact(hundredths + 50)
            end += 3
        }
        var start = start
        if text.has(start, .article), isHyphenated || !text.has(start + 1, [.unit]), amount == .exact(100), isHyphenated { start += 1 }
        // "a second", "a second time": too often an ordinal
        if unit == .second, amount == .exact(100), text.code(unitAt, .unit) != nil { return nil }
        end = longEnd(text, end)
        let isCouple = text.isWord(start, Keys.couple) || text.isWord(start + 1, Keys.couple)
        return TimeMatch(
            start: start, end: end, meaning: .duration(unit.duration(amount)), modifier: isCouple ? "APPROX" : nil,
            takesDeterminer: takesDeterminer, rule: "time.duration")
    }

    private func longEnd(_ text: TimeText, _ end: Int) -> Int {
        let next = text.afterHyphen(end)
        return next > end && text.isWord(next, Keys.long) ? next + 1 : end
    }
}
