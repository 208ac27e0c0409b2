import SaysoLexicon

/// What the words beside a name say about its being a place. The weights are rounded by hand; each line has its example.
struct PlaceContext {
    let run: PlaceWordRun
    /// Last names that the report has introduced: "Jordan" after "Michael Jordan".
    let surnames: Set<ArraySlice<UInt8>>

    func weigh(_ spot: inout PlaceSpot, _ group: PlaceGroup?) {
        let first = run.words[spot.words.lowerBound]
        let last = run.words[spot.words.upperBound - 1]
        let isSingle = spot.words.count == 1
        let before = spot.words.lowerBound > 0 ? run.words[spot.words.lowerBound - 1] : nil
        let after = spot.words.upperBound < run.words.count ? run.words[spot.words.upperBound] : nil
        let touchesBefore = first.gap == .space || first.gap == .hyphen
        let touchesAfter = after.map { $0.gap == .space || $0.gap == .hyphen } ?? false

        var evidence = 0.0
        if let group { evidence += Self.weight(ofPrior: group.bestPrior) }
        if !isSingle { evidence += 1.5 }

        // The name itself.
        if isSingle {
            let capitalSaysNothing = first.isFirst || first.isInUpperText
            if first.roles.contains(.word) { evidence -= capitalSaysNothing ? 3 : 1.2 }
            if first.roles.contains(.surname) { evidence -= 0.7 }
            if first.roles.contains(.given) { evidence -= 1 }
            if surnames.contains(run.key(spot.words)) { evidence -= 2.5 }
            if first.isPerson { evidence -= 4 }
        }

        // Before it.
        if let before, touchesBefore {
            if before.roles.contains(.locative), !before.isCapital || before.isFirst || before.isInUpperText { evidence += 2 }  // "in Reading"
            if before.roles.contains(.direction) { evidence += 1.5; area(&spot, before) }  // "eastern Libya"
            if before.roles.contains(.title), isSingle, before.isCapital { evidence -= 3 }  // "Mayor Lincoln"
            if isOf(before) { evidence += 0.8; divisionBefore(&spot, &evidence) }  // "the village of Kensington"
            if before.isCapital, !before.isFirst, !before.isPossessive, !before.roles.contains(.locative), !before.roles.contains(.direction),
                !before.roles.contains(.link), first.gap == .space, !before.isInUpperText
            { evidence -= 1.5 }  // "Lake Vermont", "Bob Huntsville"
        }

        // Behind it.
        if let after, touchesAfter, !last.isPossessive || after.roles.contains(.direction) {
            if after.roles.contains(.division), !after.isFirst, group != nil {  // "Homs province", "Laurel County"
                divisionBehind(&spot, after, group, &evidence)
            } else if after.isCapital, !after.isInUpperText {
                if after.roles.contains(.street) { evidence -= 5 }  // "Shamrock Street"
                else if after.roles.contains(.firm) { evidence -= 1.5 }
                else if after.gap == .hyphen, isSingle, (group?.bestPrior ?? 0) < 7 { evidence -= 1.5 }  // "Wal-Mart"
                else if !after.roles.contains(.feature), !after.roles.contains(.never) { evidence -= isSingle ? 0.8 : 0.3 }  // "Paris Hilton"
            }
            if after.roles.contains(.acting), !after.isCapital { spot.isActing = true }
        }
        if let group { institution(&evidence, isSingle, group, after, touchesAfter) }
        dateline(&spot, &evidence, after)
        acronym(spot, &evidence, group)
        if spot.reading != .name { evidence = demonym(first, last, before, after) }
        spot.evidence += evidence
    }

    /// "speaks French", "the Arabic language", "African-American": no place.
    private func demonym(_ first: PlaceWord, _ last: PlaceWord, _ before: PlaceWord?, _ after: PlaceWord?) -> Double {
        if let before, first.gap == .space, before.roles.contains(.language) { return -3 }
        if let after, after.gap == .space || after.gap == .hyphen, after.roles.contains(.language) { return -3 }
        if let before, first.gap == .hyphen, before.isCapital { return -0.5 }
        return 0
    }

