import SaysoCore
import SaysoLexicon

/// Verbs: people as objects ("killing six"), as subjects of the passive and of "died", and in states ("left dead").
extension EffectReader {
    /// No report lists more victims in one breath; a hostile text may.
    static let longestList = 20

    func opensGroup(_ index: Int) -> Bool {
        let place = groups.partitionIndex { $0.tokens.lowerBound >= index }
        return place < groups.count && groups[place].tokens.lowerBound == index
    }

    private func opensNumberedGroup(_ index: Int) -> Bool {
        let place = groups.partitionIndex { $0.tokens.lowerBound >= index }
        return place < groups.count && groups[place].tokens.lowerBound <= index + 1 && groups[place].isNumbered
    }

    func verb(_ word: Word, _ trigger: Range<Int>) -> [Effect] {
        let isPassive = hasBe(before: trigger.lowerBound)
        let canBePassive = word.form == .participle || word.form == .past
        if !isPassive || word.form == .ing, !isAttribute(word, trigger) {
            let objects = objects(of: word, trigger)
            if !objects.isEmpty { return objects }
            if word.isPersonal, word.form != .ing || !scanner.shouts[trigger.lowerBound], let name = unknownName(at: trigger.upperBound) {
                return [person(word, name, trigger, rule: "people.named-object")]
            }
        }
        guard canBePassive else { return [] }
        let found = subject(word, trigger, rule: isPassive ? "people.passive" : "people.participle")
        if found.isEmpty, isPassive, word.isPersonal, isSingular(before: trigger.lowerBound) {
            // "located, interviewed and arrested", "before being shot dead": the subject may stand far off.
            let name = singularSubject(before: trigger.lowerBound) ?? trigger
            return [person(word, name, trigger, rule: "people.singular-passive")]
        }
        return found
    }

    /// "was arrested", "being held hostage": one person, as far as the verb tells.
    private func isSingular(before index: Int) -> Bool {
        let start = verbGroupStart(index)
        return (start..<index).contains { ["was", "is", "has", "'s", "being"].contains(scanner.tokens[$0].folded) }
            && !(start..<index).contains { ["were", "are", "have"].contains(scanner.tokens[$0].folded) }
    }

    /// "detained lawyers", "a slain politician": the participle only tells which, and nobody does it here.
    func isAttribute(_ word: Word, _ trigger: Range<Int>) -> Bool {
        guard word.form == .past || word.form == .participle else { return false }
        let before = trigger.lowerBound - 1
        guard before >= sentence.lowerBound else { return true }
        let token = scanner.tokens[before]
        let marks = scanner.marks(before)
        // "his wife, slain politician …".
        if token.folded == ",", !opensNumberedGroup(trigger.upperBound) { return true }
        return (marks.contains(.determiner) && token.folded != "that") || marks.contains(.plain) || Self.prepositions.contains(token.folded)
    }

    static let prepositions: Set<String> = ["of", "in", "for", "with", "by", "on", "to", "from", "about", "against", "between"]

    /// A name that no mention covers yet, behind a verb that only takes persons: "arrested Orlova".
    func unknownName(at index: Int) -> Range<Int>? {
        guard index < sentence.upperBound else { return nil }
        var end = index
        if scanner.shouts[index] {
            // In a telegram in capitals everything looks like a name: only a short group that is neither people nor plural.
            let run = scanner.run(from: index, before: sentence.upperBound)
            guard !opensGroup(index), (1...4).contains(run.count),
                !run.contains(where: { scanner.looksPlural($0) || scanner.tokens[$0].shape == .number }),
                scanner.marks(index).intersection([.determiner, .plain]) == [],
                lexicon.noun(in: scanner.tokens, at: run.upperBound - 1, before: run.upperBound) == nil
            else { return nil }
            return run
        }
        while end < sentence.upperBound, scanner.tokens[end].isCapitalised, !scanner.tokens[end].isPunctuation, end - index < 6 { end += 1 }
        guard end > index, !Self.days.contains(scanner.tokens[index].folded), !QuantityContext.months.contains(scanner.tokens[index].folded)
        else { return nil }
        // "killed Hamas members", "arrested Kurdish activists": a group's name before its noun.
        if end < sentence.upperBound, !scanner.endsGroup(end), scanner.marks(end).isDisjoint(with: [.be, .adverb]) { return nil }
        guard !scanner.looksPlural(end - 1), scanner.tokens[end - 1].folded.utf8.count > 2 else { return nil }
        return index..<end
    }

