import SaysoCore
import SaysoLexicon

/// Who did it, and to whom: from the grammar around the trigger.
struct PartyFinder {
    struct Parties {
        var actor: [Entity] = []
        var recipient: [Entity] = []
        var findings: [Finding] = []
    }

    /// - Parameter speakers: the root voice and the side it speaks for: whom “we” and “I” stand for.
    func parties(of trigger: EventTrigger, speakers: [Entity], in context: ClaimContext) -> Parties {
        var parties = trigger.form == .noun ? ofNoun(trigger, in: context) : ofVerb(trigger, in: context)
        // Nobody does a thing to himself by mistake of ours: one entity on both sides is the actor's.
        if parties.actor.isEmpty, let own = ownParty(trigger, speakers: speakers, in: context) {
            parties.actor = [own]
            parties.findings.append(Finding("actor", rule: "parties.first-person"))
        }
        parties.recipient.removeAll { entity in parties.actor.contains { $0.id == entity.id } || Self.uncoded.contains(entity.name.lowercased()) }
        parties.actor = unique(parties.actor)
        parties.recipient = unique(parties.recipient)
        // Troops move towards somebody only in the reader's mind: a movement's place is its destination, not its recipient.
        if trigger.type == .mobilize { parties.recipient = [] }
        return parties
    }

    /// Unnamed people are counted under `people`, they are no party (CLAIMS.md).
    private static let uncoded: Set<String> = ["people", "person", "persons", "man", "men", "woman", "women", "victims", "victim", "others", "child", "children"]

    private func unique(_ entities: [Entity]) -> [Entity] {
        var seen: Set<EntityID> = []
        return entities.filter { seen.insert($0.id).inserted }
    }

    /// “we seized”, “said it would respond”, “their warplanes will strike”: whom the report does not name again is the voice itself –
    /// the side it speaks for, or, of “I” and “he”, the speaker.
    private func ownParty(_ trigger: EventTrigger, speakers: [Entity], in context: ClaimContext) -> Entity? {
        guard let clause = trigger.clause.map({ context.document.clauses[$0] }), let speaker = speakers.first, let side = speakers.last else { return nil }
        for subject in clause.subjects {
            let group = context.document.chunks[subject]
            switch context.document.tokens[group.head].folded {
            case "we", "us", "it", "they": return side
            case "i", "me", "he", "she": return speaker
            default: break
            }
            if ["our", "their", "its", "his", "her", "my"].contains(context.document.tokens[group.tokens.lowerBound].folded) { return side }
        }
        return nil
    }

    // MARK: Verbs

