/// A chain of attribution, a stance, and an event with its modality: the one thing that Sayso stores (CLAIMS.md).
public struct Claim: Hashable, Sendable {
    public let id: ClaimID
    /// The clause that states the event, no more.
    public var evidence: [Passage]
    /// Outermost voice first; empty when the outlet itself asserts it. The last one is the root.
    public var chain: [AttributionID]
    public var stance: Stance
    public var modality: Modality
    /// The if-clause, when `modality` is conditional.
    public var condition: [Passage]
    public var event: Event
    /// Why each field is as it is; fields filled from another sentence say so here.
    public var findings: [Finding]

    public init(
        id: ClaimID, evidence: [Passage], chain: [AttributionID], stance: Stance, modality: Modality, condition: [Passage] = [],
        event: Event, findings: [Finding] = []
    ) {
        self.id = id
        self.evidence = evidence
        self.chain = chain
        self.stance = stance
        self.modality = modality
        self.condition = condition
        self.event = event
        self.findings = findings
    }
}

/// The rule behind one field of a claim, and the words it rests on.
public struct Finding: Hashable, Sendable {
    /// "event.type", "actor", "place", "time", "stance" …
    public let field: String
    public let rule: Rule
    public let words: Passage?
    /// The words stand in another sentence than the claim's own.
    public let isElsewhere: Bool

    public init(_ field: String, rule: Rule, words: Passage? = nil, isElsewhere: Bool = false) {
        self.field = field
        self.rule = rule
        self.words = words
        self.isElsewhere = isElsewhere
    }
}

/// Loaded words that a voice uses for an actor or event. Kept with the voice, never used as a name.
public struct Label: Hashable, Sendable {
    public enum Polarity: String, Hashable, Sendable { case positive, negative }
    public enum Voice: Hashable, Sendable {
        case outlet
        case attribution(AttributionID)
    }
    public let id: LabelID
    public var voice: Voice
    public var words: Passage
    public var entity: Entity?
    public var polarity: Polarity
    public let rule: Rule

    public init(id: LabelID, voice: Voice, words: Passage, entity: Entity?, polarity: Polarity, rule: Rule) {
        self.id = id
        self.voice = voice
        self.words = words
        self.entity = entity
        self.polarity = polarity
        self.rule = rule
    }
}

/// What was read in one report: the end of the river before the ledger.
public struct Reading: Hashable, Sendable {
    public let report: Report
    public var attributions: [Attribution]
    public var claims: [Claim]
    public var labels: [Label]
    public var residue: [Residue]
    public var diagnostics: [Diagnostic]

    public init(
        report: Report, attributions: [Attribution] = [], claims: [Claim] = [], labels: [Label] = [], residue: [Residue] = [],
        diagnostics: [Diagnostic] = []
    ) {
        self.report = report
        self.attributions = attributions
        self.claims = claims
        self.labels = labels
        self.residue = residue
        self.diagnostics = diagnostics
    }

    public init(_ document: Document) {
        self.init(
            report: document.report, attributions: document.attributions, claims: document.claims, labels: document.labels,
            residue: document.residue, diagnostics: document.diagnostics)
    }

    /// The attributions of a claim's chain, outermost first.
    public func chain(of claim: Claim) -> [Attribution] {
        claim.chain.compactMap { id in attributions.first { $0.id == id } }
    }
}
