public import SaysoCore

/// Wording of page furniture: "More Posts", "Share this article", "All rights reserved".
public struct FurnitureLexicon: Sendable {
    /// What a wording says about the sentence that holds it.
    public struct Wording: Sendable, Hashable {
        /// How much of the sentence the wording is.
        public enum Extent: String, Sendable, Hashable { case all, start, last, station }
        /// Where in a text it counts.
        public enum Place: String, Sendable, Hashable { case any, edge, end }
        /// What must stand behind the words.
        public enum Sequel: Sendable, Hashable { case anything, colon, number }
        public let extent: Extent
        public let place: Place
        public let kind: Residue.Kind
        public let sequel: Sequel
    }

    private var phrases = PhraseLexicon<Wording>()
    private var endings: [(words: [String], wording: Wording)] = []
    private var brackets: [String: Residue.Kind] = [:]
    private var stations: Set<String> = []

    public static func english() throws(LexiconTable.Problem) -> FurnitureLexicon {
        try FurnitureLexicon(LexiconTable(resource: "en/furniture.tsv"))
    }

    public init(_ table: LexiconTable) {
        for row in table.rows {
            guard let kind = Residue.Kind(rawValue: row[3]), let place = Wording.Place(rawValue: row[2]) else { continue }
            if row[1] == "bracket" {
                brackets[Folding.fold(row[0])] = kind
                continue
            }
            guard let extent = Wording.Extent(rawValue: row[1]) else { continue }
            let sequel: Wording.Sequel = row[0].hasSuffix(":") ? .colon : row[0].hasSuffix("#") ? .number : .anything
            let wording = Wording(extent: extent, place: place, kind: kind, sequel: sequel)
            if extent == .last {
                endings.append((Folding.fold(row[0]).split(separator: " ").map(String.init), wording))
            } else {
                phrases.add(row[0], wording)
            }
            if extent == .station { stations.insert(Folding.fold(row[0])) }
        }
    }

    /// The wordings that start at this token, the shortest first.
    public func matches(in tokens: [Token], at start: Int, before end: Int) -> [PhraseLexicon<Wording>.Match] {
        phrases.matches(in: tokens, at: start, before: end)
    }

    /// What the last words of `tokens[range]` say; punctuation does not count as a word.
    public func ending(of tokens: [Token], in range: Range<Int>) -> Wording? {
        guard let last = range.last(where: { !tokens[$0].isPunctuation }) else { return nil }
        return endings.first { ending in
            last - range.lowerBound + 1 >= ending.words.count
                && zip(tokens[(last + 1 - ending.words.count)...last], ending.words).allSatisfy { $0.folded == $1 }
        }?.wording
    }

    /// "[citation needed]": what these words in square brackets are.
    public func bracketed(_ words: String) -> Residue.Kind? { brackets[Folding.fold(words)] }

    /// "Reuters", "NPR News".
    public func isStation(_ words: some StringProtocol) -> Bool { stations.contains(Folding.fold(words)) }
}
