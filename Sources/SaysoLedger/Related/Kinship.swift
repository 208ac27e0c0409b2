package import SaysoCore

/// Why two reports belong together. Stores only nominate candidates; this decides, so that every store gives the same reasons.
package struct Kinship: Sendable {
    package static let copyShare = 0.4
    private let reading: Reading
    private let shingles: Shingles
    private let happenings: [Happening: String]
    private let actors: [EntityID: String]

    package init(of reading: Reading) {
        self.reading = reading
        shingles = Shingles(reading)
        happenings = Self.happenings(in: reading)
        actors = Self.actors(in: reading)
    }

    /// The reasons to show `other` beside this report, the strongest first; empty when there is none.
    package func reasons(for other: Reading) -> [RelatedReport.Reason] {
        var reasons: [RelatedReport.Reason] = []
        let (share, run) = shingles.shared(with: Shingles(other))
        if share >= Self.copyShare, let run { reasons.append(.copy(share: share, passage: reading.report.text.passage(run))) }
        let theirs = Self.happenings(in: other)
        let same = happenings.filter { theirs[$0.key] != nil }.sorted { ($0.key.day, $0.value) < ($1.key.day, $1.value) }.first
        if let same { reasons.append(.sameEvent(type: same.key.type, place: same.value, day: same.key.day)) }
        if isWithinAWeek(of: other) {
            let others = Self.actors(in: other)
            let shared = actors.filter { others[$0.key] != nil }.map(\.value).sorted()
            if !shared.isEmpty { reasons.append(.sharedActors(shared)) }
        }
        if let outlet = reading.report.outlet, let theirs = other.report.outlet, Folding.fold(outlet) == Folding.fold(theirs) {
            reasons.append(.sameOutlet(outlet))
        }
        return reasons
    }

    /// The kin among `candidates`, the closest first; of equals the later one.
    package func rank(_ candidates: [KeptReport], limit: Int) -> [RelatedReport] {
        let kin = candidates.compactMap { candidate -> RelatedReport? in
            let reasons = reasons(for: candidate.reading)
            return reasons.isEmpty ? nil : RelatedReport(entry: candidate.entry, reasons: reasons)
        }
        let ordered = kin.sorted { a, b in
            let (first, second) = (a.reasons.map(\.rank), b.reasons.map(\.rank))
            return first == second ? a.entry.number > b.entry.number : second.lexicographicallyPrecedes(first)
        }
        return Array(ordered.prefix(max(limit, 0)))
    }

    /// Days of publication at most seven apart. Where one is not known, nothing is claimed.
    private func isWithinAWeek(of other: Reading) -> Bool {
        guard let a = reading.report.published?.day, let b = other.report.published?.day else { return false }
        return abs(a.ordinal - b.ordinal) <= 7
    }

    private struct Happening: Hashable {
        let type: EventType
        let place: String
        let day: Day
    }

    /// Events told with one day and a place finer than a province; the value is the place's name.
    private static func happenings(in reading: Reading) -> [Happening: String] {
        var found: [Happening: String] = [:]
        for event in reading.claims.map(\.event) {
            guard case .day(let day)? = event.time?.start, event.time?.start == event.time?.end, let place = event.place,
                place.precision == .point || place.precision == .city
            else { continue }
            found[Happening(type: event.type, place: place.key, day: day)] = place.name
        }
        return found
    }

    /// Named actors and recipients: two "unnamed gunmen", or "civilians" here and there, make no kin.
    private static func actors(in reading: Reading) -> [EntityID: String] {
        var found: [EntityID: String] = [:]
        for claim in reading.claims {
            for entity in claim.event.actor + claim.event.recipient where entity.kind != .unnamed && entity.kind != .population {
                found[entity.id] = entity.name
            }
        }
        return found
    }
}

extension Place {
    /// What makes two mentions one place: the outside id, else the folded name and state.
    package var key: String { id ?? "\(Folding.fold(name))|\(country ?? "")" }
}
