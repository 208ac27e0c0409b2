import SaysoCore

/// How firmly a claim is put, in the four forms that an underline can take. Says nothing about truth.
enum Firmness: String, CaseIterable, Sendable {
    /// Solid: told as fact, confirmed, laid at somebody's door, judged.
    case asserted
    /// Dotted: threatened, announced, demanded, foretold – not yet.
    case announced
    /// Dashed: only if, or perhaps.
    case conditional
    /// Double with a small "not": denied, or said not to have happened.
    case denied

    /// The weakest word wins: "denied that it would strike if attacked" is a denial first, a condition second.
    init(_ stance: Stance, _ modality: Modality) {
        switch (stance, modality) {
        case (.denies, _), (_, .negated): self = .denied
        case (_, .conditional), (_, .possible): self = .conditional
        case (.threatens, _), (.promises, _), (.demands, _), (.predicts, _), (_, .planned): self = .announced
        default: self = .asserted
        }
    }

    /// How the underline looks, for the legend.
    var form: String {
        switch self {
        case .asserted: "solid"
        case .announced: "dotted"
        case .conditional: "dashed"
        case .denied: "double"
        }
    }

    var legend: String {
        switch self {
        case .asserted: "told as fact"
        case .announced: "threatened, announced, demanded"
        case .conditional: "only if, or perhaps"
        case .denied: "denied, or said not to be"
        }
    }
}

extension Stance {
    /// "asserted", as a participle that a sentence can hold.
    var participle: String {
        switch self {
        case .asserts: "asserted"
        case .confirms: "confirmed"
        case .denies: "denied"
        case .accuses: "laid at somebody’s door"
        case .threatens: "threatened"
        case .promises: "announced"
        case .demands: "demanded"
        case .predicts: "predicted"
        case .judges: "judged"
        }
    }
}

extension Modality {
    /// What is said about the event itself; nil where nothing needs saying.
    var remark: String? {
        switch self {
        case .occurred: nil
        case .ongoing: "going on"
        case .habitual: "again and again"
        case .planned: "not yet"
        case .conditional: "on a condition"
        case .possible: "perhaps"
        case .negated: "said not to have happened"
        }
    }
}
