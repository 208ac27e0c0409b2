import SaysoCore
import SaysoLexicon

/// Finds what a document tells of attacks: each telling an ``Incident`` of its own. ``IncidentMerger`` puts those of one attack together.
struct IncidentFinder {
    let lexicon: IncidentLexicon
    let view: CodingView
    private let fillers: SlotFiller
    /// The clauses that hold a noun group as subject or object.
    private let holders: [Int: [Int]]

    init(lexicon: IncidentLexicon, words: CodingWords, view: CodingView) {
        self.lexicon = lexicon
        self.view = view
        fillers = SlotFiller(lexicon: lexicon, words: words, view: view)
        var holders: [Int: [Int]] = [:]
        for (index, clause) in view.clauses.enumerated() {
            for chunk in clause.subjects + clause.objects { holders[chunk, default: []].append(index) }
        }
        self.holders = holders
    }

    func incidents() -> [Incident] {
        var found: [(token: Int, incident: Incident)] = []
        for index in view.clauses.indices {
            if let incident = ofVerb(index) ?? responsibility(index) { found.append((view.head(of: view.clauses[index]), incident)) }
        }
        for index in view.chunks.indices where view.chunks[index].kind == .noun {
            if let incident = ofNoun(index) { found.append((view.chunks[index].head, incident)) }
        }
        for people in view.document.people {
            if let incident = ofPeople(people) { found.append((people.trigger, incident)) }
        }
        return found.sorted { $0.token < $1.token }.map(\.incident)
    }

    // MARK: Verbs

    private func ofVerb(_ index: Int) -> Incident? {
        let clause = view.clauses[index]
        let head = view.head(of: clause)
        let verb = lexicon.verb(view.tokens[head].lemma).first { view.follow($0.words.dropFirst(), after: head) }
        guard let trigger = verb ?? state(behind: head), var incident = draft(trigger, at: head, clause: clause) else { return nil }
        let agents = phrases(clause, ["by"])
        switch trigger.roles {
        case .victim:
            fillers.undergo(clause.subjects, in: &incident)
        case .thing:
            fillers.use(clause.subjects, in: &incident)
        case _ where view.isPassive(clause):
            fillers.undergo(clause.subjects + (clause.kind == .participle ? clause.objects : []), in: &incident)
            fillers.act(agents, in: &incident)
        default:
            fillers.act(clause.subjects, in: &incident)
            fillers.undergo(clause.objects, in: &incident)
            fillers.undergo(phrases(clause, ["at", "on", "against", "upon"]), in: &incident)
        }
        if trigger.type == .bombing { fillers.undergo(phrases(clause, Self.beside) + fronts(clause), things: true, in: &incident) }
        fillers.use(phrases(clause, ["with", "using", "by"]), in: &incident)
        return incident
    }

    /// Where a bomb goes off is what it is meant for.
    private static let beside: Set<String> = ["in", "at", "near", "outside", "inside", "against", "on", "under", "behind", "beside", "to"]

    /// “in front of *a hotel*”
    private func fronts(_ clause: Clause) -> [Int] {
        zip(clause.obliques, clause.obliques.dropFirst()).compactMap { front, behind in
            view.tokens[view.chunks[front.chunk].head].folded == "front" && word(behind) == "of" ? behind.chunk : nil
        }
    }

    /// “were *dead*”, “was *shot*” where the tagger saw a noun
    private func state(behind head: Int) -> IncidentLexicon.Trigger? {
        let next = head + 1
        guard view.tokens[head].lemma == "be", next < view.tokens.count else { return nil }
        return lexicon.state(view.tokens[next].folded)
    }

    private func phrases(_ clause: Clause, _ words: Set<String>) -> [Int] {
        clause.obliques.filter { words.contains(word($0)) }.map(\.chunk)
    }
    private func word(_ oblique: Clause.Oblique) -> String { view.tokens[oblique.preposition].folded }

    // MARK: Nouns

    private func ofNoun(_ chunk: Int) -> Incident? {
        let head = view.chunks[chunk].head
        guard let trigger = lexicon.noun(view.tokens[head].lemma).first(where: { view.precede($0.words, endingAt: head) }),
            var incident = draft(trigger, at: head, clause: nil)
        else { return nil }
        let phrases = view.phrases(after: chunk)
        func behind(_ words: Set<String>) -> [Int] { phrases.filter { words.contains($0.word) }.map(\.chunk) }
        fillers.act(behind(["by"]) + doers(of: chunk), in: &incident)
        let isDamage = view.tokens[head].lemma == "damage"
        fillers.undergo(
            behind(isDamage ? ["to"] : trigger.type == .bombing ? Self.beside : ["of", "against", "on", "at"]), things: isDamage,
            in: &incident)
        if trigger.type == .bombing { fillers.use([chunk], in: &incident) }
        return incident
    }

    /// “*Rebels* staged an attack”, “the attack was carried out by *rebels*”
    private func doers(of chunk: Int) -> [Int] {
        for index in holders[chunk] ?? [] {
            let clause = view.clauses[index]
            guard lexicon.answer(view.tokens[view.head(of: clause)].lemma) == .does else { continue }
            return view.isPassive(clause) ? phrases(clause, ["by"]) : clause.objects.contains(chunk) ? clause.subjects : []
        }
        return []
    }

    // MARK: People

