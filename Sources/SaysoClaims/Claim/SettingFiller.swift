import SaysoCore

/// Fills what the report gives elsewhere for the same event: a place, a party. The finding says that the words stand in another sentence.
struct SettingFiller {
    func fill(_ claims: inout [Claim], in context: ClaimContext) {
        let scene = scene(in: context)
        for index in claims.indices where claims[index].event.place == nil && Self.isLocated(claims[index].event.type) {
            // The deed told right before it in the same sentence, then the country or area that the report is about.
            let near = claims[..<index].suffix(1).last { $0.event.place != nil && Self.isLocated($0.event.type) && isSameSentence($0, claims[index], in: context) }
            guard let place = near?.event.place ?? scene else { continue }
            claims[index].event.place = place
            claims[index].findings.append(Finding("place", rule: near == nil ? "place.report" : "place.earlier-claim", isElsewhere: true))
        }
        carryTimes(&claims)
    }

    private func isSameSentence(_ a: Claim, _ b: Claim, in context: ClaimContext) -> Bool {
        guard let first = a.evidence.hull, let second = b.evidence.hull else { return false }
        return context.document.sentences.contains { $0.span.contains(first) && $0.span.contains(second) }
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

    /// Where the report plays: of the countries, regions and areas that it names as places the most frequent one, the headline and the first
    /// sentence counting twice; a city only where nothing wider is named. Coarse and right is better than fine and wrong.
    private func scene(in context: ClaimContext) -> Place? {
        var tallies: [(place: Place, weight: Int)] = []
        let opening = context.document.sentences.prefix(2).last?.span.end ?? 0
        for mention in context.document.places where mention.kind == .place || mention.kind == .dateline {
            let weight = mention.span.start < opening ? 2 : 1
            let held = tallies.firstIndex { ($0.place.id != nil && $0.place.id == mention.place.id) || $0.place.name == mention.place.name }
            if let held { tallies[held].weight += weight } else { tallies.append((mention.place, weight)) }
        }
        let wide = tallies.filter { $0.place.precision == .country || $0.place.precision == .area || $0.place.precision == .admin1 }
        return (wide.isEmpty ? tallies : wide).stableMax { $0.weight }?.place
    }
}

extension Array {
    /// The first of the elements with the greatest measure.
    fileprivate func stableMax(by measure: (Element) -> Int) -> Element? {
        reduce(nil) { best, element in best.map { measure($0) >= measure(element) } == true ? best : element }
    }
}
