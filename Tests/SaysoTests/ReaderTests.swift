import Sayso
import SaysoCore
import Testing

@Suite struct ReaderTests {
    static let hostile: [String] = [
        "", " ", "\n\n\n", "\"", "“", "said", ", , ,", "12", "...", "A\u{0}B said.", "قال المتحدث إن القوات دخلت المدينة",
        "👩‍👩‍👧‍👦 said “👍🏽” on Monday.", "e\u{301}\u{301}\u{301} attacked\u{202E} the army\u{202C}.", String(repeating: "“", count: 500),
        String(repeating: "he said that ", count: 300), String(repeating: "(", count: 2_000),
        "no\u{A0}break\u{202F}space attacked Tripoli\r\non Monday\r\n",
        String(repeating: "Army attacked the town of Tripoli on Monday. ", count: 200),
    ]

    @Test(arguments: hostile) func `hostile text is read without a trap, and every finding slices back to its words`(text: String) {
        let reading = Samples.read(text)
        let source = reading.report.text
        var passages: [Passage] = reading.labels.map(\.words)
        passages += reading.residue.map(\.passage)
        for attribution in reading.attributions { passages += attribution.source + attribution.cue + attribution.content }
        for claim in reading.claims { passages += claim.evidence + claim.condition + claim.findings.compactMap(\.words) }
        for passage in passages { #expect(source.words(passage.span) == passage.words) }
        let ids = Set(reading.attributions.map(\.id))
        #expect(ids.count == reading.attributions.count)
        #expect(Set(reading.claims.map(\.id)).count == reading.claims.count)
        for claim in reading.claims { for link in claim.chain { #expect(ids.contains(link)) } }
        for attribution in reading.attributions { if let outer = attribution.nestedIn { #expect(ids.contains(outer)) } }
    }

    @Test(arguments: hostile) func `the same text gives the same bytes`(text: String) {
        let form = ExchangeForm(SourceText(text))
        #expect(
            form.reading(Samples.read(text), id: "x", includingText: true).text
                == form.reading(Samples.read(text), id: "x", includingText: true).text)
    }

    @Test func `every claim says which rule made its type, stance and modality`() {
        let reading = Samples.read("Rebels captured the town of Misrata on Monday, the army said.")
        #expect(!reading.claims.isEmpty)
        for claim in reading.claims {
            let fields = Set(claim.findings.map(\.field))
            #expect(fields.isSuperset(of: ["event.type", "stance", "modality"]))
        }
    }
}