    private func ofVerb(_ trigger: EventTrigger, in context: ClaimContext) -> Parties {
        guard let index = trigger.clause else { return Parties() }
        let clause = context.document.clauses[index]
        let isPassive = context.isPassive(clause)
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
        case .receiver:
            parties.recipient = subjects
            parties.actor = obliqueEntities(clause, ["from"], in: context)
        case .subjectToObject where takesPlace(trigger, clause, in: context):
            // “recaptured the airbase from the militias”: a place is no party; who held it is.
            parties.actor = isPassive ? agents : subjects
            parties.recipient = obliqueEntities(clause, ["from"], in: context)
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

    /// A verb of taking whose object (or passive subject) is a place.
    private func takesPlace(_ trigger: EventTrigger, _ clause: Clause, in context: ClaimContext) -> Bool {
        guard ControlFinder.taking.contains(context.document.tokens[trigger.token].lemma) else { return false }
        let taken = context.isPassive(clause) ? clause.subjects : clause.objects
        return taken.contains { chunk in
            context.document.chunks[chunk].tokens.contains { token in
                context.place(at: token).map { context.document.places[$0].kind == .place } ?? false
            }
        }
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
        let phrases = context.phrases(after: trigger.chunk)
        let byPhrase = phrases.filter { $0.word == "by" }.flatMap { entities($0.chunk, in: context) }
        let ofPhrase = phrases.filter { $0.word == "of" }.flatMap { entities($0.chunk, in: context) }
        let onPhrase = phrases.filter { Self.toWhom.contains($0.word) && $0.word != "of" }.flatMap { entities($0.chunk, in: context) }
        let launched = launchers(of: trigger, in: context)
        let between = phrases.filter { $0.word == "between" || $0.word == "among" }.flatMap { entities($0.chunk, in: context) }

        if !between.isEmpty {
            parties.actor = between
        } else {
            switch trigger.roles {
            case .ofDoes:
                parties.actor = byPhrase + ofPhrase + before
                parties.recipient = onPhrase
            case .victim:
                // “the militias will be a legitimate target”
                parties.recipient = trigger.clause.map { document.clauses[$0].subjects.flatMap { entities($0, in: context) } } ?? ofPhrase
            case .mutual:
                parties.actor = before + byPhrase
                parties.recipient = phrases.filter { ["with", "to"].contains($0.word) }.flatMap { entities($0.chunk, in: context) }
            default:
                parties.actor = byPhrase.isEmpty ? (launched.isEmpty ? before : launched) : byPhrase
                parties.recipient = onPhrase.isEmpty ? ofPhrase : onPhrase
                if !byPhrase.isEmpty, parties.recipient.isEmpty { parties.recipient = before }
            }
        }
        if let index = trigger.clause {
            let clause = document.clauses[index]
            let isPassive = context.isPassive(clause)
            let isObject = clause.objects.contains(trigger.chunk)
            if isObject, parties.actor.isEmpty {
                parties.actor = isPassive ? [] : clause.subjects.flatMap { entities($0, in: context) }
            } else if !isObject, clause.subjects.contains(trigger.chunk) {
                // “The attack killed two officers”: the verb's object undergoes the noun's event.
                if parties.recipient.isEmpty { parties.recipient = clause.objects.flatMap { entities($0, in: context) } }
                if parties.actor.isEmpty, isPassive {
                    parties.actor = clause.obliques.filter { word($0, in: context) == "by" }.flatMap { entities($0.chunk, in: context) }
                }
            }
            if parties.actor.isEmpty {
                // “Clashes took place between army and rebels”
                parties.actor = clause.obliques.filter { word($0, in: context) == "between" }.flatMap { entities($0.chunk, in: context) }
            }
            if parties.recipient.isEmpty { parties.recipient = obliqueEntities(clause, ["on", "against", "at", "with"], in: context) }
        }
        splitClash(trigger, &parties)
        if trigger.type == .assault, parties.actor.count == 2, parties.recipient.isEmpty { parties.recipient = [parties.actor.removeLast()] }
        if !parties.actor.isEmpty { parties.findings.append(Finding("actor", rule: "parties.noun", words: words(parties.actor, in: context, near: trigger))) }
        if !parties.recipient.isEmpty { parties.findings.append(Finding("recipient", rule: "parties.noun", words: words(parties.recipient, in: context, near: trigger))) }
        return parties
    }

    /// “the offensive *launched by* the front”
    private func launchers(of trigger: EventTrigger, in context: ClaimContext) -> [Entity] {
        guard let sentence = context.document.sentence(ofToken: trigger.token) else { return [] }
        for index in context.clauses(ofSentence: sentence) {
            let clause = context.document.clauses[index]
            guard clause.kind == .participle, clause.objects.contains(trigger.chunk) else { continue }
            return clause.obliques.filter { word($0, in: context) == "by" }.flatMap { entities($0.chunk, in: context) }
        }
        return []
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

    /// Who a noun group stands for: the mention at its head, else the party whose thing it is (“six ISIL positions”, “coalition aircraft”) –
    /// unless the thing is a saying (“Haftar’s statement” is not Haftar).
    func entities(_ chunk: Int, in context: ClaimContext) -> [Entity] {
        let document = context.document
        let group = document.chunks[chunk]
        if let mention = context.mention(at: group.head), !isBareThing(mention, in: context) { return [document.entities[document.mentions[mention].entity]] }
        guard !Self.sayings.contains(document.tokens[group.head].lemma) else { return [] }
        // “hundreds of rebels”, “members of the group”: the phrase behind “of” says who.
        if Self.measures.contains(document.tokens[group.head].lemma), let part = context.phrases(after: chunk).first, part.word == "of" {
            return entities(part.chunk, in: context)
        }
        for token in group.tokens.reversed() {
            guard let mention = context.mention(at: token), !isBareThing(mention, in: context) else { continue }
            return [document.entities[document.mentions[mention].entity]]
        }
        return context.mention(at: group.head).map { [document.entities[document.mentions[$0].entity]] } ?? []
    }

    /// “aircraft”, “positions”: described by a common noun alone, while the group may name whose they are.
    private func isBareThing(_ mention: Int, in context: ClaimContext) -> Bool {
        let kind = context.document.entities[context.document.mentions[mention].entity].kind
        return kind == .equipment || kind == .facility
    }

    private static let measures: Set<String> = [
        "hundred", "dozen", "score", "thousand", "number", "group", "member", "unit", "majority", "handful", "ten", "million", "some", "many", "most",
        "several", "couple", "pair", "series", "wave", "column", "element", "remnant", "rest",
    ]

    private static let sayings: Set<String> = [
        "statement", "report", "claim", "word", "remark", "comment", "letter", "speech", "message", "interview", "announcement", "communique",
        "decision", "plan", "threat", "offer", "proposal", "request", "call",
    ]

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
