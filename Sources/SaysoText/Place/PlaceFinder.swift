public import SaysoCore
public import SaysoLexicon

/// Finds the places that a report names and decides which they are.
///
/// *reads* `tokens` (only for the indices of mentions), *writes* `places`.
///
/// "Clashes broke out near Zintan, Libya" → Zintan (geonames:2218963), Libya (geonames:2215636). A name of several places is decided by
/// the whole
/// report: "Paris, Texas", other names nearby, the states that are named, then the number of people. Adjectives and peoples ("Libyan",
/// "Libyans") are kept as mentions of kind `demonym`, a capital that acts ("Ankara said") as `metonym`.
///
/// Not handled: streets and buildings, points between places ("20 km east of"), names that no gazetteer has, unless a word like
/// "village" says
/// what they are: those are mentions without coordinates.
public struct PlaceFinder: Stage {
    public let name = "place-finder"
    public let reads: Set<Layer> = [.tokens]
    public let writes: Set<Layer> = [.places]

    private let gazetteer: Gazetteer
    private let lexicon: PlaceWords
    private let outlets: OutletMarks
    /// - Throws: where the bundled data cannot be read.
    /// - Parameter gazetteer: nil: the bundled one.
    public init(_ gazetteer: Gazetteer? = nil) throws {
        let gazetteer = try gazetteer ?? Gazetteer.load()
        self.gazetteer = gazetteer
        lexicon = try PlaceWords.load()
        outlets = OutletMarks(folding: gazetteer.folding, names: try OutletNames(folding: gazetteer.folding))
    }

    public func run(_ document: consuming Document) -> Document {
        var document = document
        let mentions = mentions(in: document.text, of: document.report.outlet)
        document.places = mentions.map { found in
            PlaceMention(
                span: found.span, tokens: document.tokenRange(in: found.span), kind: found.kind, place: found.place, rule: Rule(found.rule))
        }
        return document
    }

    private struct Found {
        let span: TextSpan
        let kind: PlaceMention.Kind
        var place: Place
        let rule: String
    }

    /// Every place with all the names that the report gives it: "Deir al-Zour" where GeoNames says "Deir ez-Zor".
    private func named(_ found: [Found], _ text: SourceText) -> [Found] {
        var spellings: [String: [String]] = [:]
        for one in found where one.kind == .place || one.kind == .dateline {
            guard let id = one.place.id else { continue }
            let words = text.words(one.span)
            if words != one.place.name, !one.place.aliases.contains(words), spellings[id]?.contains(words) != true {
                spellings[id, default: []].append(words)
            }
        }
        return found.map { one in
            guard let more = one.place.id.flatMap({ spellings[$0] }) else { return one }
            var one = one
            one.place.aliases += more
            return one
        }
    }

    private func mentions(in text: SourceText, of outlet: String?) -> [Found] {
        var run = PlaceWordScanner(folding: gazetteer.folding, lexicon: lexicon).scan(text.utf8)
        let surnames = PersonNames(gazetteer: gazetteer).mark(&run)
        outlets.mark(&run, own: outlet)
        var names = PlaceNames(gazetteer: gazetteer)
        names.find(in: run, surnames: surnames)
        var groups = names.groups
        PlaceResolver(gazetteer: gazetteer).resolve(&groups, names.spots)
        let company = min(1, Double(max(0, groups.count { $0.evidence > 0 } - 1)) / 5)
        var made: [Int: Place] = [:]
        let found = names.spots.compactMap { spot -> Found? in
            var spot = spot
            if spot.rule == "place.spelling", let group = spot.group {
                // Another transliteration is believed near other places only; else the name stays without a place.
                if groups[group].support < 0.3 {
                    spot.group = nil
                    spot.rule = "place.unknown"
                }
            } else if !accepts(spot, groups, company) {
                return nil
            }
            if let group = spot.group, isStray(groups[group], spot, company) {
                spot.group = nil
                spot.rule = "place.unknown"
            }
            return self.found(spot, groups, run, &made, text.words)
        }
        return named(found, text)
    }

