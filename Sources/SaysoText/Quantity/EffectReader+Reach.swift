import SaysoCore
import SaysoLexicon

/// What may stand between people and the words that tell what happened to them.
extension EffectReader {
    /// A form of "be" before the participle, over adverbs and other participles: "were also killed", "was kidnapped and killed".
    func hasBe(before index: Int) -> Bool {
        var index = index - 1
        var steps = 0
        while index >= sentence.lowerBound, steps < 5 {
            let marks = scanner.marks(index)
            if marks.contains(.be) { return true }
            guard marks.contains(.adverb) || Self.between.contains(scanner.tokens[index].folded) else { return false }
            index -= 1
            steps += 1
        }
        return false
    }

    static let between: Set<String> = [
        "not", "n't", "and", "or", "killed", "wounded", "injured", "arrested", "kidnapped", "abducted", "detained", "captured", "tortured",
        "beaten",
        "targeted", "shot", "seized", "instead", ",",
    ]

    /// "began gathering", "were marching".
    func isFinite(before index: Int) -> Bool {
        hasBe(before: index) || (index > sentence.lowerBound && Self.beginnings.contains(scanner.tokens[index - 1].folded))
    }

    static let beginnings: Set<String> = ["began", "begin", "started", "continued", "kept"]

    func hasNumber(_ group: PeopleGroups.Group) -> Bool { group.count.low != nil || group.count.high != nil }

    func hasAnd(_ end: Int, _ start: Int) -> Bool {
        end < start && (end..<start).contains { ["and", "or", "&"].contains(scanner.tokens[$0].folded) }
    }

    /// The first auxiliary or adverb of the verb group that ends here: "have since been reported" before "killed".
    func verbGroupStart(_ index: Int) -> Int {
        let end = index
        var index = index
        while index > sentence.lowerBound, end - index < 12 {
            let before = index - 1
            let marks = scanner.marks(before)
            let word = scanner.tokens[before].folded
            let isAuxiliary =
                marks.contains(.be) || marks.contains(.have) || marks.contains(.adverb) || Self.copulas.contains(word)
                || Self.beginnings.contains(word) || Self.auxiliaries.contains(word)
            guard isAuxiliary else { break }
            index = before
        }
        return index
    }

    static let auxiliaries: Set<String> = ["who", "which", "that", "to", "will", "would", "could", "may", "might", "also", "not"]

    /// Between the group and its verb stand only parts, places and what is said aside, but no other clause.
    func reaches(_ end: Int, _ start: Int, isBare: Bool) -> Bool {
        guard start >= end, start - end <= (isBare ? 1 : 30) else { return false }
        var inPlace = false
        var depth = 0
        var words = 0
        var skipTo = end
        for index in end..<start {
            if index < skipTo { continue }
            // "five men, whose names were not told, were …", "two suspects -- one a Sudanese -- who …": over what is said aside.
            if let aside = aside(at: index, before: start) {
                skipTo = aside
                inPlace = true
                continue
            }
            let token = scanner.tokens[index]
            // "16 members of the patrol (the militia that …) died": brackets hold another story.
            if token.folded == "(" || token.folded == "[" {
                depth += 1
                continue
            }
            if token.folded == ")" || token.folded == "]" {
                depth -= 1
                continue
            }
            if depth > 0 || NounGroupScanner.isJoint(token) { continue }
            words += 1
            if words > 14 { return false }
            let marks = scanner.marks(index)
            if token.folded == "," || token.folded == "--" || marks.contains(.subset) || marks.contains(.adverb)
                || Self.places.contains(token.folded)
            {
                inPlace = true
                continue
            }
            // "in the Kenya bombing": a noun inside a phrase.
            let isNoun = inPlace && token.folded.hasSuffix("ing") && token.tag != .verb
            if token.isPunctuation || (marks.contains(.verb) && !isNoun) || marks.contains(.be) || token.tag == .verb { return false }
            guard inPlace else { return false }
        }
        return true
    }

    static let places: Set<String> = ["in", "at", "of", "from", "near", "by", "on", "with", "inside", "among", "them", "and", "for"]

    /// The end of what is said aside between two commas or dashes.
    func aside(at index: Int, before end: Int) -> Int? {
        let mark = scanner.tokens[index].folded
        guard index + 1 < end, mark == "," || mark == "--" || mark == "–" || mark == "—" else { return nil }
        if mark == ",", !Self.asides.contains(scanner.tokens[index + 1].folded) { return nil }
        return (index + 1..<end).first { scanner.tokens[$0].folded == mark }.map { $0 + 1 }
    }

    static let asides: Set<String> = ["who", "whose", "whom", "which", "where", "none", "most", "many", "some", "all"]

    /// Only commas, "and" and "or" stand between two groups.
    func joins(_ end: Int, _ start: Int) -> Bool {
        guard end < start, start - end <= 3 else { return false }
        return (end..<start).allSatisfy { [",", "and", "or", "&", "also", "another", "as", "well"].contains(scanner.tokens[$0].folded) }
    }

    /// "killing 20, and 30 were wounded": what is behind "and" has a verb of its own.
    func isSubject(_ group: PeopleGroups.Group) -> Bool {
        var index = group.tokens.upperBound
        while index < sentence.upperBound, scanner.marks(index).contains(.adverb) || scanner.marks(index).contains(.have) { index += 1 }
        guard index < sentence.upperBound else { return false }
        if scanner.marks(index).contains(.be) { return true }
        let match = lexicon.effect(in: scanner.tokens, at: index, before: sentence.upperBound)
        return match?.values.contains { $0.kind == .verb && $0.form == .participle || $0.kind == .state || $0.kind == .selfVerb } ?? false
    }
}
