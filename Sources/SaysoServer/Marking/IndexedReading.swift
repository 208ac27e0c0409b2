import SaysoCore

/// A reading with what its pages ask for again and again found once: attributions by id, claims in text order, labels by place.
///
/// A report of thousands of claims would otherwise cost their square.
struct IndexedReading: Sendable {
    let reading: Reading
    /// Claims in the order in which a reader meets them.
    let claims: [Claim]
    private let attributions: [AttributionID: Attribution]
    private let labels: [Label]
    private let longestLabel: Int

    init(_ reading: Reading) {
        self.reading = reading
        attributions = Dictionary(reading.attributions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        claims = reading.claims.enumerated().sorted { a, b in
            let (left, right) = (a.element.evidence.hull ?? TextSpan(0, 0), b.element.evidence.hull ?? TextSpan(0, 0))
            return left != right ? left < right : a.offset < b.offset
        }.map(\.element)
        labels = reading.labels.sorted { $0.words.span < $1.words.span }
        longestLabel = labels.map(\.words.span.count).max() ?? 0
    }

    var report: Report { reading.report }

    func attribution(_ id: AttributionID) -> Attribution? { attributions[id] }

    /// The attributions of a claim's chain, outermost first.
    func attributions(of claim: Claim) -> [Attribution] { claim.chain.compactMap { attributions[$0] } }

    func chain(of claim: Claim) -> Chain { Chain(outlet: report.outlet, attributions(of: claim)) }

    /// Loaded words inside the claim's clause or its condition, in text order.
    func labels(near claim: Claim) -> [Label] {
        let places = (claim.evidence + claim.condition).map(\.span)
        guard let first = places.map(\.start).min(), let last = places.map(\.end).max() else { return [] }
        let from = labels.partitionIndex { $0.words.span.start >= first - longestLabel }
        return labels[from...].prefix { $0.words.span.start < last }.filter { label in places.contains { $0.overlaps(label.words.span) } }
    }

    /// The stretches that make up `claim`, each with what it is to it. The claim's own clause is not among them.
    func parts(of claim: Claim) -> [(part: ClaimPart, span: TextSpan)] {
        var parts: [(part: ClaimPart, span: TextSpan)] = []
        for attribution in attributions(of: claim) {
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
}
