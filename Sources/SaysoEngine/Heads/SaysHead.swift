import CSaysoKernels

/// Cues, and for each the probability that a word of its window belongs to its source or to its content.
///
/// *Writes* `cues`.
struct SaysHead {
    /// Words farther away than this count as this far, sentences likewise.
    private static let (reach, sentenceReach) = (40, 2)

    private let mix: Mix
    private let cues: SpanHead
    private let cueSide, wordSide: Linear
    private let u, v, bias, distance, sentenceDistance: UnsafePointer<Float>
    private let kernels: Kernels
    private let (width, says): (Int, Int)

    init(_ file: WeightsFile, _ kernels: Kernels) throws(LanguageModelProblem) {
        (width, says) = (file.configuration.width, file.configuration.says)
        mix = try Mix(file, .says, kernels)
        cues = try SpanHead(file, "cue", file.labels.cueScheme, kernels)
        cueSide = try Linear(file, "says.cue", outputs: 2 * says, inputs: width)
        wordSide = try Linear(file, "says.word", outputs: 2 * says, inputs: width)
        u = try file.tensors.floats("says.u", 2, says, says)
        v = try file.tensors.floats("says.v", 2, says)
        bias = try file.tensors.floats("says.bias", 2)
        distance = try file.tensors.floats("says.dist", 2, 2 * Self.reach + 1)
        sentenceDistance = try file.tensors.floats("says.sdist", 2, 2 * Self.sentenceReach + 1)
        self.kernels = kernels
    }

    func read(_ batch: Batch, _ workspace: Workspace, into reading: inout ExcerptReading) {
        mix.fillWords(batch, workspace)
        var found: [(part: Int, span: SpanHead.Found)] = []
        var part = 0
        cues.find(batch, workspace) { _, spans in
            for span in spans { found.append((part, span)) }
            part += 1
        }
        guard !found.isEmpty else { return }
        wordSide.apply(kernels, rows: batch.words, workspace.quantised, to: workspace.side.start, gelu: true)
        for window in batch.windows {
            var own = found.filter { window.parts.contains($0.part) }
            if own.count > Workspace.mostCues {
                own.sort { ($0.span.confidence, $1.span.rows.lowerBound) > ($1.span.confidence, $0.span.rows.lowerBound) }
                own.removeSubrange(Workspace.mostCues...)
                own.sort { $0.span.rows.lowerBound < $1.span.rows.lowerBound }
            }
            if !own.isEmpty { link(own, window, batch, workspace, into: &reading) }
        }
    }

    private func link(
        _ cues: [(part: Int, span: SpanHead.Found)], _ window: Batch.Window, _ batch: Batch, _ workspace: Workspace,
        into reading: inout ExcerptReading
    ) {
        let parts = batch.parts[window.parts]
        guard let first = parts.first, let last = parts.last else { return }
        let rows = first.words.lowerBound..<last.words.upperBound
        let range = first.part.words.lowerBound..<last.part.words.upperBound
        let means = workspace.sideLeft.start
        let sides = means + Workspace.mostCues * width
        let left = sides + Workspace.mostCues * 2 * says
        for (index, cue) in cues.enumerated() {
            kernels.run.mean(
                Int32(cue.span.rows.count), Int32(width), workspace.words.start + cue.span.rows.lowerBound * width, width,
                means + index * width)
        }
        workspace.quantised.fill(kernels, rows: cues.count, width: width, from: means, stride: width)
        cueSide.apply(kernels, rows: cues.count, workspace.quantised, to: sides, gelu: true)
        let stride = (rows.count + 15) / 16 * 16
        let scores = workspace.scores.start
        let own = scores + Workspace.mostCues * stride
        var roles: [[[Float]]] = [[], []]
        for role in 0..<2 {
            let words = workspace.side.start + rows.lowerBound * 2 * says + role * says
            kernels.run.product(
                Int32(cues.count), Int32(says), Int32(says), sides + role * says, 2 * says, u + role * says * says, says, left, says)
            kernels.run.dots(1, Int32(rows.count), Int32(says), v + role * says, says, words, 2 * says, 1, nil, own, stride)
            kernels.run.dots(
                Int32(cues.count), Int32(rows.count), Int32(says), left, says, words, 2 * says, 1 / Float(says).squareRoot(), own, scores,
                stride)
            for (index, cue) in cues.enumerated() {
                let line = scores + index * stride
                for part in window.parts {
                    let apart = sentenceDistance[role * 5 + Self.clip(part - cue.part, Self.sentenceReach)]
                    for row in batch.parts[part].words {
                        let place = Self.clip(row - cue.span.rows.lowerBound, Self.reach)
                        line[row - rows.lowerBound] += bias[role] + distance[role * 81 + place] + apart
                    }
                }
                kernels.run.sigmoid(Int32(stride), line)
                var probabilities = [Float](repeating: 0, count: range.count)
                for part in parts {
                    for (word, row) in zip(part.part.words, part.words) {
                        probabilities[word - range.lowerBound] = line[row - rows.lowerBound]
                    }
                }
                roles[role].append(probabilities)
            }
        }
        for (index, cue) in cues.enumerated() {
            reading.cues.append(
                CueReading(
                    words: batch.parts[cue.part].excerptWords(cue.span.rows), confidence: cue.span.confidence, window: range,
                    source: roles[0][index], content: roles[1][index]))
        }
    }

    /// −limit…limit as an index from 0.
    private static func clip(_ distance: Int, _ limit: Int) -> Int { min(max(distance, -limit), limit) + limit }
}