    /// - Parameter company: 0 where the report names no other place, so that its silence says nothing, 1 from five on.
    private func accepts(_ spot: PlaceSpot, _ groups: [PlaceGroup], _ company: Double) -> Bool {
        guard let index = spot.group else { return spot.evidence > 0 }
        let group = groups[index]
        var evidence = spot.evidence
        // Once a place always a place: "Kensington" after "northeast of Kensington".
        if group.evidence > 2, evidence > -1.4 { evidence += min(2, group.evidence - 2) }
        // Small places are believed where their neighbours are named, and not where nothing near them is.
        if group.bestPrior < 7 {
            evidence += group.support > 1.2 ? 1 : group.support > 0.5 ? 0.5 : group.support > 0.05 ? 0 : -1.5 * company
        }
        return evidence > 0
    }

    /// "eastern Libya": its name, about its middle, and no id, since the state's would say that it is the state.
    private func part(_ place: inout Place, _ number: Gazetteer.Number, _ direction: ArraySlice<UInt8>) {
        let word = String(decoding: direction, as: UTF8.self)
        // “eastern Ghouta” where the gazetteer's own name is “Eastern Ghouta”.
        if Folding.fold(place.name).hasPrefix(word + " ") { return }
        place.name = "\(word) \(place.name)"
        place.aliases = []
        place.id = nil
        let north = word.hasPrefix("north") ? 1 : word.hasPrefix("south") ? -1 : 0
        let east = word.hasSuffix("east") || word.hasSuffix("eastern") ? 1 : word.hasSuffix("west") || word.hasSuffix("western") ? -1 : 0
        if let middle = gazetteer.middle(ofPart: number, north: north, east: east) { (place.latitude, place.longitude) = middle }
    }

    /// A small place in a state that nothing else in the report touches: "Baga" beside Maiduguri is not the one in Catalonia, but one
    /// that no gazetteer has.
    private func isStray(_ group: PlaceGroup, _ spot: PlaceSpot, _ company: Double) -> Bool {
        guard company > 0.3, spot.fixed == nil, spot.containers.isEmpty, let chosen = group.chosen else { return false }
        let meaning = group.meanings[chosen]
        return meaning.kind == .city && meaning.prior < 4.6 && group.support < 0.1 && group.stateSupport < 0.1
    }

    private func found(
        _ spot: PlaceSpot, _ groups: [PlaceGroup], _ run: PlaceWordRun, _ made: inout [Int: Place], _ words: (TextSpan) -> String
    ) -> Found? {
        var start = run.words[spot.words.lowerBound].start
        let end = run.words[spot.words.upperBound - 1].end
        let number: Gazetteer.Number
        if let fixed = spot.fixed {
            number = fixed
        } else if let group = spot.group, let chosen = groups[group].chosen {
            number = groups[group].meanings[chosen].number
        } else {
            let span = TextSpan(start, end)
            return Found(span: span, kind: .place, place: Place(name: words(span), precision: .city), rule: spot.rule)
        }
        var place: Place
        if let known = made[number.index] {
            place = known
        } else {
            place = Place(gazetteer, number)
            made[number.index] = place
        }
        var kind = PlaceMention.Kind.place
        if spot.reading == .adjective || spot.reading == .people {
            kind = .demonym
        } else if spot.reading == .metonym {
            kind = .metonym
        } else if spot.isDateline {
            kind = .dateline
        } else if spot.isActing, gazetteer.kind(number) == .country || gazetteer.kind(number) == .facility || gazetteer.isCapital(number) {
            kind = .metonym
        }
        if let direction = spot.direction, kind == .place, [.country, .division, .region].contains(gazetteer.kind(number)) {
            start = run.words[direction.lowerBound].start
            place.precision = .area
            part(&place, number, run.key(direction))
            return Found(span: TextSpan(start, end), kind: kind, place: place, rule: "place.part")
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
