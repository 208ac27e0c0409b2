import SaysoCore
import Testing

@testable import SaysoServer

@Suite struct TextMarkingTests {
    private let report = World.watiyaReport().reading

    private func marked(_ reading: Reading, lit: ClaimID? = nil) -> MarkedText {
        TextMarking(IndexedReading(reading), lit: lit, address: { "#\($0.id)" }).marked(
            Paragraphs.split(reading.report.text), title: reading.report.title)
    }

    private func words(_ paragraph: MarkedParagraph) -> String {
        paragraph.tokens.map { if case .text(let text) = $0.kind { text } else { "" } }.joined()
    }

    @Test func theTitleIsTheHeadingWhenTheTextBeginsWithIt() {
        let text = marked(report)
        #expect(text.paragraphs.first?.isHeading == true)
        #expect(text.paragraphs.dropFirst().allSatisfy { !$0.isHeading })
    }

    @Test(arguments: [
        ("Army takes town\n\nThe army took it.", true), ("The army took it.\n\nMore later.", false), ("Army takes town", false),
    ])
    func withoutATitleAFirstLineThatLooksLikeOneIsTheHeading(text: String, isHeading: Bool) {
        #expect(marked(ReadingBuilder(text, outlet: nil).reading).paragraphs[0].isHeading == isHeading)
    }

    @Test func furnitureIsLeftOut() {
        let shown = marked(report).paragraphs.map(words)
        #expect(!shown.contains { $0.contains("More Posts") || $0.contains("Send Us") })
        #expect(shown.count == 7)
    }

    @Test func furnitureInsideAParagraphLeavesASign() {
        var builder = ReadingBuilder("Before the fold. Share this! After it.", outlet: nil)
        builder.residue("Share this!", .share)
        let paragraph = marked(builder.reading).paragraphs[0]
        #expect(words(paragraph) == "Before the fold.After it.")
        #expect(paragraph.tokens.contains { if case .cut = $0.kind { true } else { false } })
    }

    @Test func everyClaimHasOneNumberInTextOrder() {
        var numbers: [Int] = []
        for token in marked(report).paragraphs.flatMap(\.tokens) {
            if case .claim(let mark) = token.kind, mark.isFirst { numbers.append(mark.number) }
        }
        #expect(numbers == Array(1...report.claims.count))
    }

    @Test func theHiddenLabelSaysNumberFirmnessAndVoices() {
        let labels = marked(report).paragraphs.flatMap(\.tokens).compactMap { token -> String? in
            if case .claim(let mark) = token.kind, mark.isFirst { mark.label } else { nil }
        }
        #expect(labels[3] == "claim 4 of 8, asserted, Fathi Bashagha through Reports (unnamed)")
        #expect(labels[0] == "claim 1 of 8, asserted, the outlet’s own words")
    }

    @Test func claimsThatOverlapHaveUnderlinesAtDifferentHeights() {
        var levels: [Int: Int] = [:]
        for token in marked(report).paragraphs.flatMap(\.tokens) {
            if case .claim(let mark) = token.kind { levels[mark.number] = mark.level }
        }
        #expect(levels[2] == 0)
        #expect(levels[3] == 1)
        #expect(levels[4] == 0)
    }

    @Test func onlyTheLitClaimsPartsStandOut() {
        let claim = IndexedReading(report).claims[3]
        let lit = marked(report, lit: claim.id).paragraphs.flatMap(\.tokens).compactMap { token -> String? in
            if case .part(let mark) = token.kind { mark.lit } else { nil }
        }
        #expect(Set(lit) == ["speaker", "cue", "count", "place"])
        #expect(
            marked(report).paragraphs.flatMap(\.tokens).allSatisfy { if case .part(let mark) = $0.kind { mark.lit == nil } else { true } })
    }

    @Test func aSpeakerStandsInTheMarginOnceForAParagraph() {
        let speakers = marked(report).paragraphs.map { paragraph in
            paragraph.tokens.compactMap { if case .speech(let mark) = $0.kind { mark.speaker } else { nil } }
        }
        #expect(speakers[2] == ["Mohammed Gnounou"])
        #expect(speakers[3] == ["“Reports” ← Fathi Bashagha"])
        #expect(speakers[6] == ["“A spokesman for the Libyan National Army”"])
    }

    @Test func aVeryLongTextIsCutAndSaysSo() {
        let long = ReadingBuilder(String(repeating: "A sentence that says little.\n\n", count: 20_000), outlet: nil).reading
        #expect(marked(long).isCut)
        #expect(!marked(report).isCut)
    }
}
