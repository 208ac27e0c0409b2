import SaysoCore
import SaysoLexicon

/// Second pass: everybody who is not called by a full name – “Haftar”, “the guerrillas”, “police”, “his forces”, “he”.
///
/// Walks again from left to right with the names of the first pass at hand, so that each word looks back at who was spoken of last.
struct NominalFinder {
    let scan: NameScan
    let geography: Geography
    let day: Int?
    var book: EntityBook
    /// Sorted by place; grows as the walk goes on.
    private(set) var drafts: [MentionDraft] = []
    private var named: [MentionDraft]
    private var nextNamed = 0
    /// Index into `drafts` of the first mention of each sentence met so far.
    private(set) var firstOfSentence: [Int32: Int] = [:]
    let rebelCounts: [Int: Int]

    init(_ names: NameFinder) {
        scan = names.scan
        geography = names.geography
        day = names.day
        book = names.book
        let same = names.book.samePeople()
        named = names.drafts.map { draft in
            var draft = draft
            if let person = same[draft.entity] { draft.entity = person }
            return draft
        }
        // How often each armed group was named: “the rebels” are those most spoken of.
        var counts: [Int: Int] = [:]
        let fighting: Set<String> = ["REB", "UAF", "SEP", "INS", "RAD"]
        for draft in named
        where names.book.entities[draft.entity].kind == .armedGroup && fighting.contains(names.book.entries[draft.entity].code) {
            counts[draft.entity, default: 0] += 1
        }
        rebelCounts = counts
    }

    /// Names that the walk has not reached yet.
    var upcoming: ArraySlice<MentionDraft> { named[min(nextNamed, named.count)...] }

    var tokens: [Token] { scan.tokens }
    var lexicon: ActorLexicon { scan.lexicon }

    mutating func find() {
        for (number, sentence) in scan.document.sentences.enumerated() {
            firstOfSentence[Int32(number)] = drafts.count
            var at = sentence.tokens.lowerBound
            while at < sentence.tokens.upperBound {
                if nextNamed < named.count, named[nextNamed].tokens.lowerBound <= at {
                    let draft = named[nextNamed]
                    nextNamed += 1
                    if draft.tokens.lowerBound == at {
                        drafts.append(draft)
                        at = max(at + 1, draft.tokens.upperBound)
                    }
                    continue
                }
                let limit =
                    nextNamed < named.count
                    ? min(sentence.tokens.upperBound, named[nextNamed].tokens.lowerBound) : sentence.tokens.upperBound
                if let draft = draft(at: at, limit: max(limit, at + 1), sentence: Int32(number)) {
                    drafts.append(draft)
                    if draft.form != .pronoun { book.addSurface(scan.text(draft.tokens), to: draft.entity) }
                    at = max(at + 1, draft.tokens.upperBound)
                } else {
                    at += 1
                }
            }
        }
    }

    private mutating func draft(at start: Int, limit: Int, sentence: Int32) -> MentionDraft? {
        let word = tokens[start]
        if word.isPunctuation || word.shape == .number { return nil }
        if word.tag == .pronoun || word.tag == .determiner, let draft = pronoun(at: start, limit: limit, sentence: sentence) {
            return draft
        }
        if let draft = surname(at: start, limit: limit) { return draft }
        return agent(at: start, limit: limit, sentence: sentence)
    }

    // MARK: Surnames

