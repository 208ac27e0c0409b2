import SaysoLexicon

/// "last summer", "the spring of 2019", "summer 1943", "this past winter". A bare season counts behind "in", "the", "by" …; "fall" only
/// with a year or a relation.
struct SeasonScanner: TimeScanner {
    private typealias Keys = TimeLexicon.Keys

    func match(_ text: TimeText, at start: Int) -> TimeMatch? {
        var at = start
        var year = YearReference.open
        var isRelated = false
        while let relation = text.relation(at), at < start + 2 {
            switch relation {
            case "last", "past", "previous": year = .last
            case "next", "coming", "following": year = .next
            case "this": year = .relative(0)
            case "that", "same": year = .same
            default: return nil
            }
            isRelated = true
            at += 1
        }
        guard let season = text.code(at, .season) else { return nil }
        var end = at + 1
        var hasYear = false
        var next = text.afterComma(end)
        if text.isWord(next, Keys.of) { next += 1 }
        if let explicit = text.year(next) {
            (year, end, hasYear) = (.year(explicit), next + 1, true)
        } else if let number = text.plainNumber(next, digits: 1...4), text.code(next + 1, .era) == "BC" {
            (year, end, hasYear) = (.year(-number), next + 2, true)
        } else if let (explicit, after) = text.spelledYear(next) {
            (year, end, hasYear) = (.year(explicit), after, true)
        } else if text.isWord(next + 1, Keys.year), let relation = text.relation(next), next > end {
            year = relation == "last" ? .relative(-1) : relation == "next" ? .relative(1) : relation == "that" ? .same : .relative(0)
            (end, hasYear) = (next + 2, true)
        }
        if !isRelated, !hasYear {
            let isFall = text[at].end - text[at].start == 4
            let isSpring = season == "SP"
            // "the fall of Saigon", "spring a surprise": words that do other work.
            let isAfterCue =
                text.has(at - 1, [.yearCue, .modifier, .openStart, .openEnd])
                || text.isWord(at - 1, Keys.the)
                    && (text.has(at - 2, [.yearCue, .modifier, .openStart, .openEnd]) || text.isWord(at - 2, Keys.in_))
            if isFall || text.isWord(end, Keys.of) { return nil }
            if isSpring, !isAfterCue { return nil }
            if !isAfterCue, !text.isWord(at - 1, Keys.the) { return nil }
            if text[at].isCapitalised, !text.isUpper, at > 0 { return nil }
        }
        return TimeMatch(start: start, end: end, meaning: .part(season, year), takesDeterminer: true, rule: "time.season")
    }
}
