import SaysoLexicon

/// What a scanner found: pieces and their meaning, not yet a date.
struct TimeMatch {
    var start: Int
    var end: Int
    var meaning: TimeMeaning
    var modifier: String? = nil
    /// "the third quarter": a determiner before it belongs to it ("the 4 March attack": none there).
    var takesDeterminer = false
    var rule: String
}

/// One family of time expressions. Looks at one place, says what begins there or nil; the longest answer of all families wins, of equals
/// the first.
protocol TimeScanner: Sendable {
    func match(_ text: TimeText, at start: Int) -> TimeMatch?
}

/// All families, and what may stand before any of them ("about", "the end of", "early").
struct TimeGrammar: Sendable {
    private let scanners: [any TimeScanner] = [
        CalendarDateScanner(), NumericDateScanner(), ClockScanner(), YearScanner(), WeekdayScanner(), DayScanner(), PeriodScanner(),
        QuarterScanner(),
        SeasonScanner(), ShiftScanner(), DurationScanner(), SetScanner(), DayPartScanner(), HolidayScanner(), ReferenceScanner(),
    ]

    /// The longest expression that begins at `start`, with its modifiers.
    func match(_ text: TimeText, at start: Int) -> TimeMatch? {
        var best = core(text, at: start)
        if let prefix = TimePrefix(text, at: start), var match = core(text, at: prefix.end), prefix.suits(match) {
            if match.modifier == nil || prefix.modifier != nil { match.modifier = prefix.modifier ?? match.modifier }
            match.start = start
            if match.end > best?.end ?? 0 { best = match }
        }
        return best
    }

    func core(_ text: TimeText, at start: Int) -> TimeMatch? {
        var best: TimeMatch?
        for scanner in scanners {
            if let match = scanner.match(text, at: start), match.end > best?.end ?? 0 { best = match }
        }
        return best
    }
}

/// Words before a time that change its extent or its bounds: "the", "early", "the end of", "about", "more than".
struct TimePrefix {
    let end: Int
    let modifier: String?
    private let isBound: Bool
    private let isPlainDeterminer: Bool

    init?(_ text: TimeText, at start: Int) {
        if let (meaning, end) = text.phrase(start, [.bound]) {
            self.end = text.has(end, .determiner) ? end + 1 : end
            modifier = meaning.code
            (isBound, isPlainDeterminer) = (true, false)
            return
        }
        if let code = text.code(start, .approximator) {
            // "about three years", "around Nov. 5", "nearly the last two weeks"; "some 30 days", never "some day".
            // "over" and "under" want a number: "over the summer" is during it.
            let wantsNumber = code != "APPROX" && code != "LESS_THAN" || text.has(start, .several)
            if wantsNumber, text.has(start + 1, .determiner) { return nil }
            end = text.has(start + 1, .determiner) ? start + 2 : start + 1
            modifier = code.isEmpty ? nil : code
            (isBound, isPlainDeterminer) = (true, false)
            return
        }
        var at = start
        if text.has(at, .determiner) { at += 1 }
        if let modifier = text.code(at, .modifier) {
            self.modifier = modifier
            isBound = false
            isPlainDeterminer = false
            let isMid = modifier == "MID" || modifier == "START" || modifier == "END"
            var next = isMid ? text.afterHyphen(at + 1) : at + 1
            if text.isWord(next, TimeLexicon.Keys.part) { next += 1 }
            if text.isWord(next, TimeLexicon.Keys.of) || text.isWord(next, TimeLexicon.Keys.in_) { next += 1 }
            if text.has(next, .determiner) { next += 1 }
            end = next
            return
        }
        guard at > start else { return nil }
        end = at
        modifier = nil
        isBound = false
        isPlainDeterminer = true
    }

    func suits(_ match: TimeMatch) -> Bool {
        if isPlainDeterminer { return match.takesDeterminer }
        switch match.meaning {
        case .duration: return isBound
        case .set, .reference: return false
        case .shift: return isBound
        case .clock: return isBound
        case .dayPart: return true
        default: return true
        }
    }
}
