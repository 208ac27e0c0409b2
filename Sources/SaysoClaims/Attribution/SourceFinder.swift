import SaysoCore
import SaysoLexicon

/// Words that may name who speaks; empty: nobody is named.
struct SourceCandidate {
    enum Side: String { case left, right, inside, none }
    enum Extent: String { case core, phrase, whole, relative, possessor, none }
    let tokens: Range<Int>
    /// The token that names the speaker.
    let head: Int
    let side: Side
    let extent: Extent
    /// Noun groups between it and the cue.
    let distance: Int
    /// Verb groups between it and the cue.
    let verbs: Int

    func cut(to tokens: Range<Int>) -> SourceCandidate {
        SourceCandidate(tokens: tokens, head: tokens.contains(head) ? head : tokens.lowerBound, side: side, extent: extent, distance: distance, verbs: verbs)
    }

    static func none(at token: Int) -> SourceCandidate {
        SourceCandidate(tokens: token..<token, head: token, side: .none, extent: .none, distance: 0, verbs: 0)
    }
}

/// Proposes sources for a cue: noun groups to its left and right, alone, with their "of …", and with all that stands up to the cue.
struct SourceProposer {
    let view: AttributionView

    func candidates(_ cue: CueCandidate, _ extent: Range<Int>) -> [SourceCandidate] {
        var out = [SourceCandidate.none(at: extent.lowerBound)]
        if cue.kind == .adverb { return out }
        if let quoted = quoted(cue) { return [quoted] }
        inside(cue, &out)
        left(cue, &out)
        right(cue, extent, &out)
        return out
    }

    /// "His concern is", "the ministry's claim": the owner inside the cue's own noun group; "in Moscow's view".
    private func inside(_ cue: CueCandidate, _ out: inout [SourceCandidate]) {
        guard let chunk = view.nounChunk(at: cue.head) else { return }
        if view.tokens[chunk.tokens.lowerBound].penn == .PRPS {
            let token = chunk.tokens.lowerBound
            out.append(SourceCandidate(tokens: token..<token + 1, head: token, side: .inside, extent: .possessor, distance: 0, verbs: 0))
        }
        if let mark = chunk.tokens.first(where: { view.tokens[$0].penn == .POS && $0 < cue.head }), mark > chunk.tokens.lowerBound {
            out.append(SourceCandidate(
                tokens: chunk.tokens.lowerBound..<mark + 1, head: mark - 1, side: .inside, extent: .possessor, distance: 0, verbs: 0))
        } else if view.word(chunk.tokens.lowerBound) == "'s", let owner = view.nounChunk(at: chunk.tokens.lowerBound - 1) {
            out.append(SourceCandidate(
                tokens: owner.tokens.lowerBound..<chunk.tokens.lowerBound + 1, head: owner.head, side: .inside, extent: .possessor, distance: 0, verbs: 0))
        }
    }

    /// "quoted Omar Salem, a witness, as saying": whoever stands between the quoting verb and "as".
    private func quoted(_ cue: CueCandidate) -> SourceCandidate? {
        guard view.word(cue.core.lowerBound) == "as", cue.verb?.form == .participle else { return nil }
        var token = cue.core.lowerBound - 1
        var start: Int?
        while token >= cue.scope.lowerBound, token > cue.core.lowerBound - 25 {
            if let chunk = view.chunk(at: token), chunk.kind == .verb {
                guard let start, let chunk = view.nounChunk(at: start), view.cues.entry(view.lemma(view.chunk(at: token)?.head ?? token), .verb)?.sense == .report
                else { return nil }
                let end = trimmedEnd(cue.core.lowerBound, from: start)
                return end > start ? SourceCandidate(tokens: start..<end, head: chunk.head, side: .left, extent: .whole, distance: 0, verbs: 0) : nil
            }
            if let chunk = view.nounChunk(at: token) { start = chunk.tokens.lowerBound; token = chunk.tokens.lowerBound }
            token -= 1
        }
        return nil
    }

