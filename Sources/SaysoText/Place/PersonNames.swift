import SaysoLexicon

/// Marks the words that are people's names, so that "Jordan said" after "Michael Jordan" is no country.
struct PersonNames {
    let gazetteer: Gazetteer

    /// Marks names in `run`; returns the keys of surnames that the report has introduced with a title or a given name.
    func mark(_ run: inout PlaceWordRun) -> Set<ArraySlice<UInt8>> {
        var surnames: Set<ArraySlice<UInt8>> = []
        var at = 0
        while at < run.words.count {
            let end = personEnd(run, at)
            guard end > at else {
                at += 1
                continue
            }
            let first = run.words[at].roles.contains(.title) ? at + 1 : at
            for index in first..<end { run.words[index].isPerson = true }
            if end - first > 1 || first > at { surnames.insert(run.key((end - 1)..<end)) }
            at = end
        }
        return surnames
    }

    /// The end of the person's name that starts at `at`, or `at`.
    private func personEnd(_ run: PlaceWordRun, _ at: Int) -> Int {
        let word = run.words[at]
        guard word.isCapital, !word.isNumber, !word.isPossessive else { return at }
        // "Al-Zara", "el-Fasher": no Al, no El.
        if word.roles.contains(.article), at + 1 < run.words.count, run.words[at + 1].gap == .hyphen { return at }
        let isTitle = word.roles.contains(.title)
        guard isTitle || word.roles.contains(.given) && !word.isInUpperText else { return at }
        var end = at + 1
        while end < run.words.count, end - at < 5, continues(run, end, isTitle: isTitle && end == at + 1) {
            end += 1
            if run.words[end - 1].isPossessive { break }
        }
        guard end > at + 1 else { return at }
        if isTitle { return end }
        // "Virginia Beach", "Jackson County", "Georgia Tech": a place that is also a given name, before what is no surname.
        let next = run.words[at + 1]
        if next.roles.contains(.feature) || next.roles.contains(.division) || next.roles.contains(.street) { return at }
        if !next.roles.contains(.surname), !next.roles.contains(.given), isWellKnown(run.key(at..<(at + 1))) { return at }
        // "San Antonio", "Santa Ana", "Los Angeles" start with no given name; "Juan de Fuca" does, and is nobody.
        return end
    }

    private func continues(_ run: PlaceWordRun, _ index: Int, isTitle: Bool) -> Bool {
        let (word, before) = (run.words[index], run.words[index - 1])
        let isInitial = before.hasStop && before.key.count == 1
        guard word.gap == .space || word.gap == .hyphen || word.gap == .stop && (isInitial || isTitle && before.key.count <= 4) else {
            return false
        }
        guard word.isCapital, !word.isNumber, !word.key.isEmpty else { return false }
        if word.roles.contains(.never) || word.roles.contains(.division) || word.roles.contains(.street) || word.roles.contains(.acting) {
            return false
        }
        return !word.roles.contains(.feature)
    }

    /// A state, a division or a large city bears the name.
    private func isWellKnown(_ key: ArraySlice<UInt8>) -> Bool {
        gazetteer.candidates(key: key, isUpper: false, limit: 24).contains { candidate in
            switch gazetteer.kind(candidate.number) {
            case .country, .continent, .endedState: true
            case .division: candidate.isOwnName && gazetteer.logPopulation(candidate.number) > 14.5
            case .city: candidate.isOwnName && gazetteer.logPopulation(candidate.number) > 12.9
            default: false
            }
        }
    }
}
