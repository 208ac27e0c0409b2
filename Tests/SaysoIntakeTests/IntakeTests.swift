import Foundation
import SaysoCore
import SaysoIntake
import Testing

@Suite struct IntakeTests {
    @Test(arguments: [[], Array("  \n\t".utf8), [0xEF, 0xBB, 0xBF]])
    func `nothing is no report`(bytes: [UInt8]) {
        #expect(throws: IntakeProblem.empty(name: "a")) { try Intake.report(bytes: bytes, name: "a") }
    }

    @Test(arguments: [
        Array("%PDF-1.7 …".utf8), [0x89, 0x50, 0x4E, 0x47, 0x0D], [0x50, 0x4B, 3, 4, 0, 0], Array(0...255),
        [UInt8](repeating: 1, count: 99),
    ])
    func `binary data is refused in one line that says what to try`(bytes: [UInt8]) throws {
        let problem = #expect(throws: IntakeProblem.self) { try Intake.report(bytes: bytes, name: "a.bin") }
        let words = try #require(problem.map(String.init(describing:)))
        #expect(words.hasPrefix("a.bin: ") && words.contains("text") && !words.contains("\n"))
    }

    @Test func `a file larger than any report is refused`() {
        #expect(throws: IntakeProblem.tooLarge(name: "a")) {
            try Intake.report(bytes: [UInt8](repeating: 0x61, count: Intake.largest + 1), name: "a")
        }
    }

    @Test func `a page without words is refused`() {
        #expect(throws: IntakeProblem.noWords(name: "a.html")) {
            try Given.report("<html><script>var a = 1</script><body><div></div></body></html>", name: "a.html")
        }
    }

    @Test func `a line of 50 MB is read in linear time`() throws {
        let line = [UInt8](repeating: 0x61, count: 1 << 10) + [0x20]
        var bytes: [UInt8] = []
        for _ in 0..<(50 << 10) { bytes += line }
        let clock = ContinuousClock()
        let start = clock.now
        #expect(try Intake.report(bytes: bytes, name: "a.txt").text.count == bytes.count)
        #expect(clock.now - start < .seconds(60))
    }

    @Test func `the identity is the digest of the bytes as they came`() throws {
        let bytes = Array("One.\r\nTwo.".utf8)
        let report = try Intake.report(bytes: bytes, name: "a.txt")
        #expect(report.id == ReportID(Digest.sha256(bytes)))
        #expect(report.text.string == "One.\nTwo.")
    }

    @Test func `a missing date is told, a given one wins`() throws {
        #expect(
            try Given.report("Somebody left.").diagnostics.contains { $0.severity == .note && $0.message.contains("day of publication") })
        let day = try #require(Day(year: 2020, month: 5, day: 21))
        let report = try Given.report("Title\n\nMay 9, 2022\n\nText.", IntakeOptions(published: day, outlet: "Dunya Courier"))
        #expect(report.published == Publication(day: day, evidence: .given, words: "2020-05-21"))
        #expect(report.outlet == "Dunya Courier")
        #expect(report.diagnostics.contains { $0.message.contains("the day given, 2020-05-21") && $0.message.contains("2022-05-09") })
    }

    @Test func `a given day that the report tells, too, needs no note`() throws {
        let report = try Given.report("Title\n\nMay 9, 2022\n\nText.", IntakeOptions(published: Day(year: 2022, month: 5, day: 9)))
        #expect(!report.diagnostics.contains { $0.message.contains("the day given") })
    }

    @Test(arguments: [
        ("abqaiq-2019/report.txt", "Drones set Saudi oil plant ablaze; Washington blames Iran", "2019-09-15", "Strait Monitor (sample)"),
        ("el-salvador-1989/report.txt", nil, "1989-11-13", "ISTHMUS SERVICE"),
        (
            "karabakh-2020-baku/report.txt", "Baku rejects Armenian claim, says twelve air-defence systems destroyed", "2020-09-27",
            "Caspian Bulletin"
        ),
        (
            "karabakh-2020-yerevan/report.txt", "Armenia says two helicopters shot down as fighting erupts in Nagorno-Karabakh",
            "2020-09-27", "Ararat Wire"
        ),
        ("libya-2020-watiya/report.html", "Tripoli says its forces hold Watiya air base", "2020-05-19", "Gulf of Sirte Dispatch (sample)"),
        (
            "mali-2022-moura/report.txt", "At least 300 civilians executed in Malian town, rights group says", "2022-04-06",
            "Niger Bend Gazette (sample)"
        ),
        (
            "sudan-2023-khartoum/report.txt", "Rival forces claim palace and airport as battle spreads through Khartoum", "2023-04-16",
            "Nile Courier (sample)"
        ),
        (
            "ukraine-2022-kherson/report.txt", "Russia orders retreat from Kherson; Kyiv warns of a trap", "2022-11-09",
            "Dnipro Observer (sample)"
        ),
    ])
    func `every sample tells its title, day and outlet`(path: String, title: String?, day: String, outlet: String) throws {
        let report = try Intake.report(bytes: [UInt8](Data(contentsOf: Given.goldens.appendingPathComponent(path))), name: path)
        #expect(report.title == title)
        #expect(report.published.map { "\($0.day)" } == day)
        #expect(report.outlet == outlet)
        for residue in report.residue { #expect(report.text.words(residue.passage.span) == residue.passage.words) }
    }

    @Test(arguments: [
        "<", "<<<<", "<html", "<!--", "<p", "<html><p><b></p></b></i>", "<html>&#0;&#xD800;&amp",
        "<html><script type='application/ld+json'>{\"@type\":[[[[</script>x",
        "\u{0}\u{0}a", "<html>\u{301}\u{FFFD}", "\"", "By ", "a\rb", "🇱🇾🇹🇷", "99999999999999999999 May 2020", "- -- –", "(()))(",
        "May 99, 9999",
    ])
    func `hostile text never traps`(text: String) {
        for name in ["a.txt", "a.html"] {
            guard let report = try? Given.report(text, name: name) else { continue }
            for residue in report.residue { #expect(report.text.words(residue.passage.span) == residue.passage.words) }
        }
    }
}
