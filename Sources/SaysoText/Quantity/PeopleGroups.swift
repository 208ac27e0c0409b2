import SaysoCore
import SaysoLexicon

/// The groups of people that one sentence speaks of: "five officers", "about a dozen militants", "a nurse", "20" (with its noun left out).
struct PeopleGroups {
    struct Group {
        /// Quantity or determiner, modifiers, noun.
        var tokens: Range<Int>
        var count: Count
        var who: String?
        /// A number without a noun: "killing six", "20 killed".
        var isElliptic = false
        /// "including 12 Americans": a part of those just counted.
        var isSubset = false
        /// The noun is a word for people, a name or a pronoun; otherwise any counted noun ("three robbers").
        var isSure = true
        /// "him": the object of something, never the subject.
        var isObject = false
        /// A singular without an article: "slain politician".
        var isBare = false
        /// Told by a number, rather than by "a" or a plain plural.
        var isNumbered = false
        /// A state word inside: "14 dead civilians".
        var state: (role: String, token: Int)?
    }

    let lexicon: PeopleLexicon
    let scanner: NounGroupScanner
    let sentence: Range<Int>
    let quantities: [Quantity]
    let persons: [Mention]
    /// Tokens of equipment: "20 tanks" are no people.
    let equipment: [Range<Int>]

    func read() -> [Group] {
        var groups: [Group] = []
        var index = sentence.lowerBound
        var quantity = quantities.partitionIndex { $0.tokens.lowerBound >= sentence.lowerBound }
        var person = persons.partitionIndex { $0.tokens.lowerBound >= sentence.lowerBound }
        while index < sentence.upperBound {
            while quantity < quantities.count, quantities[quantity].tokens.lowerBound < index { quantity += 1 }
            while person < persons.count, persons[person].tokens.lowerBound < index { person += 1 }
            var group: Group?
            if quantity < quantities.count, quantities[quantity].tokens.lowerBound == index {
                group = counted(quantities[quantity])
            } else if person < persons.count, persons[person].tokens.lowerBound == index,
                persons[person].tokens.upperBound <= sentence.upperBound
            {
                group = Group(tokens: persons[person].tokens, count: .exactly(1))
            } else {
                let limit =
                    quantity < quantities.count ? min(quantities[quantity].tokens.lowerBound, sentence.upperBound) : sentence.upperBound
                group = uncounted(at: index, before: limit)
            }
            guard var found = group, found.tokens.upperBound > index else {
                index += 1
                continue
            }
            found.isSubset = opensSubset(before: found.tokens.lowerBound)
            groups.append(found)
            index = found.tokens.upperBound
        }
        return groups
    }

    /// "additional troops": no number, but more than a plain plural.
    private static let reinforcing: Set<String> = ["additional", "more", "extra", "further"]

    private func opensSubset(before index: Int) -> Bool {
        guard index > sentence.lowerBound else { return false }
        let before = scanner.tokens[index - 1].folded
        if before == "including" || before == "included" || before == "among" { return true }
        // "among them 12 children", "most of them women", "12 of them civilians" (the number itself is read as a group with "of them").
        return before == "them" && index - 2 >= sentence.lowerBound && ["among", "of"].contains(scanner.tokens[index - 2].folded)
    }

    private func counted(_ quantity: Quantity) -> Group? {
        let next = quantity.tokens.upperBound
        var group = Group(tokens: quantity.tokens, count: quantity.count, isNumbered: true)
        guard next < sentence.upperBound else {
            group.isElliptic = true
            return group
        }
        if scanner.tokens[next].folded == "of", next + 1 < sentence.upperBound {
            // "one of the two men", "20 of those": a part of a group that the same words name.
            if ["them", "whom", "us"].contains(scanner.tokens[next + 1].folded) {
                group.tokens = quantity.tokens.lowerBound..<next + 2
                group.isSubset = true
                return group
            }
            guard let noun = noun(in: scanner.run(from: next + 1, before: sentence.upperBound), plural: true) else { return nil }
            group.tokens = quantity.tokens.lowerBound..<noun.tokens.upperBound
            group.who = noun.who
            return group
        }
        let run = scanner.run(from: next, before: sentence.upperBound)
        if run.isEmpty || isEffect(run.lowerBound) || scanner.marks(run.lowerBound).contains(.adverb) {
            group.isElliptic = true
            return group
        }
        if let noun = noun(in: run, plural: quantity.count.low != 1 || quantity.count.high != 1) {
            group.tokens = quantity.tokens.lowerBound..<noun.tokens.upperBound
            group.who = noun.who
            group.state = noun.state
            return group
        }
        // "12 Moroccans": a people's name is a noun for people.
        if let people = run.first(where: { scanner.looksLikePeople($0) }), !isEquipment(people) {
            group.tokens = quantity.tokens.lowerBound..<people + 1
            return group
        }
        guard let counted = quantity.counted, !isEquipment(counted), run.contains(counted),
            quantity.count.low != nil || quantity.count.high != nil
        else { return nil }
        group.tokens = quantity.tokens.lowerBound..<counted + 1
        group.isSure = false
        return group
    }