    /// “left two guards dead”: people counted by what befell them, whatever the grammar.
    private func ofPeople(_ people: PeopleMention) -> Incident? {
        guard let type = Self.befell[people.role] else { return nil }
        let trigger = IncidentLexicon.Trigger(words: [], type: type, roles: .victim, isGeneric: false, isEffect: type == .attack)
        guard var incident = draft(trigger, at: people.trigger, clause: nil) else { return nil }
        var last = -1
        for token in people.tokens {
            guard token != people.trigger, let chunk = view.chunk(at: token), chunk != last, view.chunks[chunk].kind == .noun else {
                continue
            }
            last = chunk
            fillers.undergo([chunk], in: &incident)
        }
        return incident.victims.isEmpty || incident.isDoubtful ? nil : incident
    }

    private static let befell: [String: IncidentType] = ["killed": .attack, "injured": .attack, "abducted": .kidnapping]

    // MARK: Who answers for it

    /// “The front *claimed responsibility* for”, “police *blamed* the cartel for”: tells of an attack only through those who did it.
    private func responsibility(_ index: Int) -> Incident? {
        let clause = view.clauses[index]
        let head = view.head(of: clause)
        guard let sentence = view.document.sentence(ofToken: head), let kind = answer(clause), !view.group(of: clause).isNegated else {
            return nil
        }
        var incident = Incident(.attack, sentence: sentence)
        (incident.isGeneric, incident.isAnswer) = (true, true)
        switch kind {
        case .admits:
            guard clause.objects.contains(where: { view.tokens[view.chunks[$0].head].folded == "responsibility" }) else { return nil }
            incident.confidence = .admitted
            fillers.act(clause.subjects, in: &incident)
        case .accuses:
            let isByAuthorities = clause.subjects.contains { subject in
                view.mention(at: view.chunks[subject].head).map { mention in
                    [.government, .organization, .armedGroup].contains(view.document.entities[mention.entity].kind)
                } ?? false
            }
            incident.confidence = isByAuthorities ? .accusedByAuthorities : .accused
            let accused =
                (view.isPassive(clause) || isResponsible(clause) ? clause.subjects : clause.objects) + phrases(clause, ["to", "on"])
            let namesDeed = phrases(clause, ["for", "of", "in", "with"]).contains {
                !lexicon.noun(view.tokens[view.chunks[$0].head].lemma).isEmpty
            }
            if namesDeed { fillers.act(accused, in: &incident) } else { fillers.accuse(accused, in: &incident) }
        case .does: return nil
        }
        incident.weapons = []
        incident.victims = []
        return incident.organisations.isEmpty && incident.individuals.isEmpty ? nil : incident
    }

    private func answer(_ clause: Clause) -> IncidentLexicon.Answer? {
        isResponsible(clause) ? .accuses : lexicon.answer(view.tokens[view.head(of: clause)].lemma)
    }

    /// “is responsible for”
    private func isResponsible(_ clause: Clause) -> Bool {
        let head = view.head(of: clause)
        return view.tokens[head].lemma == "be" && view.follow(["responsible"], after: head, gap: 2)
    }

    // MARK: What the claims know

    /// Nil where the words do not tell of something that happened, was tried or threatened: by the claim that holds them, else by the verb's
    /// own form.
    private func draft(_ trigger: IncidentLexicon.Trigger, at token: Int, clause: Clause?) -> Incident? {
        guard let sentence = view.document.sentence(ofToken: token) else { return nil }
        let span = view.tokens[token].span
        let claims = view.claims(ofSentence: sentence)
        var incident = Incident(trigger.type, sentence: sentence)
        incident.isGeneric = trigger.isGeneric
        incident.isEffect = trigger.isEffect
        fillers.scan(view.document.sentences[sentence].tokens, in: &incident)
        guard let claim = claims.first(where: { $0.evidence.contains { $0.span.contains(span) } }) else {
            guard clause.map(isTold) ?? true else { return nil }
            incident.isDoubtful = true
            setScene(claims.first, in: &incident)
            return incident
        }
        switch claim.modality {
        case .negated, .habitual, .conditional: return nil
        case .planned where claim.stance == .threatens: incident.stage = .threatened
        case .planned: return nil
        default: break
        }
        setScene(claim, in: &incident)
        incident.confidence = confidence(of: claim)
        return incident
    }

    private func setScene(_ claim: Claim?, in incident: inout Incident) {
        guard let claim else { return }
        incident.time = claim.event.time
        incident.place = claim.event.place
        incident.hasOwnTime = claim.event.time != nil && !claim.findings.contains { $0.field == "time" && $0.isElsewhere }
        incident.hasOwnPlace = claim.event.place != nil && !claim.findings.contains { $0.field == "place" && $0.isElsewhere }
    }

    /// Past or perfect, and not denied.
    private func isTold(_ clause: Clause) -> Bool {
        let group = view.group(of: clause)
        if group.isNegated || group.modal != nil || group.tense == .future || clause.kind == .conditional { return false }
        return group.form != .infinitive && (group.tense == .past || group.isPerfect || group.isPassive || group.form != .finite)
    }

    private func confidence(of claim: Claim) -> Incident.Confidence {
        if claim.stance == .confirms { return .admitted }
        if claim.modality == .possible { return .possible }
        guard claim.stance == .accuses, let root = claim.chain.last, let voice = view.document.attributions.first(where: { $0.id == root })
        else { return .fact }
        switch voice.speaker?.kind {
        case .government, .organization, .armedGroup: return .accusedByAuthorities
        default: return .accused
        }
    }
}
