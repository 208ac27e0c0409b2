import SaysoCore
import SaysoIntake
import Testing

@Suite struct CharsetDecoderTests {
    private func read(_ bytes: [UInt8], name: String = "a.txt") throws -> Report { try Intake.report(bytes: bytes, name: name) }

    @Test func `a byte order mark tells the charset and is no text`() throws {
        #expect(try read([0xEF, 0xBB, 0xBF] + Array("Émile".utf8)).text.string == "Émile")
        #expect(try read([0xFF, 0xFE, 0xC9, 0, 0x61, 0]).text.string == "Éa")
        #expect(try read([0xFE, 0xFF, 0, 0xC9, 0, 0x61]).text.string == "Éa")
    }

    @Test func `bytes that are no UTF-8 are windows-1252, and that is told`() throws {
        let report = try read(Array("The ".utf8) + [0x93] + Array("army".utf8) + [0x94, 0x97])
        #expect(report.text.string == "The “army”—")
        #expect(report.diagnostics.contains { $0.message.contains("windows-1252") })
    }

    @Test func `a declared charset is believed where UTF-8 is impossible`() throws {
        let page =
            Array("<html><head><meta http-equiv=Content-Type content='text/html; charset=windows-1251'></head><body><p>".utf8) + [
                0xC0, 0xF0, 0xEC, 0xE8, 0xFF,
            ]
        #expect(try read(page, name: "a.html").text.string == "Армия")
        let wrong = Array("<html><head><meta charset=iso-8859-1></head><body><p>Émile".utf8)
        #expect(try read(wrong, name: "a.html").text.string == "Émile")
    }

    @Test func `a stray byte in UTF-8 becomes U+FFFD, with a warning`() throws {
        let report = try read(Array("Émile Élise Éric Édith Éloi Émil Éva Éli Éros Éden ".utf8) + [0xFF])
        #expect(report.text.string.hasSuffix("\u{FFFD}"))
        #expect(report.diagnostics.contains { $0.severity == .warning })
    }
}
