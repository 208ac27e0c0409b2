package import SaysoCore
package import SaysoLexicon

/// What the models learn from: the candidates of a document with their features, beside what a person marked.
///
/// Used by `sayso annotate --layer attribution-training` and `Training/attribution`; nothing here runs while reading.
package struct AttributionExamples {
    /// A marked attribution, as spans.
    package struct Marked {
        let source: [TextSpan]
        let cue: [TextSpan]
        let content: [TextSpan]

        package init(source: [TextSpan], cue: [TextSpan], content: [TextSpan]) {
            self.source = source
            self.cue = cue
            self.content = content
        }
    }

    private let view: AttributionView
    private let sources: [Set<Int>]
    private let cueTokens: [Set<Int>]
    private let contents: [Set<Int>]
    private let isNested: Bool

    /// - Parameter isNested: the marks also tell inner attributions, so that an unmarked cue inside a content is none.
    package init(_ document: Document, cues: CueLexicon, marked: [Marked], isNested: Bool) {
        view = AttributionView(document, cues: cues)
        func tokens(_ spans: [TextSpan]) -> Set<Int> { Set(spans.flatMap { document.tokenRange(in: $0) }) }
        sources = marked.map { tokens($0.source) }
        cueTokens = marked.map { tokens($0.cue) }
        contents = marked.map { tokens($0.content) }
        self.isNested = isNested
    }

    /// `{"cues": [[label, "features"]], "groups": [[model, [credits], ["features"]]]}`
    package func json() -> [JSON.Member] {
        var cues: [JSON] = []
        var groups: [JSON] = []
        var features = FeatureSet(keepsNames: true)
        var all: [CueCandidate] = []
        for sentence in view.document.sentences.indices { all += CueProposer(view: view).candidates(in: sentence) }
        var owner: [Int: Int] = [:]  // token → marked cue
        for (index, tokens) in cueTokens.enumerated() { for token in tokens { owner[token] = index } }
        var chosen: [Int: Int] = [:]  // marked cue → candidate
        for (index, cue) in all.enumerated() {
            guard let mark = owner[cue.head] else { continue }
            if let before = chosen[mark], rank(all[before]) >= rank(cue) { continue }
            chosen[mark] = index
        }
        let inContent = contents.reduce(into: Set<Int>()) { $0.formUnion($1) }
        let inSource = sources.reduce(into: Set<Int>()) { $0.formUnion($1) }
        for (index, cue) in all.enumerated() {
            let mark = owner[cue.head]
            let isChosen = mark.map { chosen[$0] == index } ?? false
            if !isChosen, mark != nil || inSource.contains(cue.head) || (!isNested && inContent.contains(cue.head)) { continue }
            CueFeatures(view: view).fill(&features, cue)
            cues.append(.array([.integer(isChosen ? 1 : 0), .string(features.names.joined(separator: "\t"))]))
            if isChosen, let mark { add(cue, mark, &groups, &features) }
        }
        return [JSON.Member("cues", .array(cues)), JSON.Member("groups", .array(groups)), JSON.Member("missed", .integer(cueTokens.count - chosen.count))]
    }

    private func rank(_ cue: CueCandidate) -> Int {
        switch cue.kind {
        case .preposition, .adjective: 4
        case .verb: cue.key == "be" || cue.key == "have" ? 1 : 3
        case .noun: 2
        case .adverb: 1
        case .colon: 0
        }
    }

    private func add(_ cue: CueCandidate, _ mark: Int, _ groups: inout [JSON], _ features: inout FeatureSet) {
        func group<Candidate>(_ model: String, _ candidates: [Candidate], _ credit: (Candidate) -> Double, _ fill: (inout FeatureSet, Candidate) -> Void) -> Candidate? {
            let credits = candidates.map(credit)
            if candidates.count > 1 {
                let names = candidates.map { candidate -> JSON in
                    fill(&features, candidate)
                    return .string(features.names.joined(separator: "\t"))
                }
                groups.append(.array([.string(model), .array(credits.map { .number(($0 * 1000).rounded() / 1000) }), .array(names)]))
            }
            guard let best = credits.max(), let index = credits.firstIndex(of: best) else { return nil }
            return candidates[index]
        }
        let extents = CueExtent(view: view)
        guard let extent = group("extent", extents.candidates(cue), { dice(cueTokens[mark], $0) }, { extents.fill(&$0, cue, $1) }) else { return }
        let proposer = SourceProposer(view: view)
        guard let source = group(
            "source", proposer.candidates(cue, extent), { dice(sources[mark], $0.tokens) }, { proposer.fill(&$0, cue, $1) }) else { return }
        let contents = ContentProposer(view: view)
        let ends = ContentEnd(view: view)
        guard let layout = group(
            "layout", contents.layouts(cue, extent, source.tokens),
            { layout in
                guard layout.hasRight else { return dice(self.contents[mark], layout.left) }
                return ends.candidates(cue, from: layout.right).map { dice(self.contents[mark], layout, $0) }.max() ?? 0
            }, { contents.fill(&$0, cue, extent, source, $1) })
        else { return }
        guard layout.hasRight else { return }
        let candidates = ends.candidates(cue, from: layout.right)
        _ = group("end", candidates, { dice(self.contents[mark], layout, $0) }, { ends.fill(&$0, cue, layout, $1, isLimit: $1 == candidates[0]) })
    }

    private func dice(_ gold: Set<Int>, _ range: Range<Int>) -> Double {
        guard !gold.isEmpty else { return range.isEmpty ? 1 : 0 }
        guard !range.isEmpty else { return 0 }
        let both = range.reduce(0) { $0 + (gold.contains($1) ? 1 : 0) }
        return 2 * Double(both) / Double(gold.count + range.count)
    }

    private func dice(_ gold: Set<Int>, _ layout: ContentLayout, _ end: Int) -> Double {
        // Continued quotations behind the sentence are another stage's work and do not count against an end.
        let left = layout.shape == .both ? layout.left : layout.right..<layout.right
        let right = layout.right..<max(layout.right, end)
        let here = gold.filter { view.sentence(at: $0) == view.sentence(at: layout.right) || left.contains($0) }
        guard !here.isEmpty else { return 0 }
        let both = (Array(left) + Array(right)).reduce(0) { $0 + (here.contains($1) ? 1 : 0) }
        return 2 * Double(both) / Double(here.count + left.count + right.count)
    }
}
