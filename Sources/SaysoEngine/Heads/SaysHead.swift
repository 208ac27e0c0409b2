import CSaysoKernels

/// Cues, and for each the probability that a word of its window belongs to its source or to its content.
///
/// *Writes* `cues`.
struct SaysHead {
    private let mix: Mix
    private let cues: SpanHead
    private let links: LinkHead

    init(_ file: WeightsFile, _ kernels: Kernels) throws(LanguageModelProblem) {
        mix = try Mix(file, .says, kernels)
        cues = try SpanHead(file, "cue", file.labels.cueScheme, kernels)
        links = try LinkHead(file, "says", roles: 2, kernels)
    }

    func read(_ batch: Batch, _ workspace: Workspace, into reading: inout ExcerptReading) {
        mix.fillWords(batch, workspace)
        var found: [LinkHead.Origin] = []
        var part = 0
        cues.find(batch, workspace) { _, spans in
            for span in spans { found.append(LinkHead.Origin(part: part, rows: span.rows, confidence: span.confidence)) }
            part += 1
        }
        links.link(found, batch, workspace) { index, window, roles in
            let cue = found[index]
            reading.cues.append(
                CueReading(
                    words: batch.parts[cue.part].excerptWords(cue.rows), confidence: cue.confidence, window: window, source: roles[0],
                    content: roles[1]))
        }
    }
}
