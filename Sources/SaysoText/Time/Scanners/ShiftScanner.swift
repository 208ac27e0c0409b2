import SaysoLexicon

/// "two weeks ago", "three days earlier", "a year later", "year-ago", "months before".
struct ShiftScanner: TimeScanner {
    private typealias Keys = TimeLexicon.Keys

    func match(_ text: TimeText, at start: Int) -> TimeMatch? {
        var start = start
        let from = start
        if text.isWord(start, Keys.the) { start += 1 }
        var amount = Amount.vague
        var at = start
        if let found = AmountReader.amount(text, start) {
            (amount, at) = (found.amount, found.end)
            at = text.afterHyphen(at)
            while text.has(at, .between) { at += 1 }
        } else if text.code(start, .unit) != nil {
            amount = .exact(100)  // "year-ago", "the year-earlier period"
        }
        guard let unit = (text.code(at, .units) ?? text.code(at, .unit)).flatMap(TimeUnit.init) else { return nil }
        let isBare = at == start
        if isBare, text.code(at, .units) == nil {
            let next = text.afterHyphen(at + 1)
            guard next > at + 1, let shift = text.code(next, .shift), shift != "after" else { return nil }
            return TimeMatch(
                start: from, end: next + 1, meaning: .shift(amount, unit, sign: -1, isFromReport: shift == "ago"), rule: "time.year-ago")
        }
        if from < start { return nil }
        var end = at + 1
        if text.isWord(end, Keys.or), text.isWord(end + 1, Keys.so) || text.isWord(end + 1, Keys.two) { end += 2 }
        if text.isWord(end, Keys.from), text.isWord(end + 1, Keys.now) {
            return TimeMatch(start: start, end: end + 2, meaning: .shift(amount, unit, sign: 1, isFromReport: true), rule: "time.from-now")
        }
        guard let shift = text.code(end, .shift) else { return nil }
        // "two days after the attack": a length and an event; the day is not in these words.
        if text.isWord(end, Keys.after) || text.isWord(end, Keys.before) {
            let next = text[end + 1]
            guard next.kind != .word && next.kind != .number || text.isWord(end + 1, Keys.and) else { return nil }
        }
        if text.isWord(end, Keys.later), text.isWord(end + 1, Keys.than) { return nil }
        return TimeMatch(
            start: start, end: end + 1, meaning: .shift(amount, unit, sign: shift == "after" ? 1 : -1, isFromReport: shift == "ago"),
            rule: "time.\(shift == "ago" ? "ago" : "shift")")
    }
}
