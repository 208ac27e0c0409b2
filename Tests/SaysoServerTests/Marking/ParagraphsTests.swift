import SaysoCore
import Testing

@testable import SaysoServer

@Suite struct ParagraphsTests {
    @Test(arguments: [
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One.\nTwo.", ["One.", "Two."]),
        ("Title\n\nLine one\nline two", ["Title", "Line one\nline two"]),
        ("\n\n  One. \u{A0}\n \n\nTwo.\n\n", ["One.", "Two."]),
        ("", []),
        ("  \n\t", []),
    ])
    func blankLinesPartParagraphs(text: String, expected: [String]) {
        let source = SourceText(text)
        #expect(Paragraphs.split(source).map { source.words($0.span) } == expected)
    }

    @Test func textBrokenAtAFixedWidthRunsOn() {
        let wire =
            "The government said late on Monday that its forces had taken\nthe airbase after a siege of several weeks and that they would\nnow move on."
        #expect(Paragraphs.split(SourceText("X\n\n" + wire)).map(\.keepsLines) == [false, false])
    }

    @Test func shortLinesStayLines() {
        #expect(Paragraphs.split(SourceText("X\n\nBy our staff\nTripoli\n21 May")).map(\.keepsLines) == [false, true])
    }
}
