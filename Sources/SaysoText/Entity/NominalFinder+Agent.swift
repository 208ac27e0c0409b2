import SaysoCore
import SaysoLexicon

/// “the guerrillas”, “police”, “his forces”, “uniformed men”, “a hospital in Homs”.
extension NominalFinder {
    mutating func agent(at start: Int, limit: Int, sentence: Int32) -> MentionDraft? {
        let word = tokens[start]
        guard let match = scan.matches(.agents, at: start, limit: min(limit, start + 5)).last, let value = match.values.first else {
            return word.tag == .noun || word.tag == .properNoun || word.tag == .adjective ? title(at: start, limit: limit) : nil
        }
        // “ARMED FORCES” in capitals: the tagger may take the first word for a verb.
        guard
            word.tag == .noun || word.tag == .properNoun || word.tag == .adjective || word.penn == .VBN || word.penn == .VBG
                || match.end - start > 1
        else { return nil }
        if let office = title(at: start, limit: limit) { return office }
        let head = match.end - 1
        guard tokens[head].tag == .noun || tokens[head].tag == .properNoun || tokens[head].tag == .adjective else { return nil }
        let agent = lexicon.agents[Int(value / 2)]
        // “police sources”, “army officers”: the group's head is who is meant; “rebel attack”: rebels attacked.
        let group = scan.nounGroup(of: head)
        let isModifier = group.map { $0.head > head } ?? false
        if let group, isModifier, isAgent(endingAt: group.head, from: match.end, limit: limit) { return nil }
        if head + 1 < tokens.count, tokens[head + 1].text.hasPrefix("-"), !tokens[head + 1].spaceBefore { return nil }
        // “state security”, “public opinion”: only words there.
        if isModifier, ["state", "people", "public", "government official", "official", "man", "woman"].contains(agent.noun) { return nil }
        let isPlural = value % 2 == 1 || agent.noun == agent.plural || isModifier
        let whole = isModifier ? start..<match.end : phrase(start..<match.end)
        let owner = owner(of: whole)
        if let owner, let draft = ownedBy(owner, whole, head: head, agent: agent, isPlural: isPlural, sentence: sentence) { return draft }
        if let known = again(whole, head: head, agent: agent, isPlural: isPlural) { return known }
        let isBare = (whole.lowerBound..<max(whole.lowerBound, start)).allSatisfy {
            tokens[$0].tag == .determiner || tokens[$0].tag == .numeral || Self.plainWords.contains(tokens[$0].folded)
        }
        if isBare, agent.code == "REB", let group = spokenOf() {
            return MentionDraft(whole, head: head, .nominal, group, rule: "entity.rebels")
        }
        // “Makhachkala police”: named after a place of its own.
        let isLocal =
            !isBare && !scan.isShouted[start]
            && (whole.lowerBound..<max(whole.lowerBound, start)).contains {
                scan.isNameLike($0) && (scan.placeKind[$0] != nil || tokens[$0].tag == .properNoun)
            }
        let isOfScene =
            !isLocal && owner == nil && (isBare || agent.code == "MIL" || agent.code == "COP") && (isPlural || !agent.isPersonAlone)
        if isOfScene, let concept = agent.concept, let scene = geography.scene(sentence: sentence) {
            // “the ministry” is the one that was named.
            if isBare, let known = book.onlyMinistry(concept) {
                return MentionDraft(whole, head: head, .nominal, known, side: book.entries[known].side, rule: "entity.body-again")
            }
            let body = book.body(concept, of: scene)
            return MentionDraft(whole, head: head, .nominal, body.entity, side: body.side, rule: "entity.body-of-scene")
        }
        if agent.code == "UNS", !isPlural, head + 1 < limit, tokens[head + 1].tag == .noun { return nil }
        return described(whole, head: head, agent: agent, isPlural: isPlural)
    }

    private func isAgent(endingAt head: Int, from start: Int, limit: Int) -> Bool {
        guard head < limit, start <= head, head - start < 8 else { return false }
        for first in start...head where scan.matches(.agents, at: first, limit: head + 1).contains(where: { $0.end == head + 1 }) {
            return true
        }
        return false
    }

    private static let plainWords: Set<String> = [
        "several", "many", "some", "more", "other", "dozens", "hundreds", "thousands", "most", "few", "both", "local", "unidentified",
        "armed", "such",
    ]

    /// Leftwards over the words that belong to the noun: “ten heavily armed Maoist *rebels*”.
    private func phrase(_ noun: Range<Int>) -> Range<Int> {
        var start = noun.lowerBound
        let first = scan.sentenceRange(of: start).lowerBound
        let covered = drafts.last?.tokens.upperBound ?? 0
        while start > first, start > covered, noun.lowerBound - start < 6 {
            let word = tokens[start - 1]
            let belongs =
                switch word.tag {
                case .adjective, .numeral, .noun, .properNoun: !word.isPunctuation
                case .verb:
                    word.penn == .VBN && start - 1 > first && [.determiner, .adjective, .numeral, .adverb].contains(tokens[start - 2].tag)
                case .adverb: start < noun.lowerBound && tokens[start].tag != .numeral && word.folded.hasSuffix("ly")
                case .determiner: ["the", "a", "an", "these", "those", "this", "that", "some", "all", "any"].contains(word.folded)
                default: false
                }
            guard belongs, word.folded != "least", word.folded != "most", !scan.isPossessive(start - 1) else { break }
            start -= 1
            if word.tag == .determiner { break }
        }
        return start..<noun.upperBound
    }

