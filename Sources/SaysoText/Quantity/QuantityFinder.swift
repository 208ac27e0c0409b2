public import SaysoCore
public import SaysoLexicon

/// Finds how many: numbers with their bound words, and the noun they count.
///
/// *Reads* tokens and sentences (tags and chunks where there are any), *writes* quantities. "Over 10 launchers and at least six guns" gives
/// 11–nil for “launchers” and 6–nil for “guns". Dates, ages, sums, lengths and shares count nothing and are left out.
public struct QuantityFinder: Stage {
    public let name = "quantity-finder"
    public let reads: Set<Layer> = [.tokens, .sentences]
    public let writes: Set<Layer> = [.quantities]
    let numbers: NumberLexicon
    let edges: NounGroupEdges

    /// With the bundled lexicons.
    public init() throws(LexiconTable.Problem) { try self.init(numbers: .english(), edges: .english()) }

    public init(numbers: NumberLexicon, edges: NounGroupEdges) {
        self.numbers = numbers
        self.edges = edges
    }

    public func run(_ input: consuming Document) -> Document {
        var document = input
        let scanner = NounGroupScanner(document, edges: edges)
        let parser = QuantityParser(lexicon: numbers, tokens: document.tokens)
        var found: [Quantity] = []
        for sentence in document.sentences {
            var index = sentence.tokens.lowerBound
            let end = min(sentence.tokens.upperBound, document.tokens.count)
            while index < end {
                guard canStart(document.tokens[index], at: index, parser, before: end), let result = parser.parse(at: index, before: end),
                    let quantity = accept(result, scanner, parser, in: document, sentence: sentence.tokens.lowerBound..<end)
                else {
                    index += 1
                    continue
                }
                found.append(quantity)
                index = quantity.tokens.upperBound
            }
        }
        document.quantities = found
        return document
    }

    private func canStart(_ token: Token, at index: Int, _ parser: QuantityParser, before end: Int) -> Bool {
        guard let first = token.folded.utf8.first, !token.isPunctuation else { return false }
        if (0x30...0x39).contains(first) { return true }
        return token.folded.utf8.contains(UInt8(ascii: "-")) || !numbers.matches(in: parser.tokens, at: index, before: end).isEmpty
    }

    private func accept(
        _ result: QuantityParser.Result, _ scanner: NounGroupScanner, _ parser: QuantityParser, in document: borrowing Document,
        sentence: Range<Int>
    ) -> Quantity? {
        let next = result.tokens.upperBound
        let context = QuantityContext(numbers: numbers, tokens: scanner.tokens, sentence: sentence)
        guard context.counts(result) else { return nil }
        let counted = countedNoun(from: next, before: sentence.upperBound, scanner)
        if result.isPlainDigits, context.mayBeYear(result), counted.map({ !scanner.looksPlural($0) }) ?? true { return nil }
        // "both civilians and soldiers".
        if scanner.tokens[result.tokens.lowerBound].folded == "both", next < sentence.upperBound, scanner.tokens[next].folded != "of",
            (next..<min(sentence.upperBound, next + 6)).contains(where: { scanner.tokens[$0].folded == "and" })
        {
            return nil
        }
        if result.rule == "quantity.none", !isNone(result, scanner, before: sentence.upperBound) { return nil }
        // "one of them", "one another", "no longer": words, not counts.
        if counted == nil, next < sentence.upperBound, result.tokens.count == 1,
            ["one", "no", "all", "most"].contains(scanner.tokens[next - 1].folded),
            scanner.tokens[next].folded != "of"
        {
            return nil
        }
        var count = Count(low: result.count.low, high: result.count.high, words: words(result.tokens, document))
        var rule = result.rule
        if let low = result.count.low, result.rule != "quantity.vague",
            let revision = parser.revision(after: next, before: sentence.upperBound), revision.high > low
        {
            count.high = revision.high
            rule = "quantity.revised"
        }
        return Quantity(span: document.span(result.tokens), tokens: result.tokens, count: count, counted: counted, rule: rule)
    }

    /// "no" before a noun; "no longer", "No. 2" and "no one" are something else.
    private func isNone(_ result: QuantityParser.Result, _ scanner: NounGroupScanner, before end: Int) -> Bool {
        let next = result.tokens.upperBound
        if ["nobody", "none", "nil", "zero"].contains(scanner.tokens[next - 1].folded) { return true }
        guard next < end, !scanner.endsGroup(next), !scanner.tokens[next - 1].text.hasSuffix(".") else { return result.tokens.count > 1 }
        return ![
            "longer", "more", "doubt", "one", "matter", "further", "immediate", "way", "comment", "less", "later", "other", "such", "sign",
        ]
        .contains(scanner.tokens[next].folded)
    }

