import SaysoCore
import SaysoLexicon

/// People by title and name: “GNA Interior Minister Fathi Bashagha”, “Gen. Rafael Larios”, “President Bush”, “Turkish Foreign Minister”.
extension NameFinder {
    /// A title at `at`, with the name behind it. `body` is the state (entity −1) or organisation named before it.
    mutating func titled(_ at: Int, limit: Int, body: (entity: Int, id: String, state: Int?)?, from start: Int) -> MentionDraft? {
        guard at < limit, let title = titleRange(at, limit: limit, isOwned: body != nil) else { return nil }
        var name = nameRange(title.end, limit: limit)
        // The lexicon may know where a name ends better than its capitals tell.
        if let start = name?.lowerBound, let end = knownPerson(at: start, limit: limit), end > name?.upperBound ?? end {
            name = start..<end
        }
        if let name { return person(name, title: title, body: body, from: start) }
        // “the Russian foreign minister”: whoever holds the office that day; without a body the second pass decides.
        guard let body, title.isPerson else { return nil }
        return roleOnly(title, body: body, from: start)
    }

    private func knownPerson(at start: Int, limit: Int) -> Int? {
        scan.matches(.names, at: start, limit: min(limit, start + 8)).last { match in
            match.values.contains { lexicon.actor(lexicon.names[Int($0)].actor).kind == .person }
        }?.end
    }

    struct Title {
        let range: Range<Int>
        let end: Int
        let offices: [String]
        /// "Governor", "Mayor", "Senator": offices below the state's, which the lexicon does not hold.
        var isCivil = false
        /// The last word names a person ("minister"), not only a dignity before names.
        let isPerson: Bool
    }

    private func titleRange(_ at: Int, limit: Int, isOwned: Bool) -> Title? {
        var start = at
        // “former President”, “Acting Defense Minister”, “Deputy Foreign Minister”
        var isFormer = false
        while start < limit, start - at < 3, Self.rankWords.contains(tokens[start].folded) {
            if tokens[start].folded == "former" || tokens[start].folded.hasPrefix("ex") || tokens[start].folded == "late" {
                isFormer = true
            }
            start += 1
        }
        // “the FBI chief”: the rank is the role itself.
        if start == limit
            || start > at && scan.matches(.titles, at: start, limit: limit).isEmpty && !scan.traits[start].isAny(of: [.role, .title])
        {
            start = at
        }
        if let match = scan.matches(.titles, at: start, limit: min(limit, start + 7)).last, let value = match.values.first {
            var end = match.end
            // “Prime Minister Gen.”, “Defense Minister General”
            while end < limit, scan.traits[end].contains(.title), tokens[end].isCapitalised, nameRange(end + 1, limit: limit) != nil {
                end += 1
            }
            return Title(
                range: at..<end, end: end, offices: isFormer || start > at && !isFormer ? [] : lexicon.titles[Int(value)], isPerson: true)
        }
        // Words before the role: “army spokesman”, “police chief”, “Culture Minister”, “Human Rights Commissioner”.
        var end = start
        var last: Int?
        while end < limit, end - start < 5 {
            let word = tokens[end]
            guard word.shape != .punctuation, !scan.isPossessive(end), scan.states[end] == nil else { break }
            let isRole = scan.traits[end].isAny(of: [.role, .title])
            if isRole { last = end } else if last != nil { break }
            if !isRole {
                guard isOwned || word.isCapitalised && !scan.isShouted[end],
                    word.tag == .noun || word.tag == .adjective || word.tag == .properNoun
                else { break }
                if !isOwned, end - start > 2 { break }
            }
            end += 1
        }
        if let last {
            let isCourtesyLike = scan.traits[last].contains(.title)
            // Bare “leader Smith” needs its name; “General” alone is an adjective as often as not.
            guard isOwned || isCourtesyLike || tokens[start].shape == .lower && scan.traits[start].contains(.role) else { return nil }
            let word = tokens[last].folded.split(separator: ".").first.map(String.init) ?? ""
            return Title(
                range: at..<last + 1, end: last + 1, offices: [], isCivil: Self.civil.contains(word),
                isPerson: scan.traits[last].contains(.role))
        }
        if scan.traits[start].contains(.courtesy), tokens[start].isCapitalised {
            return Title(range: at..<start + 1, end: start + 1, offices: [], isPerson: false)
        }
        return nil
    }

    private static let civil: Set<String> = [
        "governor", "gov", "mayor", "senator", "sen", "rep", "representative", "sheriff", "judge", "officer", "detective", "congressman",
    ]
    private static let rankWords: Set<String> = [
        "former", "ex", "late", "acting", "deputy", "first", "chief", "senior", "top", "vice", "assistant", "interim", "caretaker", "then",
        "outgoing", "incoming", "new", "assassinated",
    ]

