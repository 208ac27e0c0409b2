public import SaysoCore

/// Decides whether a candidate tells of an event, and of which type.
///
/// Trained by `Training/claims/train`; the file's header says on what.
public struct TriggerModel: Sendable {
    private let network: FeatureNetwork
    /// For each output its type; nil for "no event".
    private let types: [EventType?]
    /// Added to "no event": above 0 keeps fewer candidates. Chosen by cross-validation in training, stated in the file.
    private let caution: Float

    /// Reads "en/trigger-network.tsv".
    public init() throws(LexiconTable.Problem) { try self.init(LexiconTable(resource: "en/trigger-network.tsv")) }

    init(_ table: LexiconTable) throws(LexiconTable.Problem) {
        network = try FeatureNetwork(table)
        types = network.outputs.map { EventType(rawValue: $0) }
        caution = table.header["caution"].flatMap { Float($0) } ?? 0
    }

    /// The likeliest type, or nil where "no event" is likelier.
    public func type(_ features: [String]) -> EventType? {
        let scores = network.scores(features)
        func score(_ output: Int) -> Float { scores[output] + (types[output] == nil ? caution : 0) }
        var best = 0
        for output in scores.indices where score(output) > score(best) { best = output }
        return types[best]
    }
}
