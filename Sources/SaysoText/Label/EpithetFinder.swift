public import SaysoCore
public import SaysoLexicon

/// Finds loaded words and the whole noun group that holds them: "the putschist Haftar elements", "illegitimate militias loyal to Haftar".
///
/// *Reads* tokens, sentences and quotations, *writes* epithets. Whose voice uses the words is settled later, with the attributions. A word
/// that is neutral by itself ("militias") counts in quotation marks, behind "so-called", or beside a loaded word.
public struct EpithetFinder: Stage {
    public let name = "epithet-finder"
    public let reads: Set<Layer> = [.tokens, .sentences]
    public let writes: Set<Layer> = [.epithets]
    let lexicon: EpithetLexicon
    let edges: NounGroupEdges

    /// With the bundled lexicons.
    public init() throws(LexiconTable.Problem) { try self.init(lexicon: .english(), edges: .english()) }

    public init(lexicon: EpithetLexicon, edges: NounGroupEdges) {
        self.lexicon = lexicon
        self.edges = edges
    }

    public func run(_ input: consuming Document) -> Document {
        var document = input
        let scanner = NounGroupScanner(document, edges: edges)
        var isScare = [Bool](repeating: false, count: document.tokens.count)
        for quotation in document.quotations where quotation.isScare {
            for index in quotation.tokens where index < isScare.count { isScare[index] = true }
        }
        var found: [EpithetMention] = []
        for sentence in document.sentences {
            var index = sentence.tokens.lowerBound
            let end = min(sentence.tokens.upperBound, document.tokens.count)
            while index < end {
                guard let match = lexicon.longest(in: scanner.tokens, at: index, before: end),
                    let epithet = reading(match, scanner, in: sentence.tokens.lowerBound..<end),
                    !epithet.wantsCue || (isScare[index] && epithet.part == .noun && epithet.target == .actor)
                        || followsSoCalled(index, scanner),
                    !isName(match.tokens, epithet, in: sentence.tokens.lowerBound..<end, scanner)
                else {
                    index += 1
                    continue
                }
                let group = group(around: match.tokens, epithet, in: sentence.tokens.lowerBound..<end, scanner)
                found.append(
                    EpithetMention(
                        span: document.span(group), tokens: group, loaded: match.tokens.lowerBound, polarity: epithet.polarity,
                        rule: isScare[index] ? "epithet.scare-quotes" : epithet.target == .actor ? "epithet.actor" : "epithet.act"))
                index = max(group.upperBound, match.tokens.upperBound)
            }
        }
        document.epithets = found
        return document
    }

    /// The reading that fits what follows: an adjective stands before a noun, a noun before none.
    private func reading(_ match: PhraseLexicon<EpithetLexicon.Epithet>.Match, _ scanner: NounGroupScanner, in sentence: Range<Int>)
        -> EpithetLexicon.Epithet?
    {
        let next = match.tokens.upperBound
        let hasNoun = next < sentence.upperBound && !scanner.endsGroup(next) && !scanner.tokens[next].isPunctuation
        let isCapitalised = scanner.tokens[match.tokens.lowerBound].isCapitalised
        let fitting = match.values.filter { !$0.isCapitalised || isCapitalised }
        if let best = fitting.first(where: { $0.part == (hasNoun ? .adjective : .noun) }) ?? fitting.first(where: { $0.part != .adjective })
        {
            return best
        }
        // "The raid was cowardly", "unlawful and dangerous actions": an adjective without a noun at once behind it.
        let isPredicate =
            match.tokens.lowerBound > sentence.lowerBound && scanner.marks(match.tokens.lowerBound - 1).intersection([.be, .adverb]) != []
        return isPredicate || secondAdjective(at: next, before: sentence.upperBound, scanner) != nil ? fitting.first : nil
    }

