package import SaysoCore

extension Reading {
    /// What the full-text index knows of a claim: its evidence, who says so, who did what to whom, where, with what.
    package func searchText(of claim: Claim) -> String {
        var parts = [claim.evidence.words]
        parts += chain(of: claim).flatMap { [$0.source.words, $0.speaker?.name ?? ""] }
        let event = claim.event
        parts += (event.actor + event.recipient).flatMap { [$0.name] + $0.aliases }
        parts += [event.place, event.origin, event.destination, event.control?.place].compactMap(\.self).flatMap { [$0.name] + $0.aliases }
        parts += event.equipment.flatMap { [$0.entity.name] + $0.entity.aliases }
        return parts.filter { !$0.isEmpty }.joined(separator: "\n")
    }
}

extension FindQuery {
    /// Where the terms stand in `text`; nil when one of them does not.
    package func matches(in text: String) -> [TextSpan]? {
        guard !terms.isEmpty else { return nil }
        let words = FindWords.split(text)
        var places: [TextSpan] = []
        for term in terms {
            let found = Self.places(of: term, in: words)
            if found.isEmpty { return nil }
            places += found
        }
        return places.sorted()
    }

    private static func places(of term: Term, in words: [FindWords.Word]) -> [TextSpan] {
        guard words.count >= term.words.count else { return [] }
        var found: [TextSpan] = []
        for start in 0...(words.count - term.words.count) {
            let isHere = term.words.indices.allSatisfy { index in
                let word = words[start + index].folded
                let isOpen = term.isPrefix && index == term.words.count - 1
                return isOpen ? word.hasPrefix(term.words[index]) : word == term.words[index]
            }
            if isHere { found.append(words[start].span.union(words[start + term.words.count - 1].span)) }
        }
        return found
    }

    /// Some hundred characters around the first of the found places, cut between words.
    package func excerpt(of text: SourceText) -> Excerpt {
        // A text longer than this is searched for its excerpt only at its beginning: an excerpt is a courtesy, not worth seconds.
        let head = text.count > 1 << 20 ? text.words(TextSpan(0, 1 << 20)) : text.string
        let words = FindWords.split(head)
        let found = terms.flatMap { Self.places(of: $0, in: words) }.sorted()
        let centre = found.first?.start ?? 0
        var start = max(0, centre - 70)
        var end = min(text.count, centre + 130)
        if start > 0 { while start < centre, text.utf8[start] != 0x20 { start += 1 } }
        if end < text.count { while end > centre + 60, text.utf8[end] != 0x20 { end -= 1 } }
        let window = text.trimmed(text.clamped(TextSpan(start, end)))
        let lead = window.start > 0 ? "…" : ""
        start = window.start
        end = window.end
        let marks = found.filter { window.contains($0) }.map {
            TextSpan($0.start - start + lead.utf8.count, $0.end - start + lead.utf8.count)
        }
        let middle = String(text.words(window).map { $0.isNewline ? " " : $0 })
        // CRLF is two bytes and one Character: marks would slip, so they are dropped in the rare text that has them.
        return Excerpt(text: lead + middle + (end < text.count ? "…" : ""), marks: middle.utf8.count == window.count ? marks : [])
    }
}
