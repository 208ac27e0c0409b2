import SaysoCore
import SaysoLexicon

/// Who did it, and to whom: from the grammar around the trigger.
struct PartyFinder {
    struct Parties {
        var actor: [Entity] = []
        var recipient: [Entity] = []
        var findings: [Finding] = []
    }

    func parties(of trigger: EventTrigger, in context: ClaimContext) -> Parties {
        var parties = trigger.form == .noun ? ofNoun(trigger, in: context) : ofVerb(trigger, in: context)
        // Nobody does a thing to himself by mistake of ours: one entity on both sides is the actor's.
        parties.recipient.removeAll { entity in parties.actor.contains { $0.id == entity.id } }
        if trigger.type == .consult, parties.recipient.isEmpty, parties.actor.count > 1 {
            // “A and B met”: both are actors, as it should be.
        }
        return parties
    }

    // MARK: Verbs

    private func ofVerb(_ trigger: EventTrigger, in context: ClaimContext) -> Parties {
        guard let index = trigger.clause else { return Parties() }
        let clause = context.document.clauses[index]
        let group = context.group(of: clause)
        let isPassive = group.isPassive || (group.form == .pastParticiple && clause.kind == .participle)
        var parties = Parties()
        let agents = clause.obliques.filter { word($0, in: context) == "by" }.flatMap { entities($0.chunk, in: context) }
        let subjects = clause.subjects.flatMap { entities($0, in: context) }
        let objects = clause.objects.flatMap { entities($0, in: context) }
        let rule: Rule = isPassive ? "parties.passive" : "parties.active"

        switch trigger.roles {
        case .victim:
            parties.recipient = subjects
        case .thing:
            parties.recipient = obliqueEntities(clause, Self.toWhom, in: context)
        case .subjectToObject where isPassive:
            parties.actor = agents
            parties.recipient = subjects + objects
        case .subjectToObject:
            parties.actor = subjects
            parties.recipient = objects.isEmpty ? obliqueEntities(clause, Self.toWhom, in: context) : objects
            // “supplied arms to Haftar”: what is given stands as the object, the one who gets it behind “to” or “for”.
            if trigger.type == .aid {
                let receivers = obliqueEntities(clause, ["to", "for"], in: context)
                if !receivers.isEmpty { parties.recipient = receivers }
            }
        case .subject:
            if isPassive { parties.actor = agents } else { parties.actor = subjects }
            parties.recipient = obliqueEntities(clause, Self.toWhom, in: context)
            if parties.recipient.isEmpty, trigger.type != .mobilize, trigger.type != .retreat { parties.recipient = objects }
        case .mutual:
            parties.actor = isPassive ? agents : subjects
            parties.recipient = obliqueEntities(clause, ["with", "to"], in: context) + objects
        case .ofUndergoes, .ofDoes:
            parties.actor = subjects
        }
        if isPassive, trigger.roles == .subjectToObject, trigger.type == .aid {
            let receivers = obliqueEntities(clause, ["to", "for"], in: context)
            if !receivers.isEmpty { parties.recipient = receivers }
        }
        splitClash(trigger, &parties)
        if !parties.actor.isEmpty { parties.findings.append(Finding("actor", rule: rule, words: words(parties.actor, in: context, near: trigger))) }
        if !parties.recipient.isEmpty { parties.findings.append(Finding("recipient", rule: rule, words: words(parties.recipient, in: context, near: trigger))) }
        return parties
    }

    /// A clash: the first named is actor, the other recipient (CLAIMS.md).
    private func splitClash(_ trigger: EventTrigger, _ parties: inout Parties) {
        guard trigger.type == .assault, trigger.roles == .subject || trigger.roles == .ofUndergoes, parties.recipient.isEmpty, parties.actor.count == 2 else { return }
        parties.recipient = [parties.actor.removeLast()]
    }

    // MARK: Nouns