    /// Who "was assassinated": one person, even where the name is not known.
    func singularSubject(before index: Int) -> Range<Int>? {
        let start = verbGroupStart(index)
        guard start < index else { return nil }
        var end = start
        // "Falco, a student, was arrested": over an apposition.
        if end > sentence.lowerBound, scanner.tokens[end - 1].folded == ",",
            let comma = (max(sentence.lowerBound, end - 14)..<end - 1).last(where: { scanner.tokens[$0].folded == "," })
        {
            end = comma
        }
        var first = end
        while first > sentence.lowerBound, end - first < 8, !scanner.endsGroup(first - 1) { first -= 1 }
        guard first < end,
            scanner.tokens[end - 1].isCapitalised || scanner.marks(first).contains(.determiner) || scanner.marks(first).contains(.plain),
            !scanner.looksPlural(end - 1)
        else { return nil }
        return first..<end
    }

    func person(_ word: Word, _ tokens: Range<Int>, _ trigger: Range<Int>, rule: Rule) -> Effect {
        Effect(role: word.role, who: nil, count: .exactly(1), group: tokens, trigger: trigger.lowerBound, rule: rule)
    }

    static let days: Set<String> = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

    /// "killing seven residents and a nurse": the groups right behind the verb, joined by commas and "and".
    func objects(of word: Word, _ trigger: Range<Int>) -> [Effect] {
        var start = trigger.upperBound
        // "kidnapped and killed 11 people": one object for both.
        while start + 1 < sentence.upperBound, ["and", "or"].contains(scanner.tokens[start].folded) {
            var next = start + 1
            while next < sentence.upperBound, scanner.marks(next).contains(.adverb) { next += 1 }
            guard let other = lexicon.effect(in: scanner.tokens, at: next, before: sentence.upperBound),
                other.values.contains(where: { $0.kind == .verb })
            else { break }
            start = other.tokens.upperBound
        }
        var place = groups.partitionIndex { $0.tokens.lowerBound >= start }
        guard place < groups.count, groups[place].tokens.lowerBound - start <= 3, !groups[place].isBare,
            (start..<groups[place].tokens.lowerBound).allSatisfy({ !scanner.endsGroup($0) || scanner.marks($0).contains(.adverb) })
        else { return [] }
        var found: [Effect] = []
        // "killing A, B and C" is a list, "killing A, B" is none.
        var sure = 1
        while place < groups.count, found.count < Self.longestList {
            let group = groups[place]
            if !found.isEmpty {
                let end = found[found.count - 1].group.upperBound
                guard joins(end, group.tokens.lowerBound) || isGapping(end, group), !isSubject(group) else { break }
                if hasAnd(found[found.count - 1].group.upperBound, group.tokens.lowerBound) { sure = found.count + 1 }
            }
            guard !group.isSubset, fits(group, word) else { break }
            // "20 magistrates and judges": one number for both nouns.
            let isSharing =
                place > 0 && !found.isEmpty && !group.isNumbered && group.count.low == nil
                && groups[place - 1].isNumbered && hasNumber(groups[place - 1])
            if !isSharing { found.append(effect(word.role, group, trigger: trigger.lowerBound, rule: "people.object")) }
            if isSharing { break }
            place += 1
        }
        return Array(found.prefix(sure))
    }

    /// "killed 247 people in Kenya and 10 in Tanzania": place by place.
    func isGapping(_ end: Int, _ group: PeopleGroups.Group) -> Bool {
        let start = group.tokens.lowerBound
        guard group.isElliptic, start - end >= 3, start - end <= 8, scanner.tokens[start - 1].folded == "and",
            group.tokens.upperBound < sentence.upperBound
        else { return false }
        let places: Set<String> = ["in", "at", "near", "on"]
        return places.contains(scanner.tokens[end].folded) && places.contains(scanner.tokens[group.tokens.upperBound].folded)
            && (end..<start - 1).allSatisfy { !scanner.marks($0).contains(.verb) && !scanner.marks($0).contains(.be) }
    }

