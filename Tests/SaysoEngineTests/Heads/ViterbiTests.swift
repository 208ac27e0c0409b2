import Testing

@testable import SaysoEngine

@Suite struct ViterbiTests {
    private static let labels = ["O", "B-X", "I-X", "I-Y", "B-Y"]
    private let scheme: SpanScheme

    init() throws { scheme = try #require(SpanScheme(Self.labels)) }

    private func mayFollow(_ before: Int?, _ label: Int) -> Bool {
        guard case .inside(let kind) = scheme.roles[label] else { return true }
        return before == scheme.begin[kind] || before != nil && before == scheme.inside[kind]
    }

    @Test(arguments: 1...60)
    func `finds the best allowed sequence`(seed: UInt64) {
        var dice = Dice(state: seed)
        let (words, count, stride) = (Int.random(in: 1...5, using: &dice), 5, 16)
        let scores = dice.floats(words * stride)
        var best: (total: Float, labels: [Int]) = (-.infinity, [])
        for number in 0..<Int(3125) {
            var rest = number
            let labels = (0..<words).map { _ in
                defer { rest /= count }
                return rest % count
            }
            guard labels.indices.allSatisfy({ mayFollow($0 == 0 ? nil : labels[$0 - 1], labels[$0]) }) else { continue }
            let total = labels.enumerated().reduce(Float(0)) { $0 + scores[$1.offset * stride + $1.element] }
            if total > best.total + 1e-5 { best = (total, labels) }
        }
        #expect(Viterbi.labels(words: words, scores, stride: stride, scheme) == best.labels)
    }

    @Test(arguments: 1...20)
    func `never breaks the rules, whatever the scores`(seed: UInt64) {
        var dice = Dice(state: seed)
        var scores = dice.floats(250 * 16, -1e30...1e30)
        for index in scores.indices where index % 7 == 0 { scores[index] = [.nan, .infinity, -.infinity][index % 3] }
        let labels = Viterbi.labels(words: 250, scores, stride: 16, scheme)
        for index in labels.indices { #expect(mayFollow(index == 0 ? nil : labels[index - 1], labels[index])) }
        let spans = scheme.spans(labels)
        for (before, after) in zip(spans, spans.dropFirst()) { #expect(before.words.upperBound <= after.words.lowerBound) }
    }

    @Test(arguments: [["O", "B-A", "I-A"], ["O"], ["O", "B", "I"], ["B-A", "O"]])
    func `accepts labels of the form`(labels: [String]) { #expect(SpanScheme(labels) != nil) }

    @Test(arguments: [[], ["B-A", "I-A"], ["O", "X"], ["O", "B-A", "B-A"], ["O", "O"], ["O", "BA"]])
    func `refuses other labels`(labels: [String]) { #expect(SpanScheme(labels) == nil) }
}
