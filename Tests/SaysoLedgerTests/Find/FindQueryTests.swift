import SaysoCore
import Testing

@testable import SaysoLedger

@Suite struct FindQueryTests {
    @Test(arguments: [
        ("air base", [["air"], ["base"]]), ("“air base” libya", [["air", "base"], ["libya"]]), ("SU-35", [["su", "35"]]),
        ("Łódź", [["lodz"]]),
        ("«Hmeimim»", [["hmeimim"]]), ("\"open", [["open"]]), ("  ", []), ("-- * ' ;", []),
    ])
    func wordsArePhrasesAndWords(_ text: String, _ words: [[String]]) {
        #expect(FindQuery(text).terms.map(\.words) == words)
    }

    @Test func aStarFindsBeginnings() {
        #expect(FindQuery("pant* x").terms.map(\.isPrefix) == [true, false])
    }

    @Test func aQueryWithoutEndIsCut() {
        #expect(FindQuery(String(repeating: "word ", count: 10_000)).terms.count <= 33)
    }

    @Test func anExcerptMarksWhatWasFound() {
        let text = SourceText(
            String(repeating: "Nothing here. ", count: 30) + "Two Pantsirs burned near Beyoğlu. "
                + String(repeating: "Nor here. ", count: 30))
        let excerpt = FindQuery("beyoglu pantsir*").excerpt(of: text)
        #expect(excerpt.marks.map { SourceText(excerpt.text).words($0) } == ["Pantsirs", "Beyoğlu"])
        #expect(excerpt.text.hasPrefix("…") && excerpt.text.hasSuffix("…") && excerpt.text.utf8.count < 260)
    }

    @Test(arguments: ["", "x", "🙂🙂🙂", "a\r\nb", "e\u{301}", String(repeating: "é", count: 500), String(repeating: "a", count: 5000)])
    func anExcerptOfAnythingSlices(_ text: String) {
        let excerpt = FindQuery("b a* é").excerpt(of: SourceText(text))
        for mark in excerpt.marks { #expect(mark.end <= excerpt.text.utf8.count) }
    }
}
