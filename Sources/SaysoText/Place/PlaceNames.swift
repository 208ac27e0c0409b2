import SaysoLexicon

/// Finds the names of places in a run of words: the longest name at each word, and what its neighbours say for and against it.
struct PlaceNames {
    let gazetteer: Gazetteer
    let priors: PlacePriors
    private static let longest = 6

    private(set) var groups: [PlaceGroup] = []
    private(set) var spots: [PlaceSpot] = []
    private var groupOfKey: [[UInt8]: Int] = [:]

    init(gazetteer: Gazetteer) {
        self.gazetteer = gazetteer
        priors = PlacePriors(gazetteer: gazetteer)
    }

    mutating func find(in run: PlaceWordRun, surnames: Set<ArraySlice<UInt8>>) {
        let judge = PlaceContext(run: run, surnames: surnames)
        var at = 0
        while at < run.words.count {
            guard run.words[at].isCapital, !run.words[at].isOutlet, !run.words[at].key.isEmpty, var spot = spot(run, at, judge) else {
                at += 1
                continue
            }
            if spot.group != nil || spot.reading != .name { judge.weigh(&spot, spot.group.map { groups[$0] }) }
            if let group = spot.group {
                groups[group].mentions += 1
                groups[group].evidence = max(groups[group].evidence, spot.evidence)
            }
            spots.append(spot)
            at = spot.words.upperBound
        }
        pairWithContainers(run)
        weighLists(run)
    }

    /// "Monroe, Trenton and Seven Mile", "Barrow, Jackson and Madison counties": what one member of a list is, the others are.
    private mutating func weighLists(_ run: PlaceWordRun) {
        let alone = spots.map(\.evidence)
        for index in spots.indices where spots[index].reading == .name {
            for other in [index - 1, index + 1]
            where spots.indices.contains(other) && spots[other].reading == .name && spots[other].fixed == nil {
                let (left, right) = (min(index, other), max(index, other))
                guard isList(run, spots[left].words.upperBound, spots[right].words.lowerBound), alone[other] > 1 else { continue }
                spots[index].evidence += 1
                if spots[other].isPlural, spots[index].wanted == .any {
                    spots[index].wanted = .division
                    spots[index].evidence += 1.5
                }
            }
            if let group = spots[index].group { groups[group].evidence = max(groups[group].evidence, spots[index].evidence) }
        }
        // From the plural word backward: "Clarke, Madison, Oconee and Oglethorpe counties".
        for index in spots.indices.dropLast().reversed()
        where spots[index + 1].isPlural && spots[index].reading == .name && spots[index].wanted == .any {
            guard isList(run, spots[index].words.upperBound, spots[index + 1].words.lowerBound) else { continue }
            spots[index].wanted = .division
            spots[index].isPlural = true
            spots[index].evidence += 2
        }
    }

    /// Nothing but a comma or "and" stands between the words `end` and `start`.
    private func isList(_ run: PlaceWordRun, _ end: Int, _ start: Int) -> Bool {
        guard start < run.words.count, end <= start, start - end <= 1 else { return false }
        if start == end { return run.words[start].gap == .comma }
        let key = run.keys[run.words[end].key]
        return run.words[start].gap == .space && (key.elementsEqual("and".utf8) || key.elementsEqual("or".utf8))
            && (run.words[end].gap == .space || run.words[end].gap == .comma)
    }

    /// A known name at word `at`, unless the words around say that it goes on: "the village of Kafr Nuran" is not Kafr.
    private mutating func spot(_ run: PlaceWordRun, _ at: Int, _ judge: PlaceContext) -> PlaceSpot? {
        let known = name(run, at)
        let end = known?.words.upperBound ?? at
        if let unknownEnd = judge.unknownEnd(at), unknownEnd.span > end,
            known == nil || !isStrong(known) && (unknownEnd.isSite ? unknownEnd.name >= end : unknownEnd.name > end && end == at + 1)
        {
            return unknown(run, at, unknownEnd.name, unknownEnd.span)
        }
        return known
    }

    private func isStrong(_ spot: PlaceSpot?) -> Bool {
        guard let spot else { return false }
        return spot.reading != .name || spot.fixed != nil || (spot.group.map { groups[$0].bestPrior } ?? 0) > 5.5
    }

