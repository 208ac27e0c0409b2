import SaysoCore
import SaysoLexicon

/// Which attribution stands inside another's content, and which of those are the same voice about its own words.
struct AttributionNesting {
    let view: AttributionView

    /// For each draft the index of the innermost one that encloses it.
    func parents(_ drafts: [AttributionDraft]) -> [Int?] {
        var parents = nearest(drafts)
        // Two contents can hold each other's cues; a chain must end, so the link that closes a circle is cut.
        for start in parents.indices {
            var (current, steps) = (start, 0)
            while let up = parents[current] {
                steps += 1
                if up == start || steps > 64 { parents[current] = nil; break }
                current = up
            }
        }
        return parents
    }

    private func nearest(_ drafts: [AttributionDraft]) -> [Int?] {
        drafts.indices.map { inner in
            var parent: Int?
            // Only neighbours can enclose: a content seldom runs over more than a page of cues.
            let neighbours = max(0, inner - 40)..<min(drafts.count, inner + 10)
            if let carrier = drafts[inner].inside { return neighbours.first { drafts[$0].candidate.head == carrier } }
            for outer in neighbours where outer != inner {
                guard encloses(drafts[outer], drafts[inner]) else { continue }
                if let found = parent, drafts[found].size <= drafts[outer].size { continue }
                parent = outer
            }
            return parent
        }
    }

    private func encloses(_ outer: AttributionDraft, _ inner: AttributionDraft) -> Bool {
        guard outer.inside != inner.candidate.head, outer.contains(inner.candidate.head), outer.size > inner.size else { return false }
        guard let first = inner.content.first?.lowerBound, let last = inner.content.last?.upperBound else { return false }
        return outer.contains(first) && outer.contains(last - 1)
    }

    /// “We can confirm”, "he said he believed": a voice about its own words is no second link.
    func isSameVoice(_ inner: AttributionDraft, in outer: AttributionDraft) -> Bool {
        guard inner.source.tokens.count == 1 else { return false }
        let spoken = view.speech(at: inner.candidate.head) >= 0
        switch view.word(inner.source.head) {
        case "i", "we", "my", "our": return spoken || inner.source.side != .none
        case "he", "she", "they", "it", "his", "her", "their", "its":
            guard !spoken else { return false }
            // "Ruiz said she believed": nobody else has been named in between.
            let start = outer.cue.upperBound
            guard inner.source.head >= start else { return false }
            for token in start..<inner.source.head {
                if let chunk = view.nounChunk(at: token), chunk.head == token, view.tokens[token].tag != .pronoun { return false }
            }
            return true
        default: return false
        }
    }
}
