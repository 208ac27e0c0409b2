import Foundation
import SaysoCore
import Testing

@Suite struct JSONTests {
    @Test(arguments: HostileTexts.all) func `any text survives writing and reading`(string: String) throws {
        let value = JSON.members(["text": .string(string), "n": .integer(-3), "x": .number(1.5), "list": .array([.null, .bool(true)])])
        #expect(try JSON(parsing: value.text) == value)
        #expect(!value.text.contains("\n"))
    }

    @Test(arguments: [
        (#""\ud83d\ude00""#, "😀"), (#""\ud83d""#, "\u{FFFD}"), (#""a\ude00b""#, "a\u{FFFD}b"), (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"),
        (#""\ud83dx""#, "\u{FFFD}x"), (#""\u0041\n\/""#, "A\n/"),
    ]) func `a lone surrogate escape becomes one code point`(json: String, text: String) throws {
        #expect(try JSON(parsing: json).string == text)
    }

    @Test(arguments: [
        "", "{", "[1,]", "{\"a\":}", "{\"a\" 1}", "nul", "1 2", "\"\u{1}\"", "\"\\x\"", "\"\\u12\"", "[1", "\"abc", "-", "1e999", "{a:1}",
        "+1",
        String(repeating: "[", count: 100_000),
    ]) func `what is no JSON is refused with its place`(text: String) {
        #expect(throws: JSON.SyntaxError.self) { try JSON(parsing: text) }
    }

    @Test func `a script element cannot be closed from inside`() {
        #expect(!JSON.string("</script>").text.contains("</"))
    }
}

@Suite struct ExchangeFormTests {
    @Test func `offsets are code points, and each slices back to its words`() throws {
        let text = SourceText("👍 “Œuvre” said Zoé’s 漢字")
        let form = ExchangeForm(text)
        let scalars = Array(text.string.unicodeScalars)
        let words = "Zoé’s"
        let start = try #require(text.string.range(of: words))
        let offset = text.string.utf8.distance(from: text.string.startIndex, to: start.lowerBound)
        let pair = (form.span(TextSpan(offset, offset + words.utf8.count)).array ?? []).compactMap(\.integer)
        var sliced = String.UnicodeScalarView()
        sliced.append(contentsOf: scalars[pair[0]..<pair[1]])
        #expect(String(sliced) == words)
    }
}
