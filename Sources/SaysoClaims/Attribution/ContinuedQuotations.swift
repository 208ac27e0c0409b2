import SaysoCore
import SaysoLexicon

/// Gives sentences of pure speech without a cue to the voice that spoke last: “The bridge is gone,” she said. “We cannot cross.”
struct ContinuedQuotations {
    let view: AttributionView

    /// - Parameter drafts: in the order of their cues; contents grow.
    func extend(_ drafts: inout [AttributionDraft]) {
        guard !drafts.isEmpty else { return }
        let sentences = view.document.sentences
        var taken = Set<Int>()
        var cueSentences = Set<Int>()
        // What is told inside a quotation does not take the quotation's sentences from its speaker.
        for draft in drafts where view.speech(at: draft.cue.lowerBound) < 0 {
            if let sentence = view.sentence(at: draft.cue.lowerBound) { cueSentences.insert(sentence) }
            for piece in draft.content {
                if let first = view.sentence(at: piece.lowerBound), let last = view.sentence(at: piece.upperBound - 1), first <= last { taken.formUnion(first...last) }
            }
        }
        var last: (draft: Int, sentence: Int)?
        var next = 0
        for (index, sentence) in sentences.enumerated() {
            if let current = last, !cueSentences.contains(index), isSpeech(sentence), reaches(from: sentences[current.sentence], to: sentence) {
                let range = trimmed(sentence.tokens)
                if !taken.contains(index), !range.isEmpty { append(range, to: &drafts[current.draft]) }
                last = (current.draft, index)
                continue
            }
            while next < drafts.count, drafts[next].cue.lowerBound < sentence.tokens.upperBound {
                let draft = drafts[next]
                // Who is spoken of inside a quotation does not go on speaking; nor does a bare wish.
                if view.speech(at: draft.cue.lowerBound) < 0, !draft.source.tokens.isEmpty, draft.entry?.sense == .report || draft.candidate.kind == .colon,
                    draft.candidate.kind != .noun {
                    last = (next, index)
                }
                next += 1
            }
            if let current = last, current.sentence < index, !taken.contains(index) || cueSentences.contains(index) { last = nil }
        }
    }

    private func append(_ range: Range<Int>, to draft: inout AttributionDraft) {
        if let end = draft.content.last, end.upperBound <= range.lowerBound, range.lowerBound - end.upperBound <= 1 {
            draft.content[draft.content.count - 1] = end.lowerBound..<range.upperBound
        } else { draft.content.append(range) }
    }

    /// All of it, the closing stop aside, stands in quotation marks.
    private func isSpeech(_ sentence: Sentence) -> Bool {
        let tokens = sentence.tokens
        guard tokens.count > 2, view.speech(at: tokens.lowerBound) >= 0 else { return false }
        return tokens.allSatisfy { view.quotation(at: $0) != nil || view.tokens[$0].isPunctuation }
    }

    private func reaches(from a: Sentence, to b: Sentence) -> Bool { b.paragraph - a.paragraph <= 1 }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var end = range.upperBound
        while end > range.lowerBound, view.isFinalPoint(end - 1), view.quotation(at: end - 1) == nil { end -= 1 }
        return range.lowerBound..<end
    }
}
