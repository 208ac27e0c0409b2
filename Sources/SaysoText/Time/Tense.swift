import SaysoLexicon

/// Whether the words around a time speak of what was or of what will be.
enum Tense { case past, future, unknown }

/// Reads tense from the nearest cue word of the clause ("will", "said", "was"); a cue before the time tells more than one behind.
enum TenseReader {
    static func tense(_ text: TimeText, around range: Range<Int>) -> Tense {
        var (before, after) = (range.lowerBound - 1, range.upperBound)
        var distance = 1
        while distance < 24 {
            if before >= 0, let tense = cue(text, before) { return tense }
            if distance > 2, let tense = cue(text, after) { return tense }
            if before >= 0, isClauseEnd(text, before) { before = -1 } else { before -= 1 }
            if distance > 2 { if isClauseEnd(text, after) { after = .max / 2 } else { after += 1 } }
            if before < 0, after >= text.pieces.count { break }
            distance += 1
        }
        return .unknown
    }

    private static func cue(_ text: TimeText, _ index: Int) -> Tense? {
        if text.phrase(index, [.futureCue]) != nil { return .future }
        guard text.has(index, [.futureCue, .pastCue]) else { return text[index].looksPast && !text[index].isCapitalised ? .past : nil }
        // "May" and "Will" with capitals are a month and a name.
        if text[index].isCapitalised, !text.isUpper, index > 0 { return nil }
        return text.has(index, .futureCue) ? .future : .past
    }

    private static func isClauseEnd(_ text: TimeText, _ index: Int) -> Bool { text[index].kind == .mark && [0x3B, 0x22].contains(text[index].mark) }
}
