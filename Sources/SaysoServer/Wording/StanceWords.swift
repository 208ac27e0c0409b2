import SaysoCore

extension Firmness {
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
