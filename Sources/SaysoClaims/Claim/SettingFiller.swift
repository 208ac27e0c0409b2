import SaysoCore

/// Fills what the report gives elsewhere for the same event: a place, a party. The finding says that the words stand in another sentence.
struct SettingFiller {
    func fill(_ claims: inout [Claim], in context: ClaimContext) {
        let fallback = reportPlace(in: context)
        for index in claims.indices where claims[index].event.place == nil && Self.isLocated(claims[index].event.type) {
            // The nearest claim before it of a deed told with a place, then the report's own.
            let earlier = claims[..<index].last { $0.event.place != nil && Self.isLocated($0.event.type) }
            if let place = earlier?.event.place ?? fallback {
                claims[index].event.place = place
                claims[index].findings.append(Finding("place", rule: earlier == nil ? "place.report" : "place.earlier-claim", isElsewhere: true))
            }
        }
    }

    /// Deeds have places; acts in words only the one they are spoken in, which is seldom told.
    static func isLocated(_ type: EventType) -> Bool {
        switch type {
        case .assault, .coerce, .mobilize, .protest, .retreat: true
        default: false
        }
    }

    /// The place that the report is about: the finest of those it names first and most.
    private func reportPlace(in context: ClaimContext) -> Place? {
        var counts: [String: (count: Int, first: Int, place: Place)] = [:]
        for (index, mention) in context.document.places.enumerated() where mention.kind == .place || mention.kind == .dateline {
            let key = mention.place.id ?? mention.place.name
            counts[key, default: (0, index, mention.place)].count += 1
        }
        let ranked = counts.values.sorted {
            ($0.count, SettingFinder.fineness($1.place.precision), $1.first) > ($1.count, SettingFinder.fineness($0.place.precision), $0.first)
        }
        return ranked.first?.place
    }
}
