import SaysoCore
import SaysoLexicon

/// Nouns: "39 deaths", "the killing of six members", "the toll rose to 34", "12 dead".
extension EffectReader {
    func noun(_ word: Word, _ trigger: Range<Int>) -> [Effect] {
        let counted = counted(word, trigger)
        if !counted.isEmpty { return counted }
        // "Tonroe's death", "his arrest".
        let before = trigger.lowerBound - 1
        if word.isPersonal, word.form == .singular, before >= sentence.lowerBound {
            let token = scanner.tokens[before].folded
            let isName =
                token == "'s" && before - 1 >= sentence.lowerBound && scanner.tokens[before - 1].isCapitalised
                && !scanner.looksPlural(before - 1)
            if token == "his" || token == "her" || isName { return [person(word, before..<before + 1, trigger, rule: "people.whose")] }
        }
        // "the killing of six members", "the deaths of civilians".
        let next = trigger.upperBound
        guard next + 1 < sentence.upperBound, ["of", "to", "among"].contains(scanner.tokens[next].folded) else { return [] }
        var found: [Effect] = []
        var place = groups.partitionIndex { $0.tokens.lowerBound > next }
        while place < groups.count, found.count < Self.longestList {
            let group = groups[place]
            let isNext =
                found.last.map { joins($0.group.upperBound, group.tokens.lowerBound) && !isSubject(group) }
                ?? (group.tokens.lowerBound <= next + 2)
            // "the kidnapping of Parker, a former adviser": a comma alone joins nobody.
            if let last = found.last, !hasAnd(last.group.upperBound, group.tokens.lowerBound) { break }
            guard isNext, !group.isSubset, fits(group, word) else { break }
            found.append(effect(word.role, group, trigger: trigger.lowerBound, rule: "people.noun-of"))
            place += 1
        }
        if found.isEmpty, word.isPersonal, word.form == .singular, scanner.tokens[next].folded == "of", let name = unknownName(at: next + 1)
        {
            return [person(word, name, trigger, rule: "people.named-noun")]
        }
        return found
    }

    /// "39 deaths", "hundreds of casualties", "no injuries or deaths".
    func counted(_ word: Word, _ trigger: Range<Int>) -> [Effect] {
        guard let quantity = quantities(endingIn: trigger.lowerBound),
            word.kind == .counted || word.form == .plural || quantity.count.high == 1,
            quantity.count.low != nil || quantity.count.high != nil || quantity.tokens.count > 1
        else { return [] }
        return [
            Effect(
                role: word.role, who: nil, count: quantity.count, group: quantity.tokens, trigger: trigger.lowerBound,
                rule: "people.counted-noun")
        ]
    }

    func toll(_ word: Word, _ trigger: Range<Int>) -> [Effect] {
        let limit = min(sentence.upperBound, trigger.upperBound + 9)
        let place = quantities.partitionIndex { $0.tokens.lowerBound >= trigger.upperBound }
        guard place < quantities.count, quantities[place].tokens.lowerBound < limit else { return [] }
        let quantity = quantities[place]
        return [
            Effect(
                role: word.role, who: nil, count: quantity.count, group: quantity.tokens, trigger: trigger.lowerBound, rule: "people.toll")
        ]
    }

    func bearer(_ word: Word, _ trigger: Range<Int>) -> [Effect] {
        guard let quantity = quantities(endingIn: trigger.lowerBound), quantity.count.low != 0 else { return [] }
        return [
            Effect(
                role: word.role, who: nil, count: quantity.count, group: quantity.tokens, trigger: trigger.lowerBound, rule: "people.bearer"
            )
        ]
    }

    func quantities(endingIn index: Int) -> Quantity? {
        // "18 confirmed deaths": one or two modifiers in between.
        var index = index
        // "no injuries or deaths": one number for both.
        if index - 2 > sentence.lowerBound, ["or", "and"].contains(scanner.tokens[index - 1].folded),
            let other = lexicon.effect(in: scanner.tokens, at: index - 2, before: index - 1),
            other.values.contains(where: { $0.kind == .noun })
        {
            index -= 2
        }
        for gap in 0...2 {
            let end = index - gap
            guard end > sentence.lowerBound else { return nil }
            if let found = quantity(endingAt: end) { return found }
            guard !scanner.endsGroup(end - 1) else { return nil }
        }
        return nil
    }

    private func quantity(endingAt index: Int) -> Quantity? {
        let place = quantities.partitionIndex { $0.tokens.upperBound >= index }
        return place < quantities.count && quantities[place].tokens.upperBound == index ? quantities[place] : nil
    }
}
