import SaysoCore
import SaysoLexicon

/// An attribution in tokens, before it is put into spans.
struct AttributionDraft {
    let candidate: CueCandidate
    let entry: CueLexicon.Entry?
    let score: Float
    var cue: Range<Int>
    var source: SourceCandidate
    /// In order of the text; the second and later ones are the part behind the cue and continued quotations.
    var content: [Range<Int>]
    /// Head token of the carrier's cue, where the chain does not follow from the contents (see ``PassedOnVoices``).
    var inside: Int?
    var isLinked = false
    /// The language model linked its words, not the rules.
    var isRead = false

    func contains(_ token: Int) -> Bool { content.contains { $0.contains(token) } }
    var size: Int { content.reduce(0) { $0 + $1.count } }
    var hull: Range<Int> {
        var (low, high) = (cue.lowerBound, cue.upperBound)
        for piece in content + (source.tokens.isEmpty ? [] : [source.tokens]) {
            low = min(low, piece.lowerBound)
            high = max(high, piece.upperBound)
        }
        return low..<high
    }
}

/// Turns one cue into a draft: each part is the candidate that the model weighs most.
struct AttributionDrafter {
    let view: AttributionView
    let model: AttributionModel

    func score(_ cue: CueCandidate, _ features: inout FeatureSet) -> Float {
        CueFeatures(view: view).fill(&features, cue)
        return model.cue.score(features)
    }

    func draft(_ cue: CueCandidate, score: Float, _ features: inout FeatureSet) -> AttributionDraft? {
        let extents = CueExtent(view: view)
        guard let extent = best(extents.candidates(cue), by: { extents.fill(&features, cue, $0); return model.extent.score(features) }) else { return nil }
        let sources = SourceProposer(view: view)
        guard let source = best(sources.candidates(cue, extent), by: { sources.fill(&features, cue, $0); return model.source.score(features) }) else { return nil }
        if let speech = AnnouncedSpeech(view: view).range(cue, extent) {
            return AttributionDraft(
                candidate: cue, entry: CueFeatures(view: view).entry(cue), score: score, cue: extent, source: source, content: [speech])
        }
        let contents = ContentProposer(view: view)
        let layouts = contents.layouts(cue, extent, source.tokens)
        guard let layout = best(layouts, by: { contents.fill(&features, cue, extent, source, $0); return model.layout.score(features) }) else { return nil }
        var pieces: [Range<Int>] = []
        if layout.shape != .right { pieces.append(quotationStart(layout.left, cue)..<layout.left.upperBound) }
        if layout.hasRight {
            let ends = ContentEnd(view: view)
            let candidates = ends.candidates(cue, from: layout.right)
            let limit = candidates.first ?? layout.right
            if let end = best(candidates, by: { ends.fill(&features, cue, layout, $0, isLimit: $0 == limit); return model.end.score(features) }), end > layout.right {
                pieces.append(layout.right..<(end == limit ? quotationEnd(end, cue) : end))
                if let last = pieces.last, let cut = rivalSource(last, cue) { pieces[pieces.count - 1] = last.lowerBound..<cut }
            }
        }
        let taken = source.tokens
        pieces = pieces.flatMap { Self.without(taken, Self.without(extent, [$0])) }
        guard !pieces.isEmpty else { return nil }
        return AttributionDraft(
            candidate: cue, entry: CueFeatures(view: view).entry(cue), score: score, cue: extent, source: source, content: pieces)
    }

    /// “The road is open. Nobody uses it,” he said. – speech that the sentence's start cuts begins at its opening mark.
    private func quotationStart(_ left: Range<Int>, _ cue: CueCandidate) -> Int {
        guard left.lowerBound <= cue.scope.lowerBound, view.speech(at: left.lowerBound) >= 0, view.speech(at: cue.head) < 0,
            let quotation = view.quotation(at: left.lowerBound)
        else { return left.lowerBound }
        return min(left.lowerBound, quotation.tokens.lowerBound)
    }

    /// “According to the rebels ten died, but according to the army four”: the second source begins its own content.
    private func rivalSource(_ piece: Range<Int>, _ cue: CueCandidate) -> Int? {
        guard cue.kind == .preposition else { return nil }
        for token in piece.dropFirst() where view.tokens[token].tag == .coordinator && view.word(token + 1) == "according" {
            return view.isComma(token - 1) && token - 1 > piece.lowerBound ? token - 1 : token
        }
        return nil
    }

    /// He said: “The road is open. Nobody uses it.” – speech that the sentence's end cuts goes on to its closing mark.
    private func quotationEnd(_ end: Int, _ cue: CueCandidate) -> Int {
        guard end > 0, view.speech(at: end - 1) >= 0, view.speech(at: cue.head) < 0, let quotation = view.quotation(at: end - 1) else { return end }
        return max(end, quotation.tokens.upperBound)
    }

    private func best<Candidate>(_ candidates: [Candidate], by score: (Candidate) -> Float) -> Candidate? {
        var best: (Candidate, Float)?
        for candidate in candidates {
            let value = score(candidate)
            if best.map({ value > $0.1 }) ?? true { best = (candidate, value) }
        }
        return best?.0
    }

    /// `pieces` without what lies in `hole`: a content holds neither its cue nor its source.
    static func without(_ hole: Range<Int>, _ pieces: [Range<Int>]) -> [Range<Int>] {
        guard !hole.isEmpty else { return pieces }
        return pieces.flatMap { piece -> [Range<Int>] in
            guard piece.overlaps(hole) else { return [piece] }
            return [piece.lowerBound..<max(piece.lowerBound, hole.lowerBound), min(piece.upperBound, hole.upperBound)..<piece.upperBound]
                .filter { !$0.isEmpty }
        }
    }
}
