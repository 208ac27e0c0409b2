import SaysoCore
import SaysoLexicon

/// First pass: everybody who is called by a name. Walks once from left to right and takes at each token the reading that reaches farthest.
struct NameFinder {
    let scan: NameScan
    let geography: Geography
    let day: Int?
    var book: EntityBook
    /// What the language model takes for names, by first token.
    let named: [Int: NameSpan]
    private(set) var drafts: [MentionDraft] = []

    init(scan: NameScan, geography: Geography) {
        self.scan = scan
        self.geography = geography
        day = scan.document.report.published?.day.ordinal
        book = EntityBook(lexicon: scan.lexicon)
        named = Dictionary(scan.document.names.map { ($0.tokens.lowerBound, $0) }, uniquingKeysWith: { first, _ in first })
    }

    var lexicon: ActorLexicon { scan.lexicon }
    var tokens: [Token] { scan.tokens }

    mutating func find() {
        for sentence in scan.document.sentences {
            var at = sentence.tokens.lowerBound
            while at < sentence.tokens.upperBound {
                guard scan.firstUnit[at] < scan.firstUnit[at + 1], let draft = draft(at: at, limit: sentence.tokens.upperBound) else {
                    at += 1
                    continue
                }
                note(draft)
                at = max(draft.tokens.upperBound, at + 1)
                if let end = acronym(behind: draft, limit: sentence.tokens.upperBound) { at = end }
            }
        }
    }

    private mutating func draft(at start: Int, limit: Int) -> MentionDraft? {
        let state = scan.states[start].flatMap { $0.end <= limit ? $0 : nil }
        let name = known(at: start, limit: limit)
        if let name, name.end >= state?.end ?? 0 { return ofKnown(name, from: start, limit: limit) }
        if let state { return ofState(state, from: start, limit: limit) }
        if let draft = ofHead(start, limit: limit) { return draft }
        if let draft = titled(start, limit: limit, body: nil, from: start) { return draft }
        return unknown(at: start, limit: limit)
    }

    mutating func note(_ draft: MentionDraft) {
        drafts.append(draft)
        book.addSurface(scan.text(draft.tokens), to: draft.entity)
    }

    /// “the Patriotic Front of Liberation (FPL)”: the report explains its abbreviation.
    private mutating func acronym(behind draft: MentionDraft, limit: Int) -> Int? {
        let end = draft.tokens.upperBound
        guard end + 2 < limit, tokens[end].text == "(" || tokens[end].text == "[",
            tokens[end + 2].text == ")" || tokens[end + 2].text == "]"
        else { return nil }
        let word = tokens[end + 1]
        guard word.shape == .upper || word.shape == .mixed, scan.firstUnit[end + 1] < scan.firstUnit[end + 2], draft.form == .name else {
            return nil
        }
        book.acronyms[scan.units[scan.firstUnit[end + 1]]] = draft.entity
        note(MentionDraft(end + 1..<end + 2, draft.entity, side: draft.side, rule: "entity.acronym"))
        return end + 3
    }

    // MARK: Names of the lexicon

    struct Known {
        let end: Int
        let actor: Int
    }

    private func known(at start: Int, limit: Int) -> Known? {
        for match in scan.matches(.names, at: start, limit: min(limit, start + 14)).reversed() {
            if let actor = choose(match.values, start..<match.end) { return Known(end: match.end, actor: actor) }
        }
        return nil
    }

    /// Which bearer of a name is meant, if it is a name here at all.
    private func choose(_ values: [Int32], _ range: Range<Int>) -> Int? {
        var best: (actor: Int, score: Double)?
        for value in values {
            let name = lexicon.names[Int(value)]
            guard isWritten(name, range) else { continue }
            let actor = lexicon.actor(name.actor)
            let weight = geography.weight(actor.state)
            if name.shape == .lower, weight == 0 { continue }
            // “Khalid” of “Khalid Mansour” is no king.
            if actor.kind == .person, range.count == 1,
                scan.traits[range.lowerBound].isAny(of: .givenName) || isFollowedByName(range.upperBound)
            {
                continue
            }
            // Three letters of a far country mean something else; the world's own (“FBI”) do not.
            let isFar = weight == 0 && actor.state != nil && actor.kind != .outlet && !actor.id.hasPrefix("wikidata:")
            if name.shape == .acronym, isFar, tokens[range.lowerBound].text.utf8.count < 4 { continue }
            var score = min(weight, 4)
            if actor.id.hasPrefix("wikidata:") { score += 0.5 }
            if lexicon.isDated(name.actor) {
                score -= 1
                if actor.kind == .person, isFollowedByName(range.upperBound) { continue }
            }
            if let day {
                if !actor.days.contains(day) { score -= 3 }
                if actor.terms.contains(where: { !$0.office.isEmpty }) { score += actor.terms.contains { $0.holds(on: day) } ? 2 : -1 }
            }
            if best == nil || score > best?.score ?? 0 { best = (name.actor, score) }
        }
        return best?.actor
    }

