import Testing

@testable import SaysoEngine

@Suite struct WindowPackerTests {
    /// Parts of so many pieces, each with its paragraph.
    private func parts(_ sizes: [(pieces: Int, paragraph: Int)]) -> [Part] {
        sizes.enumerated().map { index, size in
            Part(words: index..<index + 1, sentence: index, paragraph: size.paragraph, pieces: size.pieces, isFirst: true, isLast: true)
        }
    }

    @Test(arguments: [
        ([(40, 0), (40, 0), (40, 0)], [0..<2, 2..<3]),
        ([(100, 0)], [0..<1]),
        ([(250, 0), (250, 0), (10, 1)], [0..<1, 1..<2, 2..<3]),
        // Half full, and the next paragraph does not fit whole: it starts a window.
        ([(60, 0), (30, 1), (30, 1)], [0..<1, 1..<3]),
        // Less than half full: filled sentence by sentence.
        ([(40, 0), (30, 1), (30, 1), (30, 1)], [0..<3, 3..<4]),
        // It fits whole.
        ([(60, 0), (20, 1), (20, 1), (90, 2)], [0..<3, 3..<4]),
        ([], []),
    ])
    func `packs sentences`(sizes: [(Int, Int)], windows: [Range<Int>]) {
        #expect(WindowPacker(limit: 100).windows(parts(sizes.map { (pieces: $0.0, paragraph: $0.1) })) == windows)
    }

    @Test(arguments: 1...50)
    func `windows follow each other, hold whole sentences and pass the limit only for one`(seed: UInt64) {
        var dice = Dice(state: seed)
        var paragraph = 0
        let parts = parts(
            (0..<60).map { _ in
                if Int.random(in: 0..<4, using: &dice) == 0 { paragraph += 1 }
                return (Int.random(in: 1...60, using: &dice), paragraph)
            })
        var next = 0
        for window in WindowPacker(limit: 100).windows(parts) {
            #expect(window.lowerBound == next && !window.isEmpty)
            #expect(window.count == 1 || parts[window].reduce(0) { $0 + $1.pieces } <= 100)
            next = window.upperBound
        }
        #expect(next == parts.count)
    }
}
