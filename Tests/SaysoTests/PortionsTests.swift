import SaysoCore
import Testing

@testable import Sayso

@Suite struct PortionsTests {
    private func report(_ text: String) -> Report { Report(id: ReportID("r"), text: SourceText(text)) }

    @Test(arguments: [
        String(repeating: "One sentence stands here. ", count: 9000), String(repeating: "é", count: 100_000),
        String(repeating: "🙂", count: 50_000),
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
        let text =
            String(repeating: "Nothing happened in the valley that day, and nobody said a word. ", count: 1500)
            + "The army shelled the town of Derna on Monday, its spokesman said."
        let reading = try Reader().read(report(text))
        #expect(reading.diagnostics.contains { $0.message.contains("portions") })
        #expect(!reading.claims.isEmpty)
        for claim in reading.claims {
            for passage in claim.evidence + claim.findings.compactMap(\.words) {
                #expect(reading.report.text.words(passage.span) == passage.words)
            }
        }
        for attribution in reading.attributions {
            for passage in attribution.source + attribution.cue + attribution.content {
                #expect(reading.report.text.words(passage.span) == passage.words)
            }
        }
        #expect(Set(reading.claims.map(\.id)).count == reading.claims.count)
        #expect(Set(reading.attributions.map(\.id)).count == reading.attributions.count)
    }

    /// Some 70 KB without a line break: two portions, and what is asked for stands in the last.
    private static let long = String(repeating: "Nothing was said there. ", count: 2900)
    private static let last = "Gunmen attacked the market of Kandahar on Monday."

    private func answer<Layer: AnnotationLayer>(_ layer: Layer.Type, _ more: String = "") throws -> JSON {
        let row = try ExchangeRow(Array(#"{"id":"a","date":"2024-05-15","text":"\#(Self.long + Self.last)"\#(more)}"#.utf8))
        return try JSON(parsing: Layer(reader: Samples.reader).annotate(row))
    }

    private func words(_ json: JSON?) -> String? {
        guard let start = json?["start"]?.integer, let end = json?["end"]?.integer else { return nil }
        return String(decoding: Array((Self.long + Self.last).utf8)[start..<end], as: UTF8.self)
    }

    @Test func everyLayerAnswersForALongLineWhereTheWordsStand() throws {
        #expect(words(try answer(PlacesLayer.self)["toponyms"]?.array?.last) == "Kandahar")
        let start = Self.long.utf8.count + 7
        let times = try answer(TimesLayer.self, #","events":[{"start":\#(start),"end":\#(start + 8)},{"start":3,"end":6}]"#)
        #expect(words(times["timexes"]?.array?.last) == "Monday")
        #expect(times["events"]?.array?.map { $0["date"]?.string } == ["2024-05-13", "2024-05-15"])
        let event = try answer(EventPlacesLayer.self, #","event":{"start":\#(start),"end":\#(start + 8)}"#)
        #expect(words(event["locations"]?.array?.first) == "Kandahar")
        let evidence = try answer(TriggerCandidatesLayer.self)["candidates"]?.array?.last?["evidence"]?.array
        #expect(evidence?.first?.integer.map { $0 >= Self.long.utf8.count } == true)
    }

    @Test func everyTokenOfALongLineIsWritten() throws {
        let row = try ExchangeRow(Array(#"{"id":"a","text":"\#(Self.long + Self.last)"}"#.utf8))
        let lines = TokensLayer(reader: Samples.reader).annotate(row).split(separator: "\n")
        let letters = lines.map { $0.split(separator: "\t")[1].utf8.count }.reduce(0, +)
        #expect(letters == (Self.long + Self.last).utf8.count { $0 != 0x20 })
    }
}
