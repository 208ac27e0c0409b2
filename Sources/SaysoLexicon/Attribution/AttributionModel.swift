/// Weighs candidates: a sum of weights, one per feature. Five small models share one file (`en/attribution-model.tsv`, made by
/// `Training/attribution`): which word is a cue, where the cue ends, who is its source, where its content stands and where it ends.
public struct AttributionModel: Sendable {
    /// A hash table with open addresses: the keys are hashes already.
    public struct Weights: Sendable {
        private let keys: [UInt64]
        private let values: [Float]
        private let mask: Int

        init(_ weights: [(key: UInt64, value: Float)]) {
            var size = 16
            while size < weights.count * 2 { size *= 2 }
            var keys = [UInt64](repeating: 0, count: size)
            var values = [Float](repeating: 0, count: size)
            for (key, value) in weights {
                var slot = Int(truncatingIfNeeded: key) & (size - 1)
                while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (size - 1) }
                (keys[slot], values[slot]) = (key, value)
            }
            (self.keys, self.values, mask) = (keys, values, size - 1)
        }

        public func score(_ features: FeatureSet) -> Float {
            var sum: Float = 0
            for key in features.keys {
                var slot = Int(truncatingIfNeeded: key) & mask
                while keys[slot] != 0 {
                    if keys[slot] == key { sum += values[slot]; break }
                    slot = (slot + 1) & mask
                }
            }
            return sum
        }
    }

    public let cue: Weights
    public let extent: Weights
    public let source: Weights
    public let layout: Weights
    public let end: Weights

    /// Reads `en/attribution-model.tsv`.
    public init() throws(LexiconTable.Problem) { self.init(try LexiconTable(resource: "en/attribution-model.tsv")) }

    /// Rows: model, feature, weight.
    public init(_ table: LexiconTable) {
        var models: [String: [(key: UInt64, value: Float)]] = [:]
        for row in table.rows {
            guard let weight = row.number(2) else { continue }
            models[row[0], default: []].append((FeatureHash(row[1]).value, Float(weight)))
        }
        func weights(_ name: String) -> Weights { Weights(models[name] ?? []) }
        (cue, extent, source, layout, end) = (weights("cue"), weights("extent"), weights("source"), weights("layout"), weights("end"))
    }
}
