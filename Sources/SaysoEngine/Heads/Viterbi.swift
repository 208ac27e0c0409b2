/// The best sequence of labels that keeps a scheme's rules (Viterbi 1967).
enum Viterbi {
    /// - Parameter scores: [words, labels] with rows `stride` apart. Only differences inside a row count, so raw scores serve as well as
    ///   logarithms of probabilities.
    static func labels(words: Int, _ scores: UnsafePointer<Float>, stride: Int, _ scheme: SpanScheme) -> [Int] {
        guard words > 0 else { return [] }
        let count = scheme.roles.count
        var best = [Float](repeating: -.infinity, count: count)
        var next = best
        var from = [UInt8](repeating: 0, count: words * count)
        for word in 0..<words {
            let row = scores + word * stride
            // Sums stay small, and so exact, if the best of each word counts 0.
            var most = row[0]
            for label in 1..<count { most = max(most, row[label]) }
            let before = word == 0 ? nil : greatest(best)
            for label in 0..<count {
                var previous: Int?
                switch scheme.roles[label] {
                case .outside, .begin: previous = before
                case .inside(let kind):
                    guard word > 0 else {
                        next[label] = -.infinity
                        continue
                    }
                    previous = scheme.inside[kind]
                    if let begin = scheme.begin[kind], previous.map({ best[begin] >= best[$0] }) ?? true { previous = begin }
                }
                next[label] = (row[label] - most) + (previous.map { best[$0] } ?? 0)
                from[word * count + label] = UInt8(truncatingIfNeeded: previous ?? 0)
            }
            swap(&best, &next)
        }
        var label = greatest(best)
        var labels = [Int](repeating: label, count: words)
        for word in Swift.stride(from: words - 1, to: 0, by: -1) {
            label = Int(from[word * count + label])
            labels[word - 1] = label
        }
        return labels
    }

    private static func greatest(_ values: [Float]) -> Int {
        var best = 0
        for index in values.indices where values[index] > values[best] { best = index }
        return best
    }
}
