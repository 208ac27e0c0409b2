import SaysoCore
import SaysoTestSupport
import Testing

@testable import SaysoCLI

@Suite struct ReportDrawingTests {
    private func draw(_ reading: Reading, why: Bool = false, on terminal: Terminal = .plain) throws -> String {
        var text = ""
        try ReportDrawing(reading, layout: TextLayout(reading.report), terminal: terminal, showsWhy: why).draw { text += $0 + "\n" }
        return text
    }

    @Test func claimsStandInBracketsWithTheirFirmness() throws {
        let text = try draw(Sample.full().reading).replacing("\n", with: " ")
        #expect(text.contains("[Government troops took the airbase at al-Watiya on Monday](1)."))
        #expect(text.contains("[at least six Pantsirs had been destroyed]… and that [two soldiers were killed](2)"))
        #expect(text.contains("[we will answer](3 conditional)"))
    }

    @Test func theCardTellsChainAndFields() throws {
        let text = try draw(Sample.full().reading)
        #expect(text.contains("1 asserted, the outlet’s own word · ASSAULT (heavy-weapons, military)"))
        #expect(text.contains("2 confirmed, second hand, one unnamed link · ASSAULT"))
        #expect(text.contains("Desk of the Coast ← the spokesman (“The spokesman’s deputy”) ← “sources” (unnamed)"))
        #expect(text.contains("2020-05-18 “on Monday”"))
        #expect(text.contains("Pantsir: ≥ 6, lost, of Libyan National Army"))
        #expect(text.contains("killed: 2 soldiers"))
        #expect(text.contains("Al-Watiya Air Base: Libyan National Army → Government of National Accord"))
        #expect(text.contains("“If the raids go on”"))
        #expect(text.contains("since R-2d"))
    }

    @Test func labelsResidueAndRemarksStandAtTheFoot() throws {
        let text = try draw(Sample.full().reading)
        #expect(text.contains("“gang” – the outlet, of Libyan National Army"))
        #expect(text.contains("“More Posts” (related)"))
        #expect(text.contains("warning: no language given"))
    }

    @Test func whyShowsTheRules() throws {
        let text = try draw(Sample.full().reading, why: true)
        #expect(text.contains("event.type: event.trigger “took”"))
        #expect(text.contains("recipient: role.holder “militia” (in another sentence)"))
        #expect(text.contains("who says: attribution.cue-verb “said”"))
        #expect(!(try draw(Sample.full().reading).contains("event.trigger")))
    }

    @Test func aReportWithoutClaimsSaysSo() throws {
        #expect(try draw(Sample.report("Rain fell.").reading).contains("No claim found"))
        #expect(try draw(Sample.report("").reading).contains("No claim found"))
    }

    @Test func everyWordOfTheTextIsThereInOrder() throws {
        let reading = Sample.full().reading
        let terminal = Terminal(underlines: .four, hasColours: true, columns: 44)
        var words = ""
        for line in try draw(reading, on: terminal).split(separator: "\n") where !line.hasPrefix("  ") { words += line + " " }
        // Without escapes and the small numbers.
        var plain = ""
        var inEscape = false
        for character in words.unicodeScalars {
            if character == "\u{1B}" {
                inEscape = true
            } else if inEscape {
                inEscape = character != "m"
            } else if !"¹²³".unicodeScalars.contains(character) {
                plain.unicodeScalars.append(character)
            }
        }
        var rest = Substring(plain)
        for word in reading.report.text.string.split(whereSeparator: \.isWhitespace) {
            let found = try #require(rest.firstRange(of: word), "“\(word)” is missing")
            rest = rest[found.upperBound...]
        }
    }
}
