import SaysoCore
import SaysoLexicon

/// What begins with a state: “Libya”, “Turkish forces”, “the Libyan Government of National Accord”, “Turkey's Foreign Ministry spokesman
/// Hami Aksoy”.
extension NameFinder {
    mutating func ofState(_ hit: NameScan.StateHit, from start: Int, limit: Int) -> MentionDraft? {
        if scan.isHyphened(hit.end) { return nil }
        let after = scan.isPossessive(hit.end) ? hit.end + 1 : hit.end
        if hit.form == .seat { return ofSeat(hit, from: start, after: after, limit: limit) }
        let government = lexicon.government(hit.state)
        if after < limit {
            // “the Libyan National Army”: the group, under the state's adjective.
            if hit.form != .people, tokens[after].isCapitalised,
                let match = scan.matches(.names, at: after, limit: min(limit, after + 10)).last,
                let found = bodyOrGroup(match.values, of: hit.state)
            {
                // “the Salvadoran Catholic Church” is not the whole of it.
                let text = personName(start..<match.end)
                let known =
                    found.state == hit.state
                    ? found
                    : Actor(
                        id: "sayso:" + ActorLexicon.slug(text), kind: found.kind, name: text, aliases: [], state: hit.state,
                        code: found.code, side: nil, days: found.days)
                let entity = book.entity(known)
                if let draft = titled(match.end, limit: limit, body: (entity, known.id, known.state), from: start) { return draft }
                return MentionDraft(start..<match.end, entity, side: book.side(of: known), rule: "entity.name")
            }
            if let draft = titled(after, limit: limit, body: (-1, government.id, hit.state), from: start) { return draft }
            if hit.form != .people, let draft = body(of: hit.state, from: start, after: after, limit: limit) { return draft }
        }
        switch hit.form {
        case .people:
            guard let civilians = lexicon.concepts.firstIndex(where: { $0.concept == "civilians" }) else { return nil }
            return MentionDraft(start..<hit.end, .nominal, book.entity(lexicon.body(civilians, of: hit.state)), rule: "entity.people")
        case .adjective:
            // “five Iraqis and a Libyan”: an adjective that ends its phrase is a person or people.
            return MentionDraft(start..<hit.end, .nominal, book.entity(government), rule: "entity.demonym")
        default:
            return MentionDraft(start..<hit.end, book.entity(government), rule: "entity.state")
        }
    }

    private func bodyOrGroup(_ values: [Int32], of state: Int) -> Actor? {
        for value in values where lexicon.names[Int(value)].shape != .lower {
            let actor = lexicon.actor(lexicon.names[Int(value)].actor)
            if actor.kind != .person, actor.kind != .outlet, actor.state == state || actor.state == nil { return actor }
        }
        return nil
    }

    /// “Ankara said”: a seat stands for its government where it says or does something, never behind a preposition of place.
    private mutating func ofSeat(_ hit: NameScan.StateHit, from start: Int, after: Int, limit: Int) -> MentionDraft? {
        let state = lexicon.states[hit.state]
        let words = scan.text(start..<hit.end)
        let isHouse = EntityBook.key(words) != EntityBook.key(state.capital)
        if !isHouse {
            if scan.placeKind[start] == .dateline { return nil }
            // “Paris said”: a woman of that name was introduced before.
            if let unit = scan.units[scan.firstUnit[start]..<scan.firstUnit[start + 1]].last, book.bearers[unit]?.isEmpty == false {
                return nil
            }
            if start > 0, Self.placePrepositions.contains(tokens[start - 1].folded) { return nil }
            guard after < limit else { return nil }
            let next = tokens[after]
            let acts = (next.tag == .verb && next.penn != .VBG && next.penn != .VBN) || next.tag == .auxiliary
            let owns = after > hit.end && (next.shape == .lower || next.isCapitalised)
            let between = start > 0 && ["between", "against"].contains(tokens[start - 1].folded)
            guard acts || owns || between else { return nil }
            if owns, let draft = body(of: hit.state, from: start, after: after, limit: limit), !acts { return draft }
        }
        let government = lexicon.government(hit.state)
        if let draft = titled(after, limit: limit, body: (-1, government.id, hit.state), from: start) { return draft }
        return MentionDraft(start..<hit.end, book.entity(government), rule: "entity.seat")
    }

