/// The fields of an event that are filled by weighing candidates against one another.
public enum Slot: String, Sendable, CaseIterable { case actor, recipient, place, time }

/// Weights of a linear model that says which candidate fills a slot of an event, or none (one conditional logit a slot).
///
/// Trained by `Training/claims/train-slots`; the file's header says on what.
public struct SlotModel: Sendable {
    /// One weight a slot, in the order of `Slot.allCases`.
    private let weights: [String: SIMD4<Float>]
    private let margins: SIMD4<Float>

    /// Reads "en/slot-weights.tsv".
    public init() throws(LexiconTable.Problem) { try self.init(LexiconTable(resource: "en/slot-weights.tsv")) }

    init(_ table: LexiconTable) {
        let index = Dictionary(uniqueKeysWithValues: Slot.allCases.enumerated().map { ($1.rawValue, $0) })
        var weights: [String: SIMD4<Float>] = [:]
        weights.reserveCapacity(table.rows.count)
        for row in table.rows {
            guard let slot = index[row[1]] else { continue }
            weights[row[0], default: .zero][slot] = Float(row[2]) ?? 0
        }
        self.weights = weights
        var margins = SIMD4<Float>.zero
        for (position, slot) in Slot.allCases.enumerated() { margins[position] = table.header["margin-\(slot.rawValue)"].flatMap(Float.init) ?? 0 }
        self.margins = margins
    }

    /// The weight of a candidate in every slot, in the order of `Slot.allCases`.
    public func score(_ features: [String]) -> SIMD4<Float> {
        var sum = SIMD4<Float>.zero
        for feature in features { if let row = weights[feature] { sum += row } }
        return sum
    }

    /// How far behind the best candidate another may lie and still stand beside it (“A and B agreed”): 0 where only one may.
    public func margin(_ slot: Slot) -> Float { margins[Slot.allCases.firstIndex(of: slot) ?? 0] }
}
