/// Stages over a document, in order; itself a stage.
public struct Pipeline: Stage {
    /// A stage stands before one that writes what it reads.
    public struct OrderError: Error, Equatable, CustomStringConvertible {
        public let stage: String
        public let missing: [String]
        public var description: String {
            "stage “\(stage)” reads \(missing.joined(separator: ", ")), which no stage before it writes: move it behind the one that does"
        }
    }

    public let name: String
    public let stages: [any Stage<Document, Document>]
    public let reads: Set<Layer>
    public let writes: Set<Layer>

    /// - Parameter given: the layers that the input already has.
    public init(_ name: String, given: Set<Layer> = [.text], _ stages: [any Stage<Document, Document>]) throws(OrderError) {
        var known = given
        for stage in stages {
            let missing = stage.reads.subtracting(known)
            guard missing.isEmpty else { throw OrderError(stage: stage.name, missing: missing.map(\.name).sorted()) }
            known.formUnion(stage.writes)
        }
        self.name = name
        self.stages = stages
        self.reads = given
        self.writes = known.subtracting(given)
    }

    public func run(_ document: consuming Document) -> Document {
        var document = document
        for stage in stages { document = stage.run(document) }
        return document
    }
}
