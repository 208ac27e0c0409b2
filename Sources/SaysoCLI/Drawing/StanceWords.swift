import SaysoCore

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
