import SaysoLexicon

/// "daily", "every Monday", "each year", "every two weeks", "Saturdays", "per month".
struct SetScanner: TimeScanner {
    private typealias Keys = TimeLexicon.Keys

    func match(_ text: TimeText, at start: Int) -> TimeMatch? {
        if let value = text.code(start, .set) {
            // "a quarterly dividend" tells of dividends, "paid quarterly" of time.
            if value == "P3M", text[start + 1].kind == .word { return nil }
            return TimeMatch(start: start, end: start + 1, meaning: .set(value, quant: nil, frequency: nil), rule: "time.set-word")
        }
        if let weekday = text.number(start, .weekdays), text[start].isCapitalised {
            let part = text.code(start + 1, .dayPart) ?? text.code(start + 1, .dayParts)
            return TimeMatch(
                start: start, end: start + (part == nil ? 1 : 2),
                meaning: .set("XXXX-WXX-\(weekday)" + (part.map { "T" + $0 } ?? ""), quant: nil, frequency: nil), rule: "time.weekdays")
        }
        if text.isWord(start, Keys.per), let unit = text.code(start + 1, .unit).flatMap(TimeUnit.init) {
            return TimeMatch(
                start: start, end: start + 2, meaning: .set(unit.duration(.exact(100)), quant: nil, frequency: nil), rule: "time.per")
        }
        if let weekday = text.number(start, .weekday), text[start].isCapitalised, let part = text.code(start + 1, .dayParts) {
            return TimeMatch(
                start: start, end: start + 2, meaning: .set("XXXX-WXX-\(weekday)T\(part)", quant: nil, frequency: nil),
                rule: "time.weekday-nights")
        }
        guard text.relation(start) == "each" else { return nil }
        let quant = "EVERY"
        func found(_ end: Int, _ value: String) -> TimeMatch {
            TimeMatch(start: start, end: end, meaning: .set(value, quant: quant, frequency: nil), rule: "time.every")
        }
        if let weekday = text.number(start + 1, .weekday) { return found(start + 2, "XXXX-WXX-\(weekday)") }
        if let month = text.number(start + 1, .month), text[start + 1].isCapitalised {
            return found(start + 2, "XXXX-" + (month < 10 ? "0\(month)" : "\(month)"))
        }
        if let season = text.code(start + 1, .season) { return found(start + 2, "XXXX-\(season)") }
        if let unit = text.code(start + 1, .unit).flatMap(TimeUnit.init), unit != .second {
            return found(start + 2, unit == .night ? "XXXX-XX-XXTNI" : unit == .quarter ? "P1Q" : unit.duration(.exact(100)))
        }
        if let part = text.code(start + 1, .dayPart) { return found(start + 2, "XXXX-XX-XXT\(part)") }
        if let (amount, end) = AmountReader.amount(text, start + 1, allowsArticle: false),
            let unit = (text.code(end, .units) ?? text.code(end, .unit)).flatMap(TimeUnit.init)
        {
            return found(end + 1, unit.duration(amount))
        }
        return nil
    }
}
