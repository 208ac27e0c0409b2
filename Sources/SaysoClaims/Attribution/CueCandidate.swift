import SaysoCore
import SaysoLexicon

/// A word that may say that somebody says something.
struct CueCandidate {
    enum Kind: String { case verb, adjective, noun, preposition, colon, adverb }

    let kind: Kind
    /// The token that the lexicon and the model know: "said", "according", "claim".
    let head: Int
    /// The least that the cue covers: the verb group with its auxiliaries.
    let core: Range<Int>
    /// Lemma of the head; "be aware" for a copula with its adjective.
    let key: String
    /// The sentence's tokens, or those of the quotation that hides the cue.
    var scope: Range<Int>
    let verb: VerbGroup?

    var isPassive: Bool { verb?.isPassive ?? false || (verb?.form == .pastParticiple) }
}

/// Proposes every verb group, and the nouns, prepositions, colons and adverbs that the cue list knows. Judging them is the model's work.
struct CueProposer {
    let view: AttributionView

    func candidates(in sentence: Int) -> [CueCandidate] {
        var out: [CueCandidate] = []
        let range = view.document.sentences[sentence].tokens
        var token = range.lowerBound
        while token < range.upperBound {
            // Taggers take "according" for a participle.
            let isAccording = view.word(token) == "according" && view.word(token + 1) == "to"
            if !isAccording, let chunk = view.chunk(at: token), chunk.kind == .verb {
                // "has reportedly fled": the adverb is a cue without a source, the verb none.
                for inner in chunk.tokens where inner >= token && inner != chunk.head && view.cues.isAdverb(view.word(inner)) {
                    out.append(CueCandidate(
                        kind: .adverb, head: inner, core: inner..<inner + 1, key: view.word(inner), scope: view.scope(of: inner), verb: nil))
                }
                out.append(verb(chunk))
                token = max(token + 1, chunk.tokens.upperBound)
                continue
            }
            if let candidate = other(token, in: range) { out.append(candidate) }
            token += 1
        }
        return out
    }

    private func verb(_ chunk: Chunk) -> CueCandidate {
        let head = chunk.head
        let lemma = view.lemma(head)
        let scope = view.scope(of: head)
        // "is confident that": the adjective carries the attitude, the copula only the tense.
        if CueLexicon.isCopula(lemma), !(chunk.verb?.isPassive ?? false) {
            var next = chunk.tokens.upperBound
            while next < scope.upperBound, next < chunk.tokens.upperBound + 3, view.tokens[next].tag == .adverb, view.chunk(at: next) == nil { next += 1 }
            if next < scope.upperBound, view.tokens[next].tag == .adjective, view.chunk(at: next).map({ $0.head == next }) ?? true {
                return CueCandidate(
                    kind: .adjective, head: next, core: chunk.tokens.lowerBound..<next + 1, key: "be " + view.word(next), scope: scope, verb: chunk.verb)
            }
        }
        // "cited the minister as saying": the "as" belongs to the cue.
        let start = chunk.verb?.form == .participle && view.word(chunk.tokens.lowerBound - 1) == "as" ? chunk.tokens.lowerBound - 1 : chunk.tokens.lowerBound
        return CueCandidate(kind: .verb, head: head, core: start..<end(of: chunk, lemma), key: lemma, scope: scope, verb: chunk.verb)
    }

    /// "was quoted as saying": one cue; "was quoted by Interfax as saying": two.
    private func end(of chunk: Chunk, _ lemma: String) -> Int {
        let end = chunk.tokens.upperBound
        guard lemma == "quote" || lemma == "cite", view.word(end) == "as", let saying = view.chunk(at: end + 1), saying.kind == .verb else { return end }
        return saying.tokens.upperBound
    }

    private func other(_ token: Int, in sentence: Range<Int>) -> CueCandidate? {
        let word = view.word(token)
        func candidate(_ kind: CueCandidate.Kind, _ core: Range<Int>, _ key: String) -> CueCandidate {
            CueCandidate(kind: kind, head: token, core: core, key: key, scope: view.scope(of: token), verb: nil)
        }
        if word == ":" {
            guard token > sentence.lowerBound, token + 1 < sentence.upperBound || view.sentence(at: token + 1) != nil else { return nil }
            return candidate(.colon, token..<token + 1, ":")
        }
        if word == "according" {
            return view.word(token + 1) == "to" ? candidate(.preposition, token..<token + 2, "according") : nil
        }
        if view.cues.isAdverb(word) { return candidate(.adverb, token..<token + 1, word) }
        if word == "per" || word == "via" { return candidate(.preposition, token..<token + 1, word) }
        if word == "of", let phrase = opinion(before: token, from: sentence.lowerBound) { return candidate(.preposition, phrase, "in the eyes of") }
        let tag = view.tokens[token].tag
        guard tag == .noun || tag == .other || tag == .properNoun else { return nil }
        let lemma = view.lemma(token)
        guard view.cues.isNoun(lemma) else { return nil }
        if let chunk = view.chunk(at: token), chunk.head != token { return nil }
        return candidate(.noun, token..<token + 1, lemma)
    }

    /// "in the eyes of", "in the words of", "in the opinion of": one preposition of three words before "of".
    private func opinion(before of: Int, from start: Int) -> Range<Int>? {
        guard of - 3 >= start, view.word(of - 3) == "in", view.word(of - 2) == "the" else { return nil }
        switch view.word(of - 1) {
        case "eyes", "view", "words", "opinion", "judgment", "judgement", "mind", "minds", "estimation", "account": return of - 3..<of + 1
        default: return nil
        }
    }
}

extension AttributionView {
    /// "Mayor: bridge was hit": a sentence begins with nothing but somebody who speaks, and a clause follows.
    func isVoiceBeforeColon(_ cue: CueCandidate) -> Bool {
        guard cue.kind == .colon, cue.head - cue.scope.lowerBound <= 5, let chunk = nounChunk(at: cue.head - 1), chunk.tokens.lowerBound <= cue.scope.lowerBound,
            cues.isVoice(lemma(chunk.head)) || cues.isVoice(word(chunk.head))
        else { return false }
        for token in cue.core.upperBound..<max(cue.core.upperBound, cue.scope.upperBound) where isVerb(at: token) { return true }
        return false
    }
}
