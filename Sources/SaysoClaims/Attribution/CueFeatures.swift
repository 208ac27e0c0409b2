import SaysoCore
import SaysoLexicon

/// What speaks for or against a candidate being a cue.
struct CueFeatures {
    let view: AttributionView

    func fill(_ features: inout FeatureSet, _ cue: CueCandidate) {
        features.removeAll()
        let key = cue.key
        let kind = cue.kind.rawValue
        let next = view.kind(cue.core.upperBound)
        let after = view.kind(cue.core.upperBound + 1)
        let previous = cue.core.lowerBound > cue.scope.lowerBound ? view.kind(cue.core.lowerBound - 1) : "edge"
        let before = cue.core.lowerBound - 1 > cue.scope.lowerBound ? view.kind(cue.core.lowerBound - 2) : "edge"
        features.add("bias")
        features.add("kind", kind)
        features.add("key", kind, key)
        features.add("key+next", key, next)
        features.add("kind+next", kind, next)
        features.add("next+after", kind, next, after)
        features.add("key+previous", key, previous)
        features.add("previous", kind, previous)
        features.add("previous+next", kind, previous, next)
        features.add("before", kind, before, previous)
        features.add("nextword", key, view.word(cue.core.upperBound))
        let entry = entry(cue)
        features.add("sense", kind, entry?.sense.rawValue ?? "none")
        features.add("sense+next", entry?.sense.rawValue ?? "none", next)
        if let verb = cue.verb {
            let voice = cue.isPassive ? "passive" : "active"
            features.add("form", verb.form.rawValue, voice)
            features.add("key+form", key, verb.form.rawValue, voice)
            features.add("form+next", verb.form.rawValue, next)
            if verb.isNegated { features.add("negated"); features.add("key+negated", key) }
            if let modal = verb.modal { features.add("modal", modal); features.add("key+modal", key) }
            features.add("tense", verb.tense.rawValue)
        }
        let subject = subject(of: cue)
        features.add("subject", kind, subject.kind)
        features.add("subjecthead", subject.head)
        features.add("sense+subject", entry?.sense.rawValue ?? "none", subject.kind)
        features.add("key+subject", key, subject.kind)
        if cue.kind == .noun { possessor(&features, cue) }
        if cue.kind == .colon { colon(&features, cue) }
        place(&features, cue)
    }

    func entry(_ cue: CueCandidate) -> CueLexicon.Entry? {
        switch cue.kind {
        case .verb: view.cues.entry(cue.key, .verb)
        case .adjective: view.cues.entry(cue.key, .adjective)
        case .noun: view.cues.entry(cue.key, .noun)
        case .adverb: view.cues.entry(cue.key, .adverb)
        case .preposition: view.cues.entry(cue.key, .preposition)
        case .colon: nil
        }
    }

    /// The noun group to the left, and what stands between.
    private func subject(of cue: CueCandidate) -> (kind: String, head: String) {
        var token = cue.core.lowerBound - 1
        var gap = "adjacent"
        for _ in 0..<25 where token >= cue.scope.lowerBound {
            if let chunk = view.chunk(at: token) {
                if chunk.kind == .verb { return ("verb", "") }
                let head = view.tokens[chunk.head]
                let kind = head.tag == .pronoun ? "pronoun" : head.isCapitalised ? "name" : "noun"
                return (kind + "-" + gap, view.lemma(chunk.head))
            }
            switch view.word(token) {
            case ",", "-", "–", "—": gap = "comma"
            case "who", "which", "that": return ("relative", view.word(token))
            case "to", "by", "of", "for": if gap == "adjacent" { gap = "preposition" }
            default: break
            }
            token -= 1
        }
        return ("none", "")
    }

    private func possessor(_ features: inout FeatureSet, _ cue: CueCandidate) {
        guard let chunk = view.nounChunk(at: cue.head) else { return }
        let first = view.tokens[chunk.tokens.lowerBound]
        let owned = first.penn == .PRPS || chunk.tokens.contains { view.tokens[$0].penn == .POS }
        let determiner = owned ? "owned" : first.tag == .determiner ? first.folded : chunk.tokens.count == 1 ? "bare" : "other"
        features.add("determiner", determiner)
        features.add("key+determiner", cue.key, determiner)
        features.add("determiner+next", determiner, view.kind(cue.core.upperBound))
        if view.isVerb(at: chunk.tokens.lowerBound - 1), let verb = view.chunk(at: chunk.tokens.lowerBound - 1) {
            features.add("objectof", view.lemma(verb.head))
        }
    }

    private func colon(_ features: inout FeatureSet, _ cue: CueCandidate) {
        guard let sentence = view.sentence(at: cue.head) else { return }
        let tokens = view.document.sentences[sentence].tokens
        let left = cue.head - tokens.lowerBound
        features.add("colon", left <= 1 ? "one" : left <= 4 ? "few" : "many", view.isOpeningQuote(cue.head + 1) ? "quote" : "none")
        if view.document.sentences[sentence].isHeadline { features.add("headline") }
        let verbs = tokens.prefix(left).contains { view.isVerb(at: $0) }
        features.add("colonverb", verbs ? "yes" : "no", view.isOpeningQuote(cue.head + 1) ? "quote" : "none")
        features.add("colonbefore", view.lemma(cue.head - 1))
        features.add("colonvoice", view.isVoiceBeforeColon(cue) ? "yes" : "no", view.isOpeningQuote(cue.head + 1) ? "quote" : "none")
    }

    /// Where the candidate stands among quotations and in its sentence.
    private func place(_ features: inout FeatureSet, _ cue: CueCandidate) {
        let inside = view.speech(at: cue.head) >= 0
        features.add("inspeech", inside ? "yes" : "no", cue.kind.rawValue)
        if inside { features.add("key+inspeech", cue.key) }
        let first = cue.core.lowerBound == cue.scope.lowerBound
        if first { features.add("first", cue.kind.rawValue) }
        var quoteLeft = false
        var quoteRight = false
        var earlierVerbs = 0
        for token in cue.scope {
            if token < cue.core.lowerBound {
                if view.isClosingQuote(token), view.speech(at: token) >= 0 { quoteLeft = true }
                if let chunk = view.chunk(at: token), chunk.kind == .verb, chunk.head == token { earlierVerbs += 1 }
            } else if token >= cue.core.upperBound, view.isOpeningQuote(token), view.speech(at: token) >= 0 { quoteRight = true }
        }
        let quotes = quoteLeft ? (quoteRight ? "both" : "left") : quoteRight ? "right" : "none"
        features.add("quotes", quotes, cue.kind.rawValue)
        features.add("key+quotes", cue.key, quotes)
        features.add("earlier", earlierVerbs == 0 ? "0" : earlierVerbs == 1 ? "1" : "2", cue.kind.rawValue)
    }
}
