import CSaysoKernels

/// Words that may name an event: of which type, how it is put forward, and who, where and when stands around it.
///
/// *Writes* `events`.
struct EventHead {
    /// A type whose score lies this far below “none” (a probability of some 2 %) is worth no look: whoever reads the scores weighs them with other signs.
    private static let least: Float = -4

    private let mix: Mix
    private let event, modality: Linear
    private let links: LinkHead
    private let kernels: Kernels

    init(_ file: WeightsFile, _ kernels: Kernels) throws(LanguageModelProblem) {
        let width = file.configuration.width
        mix = try Mix(file, .events, kernels)
        event = try Linear(file, "event", outputs: file.labels.event.count, inputs: width)
        modality = try Linear(file, "modality", outputs: file.labels.modality.count, inputs: width)
        links = try LinkHead(file, "roles", roles: EventReading.roles, kernels)
        self.kernels = kernels
    }

    func read(_ batch: Batch, _ workspace: Workspace, into reading: inout ExcerptReading) {
        mix.fillWords(batch, workspace)
        let logits = workspace.logits.start
        event.apply(kernels, rows: batch.words, workspace.quantised, to: logits)
        var found: [(word: Int, scores: [Float])] = []
        var origins: [LinkHead.Origin] = []
        for (index, part) in batch.parts.enumerated() {
            for (word, row) in zip(part.part.words, part.words) {
                let line = logits + row * event.padded
                let scores = (1..<event.outputs).map { line[$0] - line[0] }
                guard let best = scores.max(), best > Self.least else { continue }
                found.append((word, scores))
                origins.append(LinkHead.Origin(part: index, rows: row..<row + 1, confidence: best))
            }
        }
        guard !found.isEmpty else { return }
        modality.apply(kernels, rows: batch.words, workspace.quantised, to: logits)
        sayso_arg_max(Int32(batch.words), Int32(modality.outputs), logits, modality.padded, workspace.chosen.start)
        links.link(origins, batch, workspace) { index, window, roles in
            reading.events.append(
                EventReading(
                    word: found[index].word, scores: found[index].scores,
                    modality: UInt8(truncatingIfNeeded: workspace.chosen.start[origins[index].rows.lowerBound]), window: window, roles: roles))
        }
    }
}
