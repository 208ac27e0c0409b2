import SaysoCore
import SaysoLexicon

/// Which hyphened words stay one token.
///
/// UD English EWT splits most of them ("Russian - made", "air - to - air") and keeps prefixes ("non-military", "ex-soldier"). Lexicons
/// want names and designations whole, so these stay one token too: "MiG-29s", "SU-35", "Pantsir-S1", "Al-Watiya", "Deir-ez-Zor", "Kim
/// Jong-un", "Nagorno-Karabakh". Two states or peoples are two ("Iran-Iraq", "Russian-Turkish"), as is what is made of a name and a
/// participle ("US-led").
struct HyphenRule {
    let utf8: [UInt8]
    let words: TokenLexicon

    /// The whole word, whatever its parts: designations, dates, telephone numbers.
    func isWhole(_ parts: [TextSpan]) -> Bool {
        var digits = 0
        for part in parts {
            let shape = Token.Shape.of(part.start, part.end, in: utf8)
            if shape == .number { digits += 1 }
        }
        return digits == parts.count && parts.count >= 3
    }

    /// Whether two neighbouring parts stay together.
    func joins(_ left: TextSpan, _ right: TextSpan) -> Bool {
        if left.isEmpty || right.isEmpty { return true }
        let before = Token.Shape.of(left.start, left.end, in: utf8)
        let after = Token.Shape.of(right.start, right.end, in: utf8)
        if words.isPrefix(utf8[left.start..<left.end]) { return true }
        let hasDigitBefore = hasDigit(left)
        let hasDigitAfter = hasDigit(right)
        // "F-16", "T-72B3", "COVID-19", "Fateh-110"; not "top-10", "May 18-20"
        if hasDigitAfter, before == .upper || before == .capitalised || before == .mixed { return true }
        // "2S19-M1"; not "15-year"
        if hasDigitBefore { return before == .mixed && hasDigitAfter }
        if after == .number { return false }
        if words.isArticle(utf8[left.start..<left.end]), before != .upper || after == .upper { return true }
        switch (before, after) {
        case (.capitalised, .capitalised), (.capitalised, .mixed), (.mixed, .capitalised), (.upper, .capitalised):
            return !(words.isState(utf8[left.start..<left.end]) && words.isState(utf8[right.start..<right.end]))
                && !words.isTail(utf8[right.start..<right.end])
        case (.upper, .upper):
            return !words.isTail(utf8[right.start..<right.end]) && !words.isTail(utf8[left.start..<left.end])
                && !(words.isState(utf8[left.start..<left.end]) && words.isState(utf8[right.start..<right.end]))
                && !endsLikeParticiple(right)
        case (.capitalised, .lower):
            // "Ban Ki-moon", "Tsai Ing-wen", "Port-au-Prince": short, and no English word
            return left.count <= 6 && right.count <= 5 && !words.isTail(utf8[right.start..<right.end]) && !endsLikeParticiple(right)
                && !words.isState(utf8[left.start..<left.end])
        case (.lower, .capitalised):
            // "Port-au-Prince", "Deir-ez-Zor": the small word in the middle of a name
            return left.count <= 3 && left.start > 0 && utf8[left.start - 1] == UInt8(ascii: "-")
        default: return false
        }
    }

    private func hasDigit(_ span: TextSpan) -> Bool { utf8[span.start..<span.end].contains { (0x30...0x39).contains($0) } }

    private func endsLikeParticiple(_ span: TextSpan) -> Bool {
        guard span.count >= 5 else { return false }
        let (a, b, c) = (utf8[span.end - 3] | 0x20, utf8[span.end - 2] | 0x20, utf8[span.end - 1] | 0x20)
        return (a, b, c) == (UInt8(ascii: "i"), UInt8(ascii: "n"), UInt8(ascii: "g")) || (b, c) == (UInt8(ascii: "e"), UInt8(ascii: "d"))
    }
}