    private mutating func surname(at start: Int, limit: Int) -> MentionDraft? {
        guard scan.firstUnit[start] < scan.firstUnit[start + 1],
            scan.isNameLike(start) || tokens[start].isCapitalised && !scan.isShouted[start]
        else { return nil }
        if let acronym = book.acronyms[scan.units[scan.firstUnit[start]]], tokens[start].shape == .upper {
            return MentionDraft(start..<start + 1, acronym, rule: "entity.acronym")
        }
        guard !scan.traits[start].isAny(of: [.title, .courtesy]), scan.states[start] == nil,
            !NameFinder.calendar.contains(tokens[start].folded)
        else { return nil }
        var end = start
        var bearers: [Int] = []
        while end < limit {
            let units = scan.units[scan.firstUnit[end]..<scan.firstUnit[end + 1]]
            if units.isEmpty { if end > start || !NameFinder.particles.contains(tokens[end].folded) { break } }
            var here = bearers
            for unit in units {
                let known = book.bearers[unit] ?? []
                here = end == start && here.isEmpty ? known : here.filter(known.contains)
            }
            if here.isEmpty || end > start && !scan.isNameLike(end) && !NameFinder.particles.contains(tokens[end].folded) { break }
            bearers = here
            end += 1
        }
        if end > start, let person = latest(of: bearers), isFamilyName(start..<end, of: person) {
            return owned(MentionDraft(start..<end, person, side: book.entries[person].side, rule: "entity.surname"), limit: limit)
        }
        // “Putin”: in office that day, of a state that the report speaks of.
        guard scan.isNameLike(start), !(scan.isShouted[start] && scan.traits[start].contains(.guarded)),
            let unit = scan.units[scan.firstUnit[start]..<scan.firstUnit[start + 1]].last
        else { return nil }
        if scan.placeKind[start] != nil { return nil }
        if start + 1 < limit, scan.isNameLike(start + 1), scan.states[start + 1] == nil { return nil }
        let isPartOfName = start > 0 && scan.isNameLike(start - 1) && scan.sentenceOf[start - 1] == scan.sentenceOf[start]
        if isPartOfName, !scan.traits[start - 1].isAny(of: [.title, .courtesy]) { return nil }
        var best: (actor: Int, weight: Double)?
        for number in lexicon.people(surname: unit) {
            let actor = lexicon.actor(number)
            let weight = geography.weight(actor.state)
            let isThen =
                actor.terms.isEmpty ? day.map({ actor.days.contains($0) }) ?? true : actor.terms.contains(where: { $0.holds(on: day) })
            guard weight > 0, isThen else { continue }
            if scan.traits[start].contains(.guarded), scan.sentenceRange(of: start).lowerBound == start { continue }
            if best == nil || weight > best?.weight ?? 0 { best = (number, weight) }
        }
        guard let best else { return nil }
        let actor = lexicon.actor(best.actor)
        let entity = book.entity(actor)
        return owned(MentionDraft(start..<start + 1, entity, side: book.side(of: actor), rule: "entity.surname-in-office"), limit: limit)
    }

    /// “Haftar's forces” where only the surname stands.
    private mutating func owned(_ draft: MentionDraft, limit: Int) -> MentionDraft {
        let end = draft.tokens.upperBound
        let after = scan.isPossessive(end) ? end + 1 : end
        let state = book.entries[draft.entity].state
        return Following(scan: scan).forces(
            of: draft.entity, side: draft.side, state: state, range: draft.tokens, after: after, limit: limit, book: &book) ?? draft
    }

    private func latest(of bearers: [Int]) -> Int? {
        if bearers.count <= 1 { return bearers.first }
        for draft in drafts.suffix(300).reversed() where bearers.contains(draft.entity) { return draft.entity }
        for draft in upcoming.prefix(300) where bearers.contains(draft.entity) { return draft.entity }
        return bearers.last
    }

    /// A given name alone stands for its bearer only where the report does so with few people: “Saddam”, “Yulia”. Particles never do.
    private func isFamilyName(_ range: Range<Int>, of person: Int) -> Bool {
        guard range.count == 1, let token = range.first else { return true }
        if NameFinder.particles.contains(tokens[token].folded) { return false }
        guard tokens[token].text.utf8.count > 2 || tokens[token].shape == .capitalised else { return false }
        if scan.traits[token].contains(.guarded), scan.isShouted[token] || scan.sentenceRange(of: token).lowerBound == token {
            return tokens[token].tag == .properNoun
        }
        return true
    }
}
