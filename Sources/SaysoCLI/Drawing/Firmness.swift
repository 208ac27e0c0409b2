import SaysoCore

/// How firmly a claim is put, in the four forms that an underline can take. Says nothing about truth.
enum Firmness: String, CaseIterable {
    /// Solid: told as fact, confirmed, laid at somebody's door, judged.
    case asserted
    /// Dotted: threatened, announced, demanded, foretold – not yet.
    case announced
    /// Dashed: only if, or perhaps.
    case conditional
    /// Double: denied, or said not to have happened.
    case denied

    /// The weakest word wins: "denied that it would strike if attacked" is a denial first, a condition second.
    init(_ claim: Claim) {
        switch (claim.stance, claim.modality) {
        case (.denies, _), (_, .negated): self = .denied
        case (_, .conditional), (_, .possible): self = .conditional
        case (.threatens, _), (.promises, _), (.demands, _), (.predicts, _), (_, .planned): self = .announced
        default: self = .asserted
        }
    }
}

extension Stance {
    /// "asserted", as the card of a claim says it.
    var participle: String {
        switch self {
        case .asserts: "asserted"
        case .confirms: "confirmed"
        case .denies: "denied"
        case .accuses: "accused"
        case .threatens: "threatened"
        case .promises: "promised"
        case .demands: "demanded"
        case .predicts: "predicted"
        case .judges: "judged"
        }
    }
}
