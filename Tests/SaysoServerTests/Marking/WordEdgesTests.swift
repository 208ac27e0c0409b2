import SaysoCore
import SaysoTestSupport
import Testing

@testable import SaysoServer

@Suite struct WordEdgesTests {
    @Test(arguments: [
        ("the airbases fell", "airbase", "airbases"),
        ("قاعدة الوطية الجوية", "وطي", "الوطية"),
        ("six MiG-29s flew", "29", "29s"),
        ("می‌خواهند بروند", "خواه", "می‌خواهند"),
        ("the base, he said", "base", "base"),
    ])
    func edgesMoveOutToTheWord(text: String, marked: String, expected: String) {
        let source = SourceText(text)
        #expect(source.words(source.atWordEdges(Sample.passage(marked, in: source).span)) == expected)
    }

    @Test func aScriptWithoutSpacesKeepsItsEdges() {
        let source = SourceText("利比亚军队星期一占领了基地")
        let span = Sample.passage("军队", in: source).span
        #expect(source.atWordEdges(span) == span)
    }

    @Test func anEndlessWordIsNotWalked() {
        let source = SourceText(String(repeating: "a", count: 10_000))
        #expect(source.atWordEdges(TextSpan(5000, 5010)) == TextSpan(5000, 5010))
    }

    @Test(arguments: HostileBytes.texts)
    func anySpanOfHostileTextIsHandled(text: String) {
        let source = SourceText(text)
        for start in 0...source.count {
            let span = source.atWordEdges(TextSpan(start, source.count))
            #expect(span.end <= source.count)
            #expect(source.words(span).contains("\u{FFFD}") == false || text.contains("\u{FFFD}"))
        }
    }
}

enum HostileBytes {
    static let texts = [
        "", "é\u{301}\u{301}", "👨‍👩‍👧‍👦 at", "\u{202E}abc\u{202C}", "a\r\nb", "\u{0}", "النص\u{200F} MiG‑29", "\u{FEFF}x", "e\u{20DD}",
    ]
}