    /// Whose they are: “his forces”, “the president's guards”.
    private func owner(of whole: Range<Int>) -> Int? {
        let before = whole.lowerBound - 1
        guard before >= scan.sentenceRange(of: whole.lowerBound).lowerBound, before >= 0 else { return nil }
        guard let last = drafts.last,
            last.tokens.upperBound == whole.lowerBound || last.tokens.upperBound == before && scan.isPossessive(before)
        else { return nil }
        let isPronoun = last.form == .pronoun && tokens[last.head].penn == .PRPS
        return isPronoun || scan.isPossessive(before) ? last.entity : nil
    }

    private mutating func ownedBy(_ owner: Int, _ whole: Range<Int>, head: Int, agent: Agent, isPlural: Bool, sentence: Int32)
        -> MentionDraft?
    {
        let entry = book.entries[owner]
        let kind = book.entities[owner].kind
        if agent.code == "MIL" || agent.code == "REB" || agent.code == "UAF" || agent.code == "COP", isPlural || agent.concept != nil {
            if kind == .armedGroup || kind == .organization {
                return MentionDraft(whole, head: head, .nominal, owner, rule: "entity.own-forces")
            }
            if kind == .person, let side = entry.side,
                book.entities[side].kind != .government || lexicon.state(id: book.entities[side].id.rawValue) == nil
            {
                return MentionDraft(whole, head: head, .nominal, side, rule: "entity.own-forces")
            }
            if let state = entry.state, kind == .government || kind == .person,
                let concept = agent.concept ?? lexicon.concepts.firstIndex(where: { $0.concept == "armed-forces" })
            {
                let body = book.body(concept, of: state)
                return MentionDraft(whole, head: head, .nominal, body.entity, side: body.side, rule: "entity.own-forces")
            }
        }
        if agent.concept != nil, let state = entry.state, kind == .government || kind == .person, let concept = agent.concept,
            isPlural || !agent.isPersonAlone
        {
            let body = book.body(concept, of: state)
            return MentionDraft(whole, head: head, .nominal, body.entity, side: body.side, rule: "entity.own-body")
        }
        let noun = whole.filter { tokens[$0].tag != .determiner }.map { tokens[$0].folded }.joined(separator: " ")
        let name = "\(noun) of \(book.entities[owner].name)"
        let entity = book.entity(id: "sayso:" + ActorLexicon.slug(name), name: name, kind: agent.kind(plural: isPlural), state: entry.state)
        if let last = drafts.last, last.form == .name { book.addSurface(scan.text(last.tokens.lowerBound..<whole.upperBound), to: entity) }
        return MentionDraft(whole, head: head, .nominal, entity, rule: "entity.owned")
    }

    /// The same noun with “the” before it is whoever it was last time; so is “the group” for the group named last.
    private func again(_ whole: Range<Int>, head: Int, agent: Agent, isPlural: Bool) -> MentionDraft? {
        guard let first = whole.first, ["the", "this", "that", "these", "those"].contains(tokens[first].folded) else { return nil }
        let noun = tokens[head].folded
        if let kinds = Self.standIns[noun], whole.count <= 3 {
            for draft in drafts.reversed().prefix(40)
            where draft.form == .name && draft.rule.name != "entity.body" && kinds.contains(book.entities[draft.entity].kind) {
                return MentionDraft(whole, head: head, .nominal, draft.entity, side: draft.side, rule: "entity.stand-in")
            }
        }
        guard agent.concept == nil, agent.code != "REB" else { return nil }
        if let person = introduced(behind: head, noun: noun) {
            return MentionDraft(whole, head: head, .nominal, person, side: book.entries[person].side, rule: "entity.apposition")
        }
        for draft in drafts.reversed().prefix(80) where draft.form == .nominal && tokens[draft.head].folded == noun {
            // “the first group”, “the second group”: words of their own keep them apart.
            let own = whole.dropFirst().filter { $0 < head && tokens[$0].tag == .adjective }.map { tokens[$0].folded }
            if own.allSatisfy({ word in draft.tokens.contains { tokens[$0].folded == word } }) {
                return MentionDraft(whole, head: head, .nominal, draft.entity, side: draft.side, rule: "entity.again")
            }
        }
        if agent.kind(plural: false) == .person || scan.traits[head].contains(.role), !isPlural {
            for draft in drafts.reversed().prefix(60)
            where book.entities[draft.entity].kind == .person && book.entries[draft.entity].roles.contains(noun) {
                return MentionDraft(whole, head: head, .nominal, draft.entity, side: draft.side, rule: "entity.role-again")
            }
        }
        return nil
    }

