import CSaysoKernels

/// Words that name an event, its type and how it is put forward.
///
/// *Writes* `events`.
struct EventHead {
    private let mix: Mix
    private let event, modality: Linear
    private let kernels: Kernels

    init(_ file: WeightsFile, _ kernels: Kernels) throws(LanguageModelProblem) {
        let width = file.configuration.width
        mix = try Mix(file, .events, kernels)
        event = try Linear(file, "event", outputs: file.labels.event.count, inputs: width)
        modality = try Linear(file, "modality", outputs: file.labels.modality.count, inputs: width)
        self.kernels = kernels
    }

    func read(_ batch: Batch, _ workspace: Workspace, into reading: inout ExcerptReading) {
        mix.fillWords(batch, workspace)
        let logits = workspace.logits.start
        event.apply(kernels, rows: batch.words, workspace.quantised, to: logits)
        sayso_arg_max(Int32(batch.words), Int32(event.outputs), logits, event.padded, workspace.chosen.start)
        var found: [(word: Int, row: Int, type: Int32, probability: Float)] = []
        for part in batch.parts {
            for (word, row) in zip(part.part.words, part.words) where workspace.chosen.start[row] != 0 {
                let type = workspace.chosen.start[row]
                found.append((word, row, type, kernels.run.probability(Int32(event.padded), logits + row * event.padded, type)))
            }
        }
        guard !found.isEmpty else { return }
        modality.apply(kernels, rows: batch.words, workspace.quantised, to: logits)
        sayso_arg_max(Int32(batch.words), Int32(modality.outputs), logits, modality.padded, workspace.chosen.start)
        for event in found {
            reading.events.append(
                EventReading(
                    word: event.word, type: UInt8(truncatingIfNeeded: event.type),
                    modality: UInt8(truncatingIfNeeded: workspace.chosen.start[event.row]), probability: event.probability))
        }
    }
}