    /// The words without a trailing "of": "hundreds of rebels" are counted by "hundreds".
    private func words(_ range: Range<Int>, _ document: borrowing Document) -> String {
        let endsInOf = range.count > 1 && document.tokens[range.upperBound - 1].folded == "of"
        return document.passage(endsInOf ? range.lowerBound..<range.upperBound - 1 : range).words
    }

    private func countedNoun(from start: Int, before end: Int, _ scanner: NounGroupScanner) -> Int? {
        let run = scanner.run(from: start, before: end)
        guard !run.isEmpty else { return nil }
        let nouns = run.filter { scanner.tokens[$0].tag == .noun || scanner.tokens[$0].tag == .properNoun }
        if let last = nouns.last { return last }
        return run.first { scanner.looksPlural($0) } ?? run.upperBound - 1
    }
}

/// What stands around a number and makes it no count.
struct QuantityContext {
    let numbers: NumberLexicon
    let tokens: [Token]
    let sentence: Range<Int>

    func counts(_ result: QuantityParser.Result) -> Bool {
        let next = result.tokens.upperBound
        let first = result.tokens.lowerBound
        if next < sentence.upperBound {
            let token = tokens[next]
            if ["%", "°", "°c", "£", "€", "$", "mm", ":", "st", "nd", "rd", "th"].contains(token.folded),
                !token.spaceBefore || token.folded != ":"
            {
                return false
            }
            if isUnit(at: next) { return false }
            // "20-hour", "45-year-old", "5-0": a hyphen that clings makes the number a part of a word.
            if token.folded == "-", !token.spaceBefore, next + 1 < sentence.upperBound, !tokens[next + 1].spaceBefore { return false }
        }
        guard first > sentence.lowerBound else { return !(isListNumber(result)) }
        let before = tokens[first - 1]
        if [
            "$", "€", "£", "¥", "rs", "us$", "no", "no.", "#", "number", "article", "resolution", "section", "chapter", "page", "route",
            "highway", "flight",
            "room", "channel", "aged", "age", "unit", "column", "type", "block", "camp", "grade", "phase", "point", "group", "pier", "gate",
        ].contains(before.folded),
            !result.isBounded
        {
            return false
        }
        if Self.months.contains(before.folded), result.isPlainDigits { return false }
        // "between 0600 and 1400".
        if result.tokens.contains(where: { tokens[$0].folded.utf8.count == 4 && tokens[$0].folded.hasPrefix("0") }) { return false }
        // "at 1300", "between 0600 and 1400": the time of day.
        if result.isPlainDigits, tokens[first].folded.utf8.count == 4, (result.count.low ?? 0) <= 2400,
            ["at", "since", "until", "by", "around", "about", "between", "and", "from", "to"].contains(before.folded),
            next >= sentence.upperBound || tokens[next].isPunctuation
                || ["and", "hours", "gmt", "on", "local"].contains(tokens[next].folded)
        {
            return false
        }
        // "Amin Zaki, 45, said": an age.
        if before.folded == ",", result.isPlainDigits, result.tokens.count == 1, next < sentence.upperBound,
            [",", ";", "("].contains(tokens[next].folded),
            first >= 2, sentence.contains(first - 2), tokens[first - 2].isCapitalised, (result.count.low ?? 0) < 120
        {
            return false
        }
        return true
    }

    /// "1996" and "2026" without a bound are years unless a plural follows.
    func mayBeYear(_ result: QuantityParser.Result) -> Bool {
        result.tokens.count == 1 && tokens[result.tokens.lowerBound].folded.utf8.count == 4 && (1800...2100).contains(result.count.low ?? 0)
    }

    private func isUnit(at index: Int) -> Bool {
        for match in numbers.matches(in: tokens, at: index, before: min(sentence.upperBound, index + 1)) where match.values.contains(.unit)
        {
            let token = tokens[index]
            // "May" and "March" are months in capitals only.
            if Self.months.contains(token.folded), !token.isCapitalised { continue }
            return true
        }
        return false
    }

    /// "1 - TEXT", "2. Text": the number of a paragraph.
    private func isListNumber(_ result: QuantityParser.Result) -> Bool {
        let next = result.tokens.upperBound
        return result.isPlainDigits && next < sentence.upperBound && [".", ")", "-", ":"].contains(tokens[next].folded)
    }

    static let months: Set<String> = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan",
        "feb",
        "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "jan.", "feb.", "aug.", "sep.", "sept.", "oct.", "nov.",
        "dec.",
    ]
}
