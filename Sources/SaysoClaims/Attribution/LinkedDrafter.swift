import SaysoCore
import SaysoLexicon

/// Makes drafts out of the language model's cue links: the probabilities become ranges, the cue list says what kind of voice it is.
///
/// A link marks word by word, so a comma or an "of" may fall out of the middle: short gaps are closed. The tree says which word of a source names the
/// speaker. Completing sources and contents to whole subtrees was tried and changed nothing on PolNeAR: the model has learned where they end.
struct LinkedDrafter {
    let view: AttributionView
    private let proposer: CueProposer
    /// Gaps of so many words are closed where neither cue nor source stands in them.
    private static let gap = 2

    init(view: AttributionView) {
        self.view = view
        proposer = CueProposer(view: view)
    }

    func drafts() -> [AttributionDraft] {
        var known: [Int: [CueCandidate]] = [:]  // by sentence
        return view.document.cueLinks.compactMap { link in
            guard let sentence = view.sentence(at: link.cue.lowerBound) else { return nil }
            let candidates = known[sentence] ?? proposer.candidates(in: sentence)
            known[sentence] = candidates
            return draft(link, candidate(link, among: candidates))
        }
    }

    private func draft(_ link: CueLink, _ candidate: CueCandidate) -> AttributionDraft? {
        let source = source(of: link)
        let content = content(of: link, without: source)
        guard !content.isEmpty else { return nil }
        return AttributionDraft(
            candidate: candidate, entry: CueFeatures(view: view).entry(candidate), score: Self.score(link.confidence), cue: link.cue,
            source: self.source(source, link), content: content, isRead: true)
    }

    /// On the scale of the rules' model, where 1 is what a cue inside another's content needs.
    private static func score(_ confidence: Float) -> Float { 4 * confidence - 1 }

    // MARK: Which words

    private func source(of link: CueLink) -> Range<Int> {
        let runs = runs(link.window, around: [link.cue]) { link.source($0) >= 0.5 }
        let best = runs.max { weight($0, link) < weight($1, link) }
        guard let best else { return link.cue.lowerBound..<link.cue.lowerBound }
        return trimmed(best) ?? best
    }

    private func weight(_ run: Range<Int>, _ link: CueLink) -> Float { run.reduce(0) { $0 + link.source($1) } }

    private func content(of link: CueLink, without source: Range<Int>) -> [Range<Int>] {
        let runs = runs(link.window, around: [link.cue, source]) { link.content($0) >= 0.5 }
        // What is left of a run is a mark or two: no content. A headline's voice does not vouch for the byline, nor a paragraph's for the next one, unless
        // speech goes on there.
        return runs.filter { isBeside($0, link.cue) }.compactMap(trimmed)
    }

    private func isBeside(_ run: Range<Int>, _ cue: Range<Int>) -> Bool {
        guard let here = view.sentence(at: cue.lowerBound), let there = view.sentence(at: run.lowerBound) else { return false }
        let sentences = view.document.sentences
        return sentences[here].paragraph == sentences[there].paragraph || view.speech(at: run.lowerBound) >= 0
    }

    /// Runs of words for which `belongs` holds, none of them in `others`; gaps of at most two words are closed unless a verb or one of `others`
    /// stands in them.
    private func runs(_ window: Range<Int>, around others: [Range<Int>], where belongs: (Int) -> Bool) -> [Range<Int>] {
        func isOthers(_ token: Int) -> Bool { others.contains { $0.contains(token) } }
        var out: [Range<Int>] = []
        for token in window where belongs(token) && !isOthers(token) {
            if let last = out.last, token - last.upperBound <= Self.gap, view.sentence(at: last.upperBound - 1) == view.sentence(at: token),
                (last.upperBound..<token).allSatisfy({ !view.isVerb(at: $0) && !isOthers($0) })
            {
                out[out.count - 1] = last.lowerBound..<token + 1
            } else {
                out.append(token..<token + 1)
            }
        }
        return out
    }

    private func trimmed(_ run: Range<Int>) -> Range<Int>? {
        var (low, high) = (run.lowerBound, run.upperBound)
        while low < high, isOuter(low) { low += 1 }
        while high > low, isOuter(high - 1) { high -= 1 }
        return low < high ? low..<high : nil
    }

    private func isOuter(_ token: Int) -> Bool { view.isComma(token) || view.isDash(token) || view.isFinalPoint(token) || view.word(token) == ":" || view.word(token) == ";" }

    private func source(_ tokens: Range<Int>, _ link: CueLink) -> SourceCandidate {
        guard !tokens.isEmpty else { return .none(at: link.cue.lowerBound) }
        let side: SourceCandidate.Side = tokens.upperBound <= link.cue.lowerBound ? .left : tokens.lowerBound >= link.cue.upperBound ? .right : .inside
        return SourceCandidate(tokens: tokens, head: head(of: tokens), side: side, extent: extent(tokens), distance: 0, verbs: 0)
    }

    private func extent(_ tokens: Range<Int>) -> SourceCandidate.Extent {
        guard tokens.count == 1 else { return .phrase }
        switch view.word(tokens.lowerBound) {
        case "who", "which", "that": return .relative
        default: return .core
        }
    }

    /// The word of `tokens` that hangs on none of them.
    private func head(of tokens: Range<Int>) -> Int {
        let tree = view.document.tree
        guard tree.count == view.tokens.count else { return view.nounChunk(at: tokens.lowerBound)?.head ?? tokens.lowerBound }
        return tokens.first { token in tree[token].head.map { !tokens.contains($0) } ?? true } ?? tokens.lowerBound
    }

    // MARK: Which cue

    /// The candidate of the rules that this cue is, for its entry in the cue list; else what the tree says it is.
    private func candidate(_ link: CueLink, among candidates: [CueCandidate]) -> CueCandidate {
        let features = CueFeatures(view: view)
        let overlapping = candidates.filter { $0.core.overlaps(link.cue) && link.cue.contains($0.head) }
        if let best = overlapping.first(where: { features.entry($0)?.sense == .report }) ?? overlapping.first(where: { features.entry($0) != nil }) ?? overlapping.first {
            return best
        }
        let head = head(of: link.cue)
        let kind: CueCandidate.Kind =
            switch view.tokens[head].tag {
            case .noun, .properNoun, .pronoun: .noun
            case .adjective: .adjective
            case .adposition, .subordinator: .preposition
            case .punctuation: .colon
            case .adverb: .adverb
            default: .verb
            }
        return CueCandidate(kind: kind, head: head, core: link.cue, key: view.lemma(head), scope: view.scope(of: head), verb: view.chunk(at: head)?.verb)
    }
}
