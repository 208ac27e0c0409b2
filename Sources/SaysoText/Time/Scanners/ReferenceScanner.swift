import SaysoLexicon

/// "now", "recently", "the near future": present, past, future, and no more than that.
struct ReferenceScanner: TimeScanner {
    func match(_ text: TimeText, at start: Int) -> TimeMatch? {
        if let (meaning, end) = text.phrase(start, [.phrase]) {
            // "the future of the monarchy" is its fate, "the past week" a week.
            if text.has(end, [.unit, .units, .cardinal, .several]) || text[end].kind == .number { return nil }
            return TimeMatch(start: start, end: end, meaning: .reference(meaning.code), rule: "time.reference")
        }
        if let value = text.code(start, .reference) {
            return TimeMatch(start: start, end: start + 1, meaning: .reference(value), rule: "time.reference")
        }
        return nil
    }
}

/// "Christmas", "Easter 1916", "last Thanksgiving", "Christmas Eve".
struct HolidayScanner: TimeScanner {
    func match(_ text: TimeText, at start: Int) -> TimeMatch? {
        var at = start
        var year = YearReference.open
        if let relation = text.relation(at) {
            year = relation == "last" || relation == "previous" ? .last : relation == "next" ? .next : .open
            at += 1
        }
        let code: String
        var end: Int
        if let found = text.phrase(at, [.holiday]) {
            (code, end) = (found.meaning.code, found.end)
        } else if let single = text.code(at, .holiday) {
            (code, end) = (single, at + 1)
        } else {
            return nil
        }
        guard text[at].isCapitalised else { return nil }
        let next = text.afterComma(end)
        if let explicit = text.year(next) { (year, end) = (.year(explicit), next + 1) }
        return TimeMatch(start: start, end: end, meaning: .holiday(code, year), rule: "time.holiday")
    }
}
