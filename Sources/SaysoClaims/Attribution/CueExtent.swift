import SaysoCore
import SaysoLexicon

/// Where a cue ends: "said", "said in a statement", "called for", "made it clear".
///
/// The core is kept; particles, prepositions and manner may follow. Time and addressee do not (CLAIMS.md), and no comma at its end.
struct CueExtent {
    let view: AttributionView

    func candidates(_ cue: CueCandidate) -> [Range<Int>] {
        let start = start(of: cue)
        var ends = [cue.core.upperBound]
        guard cue.kind != .colon, cue.kind != .adverb else { return [start..<cue.core.upperBound] }
        var end = cue.core.upperBound
        let limit = cue.scope.upperBound
        func add(_ value: Int) { if value <= limit, !ends.contains(value) { ends.append(value) } }
        // "said:" takes the colon.
        if view.word(end) == ":" { add(end + 1) }
        if end < limit, view.tokens[end].tag == .adverb, view.chunk(at: end)?.kind != .verb { end += 1; add(end) }
        if end < limit, isPreposition(end) {
            add(end + 1)
            if let chunk = view.nounChunk(at: end + 1), chunk.tokens.lowerBound == end + 1 {
                if !CueLexicon.isTimeWord(view.word(chunk.head)) { add(chunk.tokens.upperBound) }
                if isPreposition(chunk.tokens.upperBound) { add(chunk.tokens.upperBound + 1) }
            } else if isPreposition(end + 1) { add(end + 2) }
            if view.isVerb(at: end + 1), let verb = view.chunk(at: end + 1) { add(verb.tokens.upperBound) }
        } else if let chunk = view.nounChunk(at: end), chunk.tokens.lowerBound == end, cue.kind == .verb {
            // "issued a statement saying", "took issue with", "made clear"
            let close = chunk.tokens.upperBound
            if chunk.tokens.count <= 5 {
                add(close)
                if isPreposition(close) { add(close + 1) }
                if let verb = view.chunk(at: close), verb.kind == .verb, verb.tokens.lowerBound == close { add(verb.tokens.upperBound) }
                if close < limit, view.tokens[close].tag == .adjective { add(close + 1) }
            }
        } else if let verb = view.chunk(at: end), verb.kind == .verb, verb.tokens.lowerBound == end {
            // "declined to comment on"
            add(verb.tokens.upperBound)
            if isPreposition(verb.tokens.upperBound) { add(verb.tokens.upperBound + 1) }
        } else if end < limit, view.tokens[end].tag == .adjective { add(end + 1) }
        return ends.map { start..<$0 }
    }

    /// A noun cue takes its group's determiner when nobody owns it ("the claim"), a verb cue its whole group.
    private func start(of cue: CueCandidate) -> Int { cue.core.lowerBound }

    private func isPreposition(_ token: Int) -> Bool {
        guard view.tokens.indices.contains(token) else { return false }
        let tag = view.tokens[token].tag
        return (tag == .adposition || tag == .particle) && view.word(token) != "'s" && view.word(token) != "by" || view.word(token) == "out"
    }

    func fill(_ features: inout FeatureSet, _ cue: CueCandidate, _ extent: Range<Int>) {
        features.removeAll()
        let added = extent.upperBound - cue.core.upperBound
        let last = added > 0 ? view.word(extent.upperBound - 1) : ""
        let first = added > 0 ? view.word(cue.core.upperBound) : ""
        let length = added == 0 ? "0" : added == 1 ? "1" : added == 2 ? "2" : "more"
        features.add("added", length, cue.kind.rawValue)
        features.add("key+added", cue.key, length)
        features.add("key+first", cue.key, first, length)
        features.add("key+last", cue.key, last)
        features.add("first", first, length)
        features.add("last", last, length)
        features.add("lastkind", added > 0 ? view.kind(extent.upperBound - 1) : "", length)
        features.add("next", length, view.kind(extent.upperBound))
        features.add("last+next", added > 0 ? view.kind(extent.upperBound - 1) : "", view.kind(extent.upperBound))
        features.add("key+next", cue.key, length, view.kind(extent.upperBound))
        if let verb = cue.verb { features.add("voice", cue.isPassive ? "passive" : verb.form.rawValue, length) }
    }
}
