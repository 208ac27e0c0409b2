import CSaysoKernels

/// A vector of length 1 for each sentence: the mean of its pieces, through one linear layer.
///
/// *Writes* `sentenceVectors`. The parts of a long sentence come in order; the last one closes it.
struct SentenceHead {
    private let mix: Mix
    private let linear: Linear
    private let kernels: Kernels
    private let width: Int

    init(_ file: WeightsFile, _ kernels: Kernels) throws(LanguageModelProblem) {
        width = file.configuration.width
        mix = try Mix(file, .sentence, kernels)
        linear = try Linear(file, "sentence", outputs: width, inputs: width)
        self.kernels = kernels
    }

    func read(_ batch: Batch, _ workspace: Workspace, into reading: inout ExcerptReading) {
        // Rows are free again: the heads that used them are done.
        let (mean, vector) = (workspace.state.start, workspace.attended.start)
        for part in batch.parts {
            mix.fillPieces(part.rows, workspace)
            kernels.run.mean(Int32(part.rows.count), Int32(width), workspace.words.start, width, mean)
            if !(part.part.isFirst && part.part.isLast) {
                guard join(part, mean, workspace) else { continue }
            }
            workspace.quantised.fill(kernels, rows: 1, width: width, from: mean, stride: width)
            linear.apply(kernels, rows: 1, workspace.quantised, to: vector)
            kernels.run.unit(Int32(width), vector)
            reading.sentenceVectors?[part.part.sentence] = Array(UnsafeBufferPointer(start: vector, count: width))
        }
    }

    /// Adds a part to the sentence's mean; true, with the whole mean in `mean`, at its last.
    private func join(_ part: Batch.PlacedPart, _ mean: UnsafeMutablePointer<Float>, _ workspace: Workspace) -> Bool {
        if part.part.isFirst { workspace.sentence = (Array(repeating: 0, count: width), 0) }
        for index in 0..<width { workspace.sentence.sum[index] += mean[index] * Float(part.rows.count) }
        workspace.sentence.pieces += part.rows.count
        guard part.part.isLast else { return false }
        for index in 0..<width { mean[index] = workspace.sentence.sum[index] / Float(workspace.sentence.pieces) }
        return true
    }
}
