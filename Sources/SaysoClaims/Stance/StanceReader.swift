import SaysoCore
import SaysoLexicon

/// How the innermost voice vouches for an event (CLAIMS.md, `stance`): from its cue, and from who announces what about whom.
struct StanceReader {
    struct Verdict {
        let stance: Stance
        let rule: Rule
    }

    /// - Parameter speaker: who the innermost voice is and, where known, the side it belongs to.
    func verdict(
        for trigger: EventTrigger, chain: [Attribution], modality: ModalityReader.Verdict, actor: [Entity], speakers: [Entity],
        in context: ClaimContext
    ) -> Verdict {
        guard let root = chain.last else {
            // “The council urged both sides to withdraw”: somebody demands it, cue or no cue.
            return modality.isDemanded && modality.rule == "modality.infinitive"
                ? Verdict(stance: .demands, rule: "stance.urged") : Verdict(stance: .asserts, rule: "stance.outlet")
        }
        let isOwn = isOwnDeed(trigger, actor: actor, speakers: speakers, in: context)
        if let given = root.stance {
            switch given {
            case .threatens, .promises, .predicts:
                // “vowed to strike” is a threat; “vowed to help” a promise: the deed decides, whoever's it is.
                if modality.isAhead || given == .predicts { return Verdict(stance: announced(trigger, isOwn: isOwn || given != .predicts, default: given), rule: "stance.cue") }
                return Verdict(stance: .asserts, rule: "stance.cue-past")
            case .demands:
                if modality.modality == .occurred { return Verdict(stance: .asserts, rule: "stance.cue-past") }
                return Verdict(stance: .demands, rule: "stance.cue")
            default: return Verdict(stance: given, rule: "stance.cue")
            }
        }
        if modality.isDemanded, !isOwn { return Verdict(stance: .demands, rule: "stance.must") }
        if modality.isAhead {
            if isOwn { return Verdict(stance: announced(trigger, isOwn: true, default: .promises), rule: "stance.own-future") }
            return Verdict(stance: modality.modality == .negated ? .asserts : .predicts, rule: "stance.other-future")
        }
        if isBlamed(trigger, in: context) { return Verdict(stance: .accuses, rule: "stance.crime-words") }
        return Verdict(stance: .asserts, rule: "stance.neutral-cue")
    }

    /// Own harm to another is a threat, anything else of one's own a promise.
    private func announced(_ trigger: EventTrigger, isOwn: Bool, default given: Stance) -> Stance {
        guard isOwn else { return given }
        switch trigger.type {
        case .assault, .coerce, .sanction, .threaten: return .threatens
        case .accuse, .reject: return given == .predicts ? .predicts : given
        default: return given == .predicts ? .predicts : .promises
        }
    }

    private func isOwnDeed(_ trigger: EventTrigger, actor: [Entity], speakers: [Entity], in context: ClaimContext) -> Bool {
        if actor.contains(where: { doer in speakers.contains { $0.id == doer.id } }) { return true }
        // “we will respond”, “said it would”: the subject's own words stand for the speaker.
        guard let clause = trigger.clause.map({ context.document.clauses[$0] }) else { return false }
        let tokens = context.document.tokens
        return clause.subjects.contains { ["we", "i"].contains(tokens[context.document.chunks[$0].head].folded) }
    }

    /// The content calls the deed a crime, an aggression, indiscriminate; “terrorist” only of the deed itself, not of who did it.
    private func isBlamed(_ trigger: EventTrigger, in context: ClaimContext) -> Bool {
        let tokens = context.document.tokens
        return trigger.evidence.clamped(to: 0..<tokens.count).contains { index in
            if Self.crime.contains(tokens[index].lemma) || Self.crime.contains(tokens[index].folded) { return true }
            guard ["terrorist", "terror", "criminal"].contains(tokens[index].folded), index + 1 < tokens.count else { return false }
            return Self.deeds.contains(tokens[index + 1].lemma)
        }
    }

    private static let deeds: Set<String> = ["attack", "act", "action", "crime", "bombing", "strike", "deed", "campaign", "offense"]
    private static let crime: Set<String> = [
        "crime", "aggression", "indiscriminate", "indiscriminately", "atrocity", "genocide", "barbaric", "unprovoked", "cowardly", "brutal",
        "brutally", "heinous", "perpetrate", "violation",
    ]
}