    private func ofNoun(_ trigger: EventTrigger, in context: ClaimContext) -> Parties {
        var parties = Parties()
        let document = context.document
        let chunk = document.chunks[trigger.chunk]
        // “Israeli air strikes”, “Haftar's offensive”: who stands before the noun does it – unless it is undergone (“Kennedy's assassination”).
        let before = entities(inTokens: chunk.tokens.lowerBound..<trigger.token, in: context)
        let phrases = phrases(after: trigger.chunk, in: context)
        let byPhrase = phrases.filter { $0.word == "by" }.flatMap { entities($0.chunk, in: context) }
        let ofPhrase = phrases.filter { $0.word == "of" }.flatMap { entities($0.chunk, in: context) }
        let onPhrase = phrases.filter { Self.toWhom.contains($0.word) && $0.word != "of" }.flatMap { entities($0.chunk, in: context) }
        let between = phrases.filter { $0.word == "between" || $0.word == "among" }.flatMap { entities($0.chunk, in: context) }

        if !between.isEmpty {
            parties.actor = between
        } else {
            switch trigger.roles {
            case .ofDoes:
                parties.actor = byPhrase + ofPhrase + before
                parties.recipient = onPhrase
            case .mutual:
                parties.actor = before + byPhrase
                parties.recipient = phrases.filter { ["with", "to"].contains($0.word) }.flatMap { entities($0.chunk, in: context) }
            default:
                parties.actor = byPhrase.isEmpty ? before : byPhrase
                parties.recipient = onPhrase.isEmpty ? ofPhrase : onPhrase
                if !byPhrase.isEmpty, parties.recipient.isEmpty { parties.recipient = before }
            }
        }
        if let index = trigger.clause {
            let clause = document.clauses[index]
            let group = context.group(of: clause)
            let isObject = clause.objects.contains(trigger.chunk)
            if isObject, parties.actor.isEmpty {
                parties.actor = group.isPassive ? [] : clause.subjects.flatMap { entities($0, in: context) }
            } else if !isObject, clause.subjects.contains(trigger.chunk) {
                // “The attack killed two officers”: the verb's object undergoes the noun's event.
                if parties.recipient.isEmpty { parties.recipient = clause.objects.flatMap { entities($0, in: context) } }
                if parties.actor.isEmpty, group.isPassive {
                    parties.actor = clause.obliques.filter { word($0, in: context) == "by" }.flatMap { entities($0.chunk, in: context) }
                }
            }
            if parties.recipient.isEmpty { parties.recipient = obliqueEntities(clause, ["on", "against", "at", "with"], in: context) }
        }
        splitClash(trigger, &parties)
        if trigger.type == .assault, !between.isEmpty, parties.actor.count == 2, parties.recipient.isEmpty { parties.recipient = [parties.actor.removeLast()] }
        if !parties.actor.isEmpty { parties.findings.append(Finding("actor", rule: "parties.noun", words: words(parties.actor, in: context, near: trigger))) }
        if !parties.recipient.isEmpty { parties.findings.append(Finding("recipient", rule: "parties.noun", words: words(parties.recipient, in: context, near: trigger))) }
        return parties
    }

    /// Prepositional phrases right behind a noun group: “the shelling *of the town* *by rebels*”.
    private func phrases(after chunk: Int, in context: ClaimContext) -> [(word: String, chunk: Int)] {
        let document = context.document
        var found: [(word: String, chunk: Int)] = []
        var next = chunk + 1
        var at = document.chunks[chunk].tokens.upperBound
        while next < document.chunks.count, document.chunks[next].kind == .noun, found.count < 5 {
            let start = document.chunks[next].tokens.lowerBound
            guard start - at <= 2, start > at else { break }
            let word = document.tokens[at].folded
            if document.tokens[at].tag == .coordinator, let last = found.last {
                found.append((last.word, next))
            } else if document.tokens[at].tag == .adposition || word == "to" || word == "of" {
                found.append((word, next))
            } else {
                break
            }
            at = document.chunks[next].tokens.upperBound
            next += 1
        }
        return found
    }

    // MARK: Entities of a phrase

    private static let toWhom: Set<String> = ["on", "against", "at", "with", "to", "towards", "toward", "upon", "into", "of"]

    private func obliqueEntities(_ clause: Clause, _ words: Set<String>, in context: ClaimContext) -> [Entity] {
        for oblique in clause.obliques where words.contains(word(oblique, in: context)) {
            let found = entities(oblique.chunk, in: context)
            if !found.isEmpty { return found }
        }
        return []
    }

    private func word(_ oblique: Clause.Oblique, in context: ClaimContext) -> String { context.document.tokens[oblique.preposition].folded }

    /// Who a noun group stands for: the mention at its head, else the last one inside it.
    func entities(_ chunk: Int, in context: ClaimContext) -> [Entity] {
        let group = context.document.chunks[chunk]
        if let mention = context.mention(at: group.head) { return [context.document.entities[context.document.mentions[mention].entity]] }
        return []
    }

    private func entities(inTokens range: Range<Int>, in context: ClaimContext) -> [Entity] {
        for token in range.reversed() {
            if let mention = context.mention(at: token) { return [context.document.entities[context.document.mentions[mention].entity]] }
        }
        return []
    }

    private func words(_ entities: [Entity], in context: ClaimContext, near trigger: EventTrigger) -> Passage? {
        guard let first = entities.first else { return nil }
        let document = context.document
        let mention = document.mentions.filter { document.entities[$0.entity].id == first.id }
            .min { abs($0.head - trigger.token) < abs($1.head - trigger.token) }
        return mention.map { document.text.passage($0.span) }
    }
}
