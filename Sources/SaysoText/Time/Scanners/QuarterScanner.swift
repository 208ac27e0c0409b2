import SaysoLexicon

/// "the third quarter", "third-quarter", "Q3 2019", "the first half of 1990", "the final quarter of 2009", "this year's second quarter", "the 1988 quarter", "fiscal
/// first quarter".
struct QuarterScanner: TimeScanner {
    private typealias Keys = TimeLexicon.Keys

    func match(_ text: TimeText, at start: Int) -> TimeMatch? {
        if let letter = text.meaning(start, .partLetter) { return short(text, start, letter.code, upTo: letter.number) }
        var at = start
        var year = YearReference.open
        if let number = text.year(at) {
            year = .year(number)
            at += 1
        } else if text.isWord(at + 1, Keys.year), text.isMark(at + 2, "'"), let relation = text.relation(at) {
            // "this year's third quarter"
            year = relation == "last" ? .relative(-1) : relation == "next" ? .relative(1) : .relative(0)
            at += text.isWord(at + 3, Keys.s) ? 4 : 3
            if text.isWord(at, Keys.quarter) {
                return TimeMatch(
                    start: start, end: at + 1, meaning: .shift(.exact(100), .year, sign: -1, isFromReport: true), rule: "time.year-ago")
            }
        } else if text.isWord(at, Keys.year), text.afterHyphen(at + 1) > at + 1,
            text.code(at + 2, .shift) == "ago" || text.code(at + 2, .shift) == "before"
        {
            year = .relative(-1)  // "the year-earlier third quarter"
            at += 3
            if text.isWord(at, Keys.quarter) || text.isWord(at, Keys.period) {
                return TimeMatch(start: start, end: at + 1, meaning: .samePeriod(year), takesDeterminer: true, rule: "time.year-period")
            }
        } else if text.relation(at) == "last", text.number(at + 1, .ordinal) != nil {
            at += 1
            year = .last
        }
        if text.code(at, .fiscal) != nil { at = text.afterHyphen(at + 1) }
        if case .year = year, text.isWord(at, Keys.quarter) || text.isWord(at, Keys.period) {
            return TimeMatch(start: start, end: at + 1, meaning: .samePeriod(year), takesDeterminer: true, rule: "time.year-period")
        }
        let (ordinal, end): (Int, Int)
        if let found = text.ordinal(at) {
            (ordinal, end) = found
        } else if text.code(at, .relation) == "latter" {
            (ordinal, end) = (2, at + 1)
        } else if let last = closing(text, at) {
            (ordinal, end) = (last, at + 1)
        } else {
            return nil
        }
        let unitAt = text.afterHyphen(end)
        let isQuarter = text.isWord(unitAt, Keys.quarter)
        guard isQuarter && (1...4).contains(ordinal) || text.isWord(unitAt, Keys.half) && (1...2).contains(ordinal) else { return nil }
        var last = unitAt + 1
        var next = last
        if text.isWord(next, Keys.of) { next += 1 }
        if text.has(next, .determiner) { next += 1 }
        if text.code(next, .fiscal) != nil { next += 1 }
        if let number = text.year(next) {
            (year, last) = (.year(number), next + 1)
        } else if text.isWord(next + 1, Keys.year), let relation = text.relation(next), next > last {
            year = relation == "last" || relation == "previous" ? .relative(-1) : relation == "next" ? .relative(1) : .relative(0)
            last = next + 2
        } else if next > last + 1, text.isWord(next, Keys.year) {
            last = next + 1
        } else if !isQuarter {
            return nil
        }
        return TimeMatch(
            start: start, end: last, meaning: .part((isQuarter ? "Q" : "H") + "\(ordinal)", year), takesDeterminer: true,
            rule: "time.quarter")
    }

    /// "the final quarter of 2009", "the last half of 1989": the fourth, the second – if the year is told; alone, "the last quarter" is the one before this.
    private func closing(_ text: TimeText, _ at: Int) -> Int? {
        guard ["final", "last"].contains(text.code(at, .relation)), text.isWord(at + 2, Keys.of) else { return nil }
        return text.isWord(at + 1, Keys.quarter) ? 4 : text.isWord(at + 1, Keys.half) ? 2 : nil
    }

    /// "Q3", "Q3 2019"; "H1" only with its year: it is a road or a virus too.
    private func short(_ text: TimeText, _ start: Int, _ letter: String, upTo last: Int) -> TimeMatch? {
        let number = text[start + 1]
        guard text[start].isUpper, text.isGlued(start + 1), number.kind == .number, number.digits == 1, (1...last).contains(number.number),
            !text.isGlued(start + 2) || text[start + 2].kind == .mark
        else { return nil }
        let year = text.year(text.isWord(start + 2, Keys.of) ? start + 3 : start + 2)
        guard year != nil || letter == "Q" else { return nil }
        let end = year == nil ? start + 2 : text.isWord(start + 2, Keys.of) ? start + 4 : start + 3
        return TimeMatch(
            start: start, end: end, meaning: .part("\(letter)\(number.number)", year.map { .year($0) } ?? .open), rule: "time.quarter")
    }
}