    /// "at least 40 people, including 12 children, were killed": the group before the verb, over parts and places in between.
    func subject(_ word: Word, _ trigger: Range<Int>, rule: Rule) -> [Effect] {
        let start = verbGroupStart(trigger.lowerBound)
        var place = groups.partitionIndex { $0.tokens.upperBound > start } - 1
        while place >= 0, groups[place].isSubset { place -= 1 }
        // "hundreds of supporters of Park": the head of the phrase.
        while place > 0, let head = self.head(of: place) { place = head }
        if place >= 0, let outside = outsideDashes(groups[place]) { place = outside }
        guard place >= 0, reaches(groups[place].tokens.upperBound, start, isBare: rule == "people.participle") else { return [] }
        guard fits(groups[place], word) else { return [] }
        // "20 killed": a bare participle wants a number, or its group would be the culprit ("gunmen killed").
        if groups[place].isObject || (rule == "people.participle" && groups[place].count.low == 0) { return [] }
        let isTitle = isHeadline && groups[place].count.low == 1 && groups[place].tokens.lowerBound <= sentence.lowerBound + 3
        if rule == "people.participle", !groups[place].isNumbered && !isTitle || opensGroup(trigger.upperBound) { return [] }
        var found = [effect(word.role, groups[place], trigger: trigger.lowerBound, rule: rule)]
        while place > 0, found.count < Self.longestList, joins(groups[place - 1].tokens.upperBound, groups[place].tokens.lowerBound),
            !groups[place - 1].isSubset,
            fits(groups[place - 1], word), !groups[place - 1].isObject,
            hasAnd(groups[place - 1].tokens.upperBound, groups[place].tokens.lowerBound)
                || (found.count > 1 && groups[place - 1].isNumbered)
        {
            // "some 20 magistrates and judges": one number for both nouns.
            if groups[place - 1].isNumbered, hasNumber(groups[place - 1]), !groups[place].isNumbered, groups[place].count.low == nil {
                found.removeLast()
            }
            place -= 1
            found.append(effect(word.role, groups[place], trigger: trigger.lowerBound, rule: rule))
        }
        // "… and Bushnell were injured": the list began where we do not see it.
        let isPlural = (start..<trigger.lowerBound).contains { ["were", "are", "have"].contains(scanner.tokens[$0].folded) }
        if found.count == 1, groups[place].count.high == 1, isPlural { return [] }
        return found.reversed()
    }

    /// The group that this one hangs on by a preposition.
    private func head(of place: Int) -> Int? {
        let start = groups[place].tokens.lowerBound
        guard start - 1 > sentence.lowerBound,
            ["of", "for", "from", "with", "near", "to", "against"].contains(scanner.tokens[start - 1].folded),
            groups[place - 1].tokens.upperBound == start - 1, !groups[place - 1].isSubset
        else { return nil }
        return place - 1
    }

    /// "two suspects -- one a Sudanese -- who were held": the group before what is said aside.
    private func outsideDashes(_ group: PeopleGroups.Group) -> Int? {
        let end = group.tokens.upperBound
        guard end < sentence.upperBound, ["--", "–", "—"].contains(scanner.tokens[end].folded) else { return nil }
        let first = max(sentence.lowerBound, group.tokens.lowerBound - 12)
        guard let dash = (first..<group.tokens.lowerBound).last(where: { scanner.tokens[$0].folded == scanner.tokens[end].folded }) else {
            return nil
        }
        let place = groups.partitionIndex { $0.tokens.upperBound > dash } - 1
        return place >= 0 && groups[place].tokens.upperBound == dash ? place : nil
    }

    func state(_ word: Word, _ trigger: Range<Int>) -> [Effect] {
        let before = trigger.lowerBound - 1
        guard before >= sentence.lowerBound else { return [] }
        let isPredicate = hasBe(before: trigger.lowerBound) || Self.copulas.contains(scanner.tokens[before].folded)
        let place = groups.partitionIndex { $0.tokens.upperBound >= trigger.lowerBound }
        let followsNumber = place < groups.count && groups[place].tokens.upperBound == trigger.lowerBound && groups[place].isNumbered
        return isPredicate || followsNumber ? subject(word, trigger, rule: "people.state") : []
    }

    static let copulas: Set<String> = [
        "left", "found", "feared", "believed", "presumed", "reported", "confirmed", "leaving", "leaves", "remain", "remained",
    ]
}
