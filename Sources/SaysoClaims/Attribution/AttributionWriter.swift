import SaysoCore
import SaysoLexicon

/// Puts a draft into spans: pieces trimmed of their outer punctuation, kind, speaker, stance, a stable id.
struct AttributionWriter {
    let view: AttributionView
    private let mentionOfHead: [Int: Int]

    init(view: AttributionView) {
        self.view = view
        var heads: [Int: Int] = [:]
        for (index, mention) in view.document.mentions.enumerated() { heads[mention.head] = index }
        mentionOfHead = heads
    }

    func attribution(_ draft: AttributionDraft) -> Attribution? {
        let document = view.document
        let pieces = draft.content.compactMap { trimmed($0) }
        guard !pieces.isEmpty else { return nil }
        let content = pieces.map { document.passage($0) }
        let cue = [document.passage(draft.cue)]
        let source = draft.source.tokens.isEmpty ? [] : [document.passage(sourceTokens(draft))]
        return Attribution(
            id: .stable("a", in: document.report.id, spans: (content + cue).map(\.span)), source: source, cue: cue, content: content,
            kind: kind(draft.content), speaker: speaker(draft.source), stance: draft.entry?.stance, rule: rule(draft))
    }

    /// "attribution.report.verb", "reader.attitude.noun": who found it – rules or language model –, what kind of voice, and by what kind of word.
    private func rule(_ draft: AttributionDraft) -> Rule {
        let sense = draft.candidate.kind == .colon ? "report" : draft.entry?.sense.rawValue ?? "attitude"
        return Rule("\(draft.isRead ? "reader" : "attribution").\(sense).\(draft.candidate.kind.rawValue)")
    }

    private func sourceTokens(_ draft: AttributionDraft) -> Range<Int> {
        var range = draft.source.tokens
        while range.count > 1, view.isBreak(range.upperBound - 1), view.word(range.upperBound - 1) != ")", view.word(range.upperBound - 1) != "]" {
            range = range.lowerBound..<range.upperBound - 1
        }
        return range
    }

    /// Content without outer punctuation; quotation marks inside it stay.
    private func trimmed(_ range: Range<Int>) -> Range<Int>? {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high, view.tokens[low].isPunctuation, !opensBracket(low) { low += 1 }
        while high > low, view.tokens[high - 1].isPunctuation, !closesBracket(high - 1) { high -= 1 }
        return low < high ? low..<high : nil
    }

    private func opensBracket(_ token: Int) -> Bool { view.word(token) == "[" || view.word(token) == "(" }
    private func closesBracket(_ token: Int) -> Bool { view.word(token) == "]" || view.word(token) == ")" }

    private func kind(_ pieces: [Range<Int>]) -> Attribution.Kind {
        var (inside, outside) = (0, 0)
        for piece in pieces {
            for token in piece where !view.tokens[token].isPunctuation {
                if view.quotation(at: token) == nil { outside += 1 } else { inside += 1 }
            }
        }
        return inside == 0 ? .indirect : outside * 9 <= inside ? .direct : .mixed
    }

    /// Who the source's naming word stands for.
    private func speaker(_ source: SourceCandidate) -> Entity? {
        guard !source.tokens.isEmpty else { return nil }
        let mentions = view.document.mentions
        var found = mentionOfHead[source.head]
        // "the mayor, who said": the words are "who", the speaker is the mayor.
        if found == nil, source.extent == .relative, source.side == .left, source.tokens.count == 1 { found = antecedent(of: source.head) }
        if found == nil { for token in source.tokens { if let mention = mentionOfHead[token] { found = mention; break } } }
        guard let found, view.document.entities.indices.contains(mentions[found].entity) else { return nil }
        return view.document.entities[mentions[found].entity]
    }

    private func antecedent(of relative: Int) -> Int? {
        guard view.word(relative) == "who" || view.word(relative) == "which" || view.word(relative) == "that" else { return nil }
        var token = relative - 1
        while token >= max(0, relative - 4) {
            if let chunk = view.nounChunk(at: token) { return mentionOfHead[chunk.head] }
            token -= 1
        }
        return nil
    }
}
