import SaysoLexicon

/// "1989", "the year 2000", "fiscal 1990", "1990-91" (one year each), "'89", "480 BC", "the 1980s", "the mid-'90s", "the 19th century".
struct YearScanner: TimeScanner {
    private typealias Keys = TimeLexicon.Keys

    func match(_ text: TimeText, at start: Int) -> TimeMatch? {
        era(text, start) ?? decade(text, start) ?? named(text, start) ?? century(text, start) ?? bare(text, start) ?? short(text, start)
    }

    /// "480 BC", "480-479 BC" (the first too), "the 190s BC"
    private func era(_ text: TimeText, _ at: Int) -> TimeMatch? {
        guard let number = text.plainNumber(at, digits: 1...4), number > 0 else { return nil }
        if text.code(at + 1, .era) == "BC" {
            return TimeMatch(start: at, end: at + 2, meaning: .date(CalendarDate(year: .year(-number))), rule: "time.year-bc")
        }
        if text.code(at + 1, .era) == "AD" {
            return TimeMatch(start: at, end: at + 2, meaning: .date(CalendarDate(year: .year(number))), rule: "time.year-ad")
        }
        if text.isMark(at + 1, "-"), text.plainNumber(at + 2, digits: 1...4) != nil, text.code(at + 3, .era) == "BC" {
            return TimeMatch(start: at, end: at + 1, meaning: .date(CalendarDate(year: .year(-number))), rule: "time.year-bc")
        }
        return nil
    }

    /// "1980s", "1980's", "'80s"
    private func decade(_ text: TimeText, _ at: Int) -> TimeMatch? {
        var at = at
        let start = at
        let isShort = text.isMark(at, "'") && text.isGlued(at + 1) && text[at + 1].digits == 2
        if isShort { at += 1 }
        let piece = text[at]
        guard piece.kind == .number, !piece.isGrouped, piece.digits == 4 || piece.digits == 2, piece.number % 10 == 0 else { return nil }
        var end = at + 1
        if text.isMark(end, "'"), text.isGlued(end) { end += 1 }
        guard text.isWord(end, Keys.s), text.isGlued(end) else { return nil }
        if piece.digits == 4 {
            guard (1000...2190).contains(piece.number) else { return nil }
            return TimeMatch(start: start, end: end + 1, meaning: .decade(piece.number / 10), takesDeterminer: true, rule: "time.decade")
        }
        // "in his 80s" is an age, "the 80s" a decade.
        guard isShort || text.isWord(start - 1, Keys.the) || text.has(start - 1, .modifier) || text.has(start - 2, .modifier) else {
            return nil
        }
        return TimeMatch(start: start, end: end + 1, meaning: .decade(190 + piece.number / 10), takesDeterminer: true, rule: "time.decade")
    }

    /// "fiscal 1990", "fiscal year 1990", "FY1990", "the year 2000", "the year two thousand", "calendar 1989"
    private func named(_ text: TimeText, _ start: Int) -> TimeMatch? {
        var at = start
        let isFiscal = text.code(at, .fiscal) != nil
        if isFiscal { at += 1 }
        let saysYear = text.isWord(at, Keys.year) || text.isWord(at, Keys.years)
        if saysYear { at += 1 }
        guard at > start else { return nil }
        if let number = text[at].kind == .number && text[at].digits == 4 ? text[at].number : nil, !text[at].isGrouped,
            (1000...2199).contains(number)
        {
            return TimeMatch(
                start: start, end: at + 1, meaning: .date(CalendarDate(year: .year(number))), takesDeterminer: true, rule: "time.year")
        }
        if saysYear, text.number(at, .cardinal) == 2, text.number(at + 1, .scale) == 1000 {
            return TimeMatch(
                start: start, end: at + 2, meaning: .date(CalendarDate(year: .year(2000))), takesDeterminer: true, rule: "time.year")
        }
        return nil
    }

    /// "the 20th century", "nineteenth-century", "the 5th century BC"
    private func century(_ text: TimeText, _ start: Int) -> TimeMatch? {
        guard let (number, end) = text.ordinal(start), (1...22).contains(number) else { return nil }
        let unit = text.afterHyphen(end)
        guard text.code(unit, .unit) == "CE" else { return nil }
        let isBC = text.code(unit + 1, .era) == "BC"
        return TimeMatch(
            start: start, end: unit + (isBC ? 2 : 1), meaning: .century(number - 1, isBC: isBC), takesDeterminer: true, rule: "time.century"
        )
    }

    /// A year by itself: four digits that count nothing.
    private func bare(_ text: TimeText, _ start: Int) -> TimeMatch? {
        if let (year, end) = text.spelledYear(start) {
            return TimeMatch(start: start, end: end, meaning: .date(CalendarDate(year: .year(year))), rule: "time.year-in-words")
        }
        guard let year = text.year(start) else { return nil }
        let found = TimeMatch(start: start, end: start + 1, meaning: .date(CalendarDate(year: .year(year))), rule: "time.year")
        // "1990-91", "1939–1945": a range of years shows that they are years.
        if text.isMark(start + 1, "-"), text[start + 2].kind == .number, text[start + 2].digits == 4 || text[start + 2].digits == 2 {
            return found
        }
        let isAfterPreposition =
            text.has(start - 1, [.yearCue, .modifier, .openStart, .openEnd]) || text.isMark(start - 1, "(") || text.isMark(start - 1, "-")
        // "1989 people": a number that counts. Plurals in general are no sign: "1989 elections".
        if text.has(start + 1, [.counted, .unit, .units]) { return nil }
        if (1900...2049).contains(year) { return found }
        return isAfterPreposition && (1400...2199).contains(year) ? found : nil
    }

    /// "'89", "1990-91" (at "91")
    private func short(_ text: TimeText, _ start: Int) -> TimeMatch? {
        if text.isMark(start, "'"), text.isGlued(start + 1), text[start + 1].kind == .number, text[start + 1].digits == 2,
            !text[start + 1].isGrouped,
            text[start].spaceBefore, !text.isGlued(start + 2) || text[start + 2].kind == .mark
        {
            return TimeMatch(
                start: start, end: start + 2, meaning: .date(CalendarDate(year: .short(text[start + 1].number))), rule: "time.short-year")
        }
        let piece = text[start]
        if piece.kind == .number, piece.digits == 2, !piece.isGrouped, text.isMark(start - 1, "-") || text.isMark(start - 1, "/"),
            text.isGlued(start - 1), text.isGlued(start),
            let year = text.year(start - 2), piece.number > year % 100, !text.isGlued(start + 1) || text[start + 1].kind == .mark
        {
            return TimeMatch(
                start: start, end: start + 1, meaning: .date(CalendarDate(year: .year(year / 100 * 100 + piece.number))),
                rule: "time.short-year")
        }
        return nil
    }
}
