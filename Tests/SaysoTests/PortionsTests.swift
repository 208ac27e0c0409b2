@testable import Sayso
import SaysoCore
import Testing

@Suite struct PortionsTests {
    private func report(_ text: String) -> Report { Report(id: ReportID("r"), text: SourceText(text)) }

    @Test(arguments: [
        String(repeating: "One sentence stands here. ", count: 9000), String(repeating: "é", count: 100_000), String(repeating: "🙂", count: 50_000),
        String(repeating: "line\n", count: 40_000), String(repeating: "x", count: 200_000),
    ])
    func portionsCoverTheTextWithoutCuttingACharacter(_ text: String) {
        let report = report(text)
        let spans = Portions(report).spans
        #expect(spans.first?.start == 0 && spans.last?.end == report.text.count && spans.count > 1)
        for (a, b) in zip(spans, spans.dropFirst()) { #expect(a.end == b.start) }
        for span in spans { #expect(report.text.clamped(span) == span && span.count <= Portions.length + 4 && span.count > 0) }
    }

    @Test func aBookIsReadUpToTheLimitAndSaysSo() {
        let reading = Portions(report(String(repeating: "word ", count: 600_000))).read { Reading(report: $0) }
        #expect(reading.diagnostics.contains { $0.severity == .warning && $0.span?.end == 3_000_000 })
    }

    @Test func whatIsFoundStandsWhereItStood() throws {
        let text = String(repeating: "Nothing happened in the valley that day, and nobody said a word. ", count: 1500)
            + "The army shelled the town of Derna on Monday, its spokesman said."
        let reading = try Reader().read(report(text))
        #expect(reading.diagnostics.contains { $0.message.contains("portions") })
        #expect(!reading.claims.isEmpty)
        for claim in reading.claims {
            for passage in claim.evidence + claim.findings.compactMap(\.words) { #expect(reading.report.text.words(passage.span) == passage.words) }
        }
        for attribution in reading.attributions {
            for passage in attribution.source + attribution.cue + attribution.content { #expect(reading.report.text.words(passage.span) == passage.words) }
        }
        #expect(Set(reading.claims.map(\.id)).count == reading.claims.count)
        #expect(Set(reading.attributions.map(\.id)).count == reading.attributions.count)
    }
}