    /// The longest name that starts at word `at`.
    private mutating func name(_ run: PlaceWordRun, _ at: Int) -> PlaceSpot? {
        var end = at + 1
        while end < run.words.count, end - at < Self.longest, joins(run, end) { end += 1 }
        while end > at {
            let last = run.words[end - 1]
            // A name ends with a capital, "Bay of" is none, or with what it is: "al-Watiya airbase".
            guard last.isCapital || last.isNumber || last.roles.contains(.feature),
                end - at == 1 || !run.words[at..<(end - 1)].contains(where: \.isPossessive)
            else {
                end -= 1
                continue
            }
            let key = run.key(at..<end)
            let isUpper = run.words[at..<end].allSatisfy { $0.isUpper || $0.isDotted } && !run.words[at].isInUpperText
            if end - at == 1, let word = run.words[at..<end].first, word.roles.contains(.never) || word.key.count < 2 { return nil }
            if let demonym = gazetteer.demonym(key: key), !isUpper || run.words[at].isInUpperText {
                return PlaceSpot(
                    words: at..<end, reading: demonym.isPeople ? .people : .adjective, evidence: 1, fixed: demonym.number,
                    rule: "place.demonym")
            }
            if end - at == 1, let word = run.words[at..<end].first, word.isDotted, word.key.count == 2,
                let state = gazetteer.divisions(abbreviated: key, isAlone: true).first,
                gazetteer.candidates(key: key, isUpper: true).isEmpty
            {  // "the S.C. Highway Patrol"
                return PlaceSpot(words: at..<end, reading: .name, evidence: 2, fixed: state, rule: "place.abbreviation")
            }
            if let state = gazetteer.metonym(key: key),
                gazetteer.candidates(key: key, isUpper: isUpper, limit: 4).allSatisfy({ gazetteer.kind($0.number) != .facility })
            {
                return PlaceSpot(words: at..<end, reading: .metonym, evidence: 1, fixed: state, rule: "place.metonym")  // "the Kremlin"
            }
            if let group = group(key, isUpper: isUpper) {
                if end - at > 1 || !run.words[at].isPerson || groups[group].bestPrior > 9 {
                    return PlaceSpot(words: at..<end, group: group, reading: .name, evidence: 0, rule: "place.gazetteer")
                }
            }
            end -= 1
        }
        return nil
    }

    /// A name that no gazetteer has, where the words around it say that it is a place: "the village of Kafr Nuran", "Al-Zara district",
    /// "in Tal Rahal".
    private mutating func unknown(_ run: PlaceWordRun, _ at: Int, _ end: Int, _ spanEnd: Int) -> PlaceSpot? {
        let key = run.key(at..<end)
        if let known = groupOfKey[[0x7E] + key] {
            return PlaceSpot(
                words: at..<spanEnd, group: known < 0 ? nil : known, reading: known < 0 ? .unknownName : .name, evidence: 1,
                rule: "place.spelling")
        }
        let meanings = priors.meanings(softening: key)
        guard !meanings.isEmpty else {
            groupOfKey[[0x7E] + key] = -1
            return PlaceSpot(words: at..<spanEnd, reading: .unknownName, evidence: 1, rule: "place.unknown")
        }
        groups.append(PlaceGroup(meanings: meanings))
        groupOfKey[[0x7E] + key] = groups.count - 1
        return PlaceSpot(words: at..<spanEnd, group: groups.count - 1, reading: .name, evidence: 1, rule: "place.spelling")
    }

    private func joins(_ run: PlaceWordRun, _ index: Int) -> Bool {
        let (word, before) = (run.words[index], run.words[index - 1])
        guard !word.key.isEmpty, !before.isPossessive else { return false }
        switch word.gap {
        case .space, .hyphen: break
        case .stop: guard before.hasStop, before.key.count <= 2 else { return false }  // "St. Louis", "Mt. Vernon"
        default: return false
        }
        return word.isCapital || word.isNumber || word.roles.contains(.link) || word.roles.contains(.feature)
    }

    private mutating func group(_ key: ArraySlice<UInt8>, isUpper: Bool) -> Int? {
        // Capitals decide only about short names; the group's key says so.
        let key = Array(key) + (isUpper && key.count <= 5 ? [0x2B] : [])
        if let known = groupOfKey[key] { return known < 0 ? nil : known }
        let plain = key.last == 0x2B ? key.dropLast() : key[...]
        let meanings = priors.meanings(plain, isUpper: isUpper)
        guard !meanings.isEmpty else {
            groupOfKey[key] = -1
            return nil
        }
        groups.append(PlaceGroup(meanings: meanings))
        groupOfKey[key] = groups.count - 1
        return groups.count - 1
    }

