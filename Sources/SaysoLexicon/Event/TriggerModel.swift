public import SaysoCore

/// Weights of a linear model that decides whether a candidate tells of an event, and of which type (one logistic regression a type).
///
/// Trained by `Training/claims/train`; the file's header says on what.
public struct TriggerModel: Sendable {
    private let weights: [String: [Float]]
    /// Class 0 is "no event"; the others are `EventType.allCases` in order.
    private static let classes = EventType.allCases.count + 1
    /// Added to "no event": above 0 keeps fewer candidates. Chosen by cross-validation in training, stated in the file.
    private let caution: Float

    /// Reads "en/trigger-weights.tsv".
    public init() throws(LexiconTable.Problem) { try self.init(LexiconTable(resource: "en/trigger-weights.tsv")) }

    init(_ table: LexiconTable) {
        let index = Dictionary(uniqueKeysWithValues: EventType.allCases.enumerated().map { ($1.rawValue, $0 + 1) })
        var weights: [String: [Float]] = [:]
        weights.reserveCapacity(table.rows.count / 3)
        for row in table.rows {
            let position = index[row[1]] ?? 0
            weights[row[0], default: [Float](repeating: 0, count: Self.classes)][position] = Float(row[2]) ?? 0
        }
        self.weights = weights
        caution = table.header["caution"].flatMap(Float.init) ?? 0
    }

    /// The likeliest type, or nil where "no event" is likelier.
    public func type(_ features: [String]) -> EventType? {
        var scores = [Float](repeating: 0, count: Self.classes)
        scores[0] = caution
        for feature in features {
            guard let row = weights[feature] else { continue }
            for position in scores.indices { scores[position] += row[position] }
        }
        var best = 0
        for position in scores.indices where scores[position] > scores[best] { best = position }
        return best == 0 ? nil : EventType.allCases[best - 1]
    }
}
