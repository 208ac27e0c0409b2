public import SaysoCore

/// Nouns for people, and the words that tell what befell them.
public struct PeopleLexicon: Sendable {
    /// A noun for people: "militants".
    public struct Noun: Sendable, Hashable {
        /// What kind of people: "civilians", "police" …; nil for "people".
        public let who: String?
        public let isPlural: Bool
        /// "police", "troops", "personnel" are plural with and without an s.
        public let isBoth: Bool
        /// "Libyans": a people's name, which is an adjective too.
        public var isNationality = false
    }

    /// A word that tells what happened to people: "killed", "deaths", "dead".
    public struct Effect: Sendable, Hashable {
        public enum Kind: String, Sendable, Hashable {
            /// People are its object, or the subject of its passive.
            case verb
            /// People are its subject: "died".
            case selfVerb = "selfverb"
            /// "dead", "missing": behind "be" or "left", or straight behind the number.
            case state
            /// "deaths": behind the number, or before "of" and the number.
            case noun
            /// "34 lives": a noun that wants a number before it.
            case counted
            /// "the death toll": before the number.
            case toll
            /// A noun for people that says it by itself: "protesters".
            case bearer
        }
        public enum Form: Sendable, Hashable { case base, third, past, participle, ing, singular, plural }
        public let role: String
        public let kind: Kind
        public let form: Form
        /// Only a person can be meant: "assassinated".
        public let isPersonal: Bool
    }

    private var nouns = PhraseLexicon<Noun>()
    private var effects = PhraseLexicon<Effect>()

    public static func english() throws(LexiconTable.Problem) -> PeopleLexicon {
        try PeopleLexicon(
            nouns: LexiconTable(resource: "en/people.tsv"), effects: LexiconTable(resource: "en/people-effects.tsv"),
            states: LexiconTable(resource: "shared/countries.tsv"))
    }

    /// - Parameter states: the list of states, whose peoples are people too.
    public init(nouns: LexiconTable, effects: LexiconTable, states: LexiconTable) {
        for row in nouns.rows {
            let isBoth = row[1] == row[2]
            self.nouns.add(row[1], Noun(who: row.text(0), isPlural: isBoth, isBoth: isBoth))
            if !isBoth { self.nouns.add(row[2], Noun(who: row.text(0), isPlural: true, isBoth: false)) }
        }
        for row in states.rows {
            let names = row.list(7)
            guard let plural = names.last else { continue }
            for name in names {
                let isPlural = name.hasSuffix("s") || name.hasSuffix("men") || names.count == 1
                self.nouns.add(name, Noun(who: plural, isPlural: isPlural, isBoth: name.hasSuffix("ese"), isNationality: true))
            }
        }
        for row in effects.rows {
            guard let kind = Effect.Kind(rawValue: row[1]) else { continue }
            let order: [Effect.Form] = kind == .verb || kind == .selfVerb ? [.base, .third, .past, .participle, .ing] : [.singular, .plural]
            for (word, form) in zip(row.list(2), order) {
                self.effects.add(word, Effect(role: row[0], kind: kind, form: form, isPersonal: row[3] == "yes"))
            }
        }
    }

    /// The longest noun for people that starts at this token.
    public func noun(in tokens: [Token], at start: Int, before end: Int) -> PhraseLexicon<Noun>.Match? {
        nouns.longest(in: tokens, at: start, before: end)
    }

    /// The longest effect word that starts at this token, in all its readings.
    public func effect(in tokens: [Token], at start: Int, before end: Int) -> PhraseLexicon<Effect>.Match? {
        effects.longest(in: tokens, at: start, before: end)
    }
}
