import SaysoCore
import SaysoLexicon

/// Fills actor, recipient, place and time of every event of a report by weighing candidates: what grammar found is one sign among others.
///
/// A finding says where the words stand: in the event's own sentence or elsewhere in the report.
struct SlotWeigher {
    let model: SlotModel

    func fill(_ drafts: inout [ClaimDraft], in context: ClaimContext) {
        let slots = SlotContext(context, drafts: drafts)
        drafts = drafts.map { draft in
            var filled = draft
            parties(of: &filled, from: draft, in: slots)
            place(of: &filled, from: draft, in: slots)
            time(of: &filled, from: draft, in: slots)
            return filled
        }
    }

    // MARK: Parties

    private func parties(of filled: inout ClaimDraft, from draft: ClaimDraft, in slots: SlotContext) {
        let candidates = PartyCandidates(slots: slots).candidates(for: draft)
        let scores = candidates.map { (actor: model.score($0.features, .actor), recipient: model.score($0.features, .recipient)) }
        var actor = chosen(candidates, scores.map(\.actor))
        // Who stands on one side already counts on the other only where he fits there better.
        let recipient = chosen(candidates, candidates.indices.map { actor.contains($0) && scores[$0].recipient <= scores[$0].actor ? -.infinity : scores[$0].recipient })
        actor.removeAll { recipient.contains($0) }
        for (slot, field, indices) in [(Slot.actor, "actor", actor), (.recipient, "recipient", recipient)] {
            let entities = indices.compactMap { candidates[$0].value }
            let before = slot == .actor ? draft.event.actor : draft.event.recipient
            if Set(entities.map(\.id)) == Set(before.map(\.id)) { continue }
            // Who does it, grammar knows where it names anybody; the weights know better whether anybody, who where grammar is silent, and to whom.
            if slot == .actor, !before.isEmpty, !entities.isEmpty { continue }
            filled.findings.removeAll { $0.field == field }
            if slot == .actor { filled.event.actor = entities } else { filled.event.recipient = entities }
            guard !entities.isEmpty else { continue }
            let words = words(for: entities, near: draft.trigger, in: slots)
            filled.findings.append(Finding(field, rule: "slot.weighed", words: words?.passage, isElsewhere: words?.isElsewhere ?? true))
        }
    }

    /// The best candidate; none where nobody is best.
    private func chosen(_ candidates: [SlotCandidate<Entity>], _ scores: [Float]) -> [Int] {
        guard let best = best(scores), candidates[best].value != nil else { return [] }
        return [best]
    }

    private func words(for entities: [Entity], near trigger: EventTrigger, in slots: SlotContext) -> (passage: Passage, isElsewhere: Bool)? {
        let document = slots.base.document
        guard let sentence = document.sentence(ofToken: trigger.token), let entity = entities.first.flatMap({ slots.entity($0.id) }) else { return nil }
        for (distance, index) in [sentence, sentence - 1, sentence - 2, sentence - 3].enumerated() where slots.mentions.indices.contains(index) {
            let nearest = slots.mentions[index].filter { document.mentions[$0].entity == entity }
                .min { abs(document.mentions[$0].head - trigger.token) < abs(document.mentions[$1].head - trigger.token) }
            if let nearest { return (document.text.passage(document.mentions[nearest].span), distance > 0) }
        }
        return nil
    }

    // MARK: Setting

    private func place(of filled: inout ClaimDraft, from draft: ClaimDraft, in slots: SlotContext) {
        let candidates = PlaceCandidates(slots: slots).candidates(for: draft)
        guard let best = best(candidates.map { model.score($0.features, .place) }) else { return }
        let choice = candidates[best]
        guard choice.value?.key != draft.event.place?.key else { return }
        filled.event.place = choice.value
        filled.findings.removeAll { $0.field == "place" }
        guard let index = choice.mention else { return }
        let mention = slots.base.document.places[index]
        filled.findings.append(
            Finding("place", rule: "slot.weighed", words: slots.base.document.text.passage(mention.span), isElsewhere: isElsewhere(mention.tokens, draft, in: slots)))
    }

    private func time(of filled: inout ClaimDraft, from draft: ClaimDraft, in slots: SlotContext) {
        let candidates = TimeCandidates(slots: slots).candidates(for: draft)
        guard let best = best(candidates.map { model.score($0.features, .time) }) else { return }
        let choice = candidates[best].value
        guard choice?.key != draft.event.time?.key else { return }
        filled.event.time = choice
        filled.findings.removeAll { $0.field == "time" }
        guard let words = choice?.words else { return }
        let document = slots.base.document
        let token = document.tokens.partitionIndex { $0.span.end > words.span.start }
        filled.findings.append(Finding("time", rule: "slot.weighed", words: words, isElsewhere: isElsewhere(token..<token + 1, draft, in: slots)))
    }

    /// The first of the highest.
    private func best(_ scores: [Float]) -> Int? {
        scores.indices.reduce(nil) { best, index in best.map { scores[$0] >= scores[index] } == true ? best : index }
    }

    private func isElsewhere(_ tokens: Range<Int>, _ draft: ClaimDraft, in slots: SlotContext) -> Bool {
        let document = slots.base.document
        return document.sentence(ofToken: tokens.lowerBound) != document.sentence(ofToken: draft.trigger.token)
    }
}
