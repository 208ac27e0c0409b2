import FoundationEssentials

/// A small network over named features: a linear layer and, beside it, one hidden layer of sums.
///
///     score = bias + Σ linear[f] + W · relu(hidden bias + Σ hidden[f])     over the features f, each once
///
/// Written by `Training/claims/network.py`; the file's header says what it was trained on. The sums have one fixed order: the same features give the same
/// bits. Unknown features weigh nothing.
public struct FeatureNetwork: Sendable {
    /// What the outputs stand for, in order.
    public let outputs: [String]
    private let rows: [String: Int32]
    /// Row by row: one weight an output, then one a hidden unit.
    private let weights: [Float]
    private let bias, hiddenBias: [Float]
    /// Output by output.
    private let outputWeights: [Float]

    /// - Throws: what is missing or of another size, with the file's name.
    public init(_ table: LexiconTable) throws(LexiconTable.Problem) {
        func numbers(_ field: String) throws(LexiconTable.Problem) -> [Float] {
            guard let text = table.header[field] else { throw .headerMissing(table.path, field: field) }
            return text.split(separator: " ").compactMap { Float($0) }
        }
        guard let named = table.header["outputs"] else { throw .headerMissing(table.path, field: "outputs") }
        outputs = named.split(separator: " ").map(String.init)
        bias = try numbers("bias")
        hiddenBias = try numbers("hidden bias")
        outputWeights = try numbers("output weights")
        guard !outputs.isEmpty, bias.count == outputs.count else { throw .headerMissing(table.path, field: "bias of every output") }
        guard outputWeights.count == bias.count * hiddenBias.count else { throw .headerMissing(table.path, field: "output weights of every hidden unit") }
        let width = bias.count + hiddenBias.count
        var rows: [String: Int32] = [:]
        var weights: [Float] = []
        rows.reserveCapacity(table.rows.count)
        weights.reserveCapacity(table.rows.count * width)
        for (index, row) in table.rows.enumerated() {
            guard let linear = Float(row[1]), let hidden = Float(row[2]), let bytes = Data(base64Encoded: row[3]), bytes.count == width else {
                throw .cellsMissing(table.path, line: index + 1)
            }
            for (position, byte) in bytes.enumerated() { weights.append(Float(Int8(bitPattern: byte)) * (position < bias.count ? linear : hidden)) }
            rows[row[0]] = Int32(index)
        }
        self.rows = rows
        self.weights = weights
    }

    /// One score an output.
    public func scores(_ features: [String]) -> [Float] {
        let (count, units) = (bias.count, hiddenBias.count)
        var sum = bias + hiddenBias
        let found = features.compactMap { rows[$0] }.sorted()
        var last: Int32 = -1
        for row in found where row != last {
            last = row
            let start = Int(row) * (count + units)
            for position in sum.indices { sum[position] += weights[start + position] }
        }
        var scores = Array(sum[..<count])
        for unit in 0..<units where sum[count + unit] > 0 {
            for output in 0..<count { scores[output] += outputWeights[output * units + unit] * sum[count + unit] }
        }
        return scores
    }
}
