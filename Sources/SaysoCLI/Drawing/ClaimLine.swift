import SaysoCore

/// One claim as a line of tab-separated fields, for grep, cut and awk.
struct ClaimLine {
    let text: String

    init(_ claim: Claim, in reading: Reading) {
        let event = claim.event
        let time = [event.time?.start, event.time?.end].compactMap { $0?.description }
        let fields = [
            event.type.rawValue, claim.stance.rawValue, claim.modality.rawValue,
            ([reading.report.outlet ?? "the outlet"] + reading.chain(of: claim).map(\.voice)).joined(separator: " ← "),
            event.actor.map(\.name).joined(separator: "; "), event.recipient.map(\.name).joined(separator: "; "), event.place?.name ?? "",
            Array(Set(time)).sorted().joined(separator: "/"), claim.evidence.words,
        ]
        text = fields.map { Printable.oneLine($0) }.joined(separator: "\t")
    }
}
