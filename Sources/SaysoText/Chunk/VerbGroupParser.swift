import SaysoCore

/// Reads one verb group: auxiliaries, main verb, and the adverbs and negations between them.
struct VerbGroupParser {
    let tokens: [Token]
    let range: Range<Int>

    /// The group that begins at `start`; nil where none does.
    func group(at start: Int) -> Chunk? {
        let first = tokens[start]
        var index = start
        var isInfinitive = false
        var negations = 0
        // "never attacked", "not to attack"
        if isNegation(start) {
            negations = 1
            index += 1
        }
        if index < range.upperBound, tokens[index].penn == .TO {
            guard let verb = verb(after: index + 1), tokens[verb].penn == .VB || tokens[verb].penn == .VBP else { return nil }
            isInfinitive = true
            negations += count(of: index + 1..<verb)
            index = verb
        }
        guard index < range.upperBound, isVerb(index), !isModifier(index) else { return nil }
        if index == start, first.tag == .particle { return nil }
        var verbs = [index]
        var phrases: [Phrase] = []
        while let last = verbs.last, tokens[last].tag == .auxiliary || isHelping(last) {
            if let (next, phrase) = semiModal(last) {
                phrases.append(phrase)
                verbs.append(next)
                continue
            }
            guard let next = verb(after: last + 1), follows(last, next) else { break }
            negations += count(of: last + 1..<next)
            verbs.append(next)
        }
        guard let main = verbs.last else { return nil }
        var end = main + 1
        // "was not": nothing follows the negation but it belongs to the verb.
        while end < range.upperBound, isNegation(end), tokens[main].tag == .auxiliary, !startsGroup(end) {
            negations += 1
            end += 1
        }
        let group = features(verbs, isInfinitive: isInfinitive, isNegated: negations > 0, phrases)
        return Chunk(kind: .verb, tokens: start..<end, head: main, verb: group)
    }

    private enum Phrase: String {
        case haveTo = "have to"
        case beTo = "be to"
        case goingTo = "going to"
        case usedTo = "used to"
        case oughtTo = "ought to"
    }

    // MARK: - What belongs

    private func isVerb(_ index: Int) -> Bool {
        switch tokens[index].tag {
        case .auxiliary: true
        // "the United Nations"; "according to", "including" are prepositions in all but their form
        case .verb: tokens[index].penn != .NNP && tokens[index].folded != "according" && tokens[index].folded != "including"
        default: false
        }
    }

    private func isNegation(_ index: Int) -> Bool {
        switch tokens[index].folded {
        case "not", "n't", "never", "nt": true
        default: false
        }
    }

    /// "… said not to attack": the negation opens the infinitive rather than closing the verb before.
    private func startsGroup(_ index: Int) -> Bool { index + 1 < range.upperBound && tokens[index + 1].penn == .TO }

    /// "captured" in "captured-weapons", the participle before a noun inside a hyphened word: part of the noun group.
    private func isModifier(_ index: Int) -> Bool {
        index + 1 < range.upperBound && tokens[index + 1].penn == .HYPH && !tokens[index + 1].spaceBefore
            || index > range.lowerBound && tokens[index - 1].penn == .HYPH && !tokens[index].spaceBefore
    }

    /// Tagged as a full verb, used as an auxiliary: "have taken", "being held", "got killed".
    private func isHelping(_ index: Int) -> Bool {
        switch tokens[index].lemma {
        case "have", "be": true
        case "get": index + 1 < range.upperBound && tokens[index + 1].penn == .VBN
        case "go", "use", "ought": semiModal(index) != nil
        default: false
        }
    }

    /// The next verb from `index` on, with nothing but adverbs and negations before it.
    private func verb(after index: Int) -> Int? {
        var at = index
        let stop = min(range.upperBound, index + 5)
        while at < stop {
            if isVerb(at) { return isModifier(at) ? nil : at }
            guard tokens[at].tag == .adverb || isNegation(at) || isNoLonger(at) else { return nil }
            at += 1
        }
        return nil
    }

    /// The "no" of "no longer".
    private func isNoLonger(_ index: Int) -> Bool {
        tokens[index].folded == "no" && index + 1 < range.upperBound
            && (tokens[index + 1].folded == "longer" || tokens[index + 1].folded == "more")
    }

    private func count(of range: Range<Int>) -> Int { range.count { isNegation($0) || isNoLonger($0) } }

    /// Whether `next` can be governed by the auxiliary `last`.
    private func follows(_ last: Int, _ next: Int) -> Bool {
        let form = tokens[next].penn
        if tokens[last].penn == .MD { return form == .VB || form == .VBP || form == .VBN || form == .VBD }
        switch tokens[last].lemma {
        case "have": return form == .VBN || form == .VBD
        case "be": return form == .VBN || form == .VBG || form == .VBD
        case "do": return form == .VB || form == .VBP
        case "get": return form == .VBN
        default: return form == .VB || form == .VBN || form == .VBG
        }
    }

