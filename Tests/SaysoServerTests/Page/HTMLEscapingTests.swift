import Testing

@testable import SaysoServer

@Suite struct HTMLEscapingTests {
    @Test(arguments: [
        ("<b>&\"'`", "&lt;b&gt;&amp;&quot;&#39;&#96;"),
        // One Character each for Swift, several code points for a browser: the library's own escaping lets these through.
        ("\u{600}<script>", "\u{600}&lt;script&gt;"),
        ("\"\u{301} onclick=x", "&quot;\u{301} onclick=x"),
        ("<\u{338}", "&lt;\u{338}"),
        ("\u{110BD}<img>", "\u{110BD}&lt;img&gt;"),
        ("a\u{202E}b\u{202D}c\u{0}d\u{7}", "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}"),
        ("tab\tline\nreturn\r", "tab\tline\nreturn\n"),
        ("مرحبا \u{2067}abc\u{2069}", "مرحبا \u{2067}abc\u{2069}"),
    ])
    func nothingThatABrowserReadsAsMarkupIsLeft(text: String, expected: String) {
        #expect(HTMLEscaping.escape(text).unicodeScalars.elementsEqual(expected.unicodeScalars))
    }

    @Test func templatesEscapeByCodePointInPartialsAndBlocksToo() throws {
        var sources = Dictionary(uniqueKeysWithValues: PageName.allCases.map { ($0.rawValue, "x") })
        sources["frame"] = "<i title=\"{{word}}\">{{$main}}{{/main}}</i>"
        sources["part"] = "{{word}}"
        sources["help"] = "{{<frame}}{{$main}}{{word}}{{>part}}{{#list}}{{.}}{{/list}}{{/main}}{{/frame}}"
        struct Model: Sendable { let word = "\u{600}<", list = ["\"\u{301}"] }
        let page = try Templates(sources: sources).render(.help, Model())
        #expect(page.unicodeScalars.elementsEqual("<i title=\"\u{600}&lt;\">\u{600}&lt;\u{600}&lt;&quot;\u{301}</i>".unicodeScalars))
    }

    @Test func directionalMarksAreTakenFromPlainText() {
        #expect("a\u{202A}b\u{2066}c\u{200F}".plain == "abc")
    }

    @Test(arguments: [("one two three", 9, "one two…"), ("onetwothree", 5, "onetw…"), ("short", 9, "short")])
    func longTextIsClippedBehindAWord(text: String, limit: Int, expected: String) {
        #expect(text.clipped(to: limit) == expected)
    }
}