    private func left(_ cue: CueCandidate, _ out: inout [SourceCandidate]) {
        // "His concern is": the search starts before the noun group that holds the cue.
        var token = (view.nounChunk(at: cue.head)?.tokens.lowerBound ?? cue.core.lowerBound) - 1
        var (distance, verbs) = (0, 0)
        let speech = view.speech(at: cue.head)
        let cueStart = trimmedEnd(cue.core.lowerBound, from: cue.scope.lowerBound)
        while token >= cue.scope.lowerBound, distance < 7 {
            if view.speech(at: token) != speech { token -= 1; continue }
            guard let chunk = view.chunk(at: token) else {
                if isRelative(token, before: cue) {
                    out.append(SourceCandidate(tokens: token..<token + 1, head: token, side: .left, extent: .relative, distance: distance, verbs: verbs))
                }
                token -= 1
                continue
            }
            defer { token = chunk.tokens.lowerBound - 1 }
            if chunk.kind == .verb { verbs += 1; continue }
            let start = chunk.tokens.lowerBound
            // A noun group behind "of" belongs to the one before it, which is proposed with it.
            var ends: [(Int, SourceCandidate.Extent)] = [(min(chunk.tokens.upperBound, cue.core.lowerBound), .core)]
            let phrase = view.phraseEnd(from: start, limit: cue.core.lowerBound)
            if phrase != ends[0].0 { ends.append((phrase, .phrase)) }
            // Between a name and a noun cue stands a verb, not an apposition: "officials denied reports that".
            if cueStart > phrase, cueStart - start < 40, cue.kind != .noun { ends.append((cueStart, .whole)) }
            for (end, extent) in ends where end > start {
                out.append(SourceCandidate(tokens: start..<end, head: chunk.head, side: .left, extent: extent, distance: distance, verbs: verbs))
            }
            distance += 1
        }
    }

    /// "said Anna Ruiz, the spokeswoman for the court, who …": noun groups behind the cue.
    private func right(_ cue: CueCandidate, _ extent: Range<Int>, _ out: inout [SourceCandidate]) {
        var token = extent.upperBound
        var (distance, verbs) = (0, 0)
        let speech = view.speech(at: cue.head)
        let limit = cue.scope.upperBound
        while token < limit, distance < 3, token < extent.upperBound + 14 {
            if view.speech(at: token) != speech { token += 1; continue }
            guard let chunk = view.chunk(at: token) else { token += 1; continue }
            if chunk.kind == .verb { verbs += 1; if verbs > 1 { return }; token = max(token + 1, chunk.tokens.upperBound); continue }
            let start = max(chunk.tokens.lowerBound, extent.upperBound)
            let core = chunk.tokens.upperBound
            var ends: [(Int, SourceCandidate.Extent)] = [(core, .core)]
            let phrase = view.phraseEnd(from: chunk.tokens.lowerBound, limit: limit)
            if phrase > core { ends.append((phrase, .phrase)) }
            let whole = apposition(from: phrase, limit: limit, speech: speech)
            if whole > phrase { ends.append((whole, .whole)) }
            let sentence = sentenceEnd(from: phrase, limit: limit, speech: speech)
            // "In the eyes of the opposition, the vote was a sham": what follows a first word's source is the content.
            if sentence > whole, sentence - start < 40, cue.kind != .preposition || cue.core.lowerBound > cue.scope.lowerBound + 1 { ends.append((sentence, .relative)) }
            for (end, extent) in ends where end > start {
                out.append(SourceCandidate(tokens: start..<end, head: chunk.head, side: .right, extent: extent, distance: distance, verbs: verbs))
            }
            distance += 1
            token = max(token + 1, core)
        }
    }

    /// "…, the spokesman for the court": behind a comma one more noun group with all that hangs on it.
    private func apposition(from end: Int, limit: Int, speech: Int32) -> Int {
        guard end + 1 < limit, view.isComma(end), let chunk = view.nounChunk(at: end + 1), view.speech(at: end + 1) == speech else { return end }
        return view.phraseEnd(from: chunk.tokens.lowerBound, limit: limit)
    }

    /// Up to the stop, the semicolon or the quotation that ends the words after the name.
    private func sentenceEnd(from end: Int, limit: Int, speech: Int32) -> Int {
        var token = end
        while token < limit, !view.isFinalPoint(token), view.word(token) != ";", view.speech(at: token) == speech { token += 1 }
        return trimmedEnd(token, from: end)
    }

    private func trimmedEnd(_ end: Int, from start: Int) -> Int {
        var end = end
        while end > start, view.isBreak(end - 1) || view.tokens[end - 1].tag == .adverb { end -= 1 }
        return end
    }

