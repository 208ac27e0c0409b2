import SaysoCore
import SaysoLexicon

/// Reads a number with its bound words: "at least six", "over 10", "between 3 and 5", "at least three, perhaps four".
struct QuantityParser {
    struct Result {
        var count: (low: Int?, high: Int?)
        /// The bound words included, a trailing "of" too.
        var tokens: Range<Int>
        var rule: Rule
        var isPlainDigits = false
        var isBounded = false
    }

    private enum Bound { case lower(Int), upper(Int) }

    let lexicon: NumberLexicon
    let tokens: [Token]
    private var numbers: NumberParser { NumberParser(lexicon: lexicon, tokens: tokens) }

    func parse(at start: Int, before end: Int) -> Result? {
        var index = start
        var bound: Bound?
        var isRange = false
        var prefixes = 0
        // "at least some 20", "an estimated more than 300": at most four such phrases stand in a row.
        while prefixes < 4, let prefix = self.prefix(at: index, before: end) {
            switch prefix.meaning {
            case .lower(let shift): bound = bound ?? .lower(shift)
            case .upper(let shift): bound = bound ?? .upper(shift)
            case .between: isRange = true
            default: break
            }
            index = prefix.end
            prefixes += 1
        }
        guard let number = numbers.parse(at: index, before: end) else {
            guard prefixes > 0, let bare = numbers.parse(at: start, before: end), bare.isVague else { return nil }
            return Result(count: (bare.low, bare.high), tokens: start..<bare.end, rule: "quantity.vague")
        }
        if number.isVague, prefixes > 0, bound == nil, number.low == nil { return nil }
        var result = Result(
            count: (number.low, number.high), tokens: start..<number.end,
            rule: number.isVague ? "quantity.vague" : number.low == 0 ? "quantity.none" : "quantity.number",
            isPlainDigits: number.isPlainDigits && bound == nil && !isRange, isBounded: bound != nil)
        if let range = range(after: number, isOpened: isRange, before: end) {
            result.count = (number.low, range.high)
            result.tokens = start..<range.end
            result.rule = "quantity.range"
            result.isPlainDigits = false
            return result
        }
        if isRange { return nil }
        switch bound {
        case .lower(let shift):
            result.count = (number.isVague ? number.low : number.low.map { $0 + shift }, nil)
            result.rule = "quantity.at-least"
        case .upper(let shift):
            result.count = (nil, number.high.map { max(0, $0 + shift) })
            result.rule = "quantity.at-most"
        case nil: break
        }
        if let suffix = suffix(at: number.end, before: end) {
            result.tokens = start..<suffix.end
            if suffix.meaning == .afterLower { result.count = (number.low, nil) }
            if suffix.meaning == .afterUpper { result.count = (nil, number.high) }
            result.isBounded = true
        }
        return result
    }

    /// A second number that corrects the first upward: "at least three …, perhaps even four".
    func revision(after first: Int, before end: Int) -> (high: Int, tokens: Range<Int>)? {
        var index = first
        let limit = min(end, first + 14)
        while index < limit {
            guard let match = lexicon.matches(in: tokens, at: index, before: end).last, match.values.contains(.revise) else {
                index += 1
                continue
            }
            // A list that only goes on ("three dead, possibly poisoned, four hurt") corrects nothing.
            guard let number = numbers.parse(at: match.tokens.upperBound, before: end), let high = number.high, !number.isVague,
                number.end >= end || tokens[number.end].isPunctuation || number.end - index <= 4
            else { return nil }
            return (high, index..<number.end)
        }
        return nil
    }

    private func prefix(at index: Int, before end: Int) -> (meaning: NumberLexicon.Meaning, end: Int)? {
        guard index < end else { return nil }
        for match in lexicon.matches(in: tokens, at: index, before: end).reversed() {
            for meaning in match.values {
                switch meaning {
                case .lower, .upper, .about, .between: return (meaning, match.tokens.upperBound)
                // "a few hundred" and "no fewer than" are longer than "a few" and "no": the longest reading decides.
                case .vague(let low?) where low > 0: return nil
                case .group, .zero: return nil
                default: continue
                }
            }
        }
        return nil
    }

    private func suffix(at index: Int, before end: Int) -> (meaning: NumberLexicon.Meaning, end: Int)? {
        guard index < end else { return nil }
        for match in lexicon.matches(in: tokens, at: index, before: end).reversed() {
            for meaning in match.values where meaning == .afterLower || meaning == .afterUpper { return (meaning, match.tokens.upperBound) }
        }
        return nil
    }

    private func range(after number: NumberParser.Result, isOpened: Bool, before end: Int) -> (high: Int, end: Int)? {
        guard let low = number.low, !number.isVague, number.end < end else { return nil }
        let link = tokens[number.end]
        // "between 3 and 5", but "3 and 5" are two numbers.
        guard link.folded == "to" || link.folded == "-" || (isOpened && link.folded == "and") else { return nil }
        guard let second = numbers.parse(at: number.end + 1, before: end), let high = second.high, !second.isVague else { return nil }
        // "between 2 and 3 million": the scale belongs to both.
        guard high > low else { return nil }
        return (high, second.end)
    }
}
