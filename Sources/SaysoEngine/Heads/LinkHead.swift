import CSaysoKernels

/// From some words (a cue, an event's word) to every word of their window: how probably each fills this or that role.
///
/// A score is a bilinear form of the two words, a weight of the other word, and weights for how far apart they stand, in words and in sentences.
struct LinkHead {
    /// Words farther away than this count as this far, sentences likewise.
    private static let (reach, sentenceReach) = (40, 2)
    /// As many as any head has: what the workspace is sized for.
    static let mostRoles = 4

    /// Words that links start from: their part of the batch and their rows.
    struct Origin {
        let part: Int
        let rows: Range<Int>
        /// Of more than ``Workspace/mostCues`` in a window the surest are linked.
        let confidence: Float
    }

    private let fromSide, wordSide: Linear
    private let u, v, bias, distance, sentenceDistance: UnsafePointer<Float>
    private let kernels: Kernels
    private let (roles, width, says): (Int, Int, Int)

    init(_ file: WeightsFile, _ name: String, roles: Int, _ kernels: Kernels) throws(LanguageModelProblem) {
        (width, says) = (file.configuration.width, file.configuration.says)
        self.roles = roles
        fromSide = try Linear(file, name + ".cue", outputs: roles * says, inputs: width)
        wordSide = try Linear(file, name + ".word", outputs: roles * says, inputs: width)
        u = try file.tensors.floats(name + ".u", roles, says, says)
        v = try file.tensors.floats(name + ".v", roles, says)
        bias = try file.tensors.floats(name + ".bias", roles)
        distance = try file.tensors.floats(name + ".dist", roles, 2 * Self.reach + 1)
        sentenceDistance = try file.tensors.floats(name + ".sdist", roles, 2 * Self.sentenceReach + 1)
        self.kernels = kernels
    }

    /// Hands every origin its window (excerpt words) and, role by role, a probability for each word of it; in the order of origins within a window.
    ///
    /// The batch's words stand quantised in the workspace (``Mix/fillWords(_:_:)``); they do no more afterwards.
    func link(_ origins: [Origin], _ batch: Batch, _ workspace: Workspace, then take: (Int, Range<Int>, [[Float]]) -> Void) {
        guard !origins.isEmpty else { return }
        wordSide.apply(kernels, rows: batch.words, workspace.quantised, to: workspace.side.start, gelu: true)
        for window in batch.windows {
            var own = origins.indices.filter { window.parts.contains(origins[$0].part) }
            if own.count > Workspace.mostCues {
                own.sort { (origins[$0].confidence, origins[$1].rows.lowerBound) > (origins[$1].confidence, origins[$0].rows.lowerBound) }
                own.removeSubrange(Workspace.mostCues...)
                own.sort()
            }
            if !own.isEmpty { link(own, of: origins, window, batch, workspace, then: take) }
        }
    }

    private func link(
        _ own: [Int], of origins: [Origin], _ window: Batch.Window, _ batch: Batch, _ workspace: Workspace, then take: (Int, Range<Int>, [[Float]]) -> Void
    ) {
        let parts = batch.parts[window.parts]
        guard let first = parts.first, let last = parts.last else { return }
        let rows = first.words.lowerBound..<last.words.upperBound
        let range = first.part.words.lowerBound..<last.part.words.upperBound
        let means = workspace.sideLeft.start
        let sides = means + Workspace.mostCues * width
        let left = sides + Workspace.mostCues * roles * says
        for (index, origin) in own.enumerated() {
            let rows = origins[origin].rows
            kernels.run.mean(Int32(rows.count), Int32(width), workspace.words.start + rows.lowerBound * width, width, means + index * width)
        }
        workspace.quantised.fill(kernels, rows: own.count, width: width, from: means, stride: width)
        fromSide.apply(kernels, rows: own.count, workspace.quantised, to: sides, gelu: true)
        let stride = (rows.count + 15) / 16 * 16
        let scores = workspace.scores.start
        let base = scores + Workspace.mostCues * stride
        var found = [[[Float]]](repeating: [], count: own.count)
        for role in 0..<roles {
            let words = workspace.side.start + rows.lowerBound * roles * says + role * says
            kernels.run.product(
                Int32(own.count), Int32(says), Int32(says), sides + role * says, roles * says, u + role * says * says, says, left, says)
            kernels.run.dots(1, Int32(rows.count), Int32(says), v + role * says, says, words, roles * says, 1, nil, base, stride)
            kernels.run.dots(
                Int32(own.count), Int32(rows.count), Int32(says), left, says, words, roles * says, 1 / Float(says).squareRoot(), base, scores,
                stride)
            for (index, origin) in own.enumerated() {
                let line = scores + index * stride
                for part in window.parts {
                    let apart = sentenceDistance[role * 5 + Self.clip(part - origins[origin].part, Self.sentenceReach)]
                    for row in batch.parts[part].words {
                        let place = Self.clip(row - origins[origin].rows.lowerBound, Self.reach)
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
                found[index].append(probabilities)
            }
        }
        for (index, origin) in own.enumerated() { take(origin, range, found[index]) }
    }

    /// −limit…limit as an index from 0.
    private static func clip(_ distance: Int, _ limit: Int) -> Int { min(max(distance, -limit), limit) + limit }
}