    /// "a nurse", "the gunman", "civilians": one, or a number that is not told.
    private func uncounted(at index: Int, before limit: Int) -> Group? {
        let token = scanner.tokens[index]
        if ["he", "him", "she", "her"].contains(token.folded) {
            // "her home" is no person.
            let isPossessive = token.folded == "her" && index + 1 < sentence.upperBound && !scanner.endsGroup(index + 1)
            return isPossessive
                ? nil
                : Group(
                    tokens: index..<index + 1, count: .exactly(1, words: token.text),
                    isObject: token.folded == "him" || token.folded == "her")
        }
        let marks = scanner.marks(index)
        let opens = marks.contains(.determiner) || marks.contains(.plain)
        let start = opens ? index + 1 : index
        // A number further on ("that five people …") makes a group of its own.
        guard start < limit, !scanner.endsGroup(start) else { return nil }
        let run = scanner.run(from: start, before: limit)
        if opens {
            guard let noun = noun(in: run, plural: nil) else { return nil }
            return Group(
                tokens: index..<noun.tokens.upperBound, count: noun.isPlural ? .untold : .exactly(1, words: token.text), who: noun.who,
                isNumbered: noun.isPlural ? Self.reinforcing.contains(token.folded) : ["a", "an", "one", "another"].contains(token.folded),
                state: noun.state)
        }
        // Without an article only at the noun itself, so that its modifiers are not taken for a group of their own.
        guard let match = lexicon.noun(in: scanner.tokens, at: index, before: sentence.upperBound), let noun = match.values.first,
            !isEquipment(index), match.tokens.upperBound <= limit, !noun.isNationality || noun.isPlural && !noun.isBoth
        else { return nil }
        // "official maps", "resident groups": a singular before another noun only modifies.
        let after = match.tokens.upperBound
        if !noun.isPlural || noun.isBoth, after < limit, !scanner.endsGroup(after), !scanner.tokens[after].isCapitalised, !isEffect(after) {
            return nil
        }
        return Group(tokens: match.tokens, count: noun.isPlural ? .untold : .exactly(1), who: noun.who, isBare: !noun.isPlural)
    }

    /// The last noun for people in a run that the run does not go on to use as a modifier ("police vehicles").
    private func noun(in run: Range<Int>, plural: Bool?) -> (
        tokens: Range<Int>, who: String?, isPlural: Bool, state: (role: String, token: Int)?
    )? {
        var best: (tokens: Range<Int>, who: String?, isPlural: Bool, state: (role: String, token: Int)?)?
        var state: (role: String, token: Int)?
        var index = run.lowerBound
        while index < run.upperBound {
            if state == nil, let effect = lexicon.effect(in: scanner.tokens, at: index, before: run.upperBound),
                let reading = effect.values.first(where: { $0.kind == .state })
            {
                state = (reading.role, index)
            }
            guard let match = lexicon.noun(in: scanner.tokens, at: index, before: sentence.upperBound), let noun = match.values.first,
                !isEquipment(index)
            else {
                index += 1
                continue
            }
            let fits = plural.map { $0 ? noun.isPlural : true } ?? true
            let after = match.tokens.upperBound
            let isNext = lexicon.noun(in: scanner.tokens, at: after, before: sentence.upperBound) == nil
            let modifies =
                noun.isNationality && after < run.upperBound
                || after < run.upperBound && scanner.looksPlural(after) && isNext && !isEffect(after) && !scanner.looksLikePeople(after)
            if fits, !modifies {
                best = (match.tokens, noun.isNationality ? best?.who ?? noun.who : noun.who ?? best?.who, noun.isPlural, state)
            }
            // "three Israeli soldiers Friday": once a plural noun for people is reached, the group is over.
            if fits, !modifies, noun.isPlural,
                after >= run.upperBound || lexicon.noun(in: scanner.tokens, at: after, before: sentence.upperBound) == nil
            {
                break
            }
            index = after
        }
        return best
    }

    private func isEffect(_ index: Int) -> Bool {
        lexicon.effect(in: scanner.tokens, at: index, before: sentence.upperBound) != nil
    }

    private func isEquipment(_ index: Int) -> Bool {
        let place = equipment.partitionIndex { $0.upperBound > index }
        return place < equipment.count && equipment[place].contains(index)
    }
}
