import SaysoCore
import SaysoLexicon

/// Tells how many of a thing there are from what stands before its noun: "over 10 Russian-made …", "a …", "the …".
struct CountReader {
    let scanner: NounGroupScanner
    /// The quantity that ends before a token, by that token's index.
    private let quantityEnding: [Int: Int]
    private let quantities: [Quantity]

    init(_ document: borrowing Document, scanner: NounGroupScanner) {
        self.scanner = scanner
        self.quantities = document.quantities
        var ending: [Int: Int] = [:]
        for (index, quantity) in document.quantities.enumerated() { ending[quantity.tokens.upperBound] = index }
        self.quantityEnding = ending
    }

    struct Result {
        let count: Count
        /// First token of the group, the quantity or determiner included.
        let start: Int
        let rule: Rule
    }

    func quantity(endingAt index: Int) -> Quantity? { quantityEnding[index].map { quantities[$0] } }

    /// What the form of the noun tells: "missiles", "missile", or nothing ("aircraft", "dynamite").
    enum Number { case plural, singular, either }

    /// - Parameters:
    ///   - start: the first token of the noun (or of its modifiers that are known already).
    ///   - mayBeBare: a singular without an article is one thing all the same: "Car bomb kills 20".
    func count(before start: Int, notBefore limit: Int, _ number: Number, mayBeBare: Bool, isGeneric: Bool) -> Result {
        var index = start
        while index > limit, start - index < 7 {
            // "a 727 plane": a number that does not agree with its noun is a name. Designations need not agree ("two SU-35").
            if let quantity = quantity(endingAt: index),
                !(isGeneric && number == .singular && (quantity.count.low ?? 0) > 1 && quantity.rule == "quantity.number")
            {
                return Result(count: quantity.count, start: quantity.tokens.lowerBound, rule: "count.number")
            }
            let before = index - 1
            let token = scanner.tokens[before]
            let marks = scanner.marks(before)
            if marks.contains(.determiner) || token.folded == "'s" || token.folded == "’s" {
                let isOne = number == .singular || (number == .either && Self.articles.contains(token.folded))
                return isOne ? one(before, words: token.text) : untold(before, number, words: token.text)
            }
            if marks.contains(.plain) {
                return number == .singular ? one(before, words: token.text) : untold(before, number, words: token.text)
            }
            guard !scanner.endsGroup(before) else { break }
            index = before
        }
        return number == .singular && mayBeBare ? one(start, words: nil) : untold(start, number, words: nil)
    }

    private static let articles: Set<String> = ["a", "an", "one", "another"]

    private func one(_ start: Int, words: String?) -> Result {
        Result(count: .exactly(1, words: words), start: start, rule: "count.singular")
    }

    private func untold(_ start: Int, _ number: Number, words: String?) -> Result {
        Result(count: .untold, start: start, rule: number == .plural ? "count.plural" : "count.untold")
    }
}
