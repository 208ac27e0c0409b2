import SaysoCore

/// What a stretch of text is to a claim: lit when the claim is looked at, and only then.
enum ClaimPart: String, CaseIterable, Sendable {
    case cue, speaker, actor, recipient, count, place, time, condition, label

    /// The part that a rule's field name speaks of ("event.place", "place"); nil for fields that are no stretch of their own.
    init?(field: String) {
        switch field.split(separator: ".").last ?? "" {
        case "actor": self = .actor
        case "recipient": self = .recipient
        case "equipment", "people", "count": self = .count
        case "place", "origin", "destination", "control": self = .place
        case "time": self = .time
        case "condition": self = .condition
        default: return nil
        }
    }
}

extension Reading {
    /// The stretches that make up `claim`, each with what it is to it. The claim's own clause is not among them.
    func parts(of claim: Claim) -> [(part: ClaimPart, span: TextSpan)] {
        var parts: [(part: ClaimPart, span: TextSpan)] = []
        for attribution in chain(of: claim) {
            parts += attribution.source.map { (.speaker, $0.span) }
            parts += attribution.cue.map { (.cue, $0.span) }
        }
        for use in claim.event.equipment { if let words = use.words { parts.append((.count, words.span)) } }
        for effect in claim.event.people { if let words = effect.words { parts.append((.count, words.span)) } }
        if let words = claim.event.time?.words { parts.append((.time, words.span)) }
        parts += claim.condition.map { (.condition, $0.span) }
        for finding in claim.findings {
            if let words = finding.words, let part = ClaimPart(field: finding.field) { parts.append((part, words.span)) }
        }
        parts += labels(near: claim).map { (.label, $0.words.span) }
        var seen = Set<TextSpan>()
        return parts.filter { !$0.span.isEmpty && seen.insert($0.span).inserted }
    }

    /// Loaded words inside the claim's clause or its condition.
    func labels(near claim: Claim) -> [Label] {
        let places = (claim.evidence + claim.condition).map(\.span)
        return labels.filter { label in places.contains { $0.overlaps(label.words.span) } }
    }

    /// Claims in the order in which a reader meets them.
    var claimsInTextOrder: [Claim] {
        claims.enumerated().sorted { a, b in
            let (left, right) = (a.element.evidence.hull ?? TextSpan(0, 0), b.element.evidence.hull ?? TextSpan(0, 0))
            return left != right ? left < right : a.offset < b.offset
        }.map(\.element)
    }
}
