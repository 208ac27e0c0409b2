import SaysoCore
import Testing

@testable import SaysoServer

@Suite struct MarkerTests {
    private let text = SourceText("At least six jets flew in from the north.")

    @Test func marksThatOverlapAreCutWhereTheyWouldCross() {
        let tokens = Marker.tokens(in: text.whole, marks: [Mark(TextSpan(0, 17), rank: 0, "A"), Mark(TextSpan(9, 25), rank: 0, "B")])
        #expect(drawn(tokens) == "<A>At least <B>six jets</B></A><B…> flew in</B> from the north.")
    }

    @Test func ofMarksThatBeginTogetherTheLongerHoldsTheShorter() {
        let tokens = Marker.tokens(in: text.whole, marks: [Mark(TextSpan(0, 8), rank: 0, "in"), Mark(TextSpan(0, 17), rank: 0, "out")])
        #expect(drawn(tokens) == "<out><in>At least</in> six jets</out> flew in from the north.")
    }

    @Test func ofMarksWithOneSpanTheLowerRankHoldsTheHigher() {
        let tokens = Marker.tokens(
            in: TextSpan(0, 8), marks: [Mark(TextSpan(0, 8), rank: 2, "part"), Mark(TextSpan(0, 8), rank: 0, "speech")])
        #expect(drawn(tokens) == "<speech><part>At least</part></speech>")
    }

    @Test func aMarkOverTwoParagraphsIsOpenedAgainInTheSecond() {
        let lines = Marker.tokens(in: [TextSpan(0, 8), TextSpan(9, 17)], marks: [Mark(TextSpan(3, 12), rank: 0, "A")])
        #expect(lines.map(drawn) == ["At <A>least</A…>", "<A…>six</A> jets"])
    }

    @Test func emptyMarksAndMarksOutsideAreLeftOut() {
        let tokens = Marker.tokens(in: TextSpan(3, 8), marks: [Mark(TextSpan(4, 4), rank: 0, "A"), Mark(TextSpan(20, 25), rank: 0, "B")])
        #expect(drawn(tokens) == "least")
    }

    @Test func anyMarksGiveTokensThatNestAndLoseNoText() {
        var chance = Chance(seed: 7)
        for _ in 0..<400 {
            let marks = (0..<chance.below(14)).map { index in
                let start = chance.below(text.count)
                return Mark(TextSpan(start, min(text.count, start + chance.below(20))), rank: chance.below(3), "m\(index)")
            }
            let range = TextSpan(chance.below(10), text.count - chance.below(10))
            var open: [String] = []
            var read = ""
            for token in Marker.tokens(in: range, marks: marks) {
                switch token {
                case .text(let span): read += text.words(span)
                case .open(let name, _): open.append(name)
                case .close(let name, _): #expect(open.popLast() == name)
                }
            }
            #expect(open.isEmpty)
            #expect(read == text.words(range))
        }
    }

    @Test func aThousandNestedMarksDoNotCostTheirSquare() {
        let text = SourceText(String(repeating: "word ", count: 4000))
        let marks = (0..<4000).map { Mark(TextSpan($0, text.count - $0), rank: 0, $0) }
        let tokens = Marker.tokens(in: text.whole, marks: marks)
        #expect(tokens.count < 8000)
    }

    private func drawn(_ tokens: [MarkToken<String>]) -> String {
        tokens.map { token in
            switch token {
            case .text(let span): text.words(span)
            case .open(let name, let isFirst): "<\(name)\(isFirst ? "" : "…")>"
            case .close(let name, let isLast): "</\(name)\(isLast || !["A"].contains(name) ? "" : "…")>"
            }
        }.joined()
    }
}

/// A small generator whose numbers are the same on every machine (Knuth's MMIX constants).
struct Chance {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func below(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return limit > 0 ? Int(state >> 33) % limit : 0
    }
}
