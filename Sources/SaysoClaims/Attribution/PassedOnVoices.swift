import SaysoCore
import SaysoLexicon

/// Voices that pass another one on: links of a chain that stand beside each other, with one content, not one inside the other's words.
///
/// “Radio Norte said, quoting police, that two had died”: police stand in the chain behind Radio Norte.
/// “The mayor, quoted by Radio Norte, said that two had died”: the mayor stands behind Radio Norte.
/// “Reports say the bridge fell, according to the ministry”: reports only pass on, the ministry stands behind them.
struct PassedOnVoices {
    let view: AttributionView

    /// A cue that may pass on, and is worth drafting whatever the model thinks of it.
    func passesOn(_ cue: CueCandidate) -> Bool { isQuoting(cue) || quotedBy(cue) != nil }

    func link(_ drafts: inout [AttributionDraft]) {
        for index in drafts.indices {
            let cue = drafts[index].candidate
            if view.word(cue.core.lowerBound) == "as", cue.kind == .verb, !drafts[index].isLinked { linkSaying(index, &drafts) }
            else if isQuoting(cue) { linkQuoting(index, &drafts) }
            else if let voice = quotedBy(cue) { linkQuotedBy(index, voice, &drafts) }
            else if cue.kind == .preposition { linkInformant(index, &drafts) }
        }
        // Drafted only to be linked, and nothing was there to link it with.
        drafts.removeAll { $0.score <= 0 && !$0.isLinked && passesOn($0.candidate) }
    }

    // MARK: Which voice

    /// "citing", "quoting" with a voice as its object.
    private func isQuoting(_ cue: CueCandidate) -> Bool {
        guard cue.key == "cite" || cue.key == "quote", cue.verb?.form == .participle, view.word(cue.core.lowerBound) != "as" else { return false }
        return voice(at: cue.core.upperBound, in: cue.scope) != nil
    }

    /// "quoted by", "published today by" with a voice behind it.
    private func quotedBy(_ cue: CueCandidate) -> (by: Int, voice: Range<Int>)? {
        guard cue.kind == .verb, cue.isPassive, view.cues.entry(cue.key, .verb)?.passesOn ?? false else { return nil }
        var token = cue.core.upperBound
        while token < min(cue.core.upperBound + 3, cue.scope.upperBound), view.word(token) != "by" { token += 1 }
        guard token < cue.scope.upperBound, view.word(token) == "by", let voice = voice(at: token + 1, in: cue.scope) else { return nil }
        return (token, voice)
    }

    private func voice(at token: Int, in scope: Range<Int>) -> Range<Int>? {
        guard token < scope.upperBound, let chunk = view.nounChunk(at: token), chunk.tokens.lowerBound <= token else { return nil }
        let head = view.tokens[chunk.head]
        let isName = head.isCapitalised && head.tag == .properNoun && !CueLexicon.isTimeWord(head.folded)
        guard isName || view.cues.isVoice(view.lemma(chunk.head)) || view.tokens[chunk.head].penn == .PRP else { return nil }
        let end = view.phraseEnd(from: chunk.tokens.lowerBound, limit: scope.upperBound)
        return token..<max(end, token + 1)
    }

    private func source(_ tokens: Range<Int>) -> SourceCandidate {
        SourceCandidate(
            tokens: tokens, head: view.nounChunk(at: tokens.lowerBound)?.head ?? tokens.lowerBound, side: .right, extent: .phrase, distance: 0, verbs: 0)
    }

    // MARK: Linking

    private func linkQuoting(_ index: Int, _ drafts: inout [AttributionDraft]) {
        let quoting = drafts[index]
        guard let voice = voice(at: quoting.candidate.core.upperBound, in: quoting.candidate.scope) else { return }
        // "quoting the minister as saying": that voice has a cue of its own, which nests by its place.
        if view.word(voice.upperBound) == "as" { return }
        guard let carrier = carrier(of: index, in: drafts) else { return }
        let taken = quoting.candidate.core.lowerBound..<voice.upperBound
        free(taken, &drafts[carrier])
        guard !drafts[carrier].content.isEmpty else { return }
        drafts[index].cue = quoting.candidate.core
        drafts[index].source = source(voice)
        drafts[index].content = drafts[carrier].content
        drafts[index].inside = drafts[carrier].candidate.head
        drafts[index].isLinked = true
    }

