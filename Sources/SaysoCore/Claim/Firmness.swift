/// How firmly a claim is put, in the four forms that an underline can take. Says nothing about truth.
public enum Firmness: String, Hashable, Sendable, CaseIterable {
    /// Solid: told as fact, confirmed, laid at somebody's door, judged.
    case asserted
    /// Dotted: threatened, announced, demanded, foretold – not yet.
    case announced
    /// Dashed: only if, or perhaps.
    case conditional
    /// Double with a small "not": denied, or said not to have happened.
    case denied

    /// The weakest word wins: "denied that it would strike if attacked" is a denial first, a condition second.
    public init(_ stance: Stance, _ modality: Modality) {
        switch (stance, modality) {
        case (.denies, _), (_, .negated): self = .denied
        case (_, .conditional), (_, .possible): self = .conditional
        case (.threatens, _), (.promises, _), (.demands, _), (.predicts, _), (_, .planned): self = .announced
        default: self = .asserted
        }
    }
}

extension Claim {
    /// How firmly this claim is put.
    public var firmness: Firmness { Firmness(stance, modality) }
}
