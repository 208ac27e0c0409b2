public import SaysoCore
public import SaysoLexicon

/// The candidates of a document with their features: what the trigger model is trained on (`annotate --layer trigger-candidates`).
public struct TriggerExamples: Sendable {
    public struct Example: Sendable {
        public let evidence: TextSpan
        /// The word that tells of the event.
        public let trigger: TextSpan
        public let type: EventType
        public let features: [String]
    }

    /// What may fill an event's slots, wherever it stands.
    public struct Fillers: Sendable {
        public var parties: [(words: TextSpan, value: Entity)] = []
        public var places: [(words: TextSpan, value: Place)] = []
        public var times: [(words: TextSpan, value: EventTime)] = []
    }

    private let finder: TriggerFinder

    public init(triggers: TriggerLexicon, lightVerbs: LightVerbs) { finder = TriggerFinder(lexicon: triggers, lightVerbs: lightVerbs) }

    public func examples(_ document: Document) -> [Example] {
        let context = ClaimContext(document)
        let chains = ChainFinder(document)
        let features = TriggerFeatures(finder: finder)
        return finder.candidates(in: context).map { candidate in
            let isReported = !chains.chain(over: document.tokens[candidate.token].span).isEmpty
            return Example(
                evidence: document.span(candidate.evidence), trigger: document.tokens[candidate.token].span, type: candidate.type,
                features: features.features(of: candidate, isReported: isReported, in: context))
        }
    }

    public func fillers(_ document: Document) -> Fillers {
        Fillers(
            parties: document.mentions.map { ($0.span, document.entities[$0.entity]) },
            places: document.places.map { ($0.span, $0.place) },
            times: document.times.compactMap { mention in EventTime(mention, in: document).map { (mention.span, $0) } })
    }
}