    /// “FAMa”, “FARC-EP”, but not “al-Sadr”.
    private func isMostlyCapitals(_ token: Int) -> Bool {
        var (upper, lower) = (0, 0)
        for byte in tokens[token].text.utf8 {
            if byte >= UInt8(ascii: "A"), byte <= UInt8(ascii: "Z") {
                upper += 1
            } else if byte >= UInt8(ascii: "a"), byte <= UInt8(ascii: "z") {
                lower += 1
            }
        }
        return upper >= 2 && upper > lower
    }

    private func isFollowedByName(_ token: Int) -> Bool {
        token < tokens.count && scan.isNameLike(token) && !scan.isShouted[token] && scan.states[token] == nil
            && !Self.calendar.contains(tokens[token].folded)
    }

    private func isWritten(_ name: ActorLexicon.Name, _ range: Range<Int>) -> Bool {
        let first = range.lowerBound
        let isShouted = scan.isShouted[first]
        if name.needsArticle {
            let inside = tokens[first].folded
            let before = first > 0 ? tokens[first - 1].folded : ""
            guard inside.hasPrefix("al-") || inside.hasPrefix("el-") || before == "the" || before == "al" || before == "el" else {
                return false
            }
        }
        let isSingle = range.count == 1
        switch name.shape {
        case .acronym:
            let word = tokens[first]
            if isShouted {
                return !(isSingle && scan.traits[first].contains(.guarded)) && word.text.utf8.count > 2 || word.text == "UN"
                    || word.text == "EU"
            }
            return word.shape == .upper || word.shape == .mixed && isMostlyCapitals(first)
                || word.shape == .capitalised && word.text.utf8.count > 4
        case .lower:
            return true
        case .name:
            if isSingle, scan.traits[first].contains(.guarded) {
                if isShouted || !tokens[first].isCapitalised { return false }
                if scan.sentenceRange(of: first).lowerBound == first { return false }
                if name.needsArticle, first > 0, tokens[first - 1].shape == .lower { return false }
            }
            if isShouted { return true }
            // “of”, “and”, “al” stay small inside a name; everything else must be written large.
            var capitals = 0
            for token in range {
                if tokens[token].isCapitalised || tokens[token].shape == .number { capitals += 1 }
            }
            return tokens[first].shape != .lower && capitals * 2 >= range.count || capitals > 0 && capitals + 1 >= range.count
        }
    }

    private mutating func ofKnown(_ name: Known, from start: Int, limit: Int) -> MentionDraft {
        let actor = lexicon.actor(name.actor)
        let entity = book.entity(actor)
        let side = book.side(of: actor)
        let after = scan.isPossessive(name.end) ? name.end + 1 : name.end
        if actor.kind == .person {
            if let draft = Following(scan: scan).forces(
                of: entity, side: side, state: actor.state, range: start..<name.end, after: after, limit: limit, book: &book)
            {
                return draft
            }
            gender(of: entity, first: start)
            return MentionDraft(start..<name.end, entity, side: side, rule: "entity.person")
        }
        if let draft = titled(after, limit: limit, body: (entity, actor.id, actor.state), from: start) { return draft }
        if actor.kind != .outlet, let end = memberWords(after, limit: limit) {
            return MentionDraft(start..<end, entity, side: side, rule: "entity.members")
        }
        return MentionDraft(start..<name.end, entity, side: side, rule: "entity.name")
    }

    /// “FMLN guerrillas”, “Hamas officials”: its people are the group.
    private func memberWords(_ at: Int, limit: Int) -> Int? {
        guard at < limit else { return nil }
        var start = at
        // “Hezbollah suicide bombers”, “Taliban armed men”
        if start + 1 < limit, tokens[start].shape == .lower, tokens[start].tag == .adjective { start += 1 }
        guard start < limit, let match = scan.matches(.agents, at: start, limit: min(limit, start + 4)).last, let value = match.values.first
        else { return nil }
        let agent = lexicon.agents[Int(value / 2)]
        switch agent.code.prefix(3) {
        case "MIL", "REB", "UAF", "COP", "GOV", "SEP": break
        default: return Self.memberNouns.contains(tokens[match.end - 1].folded) ? match.end : nil
        }
        return value % 2 == 1 || agent.concept != nil ? match.end : nil
    }

    private static let memberNouns: Set<String> = [
        "members", "leaders", "forces", "movement", "organization", "group", "party", "supporters", "inspectors",
    ]

    mutating func gender(of entity: Int, first token: Int) {
        let trait = scan.traits[token].intersection(.givenName)
        if book.entries[entity].gender.isEmpty, trait != .givenName { book.entries[entity].gender = trait }
    }
}
