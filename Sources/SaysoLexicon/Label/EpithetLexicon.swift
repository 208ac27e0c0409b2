public import SaysoCore

/// Loaded words, with their polarity and what they attach to.
public struct EpithetLexicon: Sendable {
    public struct Epithet: Sendable, Hashable {
        public enum Part: String, Sendable, Hashable { case adjective = "adj", noun, verb }
        public enum Target: String, Sendable, Hashable { case actor, act }
        public let polarity: Label.Polarity
        public let part: Part
        public let target: Target
        /// Neutral by itself; loaded in quotation marks, behind "so-called" or beside a loaded word.
        public let wantsCue: Bool
        /// Written with a capital in the data: "Great Satan".
        public let isCapitalised: Bool
    }

    private var phrases = PhraseLexicon<Epithet>()

    public static func english() throws(LexiconTable.Problem) -> EpithetLexicon {
        try EpithetLexicon(LexiconTable(resource: "en/epithets.tsv"))
    }

    public init(_ table: LexiconTable) {
        for row in table.rows {
            guard let polarity = Label.Polarity(rawValue: row[1]), let part = Epithet.Part(rawValue: row[2]),
                let target = Epithet.Target(rawValue: row[3])
            else { continue }
            phrases.add(
                row[0],
                Epithet(
                    polarity: polarity, part: part, target: target, wantsCue: row[4] == "cue",
                    isCapitalised: row[0].unicodeScalars.first?.properties.isUppercase ?? false))
        }
    }

    /// The longest loaded phrase that starts at this token, in all its readings.
    public func longest(in tokens: [Token], at start: Int, before end: Int) -> PhraseLexicon<Epithet>.Match? {
        phrases.longest(in: tokens, at: start, before: end)
    }
}
