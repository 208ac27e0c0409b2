public import SaysoCore

/// What a verb does to the deed that it governs: “*refused* to meet” is no meeting. Looked up by lemma, beside ``TriggerLexicon``.
public struct ActLexicon: Sendable {
    /// What words tell, alone or of the deed that follows them.
    public enum Effect: Sendable, Equatable {
        /// The words are the deed: “reached a deal”.
        case deed(EventType, mode: String?)
        /// What follows is said: “said it would withdraw”.
        case says
        /// What follows happens, or is tried: “continued to shell”.
        case begins
        /// What follows is announced: cooperation is agreed to, harm threatened.
        case intends
        /// What follows does not happen by his will: “refused to talk”.
        case refuses
        /// What follows or stands as object ends: “lifted the curfew”, “cut off aid”.
        case ends
    }

    public struct Entry: Sendable, Equatable {
        /// Lemmas, in order; those behind the first may stand up to three words on.
        public let words: [String]
        public let effect: Effect
    }

    public enum PartOfSpeech: String, Sendable {
        case verb = "v"
        case adjective = "a"
        case noun = "n"
    }

    private let verbs: [String: [Entry]]
    private let adjectives: [String: [Entry]]
    private let nouns: [String: [Entry]]

    /// Reads "en/acts.tsv".
    public init() throws(LexiconTable.Problem) { try self.init(LexiconTable(resource: "en/acts.tsv")) }

    init(_ table: LexiconTable) {
        var found: [PartOfSpeech: [String: [Entry]]] = [:]
        for row in table.rows {
            guard let part = PartOfSpeech(rawValue: row[1]), let effect = Self.effect(row[2], mode: row.text(3)) else { continue }
            let words = row[0].split(separator: " ").map(String.init)
            // As with triggers: a compound noun is found at its last word.
            guard let key = part == .noun ? words.last : words.first else { continue }
            found[part, default: [:]][key, default: []].append(Entry(words: words, effect: effect))
        }
        func sorted(_ part: PartOfSpeech) -> [String: [Entry]] {
            (found[part] ?? [:]).mapValues { $0.stableSorted { $0.words.count > $1.words.count } }
        }
        verbs = sorted(.verb)
        adjectives = sorted(.adjective)
        nouns = sorted(.noun)
    }

    private static func effect(_ name: String, mode: String?) -> Effect? {
        switch name {
        case "says": .says
        case "begins": .begins
        case "intends": .intends
        case "refuses": .refuses
        case "ends": .ends
        default: EventType(rawValue: name).map { .deed($0, mode: mode) }
        }
    }

    /// Entries of a verb's lemma, the longest first.
    public func verb(_ lemma: String) -> [Entry] { verbs[lemma] ?? [] }
    /// Entries of an adjective behind “be”: “willing to”.
    public func adjective(_ lemma: String) -> [Entry] { adjectives[lemma] ?? [] }
    /// Entries of a noun's lemma: “ultimatum”.
    public func noun(_ lemma: String) -> [Entry] { nouns[lemma] ?? [] }
}
