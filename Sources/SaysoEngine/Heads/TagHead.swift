import CSaysoKernels

/// Parts of speech and lemma rules: the greatest score of each word.
///
/// *Writes* `upos`, `xpos`, `lemma`.
struct TagHead {
    private let mix: Mix
    private let upos, xpos, lemma: Linear
    private let kernels: Kernels

    init(_ file: WeightsFile, _ kernels: Kernels) throws(LanguageModelProblem) {
        let width = file.configuration.width
        mix = try Mix(file, .tags, kernels)
        upos = try Linear(file, "upos", outputs: file.labels.upos.count, inputs: width)
        xpos = try Linear(file, "xpos", outputs: file.labels.xpos.count, inputs: width)
        lemma = try Linear(file, "lemma", outputs: file.labels.lemma.count, inputs: width)
        self.kernels = kernels
    }

    func read(_ batch: Batch, _ workspace: Workspace, into reading: inout ExcerptReading) {
        mix.fillWords(batch, workspace)
        choose(upos, batch, workspace) { reading.upos[$0] = UInt8(truncatingIfNeeded: $1) }
        choose(xpos, batch, workspace) { reading.xpos[$0] = UInt8(truncatingIfNeeded: $1) }
        choose(lemma, batch, workspace) { reading.lemma[$0] = UInt16(truncatingIfNeeded: $1) }
    }

    private func choose(_ linear: Linear, _ batch: Batch, _ workspace: Workspace, _ set: (Int, Int32) -> Void) {
        linear.apply(kernels, rows: batch.words, workspace.quantised, to: workspace.logits.start)
        sayso_arg_max(Int32(batch.words), Int32(linear.outputs), workspace.logits.start, linear.padded, workspace.chosen.start)
        for part in batch.parts {
            for (word, row) in zip(part.part.words, part.words) { set(word, workspace.chosen.start[row]) }
        }
    }
}
