import SaysoCore
import SaysoLexicon

/// Reads the number that starts at a token: "14,000", "twenty-five", "one hundred and twenty", "1.2 million", "two dozen", "several
/// hundred".
///
/// Bounds and ranges are the business of ``QuantityParser``; here a number is only its value, or for a vague word its conventional lower
/// bound.
struct NumberParser {
    struct Result {
        let low: Int?
        let high: Int?
        /// "several", "dozens": a bound before it does not shift it.
        let isVague: Bool
        /// Written in digits without a separator: it may be a year.
        let isPlainDigits: Bool
        let end: Int
    }

    let lexicon: NumberLexicon
    let tokens: [Token]

    func parse(at start: Int, before end: Int) -> Result? {
        let composed = compose(at: start, before: end)
        var best = composed
        for match in lexicon.matches(in: tokens, at: start, before: end).reversed() {
            guard match.tokens.upperBound > best?.end ?? start else { break }
            for meaning in match.values {
                switch meaning {
                case .group(let value):
                    // "a dozen" alone, but "half a million" must not stop at "half a".
                    best = Result(low: value, high: value, isVague: false, isPlainDigits: false, end: match.tokens.upperBound)
                case .vague(let low):
                    best = Result(low: low, high: nil, isVague: true, isPlainDigits: false, end: match.tokens.upperBound)
                case .zero:
                    best = Result(low: 0, high: 0, isVague: false, isPlainDigits: false, end: match.tokens.upperBound)
                default: continue
                }
                return best
            }
        }
        return best
    }

    /// Digits and number words put together. Values beyond what a report can count (10¹⁵) are no number.
    private func compose(at start: Int, before end: Int) -> Result? {
        var total = 0
        var current = 0
        var index = start
        var isDigits = false
        var last = Piece.start
        var lastScale = Int.max
        scanning: while index < end {
            let token = tokens[index]
            if token.folded == "and", last == .scale, current > 0 || total > 0, index + 1 < end, let next = pieces(of: index + 1),
                case .cardinal? = next.first
            {
                index += 1
                continue
            }
            if last == .cardinal, token.folded == "-", !token.spaceBefore, index + 1 < end, !tokens[index + 1].spaceBefore,
                let next = pieces(of: index + 1), case .cardinal(let one)? = next.first, one < 10, current % 10 == 0, current >= 20
            {
                index += 1
                continue
            }
            if let digits = DigitReader.read(token.folded) {
                switch digits {
                case .integer(let value):
                    guard last == .start || last == .scale && value < lastScale else { break scanning }
                    current += value
                    isDigits = last == .start && !token.folded.utf8.contains(UInt8(ascii: ","))
                    last = .digits
                case .decimal(let value):
                    guard last == .start, index + 1 < end, case .scale(let scale)? = pieces(of: index + 1)?.first, scale >= 1000 else {
                        break scanning
                    }
                    total = Int((value * Double(scale)).rounded())
                    return Result(low: total, high: total, isVague: false, isPlainDigits: false, end: index + 2)
                }
                index += 1
                continue
            }
            guard let words = pieces(of: index) else { break }
            let (savedTotal, savedCurrent) = (total, current)
            for word in words {
                switch word {
                case .cardinal(let value):
                    let fits =
                        last == .start || last == .scale || (last == .cardinal && value < 10 && current % 10 == 0 && current % 100 >= 20)
                    guard fits else {
                        (total, current) = (savedTotal, savedCurrent)
                        break scanning
                    }
                    current += value
                    last = .cardinal
                case .scale(let scale):
                    guard last != .start || words.count == 1 else { break scanning }
                    if scale == 100 || scale == 12 || scale == 20 {
                        guard last != .start, current > 0, current < 1000 else {
                            (total, current) = (savedTotal, savedCurrent)
                            break scanning
                        }
                        current *= scale
                    } else {
                        guard scale < lastScale, total + max(1, current) < 1_000_000_000_000_000 / scale else { break scanning }
                        // A bare "thousand" is a word of a name ("Thousand Oaks") more often than a count.
                        guard last != .start else { break scanning }
                        total += max(1, current) * scale
                        current = 0
                        lastScale = scale
                    }
                    last = .scale
                default: break scanning
                }
            }
            isDigits = false
            index += 1
        }
        guard index > start, last != .start else { return nil }
        let value = total + current
        return Result(low: value, high: value, isVague: false, isPlainDigits: isDigits && index == start + 1, end: index)
    }

    private enum Piece { case start, digits, cardinal, scale }

    /// The number words of one token: "twenty-five" has two. Nil when any part is no number word ("six-shot").
    private func pieces(of index: Int) -> [NumberLexicon.Meaning]? {
        let token = tokens[index]
        guard token.shape != .number, !token.isPunctuation else { return nil }
        if let match = lexicon.matches(in: tokens, at: index, before: index + 1).last {
            let found = match.values.first { if case .cardinal = $0 { true } else if case .scale = $0 { true } else { false } }
            return found.map { [$0] }
        }
        guard token.folded.utf8.contains(UInt8(ascii: "-")) else { return nil }
        var result: [NumberLexicon.Meaning] = []
        for part in token.folded.split(separator: "-") {
            let word = Token(span: token.span, text: String(part), folded: String(part), shape: .lower, spaceBefore: false)
            let match = lexicon.matches(in: [word], at: 0, before: 1).last
            let meaning = match?.values.first { if case .cardinal = $0 { true } else if case .scale = $0 { true } else { false } }
            guard let meaning else { return nil }
            result.append(meaning)
        }
        return result.isEmpty ? nil : result
    }
}

/// Reads numbers written in digits.
enum DigitReader {
    enum Number: Hashable { case integer(Int), decimal(Double) }

    /// "14,000" and "20" are integers, "1.2" is a decimal; dates, times, designations and anything beyond 15 digits are none.
    static func read(_ folded: String) -> Number? {
        var value = 0
        var digits = 0
        var group = -1
        var fraction = 0.0
        var scale = 0.1
        var inFraction = false
        for byte in folded.utf8 {
            switch byte {
            case 0x30...0x39:
                let digit = Int(byte - 0x30)
                if inFraction {
                    fraction += Double(digit) * scale
                    scale /= 10
                } else {
                    digits += 1
                    guard digits <= 15 else { return nil }
                    value = value * 10 + digit
                    if group >= 0 { group += 1 }
                }
            case UInt8(ascii: ","):
                guard !inFraction, digits > 0, group < 0 ? digits <= 3 : group == 3 else { return nil }
                group = 0
            case UInt8(ascii: "."):
                guard !inFraction, digits > 0, group < 0 || group == 3 else { return nil }
                inFraction = true
            default: return nil
            }
        }
        guard digits > 0, group < 0 || group == 3 else { return nil }
        return inFraction ? (scale < 0.1 ? .decimal(Double(value) + fraction) : nil) : .integer(value)
    }
}
