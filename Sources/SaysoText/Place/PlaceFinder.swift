public import SaysoCore
import SaysoLexicon

/// Finds the places that a report names and decides which they are.
///
/// *reads* `tokens` (only for the indices of mentions), *writes* `places`.
///
/// "Clashes broke out near Zintan, Libya" → Zintan (geonames:2208425), Libya (geonames:2215636). A name of several places is decided by the whole
/// report: "Paris, Texas", other names nearby, the states that are named, then the number of people. Adjectives and peoples ("Libyan",
/// "Libyans") are kept as mentions of kind `demonym`, a capital that acts ("Ankara said") as `metonym`.
///
/// Not handled: streets and buildings, points between places ("20 km east of"), names that no gazetteer has, unless a word like "village" says
/// what they are: those are mentions without coordinates.
public struct PlaceFinder: Stage {
    public let name = "place-finder"
    public let reads: Set<Layer> = [.tokens]
    public let writes: Set<Layer> = [.places]

    private let gazetteer: Gazetteer
    private let lexicon: PlaceWords
    /// Below this a name is no place.
    private static let threshold = 0.0

    /// - Throws: where the bundled data cannot be read.
    public init() throws {
        gazetteer = try Gazetteer.load()
        lexicon = try PlaceWords.load()
    }

    public func run(_ document: consuming Document) -> Document {
        var document = document
        let mentions = mentions(in: document.text)
        document.places = mentions.map { found in
            PlaceMention(
                span: found.span, tokens: document.tokenRange(in: found.span), kind: found.kind, place: found.place, rule: Rule(found.rule))
        }
        return document
    }

    struct Found {
        let span: TextSpan
        let kind: PlaceMention.Kind
        let place: Place
        let rule: String
    }

    func mentions(in text: SourceText) -> [Found] {
        var run = PlaceWordScanner(folding: gazetteer.folding, lexicon: lexicon).scan(text.utf8)
        let surnames = PersonNames(gazetteer: gazetteer).mark(&run)
        var names = PlaceNames(gazetteer: gazetteer)
        names.find(in: run, surnames: surnames)
        var groups = names.groups
        PlaceResolver(gazetteer: gazetteer).resolve(&groups, names.spots)
        var made: [Int: Place] = [:]
        return names.spots.compactMap { spot in
            guard accepts(spot, groups) else { return nil }
            return found(spot, groups, run, &made)
        }
    }

    private func accepts(_ spot: PlaceSpot, _ groups: [PlaceGroup]) -> Bool {
        guard let index = spot.group else { return spot.evidence > Self.threshold }
        let group = groups[index]
        var evidence = spot.evidence
        // Once a place always a place: "Kensington" after "northeast of Kensington".
        if group.evidence > 2 { evidence += min(2, group.evidence - 2) }
        // Small places are believed where their neighbours are named, and not where nothing near them is.
        if group.bestPrior < 7 { evidence += group.support > 1.2 ? 1 : group.support > 0.5 ? 0.5 : group.support > 0.05 ? 0 : -0.5 }
        return evidence > Self.threshold
    }

    private func found(_ spot: PlaceSpot, _ groups: [PlaceGroup], _ run: PlaceWordRun, _ made: inout [Int: Place]) -> Found? {
        var start = run.words[spot.words.lowerBound].start
        let end = run.words[spot.words.upperBound - 1].end
        let number: Gazetteer.Number
        if let fixed = spot.fixed {
            number = fixed
        } else if let group = spot.group, let chosen = groups[group].chosen {
            number = groups[group].meanings[chosen].number
        } else {
            return nil
        }
        var place: Place
        if let known = made[number.index] {
            place = known
        } else {
            place = Place(gazetteer, number)
            made[number.index] = place
        }
        var kind = PlaceMention.Kind.place
        if spot.reading == .adjective || spot.reading == .people { kind = .demonym }
        else if spot.isDateline { kind = .dateline }
        else if spot.isActing, [.country, .city].contains(gazetteer.kind(number)) { kind = .metonym }
        if let direction = spot.direction, kind == .place, [.country, .division, .region].contains(gazetteer.kind(number)) {
            start = run.words[direction.lowerBound].start
            place.precision = .area
        }
        return Found(span: TextSpan(start, end), kind: kind, place: place, rule: spot.rule)
    }
}

extension Place {
    /// The place with this number, as the rest of Sayso knows it.
    init(_ gazetteer: Gazetteer, _ number: Gazetteer.Number) {
        let point = gazetteer.point(number)
        let precision: Precision =
            switch gazetteer.kind(number) {
            case .city: .city
            case .division: .admin1
            case .country, .endedState: .country
            case .facility: .point
            case .subdivision, .continent, .region, .nature: .area
            }
        self.init(
            name: gazetteer.name(number), aliases: gazetteer.aliases(number),
            id: gazetteer.geonames(number).map { "geonames:\($0)" } ?? gazetteer.wikidata(number).map { "wikidata:\($0)" },
            latitude: point?.latitude, longitude: point?.longitude, precision: precision, country: gazetteer.country(number))
    }
}