    /// “the spokesman of the Foreign Ministry, Hami Aksoy,”: the name behind tells who.
    private func introduced(behind head: Int, noun: String) -> Int? {
        guard scan.traits[head].contains(.role) else { return nil }
        let limit = scan.sentenceRange(of: head).upperBound
        for draft in upcoming.prefix(3) {
            guard draft.tokens.upperBound <= limit, draft.tokens.lowerBound - head < 14 else { return nil }
            if book.entities[draft.entity].kind == .person {
                let before = draft.tokens.lowerBound - 1
                let isNext = before == head || tokens[before].text == ","
                return isNext && !(head + 1..<max(head + 1, before)).contains { tokens[$0].tag == .verb } ? draft.entity : nil
            }
        }
        return nil
    }

    private static let standIns: [String: Set<Entity.Kind>] = [
        "group": [.armedGroup, .organization], "movement": [.armedGroup, .organization], "organization": [.organization, .armedGroup],
        "organisation": [.organization, .armedGroup], "party": [.organization], "cartel": [.armedGroup], "militia": [.armedGroup],
        "agency": [.organization],
        "company": [.organization], "church": [.organization], "network": [.organization, .armedGroup],
        "coalition": [.armedGroup, .organization],
    ]

    /// The rebel group that the report speaks of most.
    private func spokenOf() -> Int? {
        rebelCounts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
    }

    private mutating func described(_ whole: Range<Int>, head: Int, agent: Agent, isPlural: Bool) -> MentionDraft {
        var words: [String] = []
        for token in whole
        where tokens[token].tag != .determiner && tokens[token].tag != .numeral && !Self.plainWords.contains(tokens[token].folded) {
            words.append(
                scan.isShouted[token] ? tokens[token].folded : tokens[token].shape == .lower ? tokens[token].folded : tokens[token].text)
        }
        var name = words.joined(separator: " ")
        if name.isEmpty { name = tokens[head].folded }
        // “residents of Nice”, “a hospital in Homs”: the place makes it one of its kind.
        let next = head + 1
        if next + 1 < tokens.count,
            ["of", "in", "at"].contains(tokens[next].folded) || tokens[next].folded == "from" && agent.code != "FAC"
        {
            let start = tokens[next + 1].folded == "the" ? next + 2 : next + 1
            var end = start
            while end < tokens.count, end - start < 4, scan.isNameLike(end) { end += 1 }
            if end > start {
                let words = (start..<end).map {
                    scan.isShouted[$0] ? tokens[$0].text.prefix(1) + tokens[$0].text.dropFirst().lowercased() : tokens[$0].text[...]
                }
                let place = "\(name) \(tokens[next].folded) \(words.joined(separator: " "))"
                let entity = book.entity(id: "sayso:" + ActorLexicon.slug(place), name: place, kind: agent.kind(plural: isPlural))
                book.addSurface(name, to: entity)
                return MentionDraft(whole, head: head, .nominal, entity, rule: "entity.described")
            }
        }
        let entity = book.entity(id: "sayso:" + ActorLexicon.slug(name), name: name, kind: agent.kind(plural: isPlural))
        // Those of the scene: “military sources” in a report from San Salvador are Salvadoran ones.
        if agent.code != "FAC", let scene = geography.scene(sentence: scan.sentenceOf[head]) {
            book.addSurface("\(lexicon.states[scene].adjective) \(name)", to: entity)
        }
        return MentionDraft(whole, head: head, .nominal, entity, rule: "entity.described")
    }

    // MARK: Offices

    /// “the foreign minister”, “the president”: whoever was called so, else whoever holds it in the state that the report speaks of.
    private mutating func title(at start: Int, limit: Int) -> MentionDraft? {
        guard let match = scan.matches(.titles, at: start, limit: min(limit, start + 6)).last, let value = match.values.first else {
            return nil
        }
        let head = match.end - 1
        guard tokens[start].tag != .verb, head + 1 >= limit || !scan.isNameLike(head + 1) || scan.isShouted[head] else { return nil }
        let before = start > 0 ? tokens[start - 1].folded : ""
        let isDefinite = before == "the" || drafts.last?.tokens.upperBound == start || scan.isPossessive(start - 1)
        guard isDefinite, start > 0 else { return nil }
        let whole = (before == "the" ? start - 1 : start)..<match.end
        let words = Set((start..<match.end).map { tokens[$0].folded })
        for draft in drafts.reversed().prefix(80)
        where book.entities[draft.entity].kind == .person && words.isSubset(of: book.entries[draft.entity].roles) {
            return MentionDraft(whole, head: head, .nominal, draft.entity, side: draft.side, rule: "entity.role-again")
        }
        guard let scene = geography.scene(sentence: scan.sentenceOf[start]), day != nil else { return nil }
        let holders = lexicon.holders(of: lexicon.titles[Int(value)], body: lexicon.states[scene].id, on: day)
        guard holders.count == 1, let holder = holders.first else { return nil }
        let actor = lexicon.actor(holder)
        return MentionDraft(whole, head: head, .nominal, book.entity(actor), side: book.side(of: actor), rule: "entity.office-of-scene")
    }
}