    /// “Norte quoted the mayor as saying that …”: the quoting voice carries the mayor and all that the mayor said.
    private func linkSaying(_ index: Int, _ drafts: inout [AttributionDraft]) {
        let saying = drafts[index]
        let start = saying.source.tokens.lowerBound
        guard let end = saying.content.last?.upperBound, start < end, saying.source.tokens.upperBound <= saying.cue.lowerBound else { return }
        let quoting = neighbours(index, drafts).last { other in
            let draft = drafts[other]
            return other < index && isBeside(draft, saying) && (draft.candidate.key == "quote" || draft.candidate.key == "cite") && !draft.candidate.isPassive
                && (0...1).contains(start - draft.candidate.core.upperBound)
        }
        guard let quoting else { return }
        drafts[quoting].content = [start..<end]
        drafts[quoting].cue = drafts[quoting].candidate.core
        drafts[index].inside = drafts[quoting].candidate.head
        drafts[index].isLinked = true
    }

    private func linkQuotedBy(_ index: Int, _ quotedBy: (by: Int, voice: Range<Int>), _ drafts: inout [AttributionDraft]) {
        let core = drafts[index].candidate.core
        let scope = drafts[index].candidate.scope
        let taken = core.lowerBound..<quotedBy.voice.upperBound
        let spoken = neighbours(index, drafts).first { other in
            let draft = drafts[other]
            guard other != index, isBeside(draft, drafts[index]), draft.inside == nil, !taken.contains(draft.candidate.head) else { return false }
            if view.word(draft.candidate.core.lowerBound) == "as" { return draft.candidate.head > taken.upperBound && draft.candidate.head < taken.upperBound + 6 }
            // The phrase hangs on the source: "the mayor, quoted by …", "a document published by …".
            let source = draft.source.tokens
            return !source.isEmpty && (source.overlaps(taken) || (0...1).contains(core.lowerBound - source.upperBound))
        } ?? resumed(after: taken, index, drafts)
        guard let spoken else { return }
        if drafts[spoken].cue.lowerBound >= taken.upperBound, view.word(drafts[spoken].candidate.core.lowerBound) != "as",
            let subject = subject(before: core.lowerBound, from: scope.lowerBound) {
            drafts[spoken].source = subject
            let cue = drafts[spoken].cue
            drafts[spoken].content = drafts[spoken].content.filter { $0.lowerBound >= cue.upperBound }
        }
        if view.word(drafts[spoken].candidate.core.lowerBound) == "as", let subject = subject(before: core.lowerBound, from: scope.lowerBound) {
            drafts[spoken].source = subject
            drafts[spoken].content = AttributionDrafter.without(subject.tokens.lowerBound..<drafts[spoken].cue.upperBound, drafts[spoken].content)
                .compactMap { trimmed($0) }
        }
        free(taken, &drafts[spoken])
        drafts[spoken].isLinked = true
        guard !drafts[spoken].content.isEmpty else { return }
        drafts[index].cue = core.lowerBound..<quotedBy.by + 1
        drafts[index].source = source(quotedBy.voice)
        drafts[index].content = drafts[spoken].content
        drafts[index].isLinked = true
        drafts[spoken].inside = drafts[index].candidate.head
    }

    /// "the statement, referred to by a newspaper, said": the verb that goes on behind the phrase.
    private func resumed(after taken: Range<Int>, _ index: Int, _ drafts: [AttributionDraft]) -> Int? {
        neighbours(index, drafts).first {
            let draft = drafts[$0]
            return isBeside(draft, drafts[index]) && draft.inside == nil && draft.candidate.kind == .verb && draft.candidate.verb?.form == .finite
                && (0...1).contains(draft.cue.lowerBound - taken.upperBound)
        }
    }

