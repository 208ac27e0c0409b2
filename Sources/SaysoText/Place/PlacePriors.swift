import SaysoLexicon

/// How likely a place is meant by its name before anything else of the report is known.
struct PlacePriors {
    let gazetteer: Gazetteer
    /// Meanings kept per name: the rest is never chosen, and long lists ("San José") cost time.
    private static let limit = 32

    /// The meanings of a folded name, likeliest first.
    func meanings(_ key: ArraySlice<UInt8>, isUpper: Bool) -> [PlaceGroup.Meaning] {
        meanings(gazetteer.candidates(key: key, isUpper: isUpper, limit: 400))
    }

    /// The meanings of a name in another transliteration.
    func meanings(softening key: ArraySlice<UInt8>) -> [PlaceGroup.Meaning] { meanings(gazetteer.candidates(softening: key)) }

    private func meanings(_ candidates: [Gazetteer.Candidate]) -> [PlaceGroup.Meaning] {
        var meanings = candidates.compactMap { candidate -> PlaceGroup.Meaning? in
            guard let point = gazetteer.point(candidate.number) else { return nil }
            let kind = gazetteer.kind(candidate.number)
            return PlaceGroup.Meaning(
                number: candidate.number, kind: kind, prior: prior(candidate, kind),
                division: gazetteer.division(candidate.number)?.index ?? -1,
                country: gazetteer.countryNumber(candidate.number), latitude: point.latitude, longitude: point.longitude)
        }
        preferCities(&meanings)
        meanings.sort { $0.prior != $1.prior ? $0.prior > $1.prior : $0.number.index < $1.number.index }
        if meanings.count > Self.limit { meanings.removeLast(meanings.count - Self.limit) }
        return meanings
    }

    /// "New York", "Aleppo", "Donetsk": without "state" or "province" beside it the name is the city's, where the city makes much of
    /// its division.
    private func preferCities(_ meanings: inout [PlaceGroup.Meaning]) {
        for index in meanings.indices where meanings[index].kind == .division {
            let division = meanings[index]
            let hasCity = meanings.contains { $0.kind == .city && $0.division == division.number.index && $0.prior > division.prior - 1 }
            if hasCity { meanings[index].prior -= 1 }
        }
    }

    private func prior(_ candidate: Gazetteer.Candidate, _ kind: PlaceKind) -> Double {
        // Tens instead of e-folds, so that the figures below read as numbers of zeros.
        let people = gazetteer.logPopulation(candidate.number) / 2.302585
        let known = candidate.isOwnName ? 0 : -2.3
        switch kind {
        case .country: return 11.6
        case .continent: return 11.6
        case .endedState: return 7.5
        case .region: return 7.6
        case .nature: return 6.8
        case .facility: return 5.5
        // A village with a table of its own is there because reports name it; its people are not counted.
        case .city: return people == 0 && candidate.number.isNamed ? 4.8 : people + known
        case .division: return people + known - 0.5
        // A county shares its name with towns, and reports add "County" when they mean it.
        case .subdivision: return people + known - 2.4
        }
    }
}