    /// "Paris, Texas", "Mosul in Iraq", "Macon, Ga.", "Columbus, Ohio": the second name says where the first lies.
    private mutating func pairWithContainers(_ run: PlaceWordRun) {
        var abbreviations: [PlaceSpot] = []
        for index in spots.indices where spots[index].reading == .name && spots[index].fixed == nil {
            let next = spots[index].words.upperBound
            guard next < run.words.count else { continue }
            // "Homs province, Syria" and "Boston (Mass.)" count as well.
            let word = run.words[next]
            guard word.gap == .comma || word.gap == .other || word.gap == .space && run.words[next - 1].hasStop == false else { continue }
            let isBehindComma = word.gap == .comma
            if isBehindComma || word.gap == .other, let found = abbreviation(run, next) {
                spots[index].containers = found.numbers
                spots[index].evidence += 4
                if let first = found.numbers.first {
                    abbreviations.append(
                        PlaceSpot(words: next..<found.end, reading: .name, evidence: 3, fixed: first, rule: "place.abbreviation"))
                }
                continue
            }
            guard isBehindComma, index + 1 < spots.count, spots[index + 1].words.lowerBound == next, let group = spots[index].group else {
                continue
            }
            let (inner, outer) = (groups[group], spots[index + 1])
            let possible =
                outer.group.map {
                    groups[$0].meanings.filter { [.division, .country, .subdivision, .region].contains($0.kind) && $0.prior > 3 }
                } ?? []
            let holders = possible.filter { holder in
                inner.meanings.contains { holds(holder, $0) && isPlausible($0, of: inner, in: holder, outer.group.map { groups[$0] }) }
            }
            guard !holders.isEmpty else { continue }
            spots[index].containers = holders.map(\.number)
            if spots[index + 1].containers.isEmpty { spots[index + 1].fixed = holders.first?.number }  // "Albany, New York": the state
            spots[index].evidence += 4
            spots[index + 1].evidence += 2
            groups[group].evidence = max(groups[group].evidence, spots[index].evidence)
        }
        guard !abbreviations.isEmpty else { return }
        // An abbreviation replaces whatever was read into its words ("La", "Ga").
        let taken = Set(abbreviations.map(\.words.lowerBound))
        spots.removeAll { taken.contains($0.words.lowerBound) }
        spots.append(contentsOf: abbreviations)
        spots.sort { $0.words.lowerBound < $1.words.lowerBound }
    }

    /// "Mexico, Japan" and "London, New York" are lists: a small namesake counts only where the second name is nothing but its state.
    private func isPlausible(
        _ meaning: PlaceGroup.Meaning, of inner: PlaceGroup, in holder: PlaceGroup.Meaning, _ outer: PlaceGroup?
    ) -> Bool {
        let loss = inner.bestPrior - meaning.prior
        if holder.kind == .country { return inner.meanings.first?.kind != .country && loss < 3.5 }
        let isCity = outer?.meanings.contains { $0.kind == .city && $0.prior > 5.7 } ?? false
        return !isCity || loss < 1.5
    }

    private func holds(_ holder: PlaceGroup.Meaning, _ meaning: PlaceGroup.Meaning) -> Bool {
        guard holder.number != meaning.number else { return false }
        switch holder.kind {
        case .country: return holder.country == meaning.country && meaning.kind != .country
        case .division: return holder.division == meaning.division && meaning.kind != .division
        case .subdivision: return gazetteer.parent(meaning.number) == holder.number
        default: return false
        }
    }

    /// "Calif.", "CA", "N.C.", "W. Va." at word `at`.
    private func abbreviation(_ run: PlaceWordRun, _ at: Int) -> (numbers: [Gazetteer.Number], end: Int)? {
        for end in [at + 2, at + 1] where end <= run.words.count {
            let words = run.words[at..<end]
            guard let last = words.last, words.allSatisfy(\.isCapital) else { continue }
            if end == at + 2, !(run.words[at].hasStop && run.words[at].key.count == 1 && run.words[at + 1].gap != .comma) { continue }
            guard last.isUpper && !last.isInUpperText || last.hasStop || last.isDotted else { continue }
            let numbers = gazetteer.divisions(abbreviated: run.key(at..<end))
            if !numbers.isEmpty { return (numbers, end) }
        }
        return nil
    }
}
