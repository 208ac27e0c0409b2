import SaysoCore

/// A passage that somebody is made to speak: the margin bracket with its speaker.
struct Speech: Sendable, Equatable {
    let passages: [TextSpan]
    /// "“Reports” ← Fathi Bashagha"
    let speaker: String

    /// The outermost passages; an inner one that covers nearly the same words only adds its speaker.
    static func passages(in reading: Reading) -> [Speech] {
        var inner: [AttributionID: [Attribution]] = [:]
        for attribution in reading.attributions { if let outer = attribution.nestedIn { inner[outer, default: []].append(attribution) } }
        return reading.attributions.compactMap { attribution in
            guard attribution.nestedIn == nil, let hull = attribution.content.hull else { return nil }
            var names = [name(attribution)]
            var at = attribution
            while names.count < 4, let next = inner[at.id]?.first(where: { covers($0, hull) }) {
                names.append(name(next))
                at = next
            }
            return Speech(passages: attribution.content.map(\.span), speaker: names.joined(separator: " ← "))
        }
    }

    private static func covers(_ attribution: Attribution, _ hull: TextSpan) -> Bool {
        guard let shared = attribution.content.hull?.intersection(hull) else { return false }
        return shared.count * 10 >= hull.count * 8
    }

    private static func name(_ attribution: Attribution) -> String {
        if let speaker = attribution.speaker, speaker.kind != .unnamed { return speaker.name }
        return attribution.source.isEmpty ? "origin not told" : "“\(attribution.source.words)”"
    }
}
