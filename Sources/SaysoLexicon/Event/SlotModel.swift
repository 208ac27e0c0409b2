/// The fields of an event that are filled by weighing candidates against one another.
public enum Slot: String, Sendable, CaseIterable { case actor, recipient, place, time }

/// Says how well a candidate fills a slot of an event; "nobody" is a candidate, too. One network a slot.
///
/// Trained by `Training/claims/train-slots`; the files' headers say on what.
public struct SlotModel: Sendable {
    private let networks: [Slot: FeatureNetwork]

    /// Reads "en/slot-actor.tsv" and its three siblings.
    public init() throws(LexiconTable.Problem) {
        var networks: [Slot: FeatureNetwork] = [:]
        for slot in Slot.allCases { networks[slot] = try FeatureNetwork(LexiconTable(resource: "en/slot-\(slot.rawValue).tsv")) }
        self.networks = networks
    }

    init(_ networks: [Slot: FeatureNetwork]) { self.networks = networks }

    /// Comparable between the candidates of one slot of one event.
    public func score(_ features: [String], _ slot: Slot) -> Float { networks[slot]?.scores(features).first ?? 0 }
}
