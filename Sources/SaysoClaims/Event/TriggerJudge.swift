import SaysoCore
import SaysoLexicon

/// Decides which candidates tell of an event, and of which type: a linear model over ``TriggerFeatures``.
struct TriggerJudge {
    let finder: TriggerFinder
    let model: TriggerModel
    private var features: TriggerFeatures { TriggerFeatures(finder: finder) }

    init(finder: TriggerFinder, model: TriggerModel) {
        self.finder = finder
        self.model = model
    }

    /// The candidates that tell of an event, each with the type that fits best. A type other than the lexicon's loses the lexicon's mode.
    func triggers(in context: ClaimContext, chains: ChainFinder) -> [EventTrigger] {
        finder.candidates(in: context).compactMap { candidate in
            let isReported = !chains.chain(over: context.document.tokens[candidate.token].span).isEmpty
            guard let type = model.type(features.features(of: candidate, isReported: isReported, in: context)) else { return nil }
            guard type != candidate.type else { return candidate }
            var trigger = candidate
            trigger.type = type
            trigger.mode = nil
            trigger.context = nil
            trigger.rule = Rule(candidate.rule.name + "-retyped")
            return trigger
        }
    }
}
