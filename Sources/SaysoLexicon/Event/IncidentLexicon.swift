/// The kinds of incident that MUC-4 asks for.
public enum IncidentType: String, Hashable, Sendable, CaseIterable {
    case attack = "ATTACK"
    case bombing = "BOMBING"
    case kidnapping = "KIDNAPPING"
    case arson = "ARSON"
    case robbery = "ROBBERY"
    case forcedWorkStoppage = "FORCED WORK STOPPAGE"
}

/// Words that tell of an attack on people or things, and the nouns that fill its slots.
public struct IncidentLexicon: Sendable {
    public struct Trigger: Sendable, Equatable {
        /// Lemmas, in order; of a verb those behind the first may stand up to three words on.
        public let words: [String]
        public let type: IncidentType
        public let roles: TriggerLexicon.Roles
        /// The word alone tells no more than that there was something: “attack”, “incident”. It joins what is told beside it.
        public let isGeneric: Bool
        /// What an attack of another kind beside it may have brought about: “killed”.
        public let isEffect: Bool

        public init(words: [String], type: IncidentType, roles: TriggerLexicon.Roles, isGeneric: Bool, isEffect: Bool) {
            self.words = words
            self.type = type
            self.roles = roles
            self.isGeneric = isGeneric
            self.isEffect = isEffect
        }
    }

    /// Which slot a noun fills.
    public enum Slot: String, Sendable { case person, perpetrator, military, target, weapon, organisation, ignored }

    /// What a verb says of those who answer for an attack.
    public enum Answer: String, Sendable {
        /// “claimed responsibility”
        case admits
        /// “blamed”
        case accuses
        /// “carried out (the attack)”
        case does
    }

    private let verbs: [String: [Trigger]]
    private let nouns: [String: [Trigger]]
    private let states: [String: Trigger]
    /// People of no kind: “people”, “civilians”. An attack on them alone, uncounted, is seldom one attack.
    private let vague: Set<String>
    private let stateBodies: Set<String>
    private let slots: [String: Slot]
    private let answers: [String: Answer]

    /// Reads "en/incidents.tsv" and "en/incident-nouns.tsv".
    public init() throws(LexiconTable.Problem) {
        try self.init(triggers: LexiconTable(resource: "en/incidents.tsv"), nouns: LexiconTable(resource: "en/incident-nouns.tsv"))
    }

    init(triggers: LexiconTable, nouns table: LexiconTable) {
        var verbs: [String: [Trigger]] = [:]
        var nouns: [String: [Trigger]] = [:]
        var states: [String: Trigger] = [:]
        var answers: [String: Answer] = [:]
        for row in triggers.rows {
            if let answer = Answer(rawValue: row[2]) { answers[row[0]] = answer }
            guard let type = IncidentType(rawValue: row[2]), let roles = TriggerLexicon.Roles(rawValue: row[3]) else { continue }
            let words = row[0].split(separator: " ").map(String.init)
            let trigger = Trigger(
                words: words, type: type, roles: roles, isGeneric: row.text(4) == "generic", isEffect: row.text(4) == "effect")
            if row[1] == "v", let first = words.first { verbs[first, default: []].append(trigger) }
            if row[1] == "p" { states[row[0]] = trigger }
            if row[1] == "n", let last = words.last { nouns[last, default: []].append(trigger) }
        }
        self.states = states
        self.verbs = verbs.mapValues { $0.stableSorted { $0.words.count > $1.words.count } }
        self.nouns = nouns.mapValues { $0.stableSorted { $0.words.count > $1.words.count } }
        self.answers = answers
        stateBodies = Set(table.rows.filter { $0.text(2) == "state" }.map { $0[0] })
        vague = Set(table.rows.filter { $0.text(2) == "vague" }.map { $0[0] })
        slots = Dictionary(
            table.rows.compactMap { row in Slot(rawValue: row[1]).map { (row[0], $0) } }, uniquingKeysWith: { first, _ in first })
    }

    public func verb(_ lemma: String) -> [Trigger] { verbs[lemma] ?? [] }
    /// A word behind “be” that tells what befell its subject: “dead”.
    public func state(_ folded: String) -> Trigger? { states[folded] }
    public func noun(_ lemma: String) -> [Trigger] { nouns[lemma] ?? [] }
    /// “army”, “police”: a body of a state.
    public func isStateBody(_ lemma: String) -> Bool { stateBodies.contains(lemma) }
    public func isVague(_ lemma: String) -> Bool { vague.contains(lemma) }
    public func answer(_ lemma: String) -> Answer? { answers[lemma] }
    public func slot(_ lemma: String) -> Slot? { slots[lemma] }
}