    /// "had to leave", "is to meet", "is going to attack": answers the infinitive.
    private func semiModal(_ index: Int) -> (Int, Phrase)? {
        var to = index + 1
        let phrase: Phrase
        switch tokens[index].lemma {
        case "have": phrase = .haveTo
        case "ought": phrase = .oughtTo
        case "use" where tokens[index].penn == .VBD: phrase = .usedTo
        case "be": phrase = .beTo
        case "go" where tokens[index].penn == .VBG && index > range.lowerBound: phrase = .goingTo
        default: return nil
        }
        // "is not to leave", "is also to meet"; "are there to protect" says where they are
        while to < range.upperBound, to < index + 3, isNegation(to) || ["also", "now", "still", "then", "soon"].contains(tokens[to].folded)
        { to += 1 }
        guard to < range.upperBound, tokens[to].penn == .TO, let verb = verb(after: to + 1), tokens[verb].penn == .VB else { return nil }
        return (verb, phrase)
    }

    // MARK: - What its form tells

    private func features(_ verbs: [Int], isInfinitive: Bool, isNegated: Bool, _ phrases: [Phrase]) -> VerbGroup {
        let first = tokens[verbs[0]]
        var group = VerbGroup(form: .finite, tense: .none, isNegated: isNegated)
        if isInfinitive {
            group.form = .infinitive
        } else {
            switch first.penn {
            case .MD:
                let modal = modal(first)
                if modal == "will" || modal == "shall" { group.tense = .future } else { group.modal = modal }
            case .VBD: group.tense = .past
            case .VBZ, .VBP: group.tense = .present
            case .VBG: group.form = .participle
            case .VBN where verbs.count == 1 && isFinite(verbs[0]): group.tense = .past
            case .VBN: group.form = .pastParticiple
            default: group.form = .infinitive
            }
        }
        for phrase in phrases {
            if phrase == .goingTo { group.tense = .future } else { group.modal = phrase.rawValue }
        }
        for (helper, verb) in zip(verbs, verbs.dropFirst()) {
            let form = tokens[verb].penn
            let isPast = form == .VBN || form == .VBD
            switch tokens[helper].lemma {
            case "have" where isPast: group.isPerfect = true
            case "be" where form == .VBG: group.isProgressive = true
            case "be" where isPast && tokens[verb].folded != "been", "get" where isPast: group.isPassive = true
            default: break
            }
        }
        if group.form == .pastParticiple, verbs.count == 1, first.tag == .verb { group.isPassive = true }
        return group
    }

    /// A participle by its tag, a past tense by its neighbours: “a commando killed the mayor”, “the army denied today that …”, “they left”.
    ///
    /// What modifies the noun before it has no object: “the rebels killed in the raid”. Verbs that keep an object as a participle
    /// ("named", "given") and times ("killed Monday") tell nothing.
    private func isFinite(_ index: Int) -> Bool {
        var subject = index - 1
        while subject >= range.lowerBound, tokens[subject].tag == .adverb { subject -= 1 }
        guard subject >= range.lowerBound else { return false }
        let before = tokens[subject]
        if ["he", "she", "they", "we", "i", "who"].contains(before.folded) { return true }
        guard before.tag == .noun || before.tag == .properNoun else { return false }
        var next = index + 1
        if next < range.upperBound, Self.times.contains(tokens[next].folded) { next += 1 }
        guard next < range.upperBound else { return false }
        let after = tokens[next]
        if after.folded == "that", after.penn == .IN { return true }
        guard next == index + 1, !Self.keepingObjects.contains(tokens[index].lemma) else { return false }
        switch after.tag {
        case .determiner:
            return
                !(next + 1 < range.upperBound
                && ["week", "month", "year", "morning", "afternoon", "evening", "night", "time"].contains(tokens[next + 1].folded))
        case .properNoun: return !Self.times.contains(after.folded)
        case .pronoun: return after.penn == .PRP || after.penn == .PRPS
        default: return false
        }
    }

    private static let times: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "tonight", "january",
        "february", "march",
        "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan.", "feb.", "aug.", "sept.", "oct.",
        "nov.", "dec.",
    ]
    private static let keepingObjects: Set<String> = [
        "call", "name", "give", "show", "award", "offer", "elect", "consider", "dub", "appoint", "deem", "pay", "send", "leave",
        "code-name", "title", "label",
    ]

    private func modal(_ token: Token) -> String {
        switch token.folded {
        case "'ll", "wo", "will": "will"
        case "ca", "can": "can"
        case "'d": "would"
        case "sha": "shall"
        default: token.folded
        }
    }
}
