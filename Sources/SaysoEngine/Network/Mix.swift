import CSaysoKernels

/// A task's view of the encoder: its own weighting of the last three layers, and a word as the mean of its first and last piece.
struct Mix {
    /// Rows of the tensor `mix`, in the file's order.
    enum Task: Int {
        case tags, parse, names, says, events, sentence
    }

    private let weights: UnsafePointer<Float>
    private let kernels: Kernels
    private let width: Int

    init(_ file: WeightsFile, _ task: Task, _ kernels: Kernels) throws(LanguageModelProblem) {
        weights = try file.tensors.floats("mix", 6, 3) + 3 * task.rawValue
        self.kernels = kernels
        width = file.configuration.width
    }

    /// Writes the word vectors of a batch, ROOTs included, to the workspace's `words`, and their 8-bit form to its `quantised`.
    func fillWords(_ batch: Batch, _ workspace: Workspace) {
        fill(batch.words, workspace.first.start, workspace.last.start, workspace)
        workspace.quantised.fill(kernels, rows: batch.words, width: width, from: workspace.words.start, stride: width)
    }

    /// Writes the vectors of piece rows to the workspace's `words`.
    func fillPieces(_ rows: Range<Int>, _ workspace: Workspace) {
        let each = workspace.each.start + rows.lowerBound
        fill(rows.count, each, each, workspace)
    }

    private func fill(_ count: Int, _ first: UnsafePointer<Int32>, _ last: UnsafePointer<Int32>, _ workspace: Workspace) {
        let kept = workspace.kept
        kernels.run.word_vectors(
            Int32(count), Int32(width), first, last, kept[0].start, kept[1].start, kept[2].start, weights, workspace.words.start)
    }
}
