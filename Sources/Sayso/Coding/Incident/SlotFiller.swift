import SaysoCore
import SaysoLexicon

/// Sorts noun groups into the slots of an ``Incident``: people to victims or perpetrators, buildings to targets, bombs to weapons.
struct SlotFiller {
    private let lexicon: IncidentLexicon
    private let words: CodingWords
    private let view: CodingView
    /// A name-mention for each group that has one: “the guerrillas” may stand for it.
    private let nameOfGroup: [Int: Range<Int>]
    /// The longest name of each person, without titles.
    private let nameOfPerson: [Int: Range<Int>]

    init(lexicon: IncidentLexicon, words: CodingWords, view: CodingView) {
        self.lexicon = lexicon
        self.words = words
        self.view = view
        var nameOfGroup: [Int: Range<Int>] = [:]
        var nameOfPerson: [Int: Range<Int>] = [:]
        for mention in view.document.mentions where mention.form == .name {
            switch view.document.entities[mention.entity].kind {
            case .armedGroup:
                let isPeople = [.person, .perpetrator, .military].contains(lexicon.slot(view.tokens[mention.head].lemma))
                if nameOfGroup[mention.entity] == nil, !isPeople { nameOfGroup[mention.entity] = mention.tokens }
            case .person:
                let last = mention.tokens.last {
                    words.holds(view.tokens[$0].folded, .title) || lexicon.slot(view.tokens[$0].folded) == .person
                }
                let name = (last.map { $0 + 1 } ?? mention.tokens.lowerBound)..<mention.tokens.upperBound
                if name.count > nameOfPerson[mention.entity]?.count ?? 0 { nameOfPerson[mention.entity] = name }
            default: continue
            }
        }
        self.nameOfGroup = nameOfGroup
        self.nameOfPerson = nameOfPerson
    }

    /// Who did it.
    func act(_ chunks: [Int], in incident: inout Incident) {
        for chunk in chunks.map(whom) {
            switch slot(of: chunk) {
            case .weapon?: Incident.add([filler(chunk)], to: &incident.weapons)
            case .organisation?: accuse([chunk], in: &incident)
            case .person?, .perpetrator?, .military?:
                Incident.add([filler(chunk, isDoer: true)], to: &incident.individuals)
                Incident.add(organisations(inside: chunk, confidence: incident.confidence), to: &incident.organisations)
            default: continue
            }
        }
    }

    /// On whose behalf.
    func accuse(_ chunks: [Int], in incident: inout Incident) {
        for chunk in chunks.map(whom) where slot(of: chunk) == .organisation {
            var organisation = filler(chunk)
            organisation.confidence = incident.confidence
            Incident.add([organisation], to: &incident.organisations)
        }
    }

    /// Whom or what it befell.
    func undergo(_ chunks: [Int], things: Bool = false, in incident: inout Incident) {
        for chunk in chunks.map(whom) {
            switch slot(of: chunk) {
            case .person? where !things: Incident.add([filler(chunk)], to: &incident.victims)
            case .military? where !things:
                var soldiers = filler(chunk)
                soldiers.isMilitary = true
                Incident.add([soldiers], to: &incident.victims)
            case .target? where !isMartial(chunk): Incident.add([filler(chunk)], to: &incident.targets)
            case .weapon?: Incident.add([filler(chunk)], to: &incident.weapons)
            default: continue
            }
        }
    }

    /// Who or what stands in the same sentence without a verb of its own: weapons of the deed, and those who may have done it.
    func scan(_ sentence: Range<Int>, in incident: inout Incident) {
        var last = -1
        for token in sentence {
            guard let chunk = view.chunk(at: token), chunk != last, view.chunks[chunk].kind == .noun else { continue }
            last = chunk
            switch slot(of: chunk) {
            case .weapon?: Incident.add([filler(chunk)], to: &incident.weaponsNearby)
            case .perpetrator?: Incident.add([filler(chunk, isDoer: true)], to: &incident.doersNearby)
            default: break
            }
            // An army that is named beside an attack is as likely its victim.
            guard !lexicon.isStateBody(view.tokens[view.chunks[chunk].head].lemma) else { continue }
            for inner in organisations(inside: chunk, confidence: .fact) { Incident.add([inner], to: &incident.organisationsNearby) }
        }
    }