    /// Up to five name-like tokens: “Manuel Antonio Noriega”, “Ursula von der Leyen”, “J. Edgar Hoover”.
    func nameRange(_ at: Int, limit: Int) -> Range<Int>? {
        var start = at
        while start < limit, start - at < 3, scan.traits[start].contains(.courtesy), tokens[start].isCapitalised { start += 1 }
        var end = start
        let most = start < limit && scan.isShouted[start] ? 4 : 5
        while end < limit, end - start < most {
            if scan.isNameLike(end), end == start || scan.states[end] == nil || scan.states[end]?.form == .seat {
                // “President Bush Monday”: days and months are no names, nor is a new title.
                if Self.calendar.contains(tokens[end].folded) { break }
                if scan.isTitled[end], tokens[end].tag != .properNoun { break }
                if scan.traits[end].isAny(of: .anyHead), end > start { break }
                if end == start, scan.traits[end].isAny(of: [.role, .title]), !scan.traits[end].isAny(of: .givenName) { break }
                if end > start, scan.traits[end].contains(.role), tokens[end].shape != .capitalised || scan.isShouted[end] { break }
                end += 1
            } else if end > start, scan.isShouted[end], scan.traits[end].isEmpty, scan.traits[end - 1].isAny(of: .givenName),
                tokens[end].shape == .upper,
                tokens[end].tag == .noun || tokens[end].tag == .adjective || tokens[end].tag == .other, scan.states[end] == nil,
                scan.matches(.agents, at: end, limit: limit).isEmpty
            {
                // “PRESIDENT ALFREDO CRISTIANI”: the tagger doubts a name in capitals that it has not met.
                end += 1
            } else if end > start, end + 1 < limit, Self.particles.contains(tokens[end].folded), scan.isNameLike(end + 1) {
                end += 1
            } else {
                break
            }
        }
        while end > start, Self.particles.contains(tokens[end - 1].folded) { end -= 1 }
        guard end > start, scan.states[start] == nil || end - start > 1 && scan.states[start]?.form != .adjective else { return nil }
        return start..<end
    }

