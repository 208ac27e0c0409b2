public import SaysoCore

/// Words that tell of an event: "capture", "take control", "air strike". Looked up by lemma.
public struct TriggerLexicon: Sendable {
    public enum PartOfSpeech: String, Sendable {
        case verb = "v"
        case noun = "n"
    }

    /// Who stands where around the word.
    public enum Roles: String, Sendable {
        /// Subject does it to object.
        case subjectToObject = "so"
        /// Subject does it; to whom stands behind a preposition.
        case subject = "s"
        /// Subject gets it ("received").
        case receiver = "r"
        /// Subject undergoes it ("died").
        case victim = "v"
        /// Subject is a thing ("the bomb exploded").
        case thing = "x"
        /// Subject and "with" do it together ("met").
        case mutual = "m"
        /// Of a noun: "of" undergoes it ("the killing of").
        case ofUndergoes = "of"
        /// Of a noun: "of" does it ("the withdrawal of").
        case ofDoes = "a"
    }

    public struct Trigger: Sendable, Equatable {
        /// Lemmas, in order; those behind the first may stand up to three words on ("take full control").
        public let words: [String]
        public let type: EventType
        public let mode: String?
        public let context: String?
        public let roles: Roles
    }

    private let verbs: [String: [Trigger]]
    private let nouns: [String: [Trigger]]

    /// Reads "en/triggers.tsv".
    public init() throws(LexiconTable.Problem) { try self.init(LexiconTable(resource: "en/triggers.tsv")) }

    init(_ table: LexiconTable) {
        var verbs: [String: [Trigger]] = [:]
        var nouns: [String: [Trigger]] = [:]
        for row in table.rows {
            guard let type = EventType(rawValue: row[2]), let roles = Roles(rawValue: row[5]) else { continue }
            let words = row[0].split(separator: " ").map(String.init)
            let trigger = Trigger(words: words, type: type, mode: row.text(3), context: row.text(4), roles: roles)
            // A verb is found at its first word, a compound noun ("car bombing") at its last.
            if row[1] == PartOfSpeech.verb.rawValue, let first = words.first { verbs[first, default: []].append(trigger) }
            if row[1] == PartOfSpeech.noun.rawValue, let last = words.last { nouns[last, default: []].append(trigger) }
        }
        // The longest reading first: "take hostage" before "take".
        self.verbs = verbs.mapValues { $0.stableSorted { $0.words.count > $1.words.count } }
        self.nouns = nouns.mapValues { $0.stableSorted { $0.words.count > $1.words.count } }
    }

    /// Readings of a verb's lemma, the longest first.
    public func verb(_ lemma: String) -> [Trigger] { verbs[lemma] ?? [] }
    /// Readings of a noun's lemma, the longest first.
    public func noun(_ lemma: String) -> [Trigger] { nouns[lemma] ?? [] }
}

extension Array {
    /// Sorted, equal elements in their order: Swift's own sort does not promise that.
    func stableSorted(by precedes: (Element, Element) -> Bool) -> [Element] {
        enumerated().sorted { precedes($0.element, $1.element) || (!precedes($1.element, $0.element) && $0.offset < $1.offset) }.map(
            \.element)
    }
}