    private func isRelative(_ token: Int, before cue: CueCandidate) -> Bool {
        guard cue.core.lowerBound - token <= 3 else { return false }
        switch view.word(token) {
        case "who", "which", "that", "some", "many", "others", "both", "all", "most", "none": return true
        default: return false
        }
    }

    func fill(_ features: inout FeatureSet, _ cue: CueCandidate, _ source: SourceCandidate) {
        features.removeAll()
        let kind = cue.kind.rawValue
        let side = source.side.rawValue
        let form = cue.verb.map { cue.isPassive ? "passive" : $0.form.rawValue } ?? kind
        features.add("side", side, form)
        features.add("key+side", cue.key, side, cue.isPassive ? "passive" : "active")
        let speechBefore = view.isClosingQuote(cue.core.lowerBound - 1) || (view.isComma(cue.core.lowerBound - 1) && view.isClosingQuote(cue.core.lowerBound - 2))
        features.add("side+previous", side, speechBefore ? "closequote" : view.kind(cue.core.lowerBound - 1))
        features.add("side+next", side, view.kind(cue.core.upperBound))
        guard source.side != .none else {
            features.add("none", form, view.kind(cue.core.lowerBound - 1))
            features.add("none+first", cue.core.lowerBound == cue.scope.lowerBound ? "first" : "later", form)
            return
        }
        let far = source.distance == 0 ? "0" : source.distance == 1 ? "1" : source.distance == 2 ? "2" : "far"
        let verbs = source.verbs == 0 ? "0" : source.verbs == 1 ? "1" : "2"
        let extent = source.extent.rawValue
        features.add("distance", side, far, verbs)
        features.add("distance+form", side + far, verbs, form)
        features.add("extent", side, extent)
        features.add("extent+kind", kind, extent, source.tokens.lowerBound <= cue.scope.lowerBound + 3 ? "first" : "later")
        features.add("extent+distance", side + extent, far, verbs)
        let head = view.tokens[source.head]
        let headKind = head.tag == .pronoun ? "pronoun" : head.isCapitalised ? "name" : head.tag == .numeral ? "number" : "noun"
        features.add("head", side, headKind, verbs)
        features.add("headword", view.lemma(source.head))
        features.add("headword+side", view.word(source.head), side)
        features.add("headkind+extent", headKind, extent, side)
        let before = view.kind(source.tokens.lowerBound - 1)
        let after = view.kind(source.tokens.upperBound)
        features.add("before", side, before)
        features.add("before+word", side, view.word(source.tokens.lowerBound - 1), form)
        features.add("after", side + extent, after)
        features.add("before+after", before, after, side)
        features.add("kind+before", kind, before, side)
        if CueLexicon.isTimeWord(view.word(source.head)) { features.add("time", extent) }
        if source.tokens.lowerBound == cue.scope.lowerBound { features.add("first", side, far) }
        let gap = source.side == .left ? cue.core.lowerBound - source.tokens.upperBound : source.tokens.lowerBound - cue.core.upperBound
        features.add("gap", side, gap <= 0 ? "0" : gap == 1 ? "1" : gap <= 3 ? "3" : gap <= 8 ? "8" : "more", form)
        if source.side == .left, gap == 1 { features.add("gapword", view.word(cue.core.lowerBound - 1)) }
        var commas = 0
        if source.side == .left, gap > 0 { for token in source.tokens.upperBound..<cue.core.lowerBound where view.isBreak(token) { commas += 1 } }
        features.add("commas", side, commas == 0 ? "0" : commas == 1 ? "1" : "2", verbs)
        let length = source.tokens.count
        features.add("length", extent, length <= 2 ? "2" : length <= 5 ? "5" : length <= 12 ? "12" : "more", side)
        if source.extent != .core, let chunk = view.nounChunk(at: source.head) {
            features.add("tail", extent, view.kind(chunk.tokens.upperBound), headKind)
        }
        var inner = 0
        for token in source.tokens where view.chunk(at: token)?.kind == .verb && view.chunk(at: token)?.head == token { inner += 1 }
        features.add("inner", extent, inner == 0 ? "0" : inner == 1 ? "1" : "2")
    }
}
