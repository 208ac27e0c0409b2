import SaysoCore

/// A claim while it is being read: what grammar found, before the slots are weighed.
struct ClaimDraft {
    let trigger: EventTrigger
    let chain: [Attribution]
    let evidence: [Passage]
    let modality: ModalityReader.Verdict
    /// The root voice and the side it speaks for.
    let speakers: [Entity]
    var event: Event
    var findings: [Finding]
}
