import SaysoCore

/// Small words around the names of parties, by what they do there.
public struct CodingWords: Sendable {
    public enum Kind: String, Sendable {
        /// Opens a group and is no part of what its people are called: “several”.
        case loose
        /// Stands for the phrase behind “of”: “a group of diplomats”.
        case measure
        /// Of events: “a round of talks”.
        case series
        /// What it opens is the actor's own: “its troops”.
        case owner
        /// Ties a phrase to the noun before it: “police in Jericho”.
        case binding
        /// Says how strong a thing is: “powerful”.
        case praise
        /// Makes a thing one of an army's: “military”.
        case martial
        /// Stands before a person's name: “Colonel”.
        case title
    }

    private let words: [Kind: Set<String>]

    /// Reads "en/coding-words.tsv".
    public init() throws(LexiconTable.Problem) { try self.init(LexiconTable(resource: "en/coding-words.tsv")) }

    init(_ table: LexiconTable) {
        var words: [Kind: Set<String>] = [:]
        for row in table.rows { if let kind = Kind(rawValue: row[0]) { words[kind, default: []].insert(row[1]) } }
        self.words = words
    }

    /// Whether a folded word or lemma is of this kind.
    public func holds(_ word: String, _ kind: Kind) -> Bool { words[kind]?.contains(word) ?? false }
}
