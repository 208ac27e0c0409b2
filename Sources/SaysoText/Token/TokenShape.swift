import SaysoCore

extension Token.Shape {
    /// What the bytes from `start` to `end` look like: "the" lower, "Libya" capitalised, "NATO" upper, "MiG-29s" mixed, "10,000" and "1st"
    /// number.
    static func of(_ start: Int, _ end: Int, in utf8: [UInt8]) -> Token.Shape {
        var (upper, lower, letters, digits, symbols) = (0, 0, 0, 0, 0)
        var startsUpper = false
        var offset = start
        while offset < end {
            let (kind, width) = CharacterClass.at(offset, in: utf8)
            switch kind {
            case .upper:
                if letters + digits == 0 { startsUpper = true }
                upper += 1
                letters += 1
            case .lower:
                lower += 1
                letters += 1
            case .letter: letters += 1
            case .digit: digits += 1
            case .symbol: symbols += 1
            case .space, .punctuation: break
            }
            offset += width
        }
        if letters == 0 { return digits > 0 ? .number : symbols > 0 ? .symbol : .punctuation }
        // "1st", "1990s", "'90s": a number in the form of a word
        if digits > 0, upper == 0, letters <= 2, CharacterClass.at(start, in: utf8).kind != .lower { return .number }
        if upper == 0 { return .lower }
        if lower == 0 { return upper == 1 && digits == 0 ? .capitalised : .upper }
        return startsUpper && upper == 1 && digits == 0 ? .capitalised : .mixed
    }
}
