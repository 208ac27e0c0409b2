/// What the words of time mean: "en/times.tsv", read and indexed.
///
/// Words are looked up by a 64-bit key over their lower-case letters, so that a stage can ask while it walks bytes and makes no strings.
public struct TimeLexicon: Sendable {
    /// What a word can be in a time expression. A word may have several ("second": an ordinal and a unit).
    public enum Role: String, CaseIterable, Sendable {
        case month, weekday, weekdays, cardinal, scale, ordinal, ordinalEnding = "ordinal-ending", fraction, unit, units, season
        case dayPart = "day-part", dayParts = "day-parts", noon, dayWord = "day-word", tonight, reference, phrase, set, relation, shift
        case modifier, approximator, bound, several, between, determiner, article, zone, meridiem, era, fiscal, holiday
        case openStart = "open-start", openEnd = "open-end"
        /// "scheduled for Monday": looks ahead
        case futureCue = "future-cue"
        /// "set to leave", "set for Monday": looks ahead before "to" and "for"
        case futureTo = "future-to"
        /// "began to leave": what its infinitive tells has happened
        case pastCue = "past-cue"
        /// "began on Monday": goes on behind it
        case beginCue = "begin-cue"
        /// "1,989 people": what a number before it counts.
        case counted
        /// "in 1989"
        case yearCue = "year-cue"
        /// "within a week", where "flights a week" is a rate
        case lengthCue = "length-cue"
        case per
        /// "Q3 2019", "H1 2020": a letter that says what the number behind it counts
        case partLetter = "part-letter"
    }

    /// The roles of one word as bits.
    public struct Roles: OptionSet, Hashable, Sendable {
        public let rawValue: UInt64
        public init(rawValue: UInt64) { self.rawValue = rawValue }
        public init(_ role: Role) { rawValue = 1 << UInt64(TimeLexicon.position[role] ?? 0) }
    }

    /// One role of a word, with its number (March: 3) or code (a week: "W").
    public struct Meaning: Hashable, Sendable {
        public let role: Role
        public let number: Int
        public let code: String
    }

    public struct Word: Sendable {
        public fileprivate(set) var roles: Roles = []
        public fileprivate(set) var meanings: [Meaning] = []
        /// Expressions of several words that begin with this one ("the near future"): the keys of the others.
        public fileprivate(set) var phrases: [Phrase] = []
    }

    public struct Phrase: Sendable {
        public let rest: [UInt64]
        public let meaning: Meaning
    }

    public let words: [Word]
    private let index: [UInt64: Int32]
    fileprivate static let position = Dictionary(uniqueKeysWithValues: Role.allCases.enumerated().map { ($1, $0) })

    /// Reads the bundled file.
    /// - Throws: `LexiconTable.Problem` when it is missing or states no source.
    public init() throws(LexiconTable.Problem) { try self.init(LexiconTable(resource: "en/times.tsv")) }

    public init(_ table: LexiconTable) {
        var words: [Word] = []
        var index: [UInt64: Int32] = [:]
        for row in table.rows {
            guard let role = Role(rawValue: row[1]) else { continue }
            let meaning = Meaning(role: role, number: Int(row[2]) ?? 0, code: row[3])
            // "new year's day" is five pieces in a text; apostrophes and hyphens are left out on both sides.
            let keys = row[0].utf8.split { !Self.isLetter($0) }.map { Self.key($0) }
            guard let first = keys.first else { continue }
            let position = index[first] ?? Int32(words.count)
            if position == words.count { words.append(Word()); index[first] = position }
            let at = Int(position)
            if keys.count == 1 { words[at].meanings.append(meaning) } else {
                words[at].phrases.append(Phrase(rest: Array(keys.dropFirst()), meaning: meaning))
            }
            words[at].roles.insert(Roles(keys.count == 1 ? role : .phrase))
        }
        for at in words.indices { words[at].phrases.sort { $0.rest.count > $1.rest.count } }
        self.words = words
        self.index = index
    }

    /// The word with this key, as an index into `words`.
    public func word(_ key: UInt64) -> Int? { index[key].map(Int.init) }

    /// The key of some letters; case does not matter. (A clash of 64-bit keys would make a strange word a known one: no harm follows.)
    public static func key(_ letters: some Sequence<UInt8>) -> UInt64 {
        var key: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in letters { key = (key ^ UInt64(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)) &* 0x100_0000_01b3 }
        return key
    }

    public static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || byte >= 0x80 }
}
