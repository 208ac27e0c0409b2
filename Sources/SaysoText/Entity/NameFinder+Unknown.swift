import SaysoCore
import SaysoLexicon

/// Names that no list holds: organisations by their head noun, people by given name or by what stands around them.
extension NameFinder {
    mutating func unknown(at start: Int, limit: Int) -> MentionDraft? {
        guard scan.isNameLike(start), !Self.calendar.contains(tokens[start].folded) else { return nil }
        if let draft = broadcaster(at: start, limit: limit) { return draft }
        if let draft = organisation(at: start, limit: limit) { return draft }
        if let draft = unknownPerson(at: start, limit: limit) { return draft }
        return unknownAcronym(at: start) ?? read(at: start, limit: limit)
    }

    /// What neither lists nor rules know, but the language model takes for a person's or an organisation's name.
    private mutating func read(at start: Int, limit: Int) -> MentionDraft? {
        guard let name = named[start], name.confidence >= 0.6, name.tokens.upperBound <= limit, !name.tokens.contains(where: { scan.states[$0] != nil }) else {
            return nil
        }
        // A lone word may be anybody's family name; lists and later mentions know better.
        guard name.kind == "ORG" || name.kind == "PER" && name.tokens.count > 1 else { return nil }
        let text = personName(name.tokens)
        let kind: Entity.Kind = name.kind == "PER" ? .person : .organization
        let entity = book.entity(id: "sayso:" + ActorLexicon.slug(text), name: text, kind: kind, isNamed: true)
        if kind == .person {
            gender(of: entity, first: start)
            note(roleBehind: name.tokens, of: entity, limit: limit)
        }
        return MentionDraft(name.tokens, entity, rule: kind == .person ? "entity.person-read" : "entity.organisation-read")
    }

    private static let connectors: Set<String> = ["of", "for", "on", "and", "the", "&", "de", "against"]

    /// “Kurdish Freedom Movement”, “National Association of Judicial Employees”, “Ministry of Culture”.
    private mutating func organisation(at start: Int, limit: Int) -> MentionDraft? {
        var end = start
        var head: Int?
        while end < limit, end - start < 10 {
            let word = tokens[end].folded
            if scan.isNameLike(end) || tokens[end].shape == .number && end > start {
                if scan.traits[end].isAny(of: .anyHead), end > start || isOf(end + 1, limit: limit) { head = head ?? end }
                end += 1
            } else if head != nil, end + 1 < limit, Self.connectors.contains(word),
                scan.isNameLike(end + 1) || tokens[end + 1].folded == "the"
            {
                // “and” joins only inside “of … and …”; otherwise it starts another one.
                if word == "and", !scan.traits[end + 1].isDisjoint(with: .anyHead) || scan.states[end + 1] != nil { break }
                end += 1
            } else {
                break
            }
        }
        guard let head else { return nil }
        while end > start, Self.connectors.contains(tokens[end - 1].folded) { end -= 1 }
        // Without “of”, the name ends with its head: “Front Page News” is none.
        if !(start..<end).contains(where: { ["of", "for"].contains(tokens[$0].folded) }) {
            var last = head
            for token in head..<end where scan.traits[token].isAny(of: .anyHead) { last = token }
            end = last + 1
        }
        guard end - start > 1 else { return nil }
        let trait = scan.traits[head]
        let kind: Entity.Kind =
            trait.contains(.governmentHead)
            ? .government : trait.contains(.armedHead) && !trait.contains(.organisationHead) ? .armedGroup : .organization
        let text = personName(start..<end)
        // A ministry or police of no named state is that of the scene.
        let scene = geography.scene(sentence: scan.sentenceOf[start])
        if let agent = scan.matches(.agents, at: start, limit: end).last, agent.end == end, let value = agent.values.first,
            let concept = lexicon.agents[Int(value / 2)].concept, let scene
        {
            return bodyOfScene(concept, scene, start..<end)
        }
        if let tail = scan.matches(.tails, at: start, limit: end).last, tail.end == end, let concept = tail.values.first, let scene {
            return bodyOfScene(Int(concept), scene, start..<end)
        }
        let entity = book.entity(id: "sayso:" + ActorLexicon.slug(text), name: text, kind: kind, state: scene)
        if let draft = titled(
            scan.isPossessive(end) ? end + 1 : end, limit: limit, body: (entity, "sayso:" + ActorLexicon.slug(text), nil), from: start)
        {
            book.addSurface(scan.text(start..<end), to: entity)
            return draft
        }
        return MentionDraft(start..<end, entity, rule: "entity.organisation-by-head")
    }

