import SaysoCore

/// What a stretch of text is to a claim: lit when the claim is looked at, and only then.
enum ClaimPart: String, CaseIterable, Sendable {
    case cue, speaker, actor, recipient, count, place, time, condition, label

    /// The part that a rule's field name speaks of ("event.place", "place"); nil for fields that are no stretch of their own.
    init?(field: String) {
        switch field.split(separator: ".").last ?? "" {
        case "actor": self = .actor
        case "recipient": self = .recipient
        case "equipment", "people", "count": self = .count
        case "place", "origin", "destination", "control": self = .place
        case "time": self = .time
        case "condition": self = .condition
        default: return nil
        }
    }
}
