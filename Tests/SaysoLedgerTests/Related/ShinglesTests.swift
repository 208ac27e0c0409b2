import SaysoCore
import SaysoTestSupport
import Testing

@testable import SaysoLedger

@Suite struct ShinglesTests {
    private func shingles(_ text: String, residue: [String] = []) -> Shingles {
        var reading = Sample.report(text).reading
        reading.residue = residue.map { Residue(passage: Sample.passage($0, in: reading.report.text), kind: .related, rule: "r") }
        return Shingles(reading)
    }

    private func run(_ a: String, _ b: String) -> String? {
        shingles(a).shared(with: shingles(b)).run.map { SourceText(a).words($0) }
    }

    @Test func theSameTextIsSharedWhole() {
        let text = "The mayor of the port said that two ships had left it in the night."
        let (share, run) = shingles(text).shared(with: shingles(text.uppercased()))
        #expect(share == 1)
        #expect(run.map { SourceText(text).words($0) } == String(text.dropLast()))
    }

    @Test func theShareIsOfTheShorterText() {
        let short = "one two three four five six seven eight nine ten"
        let (share, _) = shingles("\(short) eleven twelve thirteen fourteen fifteen sixteen seventeen").shared(with: shingles(short))
        #expect(share == 1)
    }

    @Test(arguments: ["“", "«", "\""], ["”", "»", "\""])
    func whatIsQuotedDoesNotCount(_ open: String, _ close: String) {
        let quotation = "\(open)we shall not go home before the last of us is free again\(close)"
        if [("“", "”"), ("«", "»"), ("\"", "\"")].contains(where: { $0.0 == open && $0.1 == close }) {
            let (share, _) = shingles("\(quotation) said the man at the gate of the old mill today").shared(
                with: shingles("Nobody there spoke until \(quotation)"))
            #expect(share == 0)
        }
    }

    @Test func aQuotationThatNeverClosesEndsWithItsParagraph() {
        let quoted = Quoted.spans(in: Array("a “b c\nd e ” f".utf8))
        #expect(quoted == [TextSpan(2, 8)])
    }

    @Test func furnitureDoesNotCount() {
        let furniture = "More posts from this desk and many others you may like"
        let (share, _) = shingles("Calm in the hills.\n\(furniture)", residue: [furniture])
            .shared(with: shingles("War on the coast.\n\(furniture)", residue: [furniture]))
        #expect(share == 0)
    }

    @Test func theLongestRunIsTheEvidence() {
        let run = run("a b c d e x x x x x x one two three four five six seven z", "one two three four five six seven q a b c d e")
        #expect(run == "one two three four five six seven")
    }

    @Test func tooShortTextsShareNothing() {
        #expect(shingles("one two three four").shared(with: shingles("one two three four")) == (0, nil))
        #expect(shingles("").sample.isEmpty)
    }

    /// "the the the …" twice over: quadratic in a naive search for the longest run.
    @Test(.timeLimit(.minutes(1))) func aMillionEqualWordsTakeNoTime() {
        let long = Shingles(Array(String(repeating: "the ", count: 300_000).utf8), leavingOut: [])
        let (share, run) = long.shared(with: long)
        #expect(share == 1 && run?.start == 0)
    }

    @Test func aLongTextIsSampledTheSameWayInEveryReport() {
        let words = (0..<3000).map { "w\($0)" }.joined(separator: " ")
        let sample = shingles(words).sample
        #expect((200...600).contains(sample.count))
        #expect(Set(sample).isSubset(of: Set(shingles("before it " + words + " behind it").sample)))
    }
}

private func == (a: (share: Double, run: TextSpan?), b: (Double, TextSpan?)) -> Bool { a.share == b.0 && a.run == b.1 }
