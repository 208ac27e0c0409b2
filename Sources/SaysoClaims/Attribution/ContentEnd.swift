import SaysoCore
import SaysoLexicon

/// Where the content to the right of a cue ends: with the sentence, before a comma, with a noun group, with the quotation.
struct ContentEnd {
    let view: AttributionView

    func candidates(_ cue: CueCandidate, from start: Int) -> [Int] {
        let limit = sentenceEnd(cue, from: start)
        guard start < limit else { return [min(start + 1, cue.scope.upperBound)] }
        var out: [Int] = [limit]
        func add(_ end: Int) { if end > start, end < limit, !out.contains(end) { out.append(end) } }
        var nouns = 0
        var token = start
        while token < limit, out.count < 18 {
            if view.isBreak(token) || view.word(token) == "." { add(token) }
            else if view.tokens[token].tag == .coordinator { add(token) }
            else if isSubordinator(token), token > start + 1 { add(token) }
            if view.isClosingQuote(token), view.speech(at: cue.head) < 0 { add(token + 1) }
            if view.isOpeningQuote(token), view.isBreak(token - 1) == false { add(token) }
            if let chunk = view.nounChunk(at: token), chunk.tokens.upperBound == token + 1, nouns < 5 {
                nouns += 1
                add(token + 1)
            }
            token += 1
        }
        return out
    }

    /// The sentence's end, its stop left out unless a quotation mark closes behind it.
    private func sentenceEnd(_ cue: CueCandidate, from start: Int) -> Int {
        var end = cue.scope.upperBound
        if view.speech(at: cue.head) >= 0, end > start, view.isClosingQuote(end - 1) { end -= 1 }
        while end > start + 1, view.isFinalPoint(end - 1) || view.word(end - 1) == ";", view.speech(at: end - 1) < 0 || view.speech(at: cue.head) >= 0 { end -= 1 }
        return end
    }

    private func isSubordinator(_ token: Int) -> Bool {
        switch view.word(token) {
        case "while", "when", "after", "because", "although", "though", "as", "before", "since", "during", "following", "unless", "until", "if", "who",
            "which", "according", "citing", "adding", "saying":
            true
        default: false
        }
    }

    func fill(_ features: inout FeatureSet, _ cue: CueCandidate, _ layout: ContentLayout, _ end: Int, isLimit: Bool) {
        features.removeAll()
        let at = view.kind(layout.right)
        let what = isLimit ? "limit" : view.kind(end)
        let last = view.kind(end - 1)
        let kind = cue.kind.rawValue
        let shape = layout.shape.rawValue
        let after = isLimit ? "limit" : view.kind(end + 1)
        features.add("end", what)
        features.add("end+at", what, at)
        features.add("end+shape", what, shape, layout.start.rawValue)
        features.add("end+kind", what, kind, at)
        features.add("key+end", cue.key, isLimit ? "limit" : "inside")
        features.add("key+what", cue.key, what)
        features.add("key+at", cue.key, at, isLimit ? "limit" : what)
        features.add("last", last, what)
        features.add("after", what, after)
        features.add("after+at", what, after, at)
        if !isLimit { features.add("word", view.word(end)); features.add("word+next", view.word(end), view.word(end + 1)) }
        let length = end - layout.right
        let size = length <= 1 ? "1" : length <= 2 ? "2" : length <= 4 ? "4" : length <= 8 ? "8" : length <= 16 ? "16" : "more"
        features.add("length", size, at)
        features.add("length+what", size, what)
        var verbs = 0
        var finite = false
        var breaks = 0
        for token in layout.right..<max(layout.right, end) {
            if let chunk = view.chunk(at: token), chunk.kind == .verb, chunk.head == token {
                verbs += 1
                if chunk.verb?.form == .finite { finite = true }
            }
            if view.isBreak(token) { breaks += 1 }
        }
        features.add("swallows", rival(from: layout.right + 1, to: end) ? "yes" : "no", isLimit ? "limit" : "inside", at)
        let count = verbs == 0 ? "0" : verbs == 1 ? "1" : "2"
        features.add("verbs", count, at, isLimit ? "limit" : "inside")
        features.add("verbs+what", count, what, finite ? "finite" : "none")
        features.add("breaks", breaks == 0 ? "0" : breaks == 1 ? "1" : "2", isLimit ? "limit" : what, at)
        if !isLimit {
            var later = "none"
            for token in end..<min(end + 25, cue.scope.upperBound) {
                guard let chunk = view.chunk(at: token), chunk.kind == .verb else { continue }
                later = (chunk.verb?.form.rawValue ?? "") + (token - end <= 1 ? "-next" : token - end <= 4 ? "-near" : "-far")
                break
            }
            features.add("later", later, what)
            features.add("rival", rival(from: end, to: min(end + 14, cue.scope.upperBound)) ? "yes" : "no", what)
            features.add("later+verbs", later, count, at)
            var quotedLater = false
            for token in end..<max(end, cue.scope.upperBound) where view.speech(at: token) >= 0 { quotedLater = true; break }
            features.add("quotelater", quotedLater ? "yes" : "no", what)
        }
        if view.speech(at: end - 1) >= 0, view.speech(at: end - 1) == view.speech(at: end), view.speech(at: cue.head) < 0 { features.add("cutsquote") }
    }

    /// "…, but the army denied", "and according to the rebels": behind a conjunction somebody else begins to speak.
    private func rival(from start: Int, to end: Int) -> Bool {
        guard start < end else { return false }
        for token in start..<end where view.tokens[token].tag == .coordinator || view.word(token) == "while" || view.word(token) == "although" {
            if view.word(token + 1) == "according" { return true }
            guard let subject = view.nounChunk(at: token + 1), subject.tokens.lowerBound == token + 1 else { continue }
            let next = view.phraseEnd(from: token + 1, limit: end + 6)
            guard let verb = view.chunk(at: next), verb.kind == .verb, verb.verb?.form == .finite else { continue }
            if view.cues.entry(view.lemma(verb.head), .verb)?.sense == .report { return true }
        }
        return false
    }
}
