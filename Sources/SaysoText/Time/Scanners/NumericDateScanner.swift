import SaysoLexicon

/// "2020-05-18", "2020/05/18", "5/18/2020" (month first, unless it cannot be one), "18.05.2020".
struct NumericDateScanner: TimeScanner {
    func match(_ text: TimeText, at start: Int) -> TimeMatch? {
        let first = text[start]
        guard first.kind == .number, !first.isGrouped, first.number > 0, first.digits <= 4, first.digits != 3 else { return nil }
        let mark = text[start + 1]
        guard mark.kind == .mark, [0x2D, 0x2F, 0x2E].contains(mark.mark), text.isGlued(start + 1), text.isGlued(start + 2) else {
            return nil
        }
        let (second, mark2, third) = (text[start + 2], text[start + 3], text[start + 4])
        guard second.kind == .number, second.digits <= 2, !second.isGrouped, mark2.kind == .mark, mark2.mark == mark.mark,
            text.isGlued(start + 3), text.isGlued(start + 4), third.kind == .number, !third.isGrouped,
            !(text.isGlued(start + 5) && text[start + 5].kind != .mark)
        else { return nil }
        if text.isGlued(start), start > 0, text[start - 1].kind != .mark || text[start - 1].mark == mark.mark { return nil }
        var (year, month, day) = (0, 0, 0)
        if first.digits == 4, third.digits <= 2 {
            (year, month, day) = (first.number, second.number, third.number)
        } else if first.digits <= 2, third.digits == 4 {
            (year, month, day) =
                mark.mark == 0x2F ? (third.number, first.number, second.number) : (third.number, second.number, first.number)
            if month > 12 { (month, day) = (day, month) }
        } else {
            return nil
        }
        guard (1000...2199).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
        return TimeMatch(
            start: start, end: start + 5, meaning: .date(CalendarDate(year: .year(year), month: month, day: day)), rule: "time.numeric-date"
        )
    }
}
