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
        if !isSingle { evidence += 1.9 }

        // The name itself.
        if isSingle {
            let capitalSaysNothing = first.isFirst || first.isInUpperText
            if first.roles.contains(.word) { evidence -= capitalSaysNothing ? 2 : 2.2 }
            if first.roles.contains(.surname) { evidence -= 1.1 }
            if first.roles.contains(.given) { evidence -= 0.6 }
            if surnames.contains(run.key(spot.words)) { evidence -= 2.3 }
            if first.isPerson { evidence -= 4 }
            // A long name that is nothing else: "Huraytan".
            if first.key.count >= 6, !first.isFirst, !first.isInUpperText, first.roles.isDisjoint(with: [.word, .surname, .given]) {
                evidence += 0.6
            }
        }

        // Before it.
        if let before, touchesBefore {
            let isSmall = !before.isCapital || before.isFirst || before.isInUpperText
            if before.roles.contains(.locative), isSmall { evidence += 2 }  // "in Reading"
            if before.roles.contains(.direction) {
                evidence += 1.5
                area(&spot, before)
            }  // "eastern Libya"
            if before.roles.contains(.title), isSingle, before.isCapital { evidence -= 3 }  // "Mayor Lincoln"
            if isOf(before) {
                evidence += 0.8
                divisionBefore(&spot, &evidence)
            }  // "the village of Kensington"
            if before.isCapital, !before.isFirst, !before.isPossessive, !before.roles.contains(.locative),
                !before.roles.contains(.direction),
                !before.roles.contains(.link), !before.roles.contains(.never), first.gap == .space, !before.isInUpperText
            {
                evidence -= 1.5
            }  // "Lake Vermont", "Bob Huntsville"
        }

        // Behind it.
        if let after, touchesAfter, !last.isPossessive || after.roles.contains(.direction) {
            if after.roles.contains(.division), !after.isFirst, group != nil {  // "Homs province", "Laurel County"
                divisionBehind(&spot, after, group, &evidence)
            } else if after.isCapital, !after.isInUpperText {
                if after.roles.contains(.street) {
                    evidence -= 5
                }  // "Shamrock Street"
                else if after.roles.contains(.firm) {
                    evidence -= 1.5
                } else if after.roles.contains(.local) {
                    evidence += 1
                }  // "Richmond Council", "Monroe Mayor"
                else if after.gap == .hyphen, isSingle, (group?.bestPrior ?? 0) < 7 {
                    evidence -= 1.5
                }  // "Wal-Mart"
                else if !after.roles.contains(.feature), !after.roles.contains(.never) {
                    evidence -= isSingle ? 0.6 : 0.3
                }  // "Paris Hilton"
            }
            if after.roles.contains(.local), !after.isCapital { evidence += 1.4 }  // "a Laconia man", "Denver-based"
            if after.roles.contains(.acting), !after.isCapital { spot.isActing = true }
        }
        if let group { institution(&evidence, isSingle, group, after, touchesAfter) }
        dateline(&spot, &evidence, after)
        acronym(spot, &evidence, group)
        if spot.reading == .unknownName || spot.reading == .metonym {
            evidence = 0
        } else if spot.reading != .name {
            evidence = demonym(first, last, before, after)
        }
        spot.evidence += evidence
    }

    /// "speaks French", "the Arabic language", "African-American": no place.
    private func demonym(_ first: PlaceWord, _ last: PlaceWord, _ before: PlaceWord?, _ after: PlaceWord?) -> Double {
        if let before, first.gap == .space, before.roles.contains(.language) { return -3 }
        if let after, after.gap == .space || after.gap == .hyphen, after.roles.contains(.language) { return -3 }
        if let before, first.gap == .hyphen, before.isCapital { return -0.5 }
        return 0
    }

    /// The end of a name at `at` that the words around make a place, though no gazetteer has it.
    /// `name` is what is looked up, `span` holds "district" as well; a site ("farm") is not the town of its name.
    func unknownEnd(_ at: Int) -> (name: Int, span: Int, isSite: Bool)? {
        let first = run.words[at]
        guard at > 0, first.gap == .space || first.gap == .comma, !first.isInUpperText, isNameWord(first),
            first.roles.isDisjoint(with: [.given, .title]) || first.roles.contains(.article)
        else { return nil }
        var end = at + 1
        while end < run.words.count, end - at < 4, run.words[end].gap == .space || run.words[end].gap == .hyphen,
            !run.words[end - 1].isPossessive,
            isNameWord(run.words[end])
        { end += 1 }
        let before = run.words[at - 1]
        let after = end < run.words.count ? run.words[end] : nil
        let isBefore = first.gap == .space && before.roles.contains(.locative) && !before.isCapital
        // "the village of Kafr Nuran"
        if first.gap == .space, isOf(before), at > 1, run.words[at - 2].roles.contains(.division), !run.words[at - 2].isCapital {
            return (end, end, false)
        }
        // "Al-Zara district", "Sabaa village": the word written small, or large behind a preposition
        if let after, after.gap == .space, after.roles.contains(.division), !run.words[end - 1].isPossessive,
            isBefore || !after.isCapital && first.gap == .space && !before.isCapital
        {
            return (end, Self.isSettlement(run.keys[after.key]) ? end : end + 1, false)
        }
        // "the La Eminencia farm", "al-Nuran checkpoint"
        if let after, after.gap == .space, after.roles.contains(.site), !after.isCapital, !run.words[end - 1].isPossessive {
            return (end, end + 1, true)
        }
        // "in the Thardeh Mountains", "at Manara Square"
        if let after, after.gap == .space, after.isCapital, after.roles.contains(.feature),
            after.roles.isDisjoint(with: [.institution, .never]),
            !run.words[end - 1].isPossessive, isBefore || first.gap == .space && before.roles.contains(.link) && !before.isCapital
        {
            return (end + 1, end + 1, false)
        }
        // "in Tal Rahal", "near al-Zara": the parts that names of places of the Arab world begin with
        if isBefore, end - at > 1, Self.beginnings.contains(where: { run.keys[first.key].elementsEqual($0) }) { return (end, end, false) }
        return nil
    }

    private func isNameWord(_ word: PlaceWord) -> Bool {
        word.isCapital && !word.isNumber && !word.isUpper && !word.isPerson && word.key.count > 1 && !word.roles.contains(.never)
            && !word.roles.contains(.acting)
            && word.roles.isDisjoint(with: [.word, .division, .feature])
    }

    private static let beginnings = [
        "al", "el", "tal", "tel", "tell", "kafr", "kafar", "kfar", "deir", "wadi", "jabal", "jebel", "khan", "khirbet", "bani", "beni",
        "umm", "beit", "bayt",
        "ain", "ayn", "ein", "ras", "qasr", "bir", "sidi", "oued", "hawsh", "burj", "qala", "qalat", "novo", "staro", "verkhne", "nizhne",
    ].map { Array($0.utf8) }

    /// Small places need evidence, states hardly any.
    private static func weight(ofPrior prior: Double) -> Double {
        switch prior {
        case 9...: 4
        case 7...: 2.5
        case 6...: 2.2
        case 5...: 1
        case 4...: 0
        case 3...: -0.6
        default: -0.8
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
        guard spot.words.count == 1, word.isUpper, !word.isDotted, !word.isInUpperText, word.key.count <= 5, !spot.isDateline, let group
        else { return }
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
        // "Lansing State Journal", "the Culture Department": written large, the word belongs to the name only where the gazetteer knows
        // such a division.
        let isKnown = group?.meanings.contains { $0.kind == .division || $0.kind == .subdivision } ?? false
        if after.isCapital, !after.isInUpperText, !isKnown || key.elementsEqual("department".utf8) { return }
        evidence += 2.5
        guard !key.elementsEqual("area".utf8), !key.elementsEqual("areas".utf8), !key.elementsEqual("state".utf8) || isKnown else { return }
        spot.isPlural = key.last == UInt8(ascii: "s")
        spot.wanted = .division
        spot.rule = "place.division"
        spot.words = spot.words.lowerBound..<(spot.words.upperBound + 1)
    }

    private static let settlements = [
        "city", "cities", "town", "towns", "village", "villages", "hamlet", "capital", "settlement", "suburb", "suburbs", "port",
    ]
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
