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
        let candidates = finder.candidates(in: context)
        let told = judged(candidates, chains: chains, in: context)
        // “Turkish forces attacked Syrian forces near Idlib.” alone: the weights were learned on whole reports and leave a bare sentence out.
        // A text in which they find nothing at all is read by the lexicon.
        return told.isEmpty ? candidates.filter { isPlain($0, in: context) } : told
    }

    /// A verb of the lexicon that stands finite in a clause of its own.
    private func isPlain(_ candidate: EventTrigger, in context: ClaimContext) -> Bool {
        guard candidate.form == .verb, candidate.rule != TriggerFinder.unlisted, let clause = candidate.clause.map({ context.document.clauses[$0] }) else {
            return false
        }
        return (clause.kind == .main || clause.kind == .complement) && !clause.subjects.isEmpty
    }

    private func judged(_ candidates: [EventTrigger], chains: ChainFinder, in context: ClaimContext) -> [EventTrigger] {
        candidates.compactMap { candidate in
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