    /// The end of the noun group behind "and" or a comma: "and dangerous actions".
    private func secondAdjective(at index: Int, before end: Int, _ scanner: NounGroupScanner) -> Int? {
        guard index + 1 < end, scanner.tokens[index].folded == "and" || scanner.tokens[index].folded == "," else { return nil }
        let run = scanner.run(from: index + 1, before: end)
        return run.isEmpty || scanner.marks(run.lowerBound).intersection([.determiner, .plain]) != [] ? nil : run.upperBound
    }

    /// "National Liberation Front", "counter-terrorism": a name, or its opposite.
    private func isName(_ words: Range<Int>, _ epithet: EpithetLexicon.Epithet, in sentence: Range<Int>, _ scanner: NounGroupScanner)
        -> Bool
    {
        if words.lowerBound > sentence.lowerBound {
            var before = words.lowerBound - 1
            if scanner.tokens[before].folded == "-", before > sentence.lowerBound { before -= 1 }
            if ["counter", "anti", "antiterrorist", "non"].contains(scanner.tokens[before].folded) { return true }
        }
        let isWritten = words.allSatisfy { scanner.tokens[$0].isCapitalised }
        guard isWritten, epithet.polarity == .positive || !scanner.shouts[words.lowerBound] else { return false }
        return (words.upperBound..<min(sentence.upperBound, words.upperBound + 3)).contains {
            scanner.marks($0).contains(.nameHead) && scanner.tokens[$0].isCapitalised
        }
    }

    private func followsSoCalled(_ index: Int, _ scanner: NounGroupScanner) -> Bool {
        guard index > 0 else { return false }
        let before = scanner.tokens[index - 1].folded
        if before == "called", index > 1 { return ["so", "-"].contains(scanner.tokens[index - 2].folded) }
        return before == "so-called" || before == "self-styled" || before == "self-proclaimed"
    }

    /// From the article to the head, with the possessor before it and "loyal to …" behind it.
    private func group(around words: Range<Int>, _ epithet: EpithetLexicon.Epithet, in sentence: Range<Int>, _ scanner: NounGroupScanner)
        -> Range<Int>
    {
        if epithet.part == .verb { return words }
        var start = words.lowerBound
        while start > sentence.lowerBound, words.lowerBound - start < 8 {
            let before = start - 1
            let marks = scanner.marks(before)
            if marks.contains(.determiner) || marks.contains(.plain) {
                start = before
                break
            }
            // "a brutal, senseless attack": a comma between two adjectives does not end the group.
            guard !scanner.endsGroup(before), !isQuote(scanner.tokens[before]) else { break }
            start = before
        }
        var end = words.upperBound
        while end < sentence.upperBound, end - words.upperBound < 8, !scanner.endsGroup(end), !isQuote(scanner.tokens[end]) { end += 1 }
        if epithet.part == .adjective, end == words.upperBound, let second = secondAdjective(at: end, before: sentence.upperBound, scanner)
        {
            end = second
        }
        if let tail = tail(at: end, before: sentence.upperBound, scanner) { end = tail }
        return start..<end
    }

    private func isQuote(_ token: Token) -> Bool {
        token.isPunctuation && token.folded != "-" && token.folded != "'" && token.folded != "’"
    }

    /// "militias loyal to Haftar", "forces allied with him": whom the group serves belongs to its name.
    private func tail(at index: Int, before end: Int, _ scanner: NounGroupScanner) -> Int? {
        // The noun group may have swallowed "loyal" as its last word.
        for start in [index - 1, index] where start >= 0 && start + 2 < end {
            guard Self.allegiances.contains(scanner.tokens[start].folded), ["to", "with", "by"].contains(scanner.tokens[start + 1].folded)
            else { continue }
            let run = scanner.run(from: start + 2, before: end)
            if !run.isEmpty { return run.upperBound }
        }
        return nil
    }

    private static let allegiances: Set<String> = [
        "loyal", "allied", "affiliated", "linked", "faithful", "subordinate", "belonging", "led", "backed", "commanded",
    ]
}
