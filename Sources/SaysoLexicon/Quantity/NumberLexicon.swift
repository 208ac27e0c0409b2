public import SaysoCore

/// Number words, approximators, bounds and units of English, as CLAIMS.md reads them.
public struct NumberLexicon: Sendable {
    /// What a phrase does to a number.
    public enum Meaning: Sendable, Hashable {
        /// "twelve": a number by itself.
        case cardinal(Int)
        /// "million": multiplies what stands before it.
        case scale(Int)
        /// "a dozen": a phrase that is an exact number.
        case group(Int)
        /// "several", "tens of thousands of": open upward from here, or wholly open.
        case vague(low: Int?)
        /// "no", "not a single".
        case zero
        /// "at least" (0), "more than" (1).
        case lower(shift: Int)
        /// "up to" (0), "nearly" (-1).
        case upper(shift: Int)
        /// "about", "a total of", "the": the number stands as it is.
        case about
        /// Behind the number: "or more", "or so", "or fewer".
        case afterLower, afterAbout, afterUpper
        /// "perhaps": a second number gives the upper bound.
        case revise
        case between, to
        /// "kilometres", "percent", "o'clock": what it measures is not counted.
        case unit
    }

    private var phrases = PhraseLexicon<Meaning>()

    public static func english() throws(LexiconTable.Problem) -> NumberLexicon {
        try NumberLexicon(LexiconTable(resource: "en/numbers.tsv"))
    }

    public init(_ table: LexiconTable) {
        for row in table.rows {
            let value = Int(row[2])
            let meaning: Meaning? =
                switch row[0] {
                case "cardinal": value.map(Meaning.cardinal)
                case "scale": value.map(Meaning.scale)
                case "group": value.map(Meaning.group)
                case "vague": .vague(low: value)
                case "none": .zero
                case "lower": .lower(shift: value ?? 0)
                case "upper": .upper(shift: value ?? 0)
                case "about": .about
                case "after-lower": .afterLower
                case "after-about": .afterAbout
                case "after-upper": .afterUpper
                case "revise": .revise
                case "between": .between
                case "to": .to
                case "unit": .unit
                default: nil
                }
            if let meaning { phrases.add(row[1], meaning) }
        }
    }

    /// Every phrase that starts at this token, the shortest first.
    public func matches(in tokens: [Token], at start: Int, before end: Int) -> [PhraseLexicon<Meaning>.Match] {
        phrases.matches(in: tokens, at: start, before: end)
    }
}
