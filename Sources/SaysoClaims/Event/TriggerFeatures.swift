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
