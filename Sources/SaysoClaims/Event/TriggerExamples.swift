public import SaysoCore
public import SaysoLexicon

/// The candidates of a document with their features: what the trigger model is trained on (`annotate --layer trigger-candidates`).
public struct TriggerExamples: Sendable {
    public struct Example: Sendable {
        public let evidence: TextSpan
        public let type: EventType
        public let features: [String]
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
                evidence: document.span(candidate.evidence), type: candidate.type,
                features: features.features(of: candidate, isReported: isReported, in: context))
        }
    }
}