    /// With what.
    func use(_ chunks: [Int], in incident: inout Incident) {
        for chunk in chunks where slot(of: chunk) == .weapon { Incident.add([filler(chunk)], to: &incident.weapons) }
    }

    /// “*FMLN* guerrillas”, “members of *the FMLN*”, and whom “the guerrillas” stand for.
    private func organisations(inside chunk: Int, confidence: Incident.Confidence) -> [Incident.Filler] {
        let group = view.chunks[chunk]
        var found: [Incident.Filler] = []
        let behind = view.phrases(after: chunk).first.flatMap { $0.word == "of" ? [$0.chunk] : nil } ?? []
        for range in [group.tokens] + behind.map({ view.chunks[$0].tokens }) {
            for token in range {
                guard let mention = view.mention(at: token), mention.form == .name, mention.tokens.lowerBound == token,
                    view.document.entities[mention.entity].kind == .armedGroup, isBody(mention)
                else { continue }
                found.append(Incident.Filler(words: [text(mention.tokens)], entity: mention.entity, isName: true, confidence: confidence))
            }
        }
        if found.isEmpty, let mention = view.mention(at: group.head), let name = nameOfGroup[mention.entity] {
            found.append(Incident.Filler(words: [text(name)], entity: mention.entity, isName: true, confidence: confidence))
        }
        return found
    }

    /// “military installations”, “rebel camps”: what armies attack of one another is no target of the codebook's.
    private func isMartial(_ chunk: Int) -> Bool { view.chunks[chunk].tokens.contains { words.holds(view.tokens[$0].folded, .martial) } }

    /// “the FMLN”, not “FMLN terrorists”: people are no organisation.
    private func isBody(_ mention: Mention) -> Bool {
        switch lexicon.slot(view.tokens[mention.head].lemma) {
        case .person?, .perpetrator?, .military?: false
        default: true
        }
    }

    // MARK: Noun groups

    /// “a group of *terrorists*”: the phrase behind says who.
    private func whom(_ chunk: Int) -> Int {
        guard words.holds(view.tokens[view.chunks[chunk].head].lemma, .measure), view.tokens[view.chunks[chunk].head].lemma != "leader",
            view.tokens[view.chunks[chunk].head].lemma != "member", let part = view.phrases(after: chunk).first, part.word == "of",
            slot(of: part.chunk) != nil
        else { return chunk }
        return part.chunk
    }

    func slot(of chunk: Int) -> IncidentLexicon.Slot? {
        let head = view.chunks[chunk].head
        if view.tokens[head].tag == .pronoun { return nil }
        if let slot = lexicon.slot(view.tokens[head].lemma) ?? lexicon.slot(view.tokens[head].folded) { return slot }
        if personalName(in: chunk) != nil { return .person }
        guard let mention = view.mention(at: head) else { return nil }
        switch view.document.entities[mention.entity].kind {
        case .person, .population, .unnamed: return .person
        case .armedGroup, .organization: return mention.form == .name ? .organisation : .perpetrator
        case .facility: return .target
        case .equipment: return .weapon
        default: return nil
        }
    }

