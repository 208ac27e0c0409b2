/// What may fill a slot of an event, with what speaks for and against it.
public struct SlotCandidate<Value: Sendable>: Sendable {
    /// nil: nobody, nowhere, no day.
    public let value: Value?
    /// Index of the mention that stands nearest to the event, where the slot's mentions are told apart.
    public let mention: Int?
    public let features: [String]

    init(_ value: Value?, mention: Int? = nil, _ features: [String]) {
        self.value = value
        self.mention = mention
        self.features = features
    }
}
