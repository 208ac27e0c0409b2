public import SaysoCore

/// The words that say that somebody says, thinks or wants something (`en/cues.tsv`).
public struct CueLexicon: Sendable {
    public enum Kind: String, Sendable { case verb, adjective, noun, preposition, adverb, source }
    public enum Sense: String, Sendable {
        /// Words were uttered: "said", "denied", "according to".
        case report
        /// A mind is told of: "believes", "wants", "supports".
        case attitude
        /// No cue itself: somebody or something that speaks ("police", "document").
        case voice
        /// A voice that only passes on ("reports", "media").
        case carrier
    }
    public struct Entry: Hashable, Sendable {
        public let kind: Kind
        public let sense: Sense
        /// What the cue by itself tells about the voice; nil for a neutral one.
        public let stance: Stance?
        /// How often the word is a cue where it stands in a verb group (PolNeAR's training part); nil where it was not counted.
        public let precision: Double?
        /// "quoted by", "published by": a voice that hands on another's words.
        public let passesOn: Bool
    }

    private let entries: [Kind: [String: Entry]]

    /// Reads `en/cues.tsv`.
    public init() throws(LexiconTable.Problem) { self.init(try LexiconTable(resource: "en/cues.tsv")) }

    /// Rows: lemma, kind, sense, stance, patterns, precision.
    public init(_ table: LexiconTable) {
        var entries: [Kind: [String: Entry]] = [:]
        for row in table.rows {
            guard let kind = Kind(rawValue: row[1]), let sense = Sense(rawValue: row[2]) else { continue }
            let lemma = row[0]
            entries[kind, default: [:]][lemma] = Entry(
                kind: kind, sense: sense, stance: Stance(rawValue: row[3]), precision: row.number(5), passesOn: row.list(4).contains("by"))
        }
        self.entries = entries
    }

    public func entry(_ lemma: String, _ kind: Kind) -> Entry? { entries[kind]?[lemma] }
    public func isNoun(_ lemma: String) -> Bool { entry(lemma, .noun) != nil }
    public func isVoice(_ lemma: String) -> Bool { entry(lemma, .source) != nil }
    public func isCarrier(_ lemma: String) -> Bool { entry(lemma, .source)?.sense == .carrier }
    public func isAdverb(_ word: String) -> Bool { entry(word, .adverb) != nil }

    public static func isCopula(_ lemma: String) -> Bool {
        switch lemma {
        case "be", "become", "remain", "feel", "seem", "look", "appear", "sound", "stay", "get": true
        default: false
        }
    }

    public static func isTimeWord(_ word: String) -> Bool {
        switch word {
        case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "tonight", "tomorrow",
            "morning",
            "afternoon", "evening", "night", "week", "month", "year", "weekend", "january", "february", "march", "april", "may", "june",
            "july",
            "august", "september", "october", "november", "december", "jan.", "feb.", "aug.", "sept.", "oct.", "nov.", "dec.", "day",
            "days", "hours":
            true
        default: false
        }
    }
}
