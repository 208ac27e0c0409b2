import SaysoCore
import SaysoLexicon

/// What a candidate looks like, in words that a linear model can weigh. Training and reading use this one list.
struct TriggerFeatures {
    let finder: TriggerFinder

    func features(of trigger: EventTrigger, isReported: Bool, in context: ClaimContext) -> [String] {
        let document = context.document
        let tokens = document.tokens
        let lemma = tokens[trigger.token].lemma
        let lexical = "\(trigger.form.rawValue):\(trigger.rule == TriggerFinder.unlisted ? "none" : trigger.type.rawValue)"
        var out = [
            "bias", "form=\(trigger.form.rawValue)", "rule=\(trigger.rule.name)", "lex=\(lexical)", "lem=\(trigger.form.rawValue):\(lemma)",
            isReported ? "reported" : "unreported",
        ]
        if let mode = trigger.mode { out.append("mode=\(mode)") }
        if isCue(trigger, in: context) { out.append("cue"); out.append("cue&lex=\(lexical)") }
        if let sentence = document.sentence(ofToken: trigger.token), document.sentences[sentence].isHeadline { out.append("headline") }
        if let index = trigger.clause { clause(document.clauses[index], trigger, lexical: lexical, into: &out, in: context) }
        if trigger.form == .noun { noun(trigger, lexical: lexical, into: &out, in: context) }
        tree(trigger, lexical: lexical, into: &out, in: context)
        event(trigger, lexical: lexical, into: &out, in: context)
        report(trigger, into: &out, in: context)
        for people in document.people where people.tokens.overlaps(trigger.evidence) { out.append("people=\(people.role)") }
        for mention in document.equipment where mention.tokens.overlaps(trigger.evidence) { out.append("equipment=\(mention.kind)") }
        for token in trigger.evidence where token != trigger.token {
            switch tokens[token].tag {
            case .noun, .adjective, .verb: out.append("bag=\(tokens[token].lemma)")
            default: continue
            }
        }
        return out
    }

    private func clause(_ clause: Clause, _ trigger: EventTrigger, lexical: String, into out: inout [String], in context: ClaimContext) {
        let document = context.document
        let group = context.group(of: clause)
        out.append("kind=\(clause.kind.rawValue)")
        out.append("kind&lex=\(clause.kind.rawValue)&\(lexical)")
        out.append("form&tense=\(group.form.rawValue)&\(group.tense.rawValue)")
        out.append("verb=\(context.lemma(ofVerbIn: clause))")
        if group.isPassive { out.append("passive&lex=\(lexical)") }
        if group.isNegated { out.append("negated") }
        if let modal = group.modal { out.append("modal=\(modal)") }
        let lemma = document.tokens[trigger.token].lemma
        for (role, chunks) in [("subject", clause.subjects), ("object", clause.objects)] {
            if chunks.isEmpty { out.append("no-\(role)"); out.append("no-\(role)&lem=\(lemma)") }
            for chunk in chunks.prefix(2) { phrase(role, chunk, lemma: lemma, into: &out, in: context) }
        }
        for oblique in clause.obliques.prefix(3) {
            let word = document.tokens[oblique.preposition].folded
            out.append("prep=\(word)&lem=\(lemma)")
            phrase("obl-\(word)", oblique.chunk, lemma: lemma, into: &out, in: context)
        }
    }

    /// What a phrase is: its head, the event its noun tells of, whether a party or a place stands there.
    private func phrase(_ role: String, _ chunk: Int, lemma: String, into out: inout [String], in context: ClaimContext) {
        let document = context.document
        let head = document.chunks[chunk].head
        out.append("\(role)=\(document.tokens[head].tag == .properNoun ? "NAME" : document.tokens[head].lemma)")
        if let reading = finder.nounReading(chunk, in: context) { out.append("\(role)-event=\(reading.type.rawValue)") }
        if let mention = context.mention(at: head) {
            let kind = document.entities[document.mentions[mention].entity].kind.rawValue
            out.append("\(role)-kind=\(kind)")
            out.append("\(role)-kind&lem=\(kind)&\(lemma)")
        }
        if context.place(at: head) != nil { out.append("\(role)-place&lem=\(lemma)") }
    }

