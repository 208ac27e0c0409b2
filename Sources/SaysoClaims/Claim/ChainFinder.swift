import SaysoCore

/// Who vouches for a word: the attributions whose content holds it, outermost first.
struct ChainFinder {
    private let attributions: [Attribution]
    private let byID: [AttributionID: Int]

    init(_ document: Document) {
        attributions = document.attributions
        byID = Dictionary(attributions.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The chain over `span`. Same voice twice is one link (“we can confirm”): of neighbours with one speaker the outer one stays.
    func chain(over span: TextSpan) -> [Attribution] {
        guard let innermost = innermost(over: span) else { return [] }
        var chain: [Attribution] = []
        var next: Int? = innermost
        // Nesting is a tree by construction; the count bounds it all the same.
        while let index = next, chain.count < 8 {
            chain.insert(attributions[index], at: 0)
            next = attributions[index].nestedIn.flatMap { byID[$0] }
        }
        var links: [Attribution] = []
        for link in chain {
            if let last = links.last, let a = last.speaker?.id, a == link.speaker?.id { continue }
            links.append(link)
        }
        return links
    }

    private func innermost(over span: TextSpan) -> Int? {
        var best: (index: Int, size: Int)?
        for (index, attribution) in attributions.enumerated() {
            guard attribution.content.contains(where: { $0.span.contains(span) || ($0.span.intersection(span)?.count ?? 0) * 2 > span.count }),
                !attribution.cue.contains(where: { $0.span.overlaps(span) }), !attribution.source.contains(where: { $0.span.overlaps(span) })
            else { continue }
            let size = attribution.content.reduce(0) { $0 + $1.span.count }
            // Of two of one size the nested one is the inner one.
            if let held = best, held.size < size || (held.size == size && attribution.nestedIn != attributions[held.index].id) { continue }
            best = (index, size)
        }
        return best?.index
    }
}