    /// Small places need evidence, states hardly any.
    private static func weight(ofPrior prior: Double) -> Double {
        switch prior {
        case 9...: 4
        case 7...: 2.5
        case 6...: 1.8
        case 5...: 0.8
        case 4...: 0
        case 3...: -0.6
        default: -1.2
        }
    }

    /// "St. John's Lutheran School", "Kit Carson Elementary": small places lend their names less often than saints and people do.
    private func institution(_ evidence: inout Double, _ isSingle: Bool, _ group: PlaceGroup, _ after: PlaceWord?, _ touches: Bool) {
        guard !isSingle, group.bestPrior < 5, touches, let after, after.isCapital, after.roles.contains(.institution) else { return }
        evidence -= 2
    }

    /// "SWAT", "NATO": short words in capitals are no villages of that name, unless they head a dateline.
    private func acronym(_ spot: PlaceSpot, _ evidence: inout Double, _ group: PlaceGroup?) {
        let word = run.words[spot.words.lowerBound]
        guard spot.words.count == 1, word.isUpper, !word.isDotted, !word.isInUpperText, word.key.count <= 5, !spot.isDateline, let group else { return }
        if group.bestPrior < 7 { evidence -= 4 }
    }

    private func isOf(_ word: PlaceWord) -> Bool { run.keys[word.key].elementsEqual("of".utf8) }

    /// "the province of Homs", "the town of Tarhuna".
    private func divisionBefore(_ spot: inout PlaceSpot, _ evidence: inout Double) {
        let index = spot.words.lowerBound - 2
        guard index >= 0, run.words[index].roles.contains(.division), run.words[index + 1].gap == .space else { return }
        evidence += 2.5
        spot.wanted = Self.isSettlement(run.keys[run.words[index].key]) ? .settlement : .division
        if spot.wanted == .division { spot.rule = "place.division" }
    }

    private func divisionBehind(_ spot: inout PlaceSpot, _ after: PlaceWord, _ group: PlaceGroup?, _ evidence: inout Double) {
        let key = run.keys[after.key]
        if Self.isSettlement(key) {
            evidence += 2.5
            spot.wanted = .settlement
            return
        }
        // "Lansing State Journal", "the Culture Department": written large, the word belongs to the name only where the gazetteer knows such a division.
        let isKnown = group?.meanings.contains { $0.kind == .division || $0.kind == .subdivision } ?? false
        if after.isCapital, !after.isInUpperText, !isKnown || key.elementsEqual("department".utf8) { return }
        evidence += 2.5
        guard !key.elementsEqual("area".utf8), !key.elementsEqual("areas".utf8), !key.elementsEqual("state".utf8) || isKnown else { return }
        spot.isPlural = key.last == UInt8(ascii: "s")
        spot.wanted = .division
        spot.rule = "place.division"
        spot.words = spot.words.lowerBound..<(spot.words.upperBound + 1)
    }

    private static let settlements = ["city", "cities", "town", "towns", "village", "villages", "hamlet", "capital", "settlement", "suburb", "suburbs", "port"]
        .map { Array($0.utf8) }
    private static func isSettlement(_ key: ArraySlice<UInt8>) -> Bool { settlements.contains { key.elementsEqual($0) } }

    /// "eastern Libya": the words of the direction belong to the place.
    private func area(_ spot: inout PlaceSpot, _ before: PlaceWord) {
        let index = spot.words.lowerBound - 1
        // "North Carolina" would have been found as a name of its own; "East Boston" in capitals may be a quarter and stays with the city.
        spot.direction = index..<(index + 1)
    }

    /// "TRIPOLI, May 18 (Reuters) –", "BEIRUT (AP)": capitals at the head of a paragraph, and a bracket or a dash soon behind.
    private func dateline(_ spot: inout PlaceSpot, _ evidence: inout Double, _ after: PlaceWord?) {
        let first = run.words[spot.words.lowerBound]
        guard first.gap == .lineBreak || first.gap == .stop, first.isUpper, !first.isDotted, first.key.count > 2, let after else { return }
        guard after.gap == .other || after.gap == .comma else { return }
        evidence += 2.5
        spot.isDateline = true
    }
}