    /// “Radio America”, “Radio Reloj”: the head stands first.
    private mutating func broadcaster(at start: Int, limit: Int) -> MentionDraft? {
        guard ["radio", "television", "tv", "channel"].contains(tokens[start].folded), start + 1 < limit,
            scan.isNameLike(start + 1) && !scan.traits[start + 1].isAny(of: .anyHead) || scan.states[start + 1]?.form == .name,
            tokens[start + 1].folded != "station"
        else { return nil }
        var end = start + 1
        while end < limit, end - start < 4, scan.isNameLike(end) || tokens[end].shape == .number { end += 1 }
        end = max(end, start + 2)
        let text = personName(start..<end)
        let entity = book.entity(id: "sayso:" + ActorLexicon.slug(text), name: text, kind: .outlet, isNamed: true)
        return MentionDraft(start..<end, entity, rule: "entity.broadcaster")
    }

    private mutating func bodyOfScene(_ concept: Int, _ scene: Int, _ range: Range<Int>) -> MentionDraft {
        if let known = book.onlyMinistry(concept) {
            return MentionDraft(range, known, side: book.entries[known].side, rule: "entity.body-again")
        }
        let body = book.body(concept, of: scene)
        return MentionDraft(range, body.entity, side: body.side, rule: "entity.body-of-scene")
    }

    private func isOf(_ token: Int, limit: Int) -> Bool { token < limit && ["of", "for"].contains(tokens[token].folded) }

    private mutating func unknownPerson(at start: Int, limit: Int) -> MentionDraft? {
        guard let name = nameRange(start, limit: limit), name.lowerBound == start else { return nil }
        let isGiven = scan.traits[start].isAny(of: .givenName)
        guard name.count >= 2 else { return nil }
        // In headlines capitals tell little: “Envoy Condemns Attack”.
        if !isGiven, scan.isTitled[start] || scan.isHeadline(start) { return nil }
        if let known = bearer(name), book.entities[known].kind == .person {
            gender(of: known, first: start)
            return MentionDraft(name, known, side: book.entries[known].side, rule: "entity.person-again")
        }
        if let known = withoutInitials(name) {
            let actor = lexicon.actor(known)
            let entity = book.entity(actor)
            return MentionDraft(name, entity, side: book.side(of: actor), rule: "entity.person")
        }
        let isPlace = name.allSatisfy { scan.placeKind[$0] != nil && scan.placeKind[$0] != .demonym }
        let isCued = isCued(name, limit: limit)
        guard
            isGiven && !(isPlace && !isCued) || isCued && name.count <= 4 || looksLikePerson(name) && !isPlace
                || isAloneLater(name) && !isPlace
        else { return nil }
        let text = personName(name)
        let entity = book.entity(id: "sayso:" + ActorLexicon.slug(text), name: text, kind: .person, isNamed: true)
        gender(of: entity, first: start)
        note(roleBehind: name, of: entity, limit: limit)
        return MentionDraft(name, entity, rule: isCued ? "entity.person-by-context" : "entity.person-by-name")
    }

