import SaysoCore

/// How real an event is in its clause: from mood, tense, negation, and the if-clause beside it (CLAIMS.md, `modality`).
struct ModalityReader {
    struct Verdict {
        var modality: Modality
        var condition: Range<Int>?
        /// The verb speaks of what is to come ("will", "would", "plans to").
        var isAhead: Bool
        /// "should", "must", "has to": somebody ought to do it.
        var isDemanded: Bool
        var rule: Rule
    }

    func verdict(for trigger: EventTrigger, isReported: Bool, in context: ClaimContext) -> Verdict {
        guard let index = trigger.clause else {
            return Verdict(modality: .occurred, condition: nil, isAhead: false, isDemanded: false, rule: "modality.headline")
        }
        var verdict = clause(index, isReported: isReported, depth: 0, in: context)
        // A noun that no verb carries tells of something that is there, whatever its clause says (“… the attack will be investigated”).
        if trigger.rule == "event.noun-free" {
            verdict = Verdict(modality: .occurred, condition: nil, isAhead: false, isDemanded: false, rule: "modality.noun")
        }
        // “The council condemns …”: said is done.
        if verdict.modality == .ongoing, trigger.form == .verb, Self.performed.contains(trigger.type), verdict.rule == "modality.present" {
            verdict.modality = .occurred
            verdict.rule = "modality.performative"
        }
        if trigger.form == .noun, let doubt = doubted(trigger, in: context) { verdict = doubt }
        if verdict.modality != .negated, isNegatedByDeterminer(trigger, in: context) {
            verdict.modality = .negated
            verdict.rule = "modality.no"
        }
        if let condition = condition(of: index, in: context) {
            if verdict.isAhead || verdict.isDemanded || verdict.modality == .possible || verdict.modality == .planned {
                verdict.modality = .conditional
                verdict.condition = condition
                verdict.rule = "modality.condition"
            }
        }
        return verdict
    }

    private static let performed: Set<EventType> = [.accuse, .support, .request, .reject, .agree, .concede]

    // MARK: The clause

    private func clause(_ index: Int, isReported: Bool, depth: Int, in context: ClaimContext) -> Verdict {
        let clause = context.document.clauses[index]
        let group = context.group(of: clause)
        func verdict(_ modality: Modality, ahead: Bool = false, demanded: Bool = false, _ rule: Rule) -> Verdict {
            Verdict(modality: modality, condition: nil, isAhead: ahead, isDemanded: demanded, rule: rule)
        }
        if clause.kind == .conditional { return verdict(.conditional, ahead: true, "modality.inside-condition") }
        if let modal = group.modal {
            switch modal {
            case "may", "might", "could", "can":
                return verdict(group.isNegated ? .negated : .possible, "modality.modal")
            case "should", "must", "ought", "shall", "need":
                return verdict(group.isNegated ? .negated : .planned, ahead: true, demanded: true, "modality.must")
            case "would", "'d":
                // In reported speech “would” is “will” put back (sequence of tenses); elsewhere it is a condition left unsaid.
                return verdict(group.isNegated ? .negated : (isReported ? .planned : .possible), ahead: true, "modality.would")
            case "will", "'ll", "wo": return verdict(group.isNegated ? .negated : .planned, ahead: true, "modality.will")
            default: return verdict(group.isNegated ? .negated : .possible, "modality.modal")
            }
        }
        if group.tense == .future { return verdict(group.isNegated ? .negated : .planned, ahead: true, "modality.future") }
        if group.isNegated { return verdict(.negated, "modality.not") }
        if isDoubtful(clause, in: context) { return verdict(.possible, "modality.adverb") }
        switch group.form {
        case .infinitive: return infinitive(clause, isReported: isReported, depth: depth, in: context)
        case .pastParticiple where clause.kind != .participle: return verdict(.occurred, "modality.past")
        case .participle, .pastParticiple:
            if group.form == .participle, clause.marker == nil, clause.parent == nil { return verdict(.ongoing, "modality.participle") }
            // “killing six”: as real as the clause it hangs on; “warplanes carrying bombs”: as told.
            guard group.form == .participle, clause.kind == .participle, clause.objects.isEmpty || clause.subjects.isEmpty,
                let parent = clause.parent, depth < 4
            else { return verdict(.occurred, "modality.participle") }
            var inherited = self.clause(parent, isReported: isReported, depth: depth + 1, in: context)
            inherited.rule = "modality.participle"
            return inherited
        case .finite:
            if group.isProgressive { return verdict(.ongoing, "modality.progressive") }
            if group.tense == .present && !group.isPerfect { return present(clause, group, in: context) }
            return verdict(isHabitual(clause, in: context) ? .habitual : .occurred, "modality.past")
        }
    }

    /// Headlines tell the past in the present (“Army takes base”); running text tells what goes on.
    private func present(_ clause: Clause, _ group: VerbGroup, in context: ClaimContext) -> Verdict {
        let sentence = context.document.sentence(ofToken: context.document.chunks[clause.verb].head)
        let isHeadline = sentence.map { context.document.sentences[$0].isHeadline } ?? false
        let modality: Modality = isHeadline ? .occurred : (isHabitual(clause, in: context) ? .habitual : .ongoing)
        return Verdict(modality: modality, condition: nil, isAhead: false, isDemanded: false, rule: isHeadline ? "modality.headline" : "modality.present")
    }