    private static let placePrepositions: Set<String> = [
        "in", "at", "near", "to", "from", "of", "around", "outside", "inside", "toward", "towards", "into", "through", "over", "across",
        "on", "via", "leave", "leaving",
    ]

    /// “Turkish special forces”, “Ukraine's interior ministry”, “Peruvian National Police”.
    private mutating func body(of state: Int, from start: Int, after: Int, limit: Int) -> MentionDraft? {
        var at = after
        var skipped = 0
        while at < limit, skipped <= 3 {
            let tail = scan.matches(.tails, at: at, limit: min(limit, at + 7)).last
            let agent = scan.matches(.agents, at: at, limit: min(limit, at + 5)).last
            if let tail, let concept = tail.values.first, tail.end >= agent?.end ?? 0 {
                if let embassy = embassy(Int(concept), of: state, start..<tail.end, limit: limit) { return embassy }
                let body = book.body(Int(concept), of: state)
                return MentionDraft(start..<tail.end, .name, body.entity, side: body.side, rule: "entity.body")
            }
            if let agent, let value = agent.values.first {
                let known = lexicon.agents[Int(value / 2)]
                if let concept = known.concept {
                    let body = book.body(concept, of: state)
                    return MentionDraft(start..<agent.end, .name, body.entity, side: body.side, rule: "entity.body")
                }
                let name = phraseName(start..<agent.end, state: state)
                let entity = book.entity(
                    id: "sayso:" + ActorLexicon.slug(name), name: name, kind: known.kind(plural: value % 2 == 1), state: state)
                return MentionDraft(start..<agent.end, .nominal, entity, rule: "entity.agent-of-state")
            }
            let word = tokens[at]
            guard word.tag == .adjective || word.tag == .noun || (word.tag == .properNoun && word.shape != .lower) || word.penn == .VBN,
                !scan.isPossessive(at)
            else { return nil }
            at += 1
            skipped += 1
        }
        return nil
    }

    /// “the U.S. embassy in Nairobi”: a state has many.
    private mutating func embassy(_ concept: Int, of state: Int, _ range: Range<Int>, limit: Int) -> MentionDraft? {
        guard lexicon.concepts[concept].concept == "embassy", range.upperBound + 1 < limit, tokens[range.upperBound].folded == "in" else {
            return nil
        }
        var end = range.upperBound + 1
        while end < limit, end - range.upperBound < 5, scan.isNameLike(end) { end += 1 }
        guard end > range.upperBound + 1 else { return nil }
        let place = personName(range.upperBound + 1..<end)
        let id = ActorLexicon.slug("\(lexicon.states[state].adjective) \(tokens[range.upperBound - 1].folded) in \(place)")
        let entity = book.entity(id: "sayso:" + id, name: "\(personName(range)) in \(place)", kind: .facility, state: state, isNamed: true)
        book.entries[entity].side = book.entity(lexicon.government(state))
        return MentionDraft(range, entity, side: book.entries[entity].side, rule: "entity.embassy")
    }

    /// “Syrian hospital”: the state by its adjective, so that “Syria's hospital” is the same one.
    private func phraseName(_ range: Range<Int>, state: Int) -> String {
        var words = [lexicon.states[state].adjective]
        let end = scan.states[range.lowerBound]?.end ?? range.lowerBound + 1
        for token in end..<range.upperBound where !scan.isPossessive(token) { words.append(tokens[token].folded) }
        return words.joined(separator: " ")
    }

    /// “the armed forces of El Salvador”, “police in Kenya”.
    mutating func ofHead(_ start: Int, limit: Int) -> MentionDraft? {
        guard let match = scan.matches(.heads, at: start, limit: min(limit, start + 6)).last, let concept = match.values.first,
            match.end < limit
        else { return nil }
        let place = tokens[match.end].folded == "the" ? match.end + 1 : match.end
        guard place < limit, let hit = scan.states[place], hit.form == .name, hit.end <= limit else { return nil }
        let actor = lexicon.body(Int(concept), of: hit.state)
        var head = start
        while head + 1 < match.end, ["of", "in", "from"].contains(tokens[head + 1].folded) == false { head += 1 }
        return MentionDraft(start..<hit.end, head: head, .name, book.entity(actor), side: book.side(of: actor), rule: "entity.body-of")
    }
}
