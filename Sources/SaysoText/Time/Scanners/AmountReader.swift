import SaysoLexicon

/// Reads how many: "3", "two and a half", "2 1/2", "a couple of", "several", "two to three" (the first counts).
enum AmountReader {
    private typealias Keys = TimeLexicon.Keys

    static func amount(_ text: TimeText, _ start: Int, allowsArticle: Bool = true) -> (amount: Amount, end: Int)? {
        guard var (amount, end) = single(text, start, allowsArticle: allowsArticle) else { return nil }
        // "two to three weeks", "30 or 40 years", "12-18 months": the second number only closes the phrase.
        if text.isWord(end, Keys.to) || text.isWord(end, Keys.or) || text.isMark(end, "-") && text.isGlued(end),
            let second = single(text, end + 1, allowsArticle: false), case .exact = second.amount, case .exact = amount
        {
            end = second.end
            if text.has(start, .several) { amount = .vague }
        }
        return (amount, end)
    }

    private static func single(_ text: TimeText, _ start: Int, allowsArticle: Bool) -> (amount: Amount, end: Int)? {
        let piece = text[start]
        if piece.kind == .number {
            guard piece.number >= 0, piece.number < 1_000_000 else { return nil }
            if !piece.spaceBefore, start > 0 {
                let before = text[start - 1]
                guard before.kind == .mark, [0x22, 0x27, 0x28, 0x2D, 0x5B].contains(before.mark),
                    before.mark != 0x2D || text[start - 2].kind == .number
                else { return nil }
            }
            let hundredths = piece.isDecimal ? piece.number : piece.number * 100
            // "2 1/2", "2-1/2"
            let next = text.afterHyphen(start + 1)
            if text[next].kind == .number, text.isMark(next + 1, "/"), text.isGlued(next + 1), text[next + 2].kind == .number,
                text[next + 2].number > 0,
                text[next].number >= 0, text[next].number < text[next + 2].number
            {
                return (.exact(hundredths + text[next].number * 100 / text[next + 2].number), next + 3)
            }
            return half(text, .exact(hundredths), start + 1)
        }
        if let (number, end) = cardinal(text, start) { return half(text, .exact(number * 100), end) }
        if text.has(start, .article), allowsArticle || text.has(start + 1, .several) || text.isWord(start + 1, Keys.hundred) {
            if text.isWord(start + 1, Keys.couple) { return couple(text, start + 1) }
            if text.isWord(start + 1, Keys.hundred) { return (.exact(10_000), start + 2) }
            if text.has(start + 1, .several), !text.has(start + 1, .approximator) { return (.vague, start + 2) }
            if text.isWord(start + 1, Keys.half) { return (.exact(50), text.afterHyphen(start + 2)) }
            return (.exact(100), start + 1)
        }
        if text.isWord(start, Keys.half) {  // "half an hour", "half a century"
            let next = text.afterHyphen(start + 1)
            return (.exact(50), text.has(next, .article) ? next + 1 : next)
        }
        if text.isWord(start, Keys.couple) { return couple(text, start) }
        if text.has(start, .several) {
            let next = text.isWord(start + 1, Keys.of) ? start + 2 : start + 1
            return (.vague, next)
        }
        return nil
    }

    private static func couple(_ text: TimeText, _ at: Int) -> (amount: Amount, end: Int) {
        (.exact(200), text.isWord(at + 1, Keys.of) ? at + 2 : at + 1)
    }

    /// "two and a half"
    private static func half(_ text: TimeText, _ amount: Amount, _ end: Int) -> (amount: Amount, end: Int) {
        guard case .exact(let hundredths) = amount, text.isWord(end, Keys.and) else { return (amount, end) }
        let next = text.has(end + 1, .article) ? end + 2 : end + 1
        return text.isWord(next, Keys.half) ? (.exact(hundredths + 50), next + 1) : (amount, end)
    }

    /// "twenty-one", "one hundred", "two thousand"
    static func cardinal(_ text: TimeText, _ start: Int) -> (number: Int, end: Int)? {
        guard var number = text.number(start, .cardinal) else { return nil }
        var end = start + 1
        if number >= 20 {
            let next = text.afterHyphen(end)
            if let ones = text.number(next, .cardinal), (1...9).contains(ones) {
                number += ones
                end = next + 1
            }
        }
        while let scale = text.number(end, .scale), number < 1000 {
            number *= scale
            end += 1
        }
        return number < 1_000_000 ? (number, end) : nil
    }
}
