import CSaysoKernels

/// Spans of one set of labels, sentence by sentence.
struct SpanHead {
    struct Found {
        /// Word rows of the batch.
        let rows: Range<Int>
        let kind: Int
        let confidence: Float
    }

    private let linear: Linear
    private let scheme: SpanScheme
    private let kernels: Kernels

    init(_ file: WeightsFile, _ name: String, _ scheme: SpanScheme, _ kernels: Kernels) throws(LanguageModelProblem) {
        linear = try Linear(file, name, outputs: scheme.roles.count, inputs: file.configuration.width)
        self.scheme = scheme
        self.kernels = kernels
    }

    /// Calls `each` with the spans of every part, in order. *Reads* the workspace's `quantised` words.
    func find(_ batch: Batch, _ workspace: Workspace, each: (Batch.PlacedPart, [Found]) -> Void) {
        let logits = workspace.logits.start
        linear.apply(kernels, rows: batch.words, workspace.quantised, to: logits)
        for part in batch.parts {
            let first = part.words.lowerBound
            let labels = Viterbi.labels(words: part.words.count, logits + first * linear.padded, stride: linear.padded, scheme)
            let found = scheme.spans(labels).map { span in
                var sum: Float = 0
                for word in span.words {
                    sum += kernels.run.probability(Int32(linear.padded), logits + (first + word) * linear.padded, Int32(labels[word]))
                }
                return Found(
                    rows: first + span.words.lowerBound..<first + span.words.upperBound, kind: span.kind,
                    confidence: sum / Float(span.words.count))
            }
            each(part, found)
        }
    }
}

/// Two independent sets of names.
///
/// *Writes* `names`, `entities`.
struct NameHead {
    private let mix: Mix
    private let names, entities: SpanHead

    init(_ file: WeightsFile, _ kernels: Kernels) throws(LanguageModelProblem) {
        mix = try Mix(file, .names, kernels)
        names = try SpanHead(file, "names", file.labels.nameScheme, kernels)
        entities = try SpanHead(file, "entities", file.labels.entityScheme, kernels)
    }

    func read(_ batch: Batch, _ workspace: Workspace, into reading: inout ExcerptReading) {
        mix.fillWords(batch, workspace)
        names.find(batch, workspace) { reading.names.append(contentsOf: Self.spans($0, $1)) }
        entities.find(batch, workspace) { reading.entities.append(contentsOf: Self.spans($0, $1)) }
    }

    private static func spans(_ part: Batch.PlacedPart, _ found: [SpanHead.Found]) -> [NamedSpan] {
        found.map { NamedSpan(words: part.excerptWords($0.rows), label: UInt8(truncatingIfNeeded: $0.kind), confidence: $0.confidence) }
    }
}

extension Batch.PlacedPart {
    /// Word rows of the batch as words of the excerpt.
    func excerptWords(_ rows: Range<Int>) -> Range<Int> {
        let shift = part.words.lowerBound - words.lowerBound
        return rows.lowerBound + shift..<rows.upperBound + shift
    }
}