    /// Of a person the name alone; of all others the group without what only counts or praises them.
    private func filler(_ chunk: Int, isDoer: Bool = false) -> Incident.Filler {
        let group = view.chunks[chunk]
        let entity = view.mention(at: group.head)?.entity
        if let name = personalName(in: chunk) {
            return Incident.Filler(words: [text(fullName(entity, beside: name))], entity: entity, isName: true)
        }
        // “the victim, *Juan Diaz*,”
        if !isDoer, let name = apposition(behind: chunk) {
            return Incident.Filler(words: [text(name.tokens)], entity: name.entity, isName: true)
        }
        let isName = lexicon.slot(view.tokens[group.head].lemma) == nil && view.mention(at: group.head).map { $0.form == .name } ?? false
        var range = isName ? group.tokens : trimmed(group)
        // “members of the front”
        if isDoer, view.tokens[group.head].lemma == "member", let part = view.phrases(after: chunk).first, part.word == "of" {
            range = range.lowerBound..<view.chunks[part.chunk].tokens.upperBound
        }
        var filler = Incident.Filler(words: [text(range)], entity: entity, isName: isName)
        let isCounted = group.tokens.contains { view.tokens[$0].tag == .numeral }
        filler.isVague =
            range.lowerBound == group.head && (lexicon.isVague(view.tokens[group.head].lemma) || isNationality(group.head)) && !isCounted
            && view.tokens[group.head].penn == .NNS
        return filler
    }

    /// The end of the group behind its last title: “former governor *Antonio Roldan*”.
    private func personalName(in chunk: Int) -> Range<Int>? {
        let group = view.chunks[chunk]
        guard lexicon.slot(view.tokens[group.head].lemma) == nil else { return nil }
        let mention = view.mention(at: group.head)
        let isKnown = mention.map { $0.form == .name && view.document.entities[$0.entity].kind == .person } ?? false
        let low = group.tokens.lowerBound
        var start = low
        for token in group.tokens.dropLast() {
            let word = view.tokens[token]
            let isTitle = words.holds(word.folded, .title) || lexicon.slot(word.folded) == .person
            if isTitle || word.tag == .determiner || word.isPunctuation { start = token + 1 }
        }
        guard isKnown || (start > low && words.holds(view.tokens[start - 1].folded, .title)) else { return nil }
        if isKnown, let mention, mention.tokens.lowerBound > start, mention.tokens.upperBound == group.tokens.upperBound,
            !words.holds(view.tokens[mention.tokens.lowerBound].folded, .title)
        {
            start = mention.tokens.lowerBound
        }
        return start < group.tokens.upperBound ? start..<group.tokens.upperBound : nil
    }

    /// “Delgado” where the report calls him “Hector Delgado Parker” elsewhere.
    private func fullName(_ entity: Int?, beside name: Range<Int>) -> Range<Int> {
        guard let entity, let full = nameOfPerson[entity], full.count > name.count else { return name }
        return full
    }

    private func apposition(behind chunk: Int) -> Mention? {
        let end = view.chunks[chunk].tokens.upperBound
        guard end + 1 < view.tokens.count, view.tokens[end].folded == ",", let next = view.chunk(at: end + 1),
            let mention = view.mention(at: view.chunks[next].head), mention.form == .name,
            view.document.entities[mention.entity].kind == .person, view.chunks[next].tokens.upperBound < view.tokens.count,
            view.tokens[view.chunks[next].tokens.upperBound].isPunctuation
        else { return nil }
        return mention
    }

    private func trimmed(_ group: Chunk) -> Range<Int> {
        var low = group.tokens.lowerBound
        while low < group.head {
            let word = view.tokens[low]
            let isLoose =
                word.tag == .determiner || word.tag == .numeral || word.isPunctuation || word.penn == .PRPS
                || words.holds(word.folded, .loose) || words.holds(word.folded, .praise)
            guard isLoose || isNationality(low) else { break }
            low += 1
        }
        return low..<group.tokens.upperBound
    }

    private func isNationality(_ token: Int) -> Bool {
        let span = view.tokens[token].span
        let index = view.document.places.partitionIndex { $0.span.end > span.start }
        return index < view.document.places.count && view.document.places[index].kind == .demonym
            && view.document.places[index].span.contains(span)
    }

    private func text(_ range: Range<Int>) -> String {
        var low = range.lowerBound
        while low + 1 < range.upperBound, view.tokens[low].tag == .determiner || view.tokens[low].isPunctuation { low += 1 }
        return PartyWords.flat(view.document.text.words(view.document.span(low..<range.upperBound)))
    }
}
