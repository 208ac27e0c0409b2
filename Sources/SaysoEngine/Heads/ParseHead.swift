import CSaysoKernels

/// Dependency trees: biaffine scores of every word with every other of its sentence and with ROOT, then one tree, then labels
/// (Dozat and Manning 2017).
///
/// *Writes* `head`, `deprel`. Each part of a long sentence is parsed by itself; the roots of later parts hang on the first one's as
/// parataxis.
struct ParseHead {
    private let mix: Mix
    private let projection, relations: Linear
    private let arcU, arcB, relationW, relationB: UnsafePointer<Float>
    private let kernels: Kernels
    private let (arc, label, count, width): (Int, Int, Int, Int)
    private let (root, parataxis): (Int, Int)

    init(_ file: WeightsFile, _ kernels: Kernels) throws(LanguageModelProblem) {
        let sizes = file.configuration
        (arc, label, count, width) = (sizes.arc, sizes.label, file.labels.deprel.count, sizes.parseWidth)
        (root, parataxis) = (file.labels.root, file.labels.parataxis)
        mix = try Mix(file, .parse, kernels)
        projection = try Linear(file, "parse.proj", outputs: width, inputs: sizes.width)
        relations = try Linear(file, "parse.label.r", outputs: count * label, inputs: label)
        arcU = try file.tensors.floats("parse.arc.u", arc, arc)
        arcB = try file.tensors.floats("parse.arc.b", arc)
        relationW = try file.tensors.floats("parse.label.w", count, 2 * label)
        relationB = try file.tensors.floats("parse.label.b", count)
        self.kernels = kernels
    }

    func read(_ batch: Batch, _ workspace: Workspace, into reading: inout ExcerptReading) {
        mix.fillWords(batch, workspace)
        let rows = workspace.parse.start
        projection.apply(kernels, rows: batch.words, workspace.quantised, to: rows, gelu: true)
        kernels.run.product(Int32(batch.words), Int32(arc), Int32(arc), rows, width, arcU, arc, workspace.arcs.start, arc)
        kernels.run.dots(
            1, Int32(batch.words), Int32(arc), arcB, arc, rows + arc, width, 1, nil, workspace.scratch.start, batch.words)
        for part in batch.parts { parse(part, workspace, into: &reading) }
    }

    private func parse(_ part: Batch.PlacedPart, _ workspace: Workspace, into reading: inout ExcerptReading) {
        let (first, size) = (part.words.lowerBound, part.words.count)
        let (rows, scores, headBias) = (workspace.parse.start, workspace.scores.start, workspace.scratch.start)
        let factor = 1 / Float(arc).squareRoot()
        let dependants = workspace.arcs.start + first * arc
        kernels.run.dots(
            Int32(size), 1, Int32(arc), dependants, arc, rows + part.root * width + arc, width, factor, headBias + part.root, scores,
            size + 1)
        kernels.run.dots(
            Int32(size), Int32(size), Int32(arc), dependants, arc, rows + first * width + arc, width, factor, headBias + first, scores + 1,
            size + 1)
        let heads = SpanningTree.heads(size, scores)
        let base = part.part.words.lowerBound
        for (word, head) in heads.enumerated() {
            if head > 0 {
                reading.head[base + word] = Int32(base + head - 1)
            } else if part.part.isFirst {
                workspace.sentenceRoot = base + word
                reading.head[base + word] = -1
                reading.deprel[base + word] = UInt8(truncatingIfNeeded: root)
            } else {
                reading.head[base + word] = Int32(workspace.sentenceRoot)
                reading.deprel[base + word] = UInt8(truncatingIfNeeded: parataxis)
            }
        }
        for start in stride(from: 0, to: size, by: Workspace.labelRows) {
            let chunk = start..<min(start + Workspace.labelRows, size)
            name(chunk, heads, part, workspace) { reading.deprel[base + $0] = UInt8(truncatingIfNeeded: $1) }
        }
    }

    /// Scores the relations of some words to their heads.
    private func name(_ chunk: Range<Int>, _ heads: [Int], _ part: Batch.PlacedPart, _ workspace: Workspace, _ set: (Int, Int) -> Void) {
        let first = part.words.lowerBound
        let (dependants, governors) = (workspace.parse.start + 2 * arc, workspace.parse.start + 2 * arc + label)
        workspace.quantised.fill(
            kernels, rows: chunk.count, width: label, from: dependants + (first + chunk.lowerBound) * width, stride: width)
        relations.apply(kernels, rows: chunk.count, workspace.quantised, to: workspace.labels.start)
        let scores = workspace.logits.start
        for word in chunk where heads[word] > 0 {
            let dependant = dependants + (first + word) * width
            let governor = governors + (first + heads[word] - 1) * width
            let bilinear = workspace.labels.start + (word - chunk.lowerBound) * relations.padded
            kernels.run.dots(1, Int32(count), Int32(label), dependant, label, relationW, 2 * label, 1, relationB, scores, count)
            kernels.run.dots(1, Int32(count), Int32(label), governor, label, relationW + label, 2 * label, 1, scores, scores, count)
            kernels.run.dots(1, Int32(count), Int32(label), governor, label, bilinear, label, 1, scores, scores, count)
            var best = root == 0 ? 1 : 0
            for relation in 0..<count where relation != root && scores[relation] > scores[best] { best = relation }
            set(word, best)
        }
    }
}