    /// “…, a spokesman for”, “…, 42,”, “said John Doe”, “John Doe said”.
    private func isCued(_ name: Range<Int>, limit: Int) -> Bool {
        let next = name.upperBound
        if next < limit {
            if tokens[next].tag == .verb, Self.saying.contains(tokens[next].lemma.isEmpty ? tokens[next].folded : tokens[next].lemma) {
                return true
            }
            if tokens[next].text == ",", next + 1 < limit {
                if tokens[next + 1].shape == .number, next + 2 < limit, tokens[next + 2].text == "," { return true }
                for token in next + 1..<min(next + 6, limit) {
                    if tokens[token].isPunctuation { break }
                    if scan.traits[token].contains(.role) { return true }
                }
                if ["who", "whose"].contains(tokens[next + 1].folded) { return true }
            }
        }
        if name.lowerBound > 0 {
            let before = name.lowerBound - 1
            if tokens[before].tag == .verb,
                Self.saying.contains(tokens[before].lemma.isEmpty ? tokens[before].folded : tokens[before].lemma)
            {
                return true
            }
            if scan.traits[before].isAny(of: [.role, .courtesy]) { return true }
        }
        return false
    }

    /// The last word comes again by itself, as family names do.
    private func isAloneLater(_ name: Range<Int>) -> Bool {
        let last = name.upperBound - 1
        guard name.count <= 3, let unit = scan.units[scan.firstUnit[last]..<scan.firstUnit[last + 1]].last else { return false }
        // “Choi Soon-sil … Choi”: a hyphened name behind the family's.
        let first = scan.units[scan.firstUnit[name.lowerBound]..<scan.firstUnit[name.lowerBound + 1]].first
        guard scan.loneNames.contains(unit) || tokens[last].text.contains("-") && first.map(scan.loneNames.contains) ?? false else {
            return false
        }
        return name.allSatisfy {
            scan.states[$0] == nil && !scan.traits[$0].isAny(of: [.role, .title, .organisationHead, .armedHead, .governmentHead])
        }
    }

    /// Two or three words that are nothing else we know and that act.
    private func looksLikePerson(_ name: Range<Int>) -> Bool {
        guard name.count <= 3, !scan.isShouted[name.lowerBound] else { return false }
        let next = name.upperBound
        guard next < tokens.count, tokens[next].tag == .verb || tokens[next].tag == .auxiliary || tokens[next].folded == "who" else {
            return false
        }
        return name.allSatisfy { tokens[$0].tag == .properNoun && !scan.traits[$0].isAny(of: [.role, .title]) && scan.states[$0] == nil }
    }

    static let saying: Set<String> = [
        "say", "tell", "add", "claim", "note", "explain", "announce", "declare", "insist", "argue", "warn", "deny", "confirm", "state",
        "report",
        "write", "recall", "believe", "think", "ask", "reply", "acknowledge",
    ]

    /// “Maria Lopez, the ministry's spokeswoman”: what she is, so that “the spokeswoman” finds her.
    private mutating func note(roleBehind name: Range<Int>, of entity: Int, limit: Int) {
        let next = name.upperBound
        guard next + 1 < limit, tokens[next].text == "," else { return }
        for token in next + 1..<min(next + 8, limit) {
            if tokens[token].isPunctuation { break }
            if scan.traits[token].isAny(of: [.role, .title]) { book.entries[entity].roles.insert(tokens[token].folded) }
        }
    }

    /// “SIBAT”: capitals that explain themselves nowhere.
    private mutating func unknownAcronym(at start: Int) -> MentionDraft? {
        let word = tokens[start]
        guard !scan.isShouted[start], word.shape == .upper, (3...8).contains(word.text.utf8.count), word.tag == .properNoun,
            scan.traits[start].isEmpty,
            scan.placeKind[start] == nil, !word.text.utf8.contains(UInt8(ascii: "."))
        else { return nil }
        if let known = book.acronyms[scan.units[scan.firstUnit[start]]] {
            return MentionDraft(start..<start + 1, known, rule: "entity.acronym")
        }
        let entity = book.entity(id: "sayso:" + ActorLexicon.slug(word.text), name: word.text, kind: .organization)
        return MentionDraft(start..<start + 1, entity, rule: "entity.capitals")
    }
}