    /// What the language model makes of the word, in steps of one logit; and whether another word of the evidence suits it better.
    private func event(_ trigger: EventTrigger, lexical: String, into out: inout [String], in context: ClaimContext) {
        func step(_ score: Float) -> Int { Int(min(max(score, -5), 6).rounded(.down)) }
        guard let event = context.eventWord(at: trigger.token), let best = event.scores.max() else {
            out.append("ev=none")
            return
        }
        for (type, score) in zip(EventType.allCases, event.scores) where score > -5 { out.append("ev=\(type.rawValue):\(step(score))") }
        let type = zip(EventType.allCases, event.scores).first { $1 == best }?.0.rawValue ?? ""
        out += ["evmax=\(step(best))", "evbest=\(type)", "evbest&lex=\(type)&\(lexical)", "evmax&form=\(step(best))&\(trigger.rule.name)"]
        let rivals = trigger.evidence.filter { $0 != trigger.token }.compactMap { context.eventWord(at: $0)?.scores.max() }
        if let rival = rivals.max() { out.append("evrival=\(step(rival - best))") } else { out.append("evrival=none") }
    }

    /// Where in the report it stands, and whether the report tells of such an event elsewhere: a noun that only points back tells nothing new.
    private func report(_ trigger: EventTrigger, into out: inout [String], in context: ClaimContext) {
        let document = context.document
        let sentence = document.sentence(ofToken: trigger.token) ?? 0
        out.append("pos=\(SlotContext.step(sentence))&\(trigger.form.rawValue)")
        let lemma = document.tokens[trigger.token].lemma
        let own = context.eventWord(at: trigger.token).flatMap { event in event.scores.indices.max { event.scores[$0] < event.scores[$1] } }
        var before = 0, after = 0, alike = 0, sure = 0
        for event in document.eventWords {
            guard let best = event.scores.indices.max(by: { event.scores[$0] < event.scores[$1] }), event.scores[best] > 0 else { continue }
            sure += 1
            if event.token == trigger.token || best != own { continue }
            if event.token < trigger.token { before += 1 } else { after += 1 }
            if document.tokens[event.token].lemma == lemma, event.token < trigger.token { alike += 1 }
        }
        out += [
            "before=\(SlotContext.step(before))&\(trigger.form.rawValue)", "after=\(SlotContext.step(after))&\(trigger.form.rawValue)",
            "alike=\(SlotContext.step(alike))&\(trigger.form.rawValue)", "dense=\(min(4, 4 * sure / max(1, document.sentences.count)))",
        ]
        let around = [sentence - 1, sentence + 1].filter(document.sentences.indices.contains).map { document.sentences[$0].tokens }
        let best = around.flatMap { tokens in tokens.compactMap { context.eventWord(at: $0)?.scores.max() } }.max()
        out.append("around=\(best.map { $0 > 1 ? "sure" : $0 > -1 ? "may" : "no" } ?? "no")")
    }

    /// What the trigger hangs on, and what hangs on it.
    private func tree(_ trigger: EventTrigger, lexical: String, into out: inout [String], in context: ClaimContext) {
        let document = context.document
        func word(_ token: Int) -> String { document.tokens[token].tag == .properNoun ? "NAME" : document.tokens[token].lemma }
        if let above = context.paths.head(of: trigger.token) {
            out += ["dep=\(above.relation)&\(lexical)", "up=\(above.relation):\(word(above.head))"]
        } else {
            out.append("dep=root&\(lexical)")
        }
        guard let sentence = document.sentence(ofToken: trigger.token) else { return }
        let lemma = document.tokens[trigger.token].lemma
        for child in context.paths.children(of: trigger.token, within: document.sentences[sentence].tokens).prefix(8) where child.label != "punct" {
            out += ["kid=\(child.label)&\(lexical)", "kid=\(child.label)&\(lemma)", "kid=\(child.label):\(word(child.token))"]
        }
    }

    private func noun(_ trigger: EventTrigger, lexical: String, into out: inout [String], in context: ClaimContext) {
        let document = context.document
        let chunk = document.chunks[trigger.chunk]
        let first = document.tokens[chunk.tokens.lowerBound]
        let determiner = first.tag == .determiner || first.tag == .pronoun ? first.folded : "-"
        out.append("det=\(determiner)&\(trigger.rule.name)")
        out.append("det&lex=\(determiner)&\(lexical)")
        for phrase in context.phrases(after: trigger.chunk) { out.append("phrase=\(phrase.word)&lex=\(lexical)") }
        if chunk.tokens.contains(where: { context.mention(at: $0) != nil }) { out.append("party-before") }
        if chunk.tokens.lowerBound > 0 { out.append("before=\(document.tokens[chunk.tokens.lowerBound - 1].folded)") }
    }

    private func isCue(_ trigger: EventTrigger, in context: ClaimContext) -> Bool {
        let head = context.document.tokens[trigger.token].span
        return context.document.attributions.contains { $0.cue.contains { $0.span.overlaps(head) } }
    }
}