    /// Takes the other voice's words out of a draft's source and content.
    private func free(_ taken: Range<Int>, _ draft: inout AttributionDraft) {
        let source = draft.source
        if source.tokens.overlaps(taken), source.tokens.lowerBound < taken.lowerBound {
            let end = trimmed(source.tokens.lowerBound..<taken.lowerBound)?.upperBound ?? taken.lowerBound
            draft.source = source.cut(to: source.tokens.lowerBound..<end)
        }
        draft.content = AttributionDrafter.without(taken, draft.content).compactMap { trimmed($0) }
    }

    private func subject(before token: Int, from start: Int) -> SourceCandidate? {
        var token = token - 1
        while token >= start {
            if let chunk = view.nounChunk(at: token) {
                return SourceCandidate(tokens: chunk.tokens, head: chunk.head, side: .left, extent: .core, distance: 0, verbs: 0)
            }
            if view.isVerb(at: token) { return nil }
            token -= 1
        }
        return nil
    }

    /// The nearest report of the same sentence that is not itself "citing".
    private func carrier(of quoting: Int, in drafts: [AttributionDraft]) -> Int? {
        let quoting = (index: quoting, candidate: drafts[quoting].candidate)
        var best: (index: Int, distance: Int)?
        for index in neighbours(quoting.index, drafts) {
            let draft = drafts[index]
            guard isBeside(draft, drafts[quoting.index]), draft.entry?.sense == .report, !draft.source.tokens.isEmpty,
                draft.candidate.kind == .preposition || draft.candidate.verb?.form == .finite, draft.candidate.head != quoting.candidate.head
            else { continue }
            let distance = abs(draft.candidate.head - quoting.candidate.head)
            if best.map({ distance < $0.distance }) ?? true { best = (index, distance) }
        }
        return best?.index
    }

    /// “Reports …, according to information released by the mayor”: reports only pass on, so the informant is the inner voice.
    private func linkInformant(_ index: Int, _ drafts: inout [AttributionDraft]) {
        let informant = drafts[index]
        for carrier in neighbours(index, drafts) where carrier != index {
            let draft = drafts[carrier]
            guard isBeside(draft, informant), draft.candidate.kind == .verb, draft.cue.upperBound <= informant.cue.lowerBound,
                draft.entry?.sense == .report, !draft.source.tokens.isEmpty, draft.content.contains(where: { $0.lowerBound >= draft.cue.upperBound }),
                view.cues.isCarrier(view.lemma(draft.source.head)) || view.cues.isCarrier(view.word(draft.source.head))
            else { continue }
            let taken = informant.cue.lowerBound..<max(informant.cue.upperBound, informant.source.tokens.upperBound)
            let told = AttributionDrafter.without(taken, draft.content).compactMap { trimmed($0) }
            guard !told.isEmpty else { continue }
            drafts[index].content = told
            drafts[index].inside = draft.candidate.head
            drafts[index].isLinked = true
            return
        }
    }

    /// In the same sentence, and both in the same speech or in none.
    private func isBeside(_ a: AttributionDraft, _ b: AttributionDraft) -> Bool {
        view.sentence(at: a.candidate.head) == view.sentence(at: b.candidate.head) && view.speech(at: a.candidate.head) == view.speech(at: b.candidate.head)
    }

    /// Cues of one sentence stand near each other; all of them would cost the square of their number.
    private func neighbours(_ index: Int, _ drafts: [AttributionDraft]) -> Range<Int> { max(0, index - 12)..<min(drafts.count, index + 12) }

    private func trimmed(_ range: Range<Int>) -> Range<Int>? {
        var end = range.upperBound
        while end > range.lowerBound, view.isBreak(end - 1) { end -= 1 }
        return end > range.lowerBound ? range.lowerBound..<end : nil
    }
}
