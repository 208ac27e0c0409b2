public import SaysoCore
public import SaysoLexicon

/// The candidates of every event's slots with their features: what the slot model is trained on (`annotate --layer slot-candidates`).
public struct SlotExamples: Sendable {
    public struct Example: Sendable {
        public let claim: Claim
        public let parties: [SlotCandidate<Entity>]
        public let places: [SlotCandidate<Place>]
        public let times: [SlotCandidate<EventTime>]
    }

    private let finder: ClaimFinder

    public init(triggers: TriggerLexicon, lightVerbs: LightVerbs, model: TriggerModel, slots: SlotModel) {
        finder = ClaimFinder(triggers: triggers, lightVerbs: lightVerbs, model: model, slots: slots)
    }

    /// Every claim of the document as grammar alone reads it, with the candidates for its slots.
    public func examples(_ document: Document) -> [Example] {
        let context = ClaimContext(document)
        let drafts = finder.drafts(in: context)
        let slots = SlotContext(context, drafts: drafts)
        return drafts.map { draft in
            Example(
                claim: finder.claim(draft, in: context),
                parties: PartyCandidates(slots: slots).candidates(for: draft),
                places: PlaceCandidates(slots: slots).candidates(for: draft),
                times: TimeCandidates(slots: slots).candidates(for: draft))
        }
    }
}
