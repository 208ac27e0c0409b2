import SaysoCore
import SaysoLexicon

/// With what and how many: the equipment and the people inside an event's evidence.
struct ThingFinder {
    func equipment(of trigger: EventTrigger, in context: ClaimContext) -> [EquipmentUse] {
        let document = context.document
        return document.equipment.filter { $0.tokens.overlaps(trigger.evidence) }.map { mention in
            EquipmentUse(
                entity: mention.entity, count: mention.count, role: role(of: mention, trigger, in: context),
                words: document.text.passage(mention.span))
        }
    }

    func people(of trigger: EventTrigger, in context: ClaimContext) -> [PeopleEffect] {
        let document = context.document
        return document.people.filter { trigger.evidence.contains($0.trigger) }.map { mention in
            PeopleEffect(role: mention.role, who: mention.who, count: mention.count, words: document.text.passage(mention.span))
        }
    }

    /// Destroyed or seized: lost; given: transferred; sent: deployed; “escorted by”: escort; else used.
    private func role(of mention: EquipmentMention, _ trigger: EventTrigger, in context: ClaimContext) -> EquipmentUse.Role {
        let document = context.document
        let before = max(0, mention.tokens.lowerBound - 4)..<mention.tokens.lowerBound
        if document.tokens[before].contains(where: { $0.lemma == "escort" }) { return .escort }
        switch trigger.type {
        case .aid, .cooperate: return .transferred
        case .mobilize: return trigger.mode == "weapons" && document.tokens[trigger.token].lemma == "smuggle" ? .transferred : .deployed
        case .coerce: return .lost
        case .retreat: return .lost
        default: break
        }
        guard trigger.type == .assault, let index = trigger.clause else { return .used }
        let clause = document.clauses[index]
        let isUndergoing = undergoing(clause, in: context).contains { document.chunks[$0].tokens.overlaps(mention.tokens) }
        return isUndergoing && trigger.roles == .subjectToObject ? .lost : .used
    }

    private func undergoing(_ clause: Clause, in context: ClaimContext) -> [Int] {
        context.isPassive(clause) ? clause.subjects + clause.objects : clause.objects
    }
}