    /// “managed to take” took; “vowed to take”, “to take”: is still to come.
    private func infinitive(_ clause: Clause, isReported: Bool, depth: Int, in context: ClaimContext) -> Verdict {
        guard let parent = clause.parent, depth < 4 else {
            return Verdict(modality: .planned, condition: nil, isAhead: true, isDemanded: false, rule: "modality.infinitive")
        }
        let lemma = context.lemma(ofVerbIn: context.document.clauses[parent])
        if Self.implicative.contains(lemma) {
            var inherited = self.clause(parent, isReported: isReported, depth: depth + 1, in: context)
            inherited.rule = "modality.implicative"
            return inherited
        }
        if Self.failing.contains(lemma) {
            return Verdict(modality: .negated, condition: nil, isAhead: false, isDemanded: false, rule: "modality.implicative")
        }
        if Self.continuing.contains(lemma) {
            let group = context.group(of: context.document.clauses[parent])
            let past = group.tense == .past && lemma != "continue"
            return Verdict(modality: past ? .occurred : .ongoing, condition: nil, isAhead: false, isDemanded: false, rule: "modality.aspect")
        }
        return Verdict(
            modality: .planned, condition: nil, isAhead: true, isDemanded: Self.demanding.contains(lemma), rule: "modality.infinitive")
    }

    private static let implicative: Set<String> = ["manage", "help", "serve", "force", "happen", "rush", "go", "use", "allow", "enable", "come", "compel", "let"]
    private static let failing: Set<String> = ["fail", "refuse", "decline", "forget", "neglect"]
    private static let continuing: Set<String> = ["continue", "begin", "start"]
    private static let demanding: Set<String> = ["urge", "ask", "order", "call", "demand", "tell", "instruct", "press", "require", "request", "beg", "exhort"]

    // MARK: Signs beside the verb

    private func isDoubtful(_ clause: Clause, in context: ClaimContext) -> Bool {
        let verb = context.document.chunks[clause.verb].tokens
        let tokens = context.document.tokens
        for token in max(0, verb.lowerBound - 3)..<min(tokens.count, verb.upperBound + 1) where Self.doubt.contains(tokens[token].folded) { return true }
        return false
    }

    private static let doubt: Set<String> = ["possibly", "perhaps", "maybe", "probably", "likely", "presumably", "apparently"]

    private func isHabitual(_ clause: Clause, in context: ClaimContext) -> Bool {
        context.document.tokens[clause.tokens.clamped(to: 0..<context.document.tokens.count)].contains { Self.habit.contains($0.folded) }
    }

    private static let habit: Set<String> = ["often", "frequently", "usually", "regularly", "routinely", "frequent", "sometimes", "rarely", "habitually", "daily"]

    private func isNegatedByDeterminer(_ trigger: EventTrigger, in context: ClaimContext) -> Bool {
        let tokens = context.document.tokens
        if trigger.form == .noun { return context.document.chunks[trigger.chunk].tokens.contains { tokens[$0].folded == "no" } }
        guard let clause = trigger.clause.map({ context.document.clauses[$0] }) else { return false }
        // “No one was hurt”, “none of the injured”
        return clause.subjects.contains { subject in
            context.document.chunks[subject].tokens.contains { ["no", "none", "nobody", "neither", "nothing"].contains(tokens[$0].folded) }
        }
    }

    /// “a possible attack”, “planned strikes”, “the threat of an attack”
    private func doubted(_ trigger: EventTrigger, in context: ClaimContext) -> Verdict? {
        let tokens = context.document.tokens
        let chunk = context.document.chunks[trigger.chunk]
        for token in chunk.tokens {
            switch tokens[token].folded {
            case "possible", "potential", "suspected", "alleged", "apparent", "feared":
                return Verdict(modality: .possible, condition: nil, isAhead: false, isDemanded: false, rule: "modality.adjective")
            case "ongoing", "continuing", "current", "continued":
                return Verdict(modality: .ongoing, condition: nil, isAhead: false, isDemanded: false, rule: "modality.adjective")
            case "planned", "imminent", "future", "further", "upcoming", "impending":
                return Verdict(modality: .planned, condition: nil, isAhead: true, isDemanded: false, rule: "modality.adjective")
            default: continue
            }
        }
        return nil
    }

    // MARK: Conditions

    /// The if-clause or "in case of …" phrase of the sentence that this clause depends on.
    private func condition(of index: Int, in context: ClaimContext) -> Range<Int>? {
        let document = context.document
        guard let sentence = document.sentence(ofToken: document.chunks[document.clauses[index].verb].head) else { return nil }
        for other in context.clauses(ofSentence: sentence) where other != index {
            let candidate = document.clauses[other]
            guard candidate.kind == .conditional, let marker = candidate.marker else { continue }
            // “… says it will respond if attacked” – but not across another speaker's full clause far away.
            return marker..<candidate.tokens.upperBound
        }
        let words = document.sentences[sentence].tokens
        return context.paths.condition(of: document.chunks[document.clauses[index].verb].head, within: words) ?? nominalCondition(in: words, context)
    }

    private func nominalCondition(in range: Range<Int>, _ context: ClaimContext) -> Range<Int>? {
        let tokens = context.document.tokens
        for start in range where tokens[start].folded == "in" && start + 2 < range.upperBound {
            let (noun, of) = tokens[start + 1].folded == "the" ? (start + 2, start + 3) : (start + 1, start + 2)
            guard of < range.upperBound, tokens[noun].folded == "case" || tokens[noun].folded == "event", tokens[of].folded == "of" else { continue }
            let end = (of..<range.upperBound).first { tokens[$0].folded == "," } ?? range.upperBound
            return start..<end
        }
        return nil
    }
}
