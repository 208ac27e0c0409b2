import Testing

@testable import SaysoEngine

@Suite struct SpanningTreeTests {
    private func total(_ heads: [Int], _ scores: [Float]) -> Float {
        heads.enumerated().reduce(0) { $0 + scores[$1.offset * (heads.count + 1) + $1.element] }
    }

    @Test(arguments: 1...5, 1...40)
    func `finds the best tree with one root`(count: Int, seed: UInt64) {
        var dice = Dice(state: seed &* 1000 &+ UInt64(count))
        let scores = dice.floats(count * (count + 1))
        var best: (total: Float, heads: [Int]) = (-.infinity, [])
        var number = 0
        while true {
            var rest = number
            let heads = (0..<count).map { _ in
                defer { rest /= count + 1 }
                return rest % (count + 1)
            }
            if rest > 0 { break }
            number += 1
            if SpanningTree.isTree(heads), total(heads, scores) > best.total { best = (total(heads, scores), heads) }
        }
        let found = SpanningTree.maximum(count, scores)
        #expect(SpanningTree.isTree(found))
        #expect(abs(total(found, scores) - best.total) < 1e-4)
        #expect(SpanningTree.heads(count, scores) == found)
    }

    @Test(arguments: [1, 2, 17, 120], 1...5)
    func `is a tree whatever the scores`(count: Int, seed: UInt64) {
        var dice = Dice(state: seed)
        var scores = dice.floats(count * (count + 1))
        if seed > 2 { for index in scores.indices where index % 3 == 0 { scores[index] = [.nan, .infinity, -.infinity, 1e30][index % 4] } }
        if seed > 3 { scores = scores.map { _ in 1 } }
        if seed > 4 { scores = scores.map { _ in .nan } }
        #expect(SpanningTree.isTree(SpanningTree.heads(count, scores)))
        #expect(SpanningTree.isTree(SpanningTree.maximum(count, scores)))
    }

    @Test(arguments: [
        ([0], true), ([1], false), ([0, 0], false), ([2, 1], false), ([2, 0], true), ([3, 0, 2], true), ([2, 3, 2], false),
    ])
    func `knows a tree`(heads: [Int], isTree: Bool) { #expect(SpanningTree.isTree(heads) == isTree) }
}
