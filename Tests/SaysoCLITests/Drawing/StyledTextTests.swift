import SaysoCore
import Testing

@testable import SaysoCLI

@Suite struct StyledTextTests {
    private func lines(_ text: String, _ columns: Int) -> [String] { StyledText(text).wrapped(columns).map { $0.text(on: .plain) } }

    @Test func linesAreBrokenAtSpaces() {
        #expect(lines("one two three four", 9) == ["one two", "three", "four"])
        #expect(lines("unbreakable x", 4) == ["unbreakable", "x"])
        #expect(lines("", 4) == [""])
    }

    @Test func wideLettersTakeTwoColumns() {
        #expect(Printable.width("日本") == 4)
        #expect(Printable.width("e\u{301}") == 1)
        #expect(lines("日本 日本", 8) == ["日本", "日本"])
    }

    @Test func anUnderlineGoesOnBehindABreak() {
        var text = StyledText("a ")
        text.append("b c", StyledText.Style(underline: .denied))
        let terminal = Terminal(underlines: .four, hasColours: false, columns: 80)
        #expect(text.wrapped(3).map { $0.text(on: terminal) } == ["a \u{1B}[4:2mb\u{1B}[0m", "\u{1B}[4:2mc\u{1B}[0m"])
    }

    @Test(arguments: [(Firmness.asserted, "4:1"), (.announced, "4:4"), (.conditional, "4:5"), (.denied, "4:2")])
    func eachFirmnessHasItsForm(_ firmness: Firmness, _ code: String) {
        let text = StyledText("x", StyledText.Style(underline: firmness))
        #expect(text.text(on: Terminal(underlines: .four, hasColours: false, columns: 80)) == "\u{1B}[\(code)mx\u{1B}[0m")
        #expect(text.text(on: Terminal(underlines: .one, hasColours: false, columns: 80)) == "\u{1B}[4mx\u{1B}[0m")
        #expect(text.text(on: .plain) == "x")
    }

    @Test(arguments: [
        (["TERM": "xterm-kitty"], Terminal.Underlines.four), (["TERM": "xterm-256color", "VTE_VERSION": "7600"], .four),
        (["TERM": "linux"], .one),
        (["TERM": "dumb"], .none), (["TERM": "foot", "NO_COLOR": "1"], .four),
    ])
    func abilitiesAreKnownByTheEnvironment(_ environment: [String: String], _ underlines: Terminal.Underlines) {
        let terminal = Terminal(isTerminal: true, columns: 90, environment: environment)
        #expect(terminal.underlines == underlines)
        #expect(terminal.hasColours == (underlines != .none && environment["NO_COLOR"] == nil))
        #expect(Terminal(isTerminal: false, columns: 90, environment: environment) == .plain)
    }
}
