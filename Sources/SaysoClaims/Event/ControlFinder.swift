import SaysoCore

/// A place or facility that changes hands: “recaptured the airbase from the militias”.
struct ControlFinder {
    static let taking: Set<String> = [
        "capture", "recapture", "retake", "seize", "conquer", "overrun", "take", "liberate", "occupy", "regain", "gain", "wrest", "annex",
    ]

    func control(of trigger: EventTrigger, event: Event, in context: ClaimContext) -> ControlChange? {
        guard trigger.form == .verb, let index = trigger.clause, Self.taking.contains(context.document.tokens[trigger.token].lemma) else { return nil }
        let document = context.document
        let clause = document.clauses[index]
        let taken = clause.objects + (context.isPassive(clause) ? clause.subjects : [])
        for chunk in taken {
            for token in document.chunks[chunk].tokens {
                guard let place = context.place(at: token), document.places[place].kind == .place else { continue }
                return ControlChange(place: document.places[place].place, from: event.recipient.first, to: event.actor.first)
            }
        }
        return nil
    }
}