    static let particles: Set<String> = [
        "de", "la", "del", "bin", "ibn", "ben", "al", "el", "van", "von", "der", "den", "da", "dos", "do", "di", "y", "abu", "ould", "ag",
        "zu", "ter",
    ]
    static let calendar: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "june",
        "july", "august",
        "september", "october", "november", "december", "today", "yesterday", "tomorrow", "tonight",
    ]

    private mutating func person(_ name: Range<Int>, title: Title, body: (entity: Int, id: String, state: Int?)?, from start: Int)
        -> MentionDraft?
    {
        let whole = start..<name.upperBound
        var side = body.flatMap { $0.entity >= 0 ? $0.entity : $0.state.map { book.entity(lexicon.government($0)) } }
        let entity: Int
        if let match = scan.matches(.names, at: name.lowerBound, limit: name.upperBound).last(where: { $0.end == name.upperBound }),
            let known = match.values.map({ lexicon.names[Int($0)].actor }).first(where: {
                lexicon.actor($0).kind == .person && fits($0, body)
            })
        {
            let actor = lexicon.actor(known)
            entity = book.entity(actor)
            side = side ?? book.side(of: actor)
        } else if let known = bearer(name) {
            entity = known
        } else if let known = withoutInitials(name), fits(known, body) {
            let actor = lexicon.actor(known)
            entity = book.entity(actor)
            side = side ?? book.side(of: actor)
        } else if let known = holder(name, title: title, body: body) {
            let actor = lexicon.actor(known)
            entity = book.entity(actor)
            side = side ?? book.side(of: actor)
        } else {
            let text = personName(name)
            entity = book.entity(id: "sayso:" + ActorLexicon.slug(text), name: text, kind: .person, state: body?.state, isNamed: true)
            book.entries[entity].side = side
        }
        gender(of: entity, first: name.lowerBound)
        for token in title.range {
            book.entries[entity].roles.insert(tokens[token].folded)
            if ["mrs", "mrs.", "ms", "ms.", "miss", "spokeswoman", "queen", "princess", "lady"].contains(tokens[token].folded) {
                book.entries[entity].gender = .femaleName
            }
            if ["mr", "mr.", "king", "prince", "lord", "spokesman", "gen.", "father"].contains(tokens[token].folded) {
                book.entries[entity].gender = .maleName
            }
        }
        book.addSurface(scan.text(name), to: entity)
        if book.entries[entity].side == nil { book.entries[entity].side = side }
        let after = scan.isPossessive(name.upperBound) ? name.upperBound + 1 : name.upperBound
        let state = body?.state ?? book.entries[entity].state
        let limit = scan.sentenceRange(of: start).upperBound
        if let draft = Following(scan: scan).forces(
            of: entity, side: side, state: state, range: whole, after: after, limit: limit, book: &book)
        {
            return draft
        }
        return MentionDraft(whole, entity, side: side, rule: "entity.title-name")
    }

    /// A name as a person's: shouted names are written as names are.
    func personName(_ range: Range<Int>) -> String {
        range.map { index in
            let word = tokens[index]
            guard scan.isShouted[index], word.shape == .upper, word.text.utf8.count > 1 else { return word.text }
            if Self.particles.contains(word.folded) { return word.text.lowercased() }
            return word.text.split(separator: "-", omittingEmptySubsequences: false).map { $0.prefix(1) + $0.dropFirst().lowercased() }
                .joined(separator: "-")
        }.joined(separator: " ")
    }

    /// “John F. Kerry” is John Kerry.
    func withoutInitials(_ name: Range<Int>) -> Int? {
        var units: [UInt64] = []
        var left = 0
        for token in name {
            if token > name.lowerBound, tokens[token].text.utf8.count <= 2, tokens[token].isCapitalised {
                left += 1
                continue
            }
            units += scan.units[scan.firstUnit[token]..<scan.firstUnit[token + 1]]
        }
        guard left > 0, units.count > 1, let match = lexicon.matches(.names, units, from: 0, to: units.count).last, match.end == units.count
        else { return nil }
        return match.values.map { lexicon.names[Int($0)].actor }.first { lexicon.actor($0).kind == .person }
    }

    private func fits(_ actor: Int, _ body: (entity: Int, id: String, state: Int?)?) -> Bool {
        guard let body, let state = body.state, let own = lexicon.actor(actor).state else { return true }
        return state == own || body.entity >= 0
    }

    /// Somebody named before who bears all the words of this name.
    func bearer(_ name: Range<Int>) -> Int? {
        var common: [Int]?
        for token in name {
            for unit in scan.units[scan.firstUnit[token]..<scan.firstUnit[token + 1]] {
                let known = book.bearers[unit] ?? []
                common = common.map { $0.filter(known.contains) } ?? known
            }
        }
        return common?.last
    }

    /// “President Bush”, “Prime Minister Netanyahu”: by office, name and day.
    private func holder(_ name: Range<Int>, title: Title, body: (entity: Int, id: String, state: Int?)?) -> Int? {
        guard name.count <= 2, let last = scan.units[scan.firstUnit[name.lowerBound]..<scan.firstUnit[name.upperBound]].last else {
            return nil
        }
        let people = lexicon.people(surname: last)
        guard !people.isEmpty else { return nil }
        let asked = Set(title.offices)
        var best: (actor: Int, score: Double)?
        for number in people {
            let actor = lexicon.actor(number)
            if name.count > 1 { continue }
            let inOffice = actor.terms.contains { asked.contains($0.office) && $0.holds(on: day) }
            let isThere = body.map { $0.state == actor.state || $0.id == actor.side } ?? (geography.weight(actor.state) > 0 || inOffice)
            // “Mr Blair” is in office that day; “Gov. Brown” or “Gen. Haftar” only somebody of a state that the report speaks of.
            let isPlausible =
                actor.terms.isEmpty ? day.map { actor.days.contains($0) } ?? true : day != nil && actor.terms.contains { $0.holds(on: day) }
            guard isThere, inOffice || asked.isEmpty && isPlausible && geography.weight(actor.state) > 0 && !title.isCivil else { continue }
            let score = (inOffice ? 2 : 0) + min(geography.weight(actor.state), 3)
            if best == nil || score > best?.score ?? 0 { best = (number, score) }
        }
        return best?.actor
    }

    private mutating func roleOnly(_ title: Title, body: (entity: Int, id: String, state: Int?), from start: Int) -> MentionDraft {
        let whole = start..<title.end
        let side = body.entity >= 0 ? body.entity : body.state.map { book.entity(lexicon.government($0)) }
        let holders = day == nil ? [] : lexicon.holders(of: title.offices, body: body.id, on: day)
        if holders.count == 1, let holder = holders.first {
            let entity = book.entity(lexicon.actor(holder))
            for token in title.range { book.entries[entity].roles.insert(tokens[token].folded) }
            return MentionDraft(whole, .nominal, entity, side: side, rule: "entity.office")
        }
        // Somebody of this side who was given the title elsewhere in the report.
        let words = Set(title.range.map { tokens[$0].folded })
        let recent = book.entities.indices.suffix(200)
        if side != nil,
            let known = recent.last(where: {
                book.entities[$0].kind == .person && book.entries[$0].side == side && words.isSubset(of: book.entries[$0].roles)
            })
        {
            return MentionDraft(whole, .nominal, known, side: side, rule: "entity.role-of")
        }
        let role = title.range.map { tokens[$0].folded }.joined(separator: " ")
        let owner = body.entity >= 0 ? book.entities[body.entity].name : body.state.map { lexicon.states[$0].adjective } ?? ""
        let name = "\(owner) \(role)"
        // “an Iraqi official said”: the government's voice.
        if let last = title.range.last, ["official", "diplomat"].contains(tokens[last].folded), let side {
            return MentionDraft(whole, .nominal, side, rule: "entity.officials")
        }
        let isPlural = role.hasSuffix("s") && !role.hasSuffix("ss") || role.hasSuffix("men")
        if isPlural, let side { return MentionDraft(whole, .nominal, side, rule: "entity.officials") }
        let entity = book.entity(id: "sayso:" + ActorLexicon.slug(name), name: name, kind: .person, state: body.state)
        book.entries[entity].roles.formUnion(words)
        book.entries[entity].side = side
        return MentionDraft(whole, .nominal, entity, side: side, rule: "entity.role")
    }
}
