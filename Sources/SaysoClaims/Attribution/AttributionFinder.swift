public import SaysoCore
public import SaysoLexicon

/// Finds who says what: source, cue and content of every attribution, nested as the report nests them.
///
/// Reads tokens, tags, chunks and quotations (mentions where there are any), writes `attributions`.
///
/// “The bridge is gone,” said Anna Ruiz, citing the army → Ruiz *said* the whole; the army, *citing*, inside it.
///
/// Every part is the best of a few candidates under a linear model (`en/attribution-model.tsv`); what a cue does to the stance is
/// data (`en/cues.tsv`). Not handled: sources in another sentence than their cue, except for continued quotations.
public struct AttributionFinder: Stage {
    public let name = "attribution-finder"
    public let reads: Set<Layer> = [.sentences, .tokens, .tags, .chunks, .quotations]
    public let writes: Set<Layer> = [.attributions]

    private let cues: CueLexicon
    private let model: AttributionModel
    /// Inside another's content a link must be surer: most verbs there only belong to what is told.
    private static let nestedThreshold: Float = 1

    public init() throws(LexiconTable.Problem) {
        self.init(cues: try CueLexicon(), model: try AttributionModel())
    }

    public init(cues: CueLexicon, model: AttributionModel) {
        self.cues = cues
        self.model = model
    }

    public func run(_ document: consuming Document) -> Document {
        var document = document
        document.attributions = attributions(in: document)
        return document
    }

    private func attributions(in document: Document) -> [Attribution] {
        let view = AttributionView(document, cues: cues)
        var drafts = self.drafts(view)
        PassedOnVoices(view: view).link(&drafts)
        narrow(&drafts, view)
        ContinuedQuotations(view: view).extend(&drafts)
        return attributions(drafts, view)
    }

    /// The language model's links where it has read the report. What it was hardly taught comes from the rules all the same: voices inside
    /// others' words (the corpus that it learned from marks the outermost only), voices that only pass on, "reportedly", a headline's
    /// "Mayor: …".
    private func drafts(_ view: AttributionView) -> [AttributionDraft] {
        guard !view.document.tree.isEmpty else { return ruled(view) }
        let linked = LinkedDrafter(view: view).drafts()
        let passedOn = PassedOnVoices(view: view)
        let added = ruled(view).filter { draft in
            let cue = draft.candidate
            guard !linked.contains(where: { $0.cue.overlaps(draft.cue) }) else { return false }
            if passedOn.passesOn(cue) || cue.kind == .adverb || view.isVoiceBeforeColon(cue) { return true }
            return draft.score >= Self.nestedThreshold && draft.entry?.sense == .report && linked.contains { $0.contains(cue.head) }
        }
        return (linked + added).sorted { $0.cue.lowerBound < $1.cue.lowerBound }
    }

    private func ruled(_ view: AttributionView) -> [AttributionDraft] {
        let proposer = CueProposer(view: view)
        let drafter = AttributionDrafter(view: view, model: model)
        let passedOn = PassedOnVoices(view: view)
        var features = FeatureSet()
        var out: [AttributionDraft] = []
        for sentence in view.document.sentences.indices {
            for cue in proposer.candidates(in: sentence) {
                let score = drafter.score(cue, &features)
                guard score > threshold(cue, view) || passedOn.passesOn(cue), let draft = drafter.draft(cue, score: score, &features) else { continue }
                // "declined to comment", "issued a statement saying": one cue, not two.
                if let last = out.last, last.cue.overlaps(draft.cue) {
                    if last.score < draft.score { out[out.count - 1] = draft }
                    continue
                }
                out.append(draft)
            }
        }
        return out
    }

    /// "seemed to", "known as": nobody's attitude carries nobody's words.
    private func isVoiceless(_ draft: AttributionDraft) -> Bool { draft.source.tokens.isEmpty && draft.entry?.sense != .report }

    /// People mark only half of "reportedly" and its like; a claim must not lose its hedge, so they pass more easily. So does a
    /// headline's "Mayor: bridge hit by rockets", which the model has hardly seen.
    private func threshold(_ cue: CueCandidate, _ view: AttributionView) -> Float {
        switch cue.kind {
        case .adverb: -1
        case .colon: view.isVoiceBeforeColon(cue) ? -3 : 0
        case .preposition: cue.core.count > 2 ? -3 : 0  // "in the eyes of" says nothing else
        default: 0
        }
    }

    /// "Ruiz said the army had accused the rebels": the inner voice stands inside the outer content, so it is sought there again.
    private func narrow(_ drafts: inout [AttributionDraft], _ view: AttributionView) {
        let drafter = AttributionDrafter(view: view, model: model)
        var features = FeatureSet()
        let parents = AttributionNesting(view: view).parents(drafts)
        for (index, parent) in parents.enumerated() {
            guard let parent, !drafts[index].isLinked, !drafts[index].isRead, let piece = drafts[parent].content.first(where: { $0.contains(drafts[index].candidate.head) }) else { continue }
            var cue = drafts[index].candidate
            let scope = piece.clamped(to: cue.scope)
            guard scope != cue.scope, scope.lowerBound <= cue.core.lowerBound, cue.core.upperBound <= scope.upperBound else { continue }
            cue.scope = scope
            guard let draft = drafter.draft(cue, score: drafts[index].score, &features) else { continue }
            drafts[index] = draft
        }
    }

    private func attributions(_ drafts: [AttributionDraft], _ view: AttributionView) -> [Attribution] {
        let nesting = AttributionNesting(view: view)
        let parents = nesting.parents(drafts)
        var keeps = [Bool](repeating: true, count: drafts.count)
        for (index, parent) in parents.enumerated() {
            guard let parent, !isVoiceless(drafts[parent]) else { continue }
            let draft = drafts[index]
            let isSure = draft.isLinked || draft.score >= Self.nestedThreshold || (draft.candidate.kind != .verb && draft.candidate.kind != .noun)
            if nesting.isSameVoice(draft, in: drafts[parent]) || !isSure || draft.entry?.sense != .report { keeps[index] = false }
        }
        let writer = AttributionWriter(view: view)
        let written = drafts.map(writer.attribution)
        return drafts.indices.compactMap { index in
            guard keeps[index], var attribution = written[index] else { return nil }
            var parent = parents[index]
            // A link that was dropped hands its inner ones on to its own parent; sizes grow, so this ends.
            while let up = parent, !keeps[up] || written[up] == nil || isVoiceless(drafts[up]) { parent = parents[up] }
            attribution.nestedIn = parent.flatMap { written[$0]?.id }
            return attribution
        }
    }
}
