import SaysoCore

/// Fills what the report gives elsewhere for the same event: a place, a party. The finding says that the words stand in another sentence.
struct SettingFiller {
    func fill(_ claims: inout [Claim], in context: ClaimContext) {
        let common = commonPlace(of: claims) ?? reportPlace(in: context)
        for index in claims.indices where claims[index].event.place == nil && Self.isLocated(claims[index].event.type) {
            // The deed told right before it in the same paragraph, then where most of the report's deeds are.
            let near = claims[..<index].suffix(1).last { $0.event.place != nil && Self.isLocated($0.event.type) && isSameParagraph($0, claims[index], in: context) }
            guard let place = near?.event.place ?? common else { continue }
            claims[index].event.place = place
            claims[index].findings.append(Finding("place", rule: near == nil ? "place.report" : "place.earlier-claim", isElsewhere: true))
        }
        carryTimes(&claims)
    }

    private func isSameParagraph(_ a: Claim, _ b: Claim, in context: ClaimContext) -> Bool {
        guard let first = a.evidence.hull, let second = b.evidence.hull else { return false }
        return context.document.paragraphs.contains { $0.contains(first) && $0.contains(second) }
    }

    /// Where the claims that tell their place say it was, most of them; the first told of equals.
    private func commonPlace(of claims: [Claim]) -> Place? {
        var counts: [(place: Place, count: Int)] = []
        for place in claims.compactMap(\.event.place) {
            if let held = counts.firstIndex(where: { $0.place.name == place.name }) { counts[held].count += 1 } else { counts.append((place, 1)) }
        }
        return counts.stableMax { $0.count }?.place
    }

    /// “The bomb killed six” right after “A bomb exploded on Monday”: the same violence, the same day.
    private func carryTimes(_ claims: inout [Claim]) {
        for index in claims.indices where claims[index].event.type == .assault && claims[index].event.time == nil && claims[index].modality == .occurred {
            let earlier = claims[..<index].suffix(2).last { other in
                other.event.type == .assault && other.event.time != nil && other.modality == .occurred && Self.isOfOne(other.event, claims[index].event)
            }
            guard let time = earlier?.event.time else { continue }
            claims[index].event.time = time
            claims[index].findings.append(Finding("time", rule: "time.earlier-claim", words: time.words, isElsewhere: true))
        }
    }

    /// Share a party, or a place.
    private static func isOfOne(_ a: Event, _ b: Event) -> Bool {
        if let place = a.place?.name, place == b.place?.name { return true }
        return (a.actor + a.recipient).contains { party in (b.actor + b.recipient).contains { $0.id == party.id } }
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

extension Array {
    /// The first of the elements with the greatest measure.
    fileprivate func stableMax(by measure: (Element) -> Int) -> Element? {
        reduce(nil) { best, element in best.map { measure($0) >= measure(element) } == true ? best : element }
    }
}
