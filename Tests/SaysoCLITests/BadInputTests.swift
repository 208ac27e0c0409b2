import Foundation
import Testing

/// What a newcomer does wrong: each gives one clear line and a documented exit code, never a trap, and nothing is lost.
@Suite struct BadInputTests {
    let program: Program
    init() throws { program = try Program() }

    @Test(arguments: ["", " \n\t\r\n"])
    func anEmptyFileIsTold(_ text: String) throws {
        let file = try program.file("empty.txt", text)
        try program.run("read", file).expectFailure(3, saying: "empty.txt")
        let outcome = try program.run("add", file)
        outcome.expectFailure(3, saying: "empty.txt")
        #expect(outcome.output.contains("0 reports added"))
    }

    @Test func aBinaryFileIsTold() throws {
        let file = try program.file(
            "picture.txt", bytes: [0x89, 0x50, 0x4E, 0x47, 0, 1, 2, 3] + (0..<2000).map { UInt8(truncatingIfNeeded: $0 &* 37) })
        try program.run("read", file).expectFailure(3, saying: "picture.txt")
    }

    /// Fifty for the optimised program; without optimisation, and beside other tests, the same line would take minutes.
    private static let bytes = Program.isOptimised ? 50 << 20 : 70 << 10

    @Test func aLineOfFiftyMegabytesIsRead() throws {
        let sentence = "The spokesman said that five soldiers were killed near Tripoli on Monday. "
        let file = try program.file("long.txt", String(repeating: sentence, count: Self.bytes / sentence.utf8.count))
        let outcome = try program.run("read", file, "--claims")
        #expect(outcome.code == 0, "\(outcome.errors)")
    }

    /// One limit for the program and for the door, told before a byte is read: these files are nothing but holes.
    @Test(arguments: [65, 300], ["read", "add"])
    func aFileLargerThanAnyReportIsTold(_ megabytes: Int, _ command: String) throws {
        let file = try program.file("disk.txt", "")
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: file))
        try handle.truncate(atOffset: UInt64(megabytes) << 20)
        try program.run(command, file).expectFailure(3, saying: "disk.txt", "larger than 64 MB", "split it")
    }

    /// Every layer reads a line of any length in portions: twice the length takes twice the time, not four times.
    @Test(.enabled(if: Program.isOptimised), arguments: ["claims", "attributions", "times", "places", "tokens", "trigger-candidates"])
    func twiceTheLineTakesTwiceTheTime(_ layer: String) throws {
        func seconds(_ bytes: Int) throws -> Double {
            let sentence = "The spokesman said that five soldiers were killed near Tripoli on Monday. "
            let row = #"{"id":"a","text":"\#(String(repeating: sentence, count: bytes / sentence.utf8.count))"}"# + "\n"
            let clock = ContinuousClock()
            let start = clock.now
            try program.run("annotate", "--layer", layer, input: row).expect(0)
            return (clock.now - start) / .seconds(1)
        }
        let (once, twice) = (try seconds(512 << 10), try seconds(1 << 20))
        #expect(twice < 3 * once + 1, "\(once) s, then \(twice) s")
    }

    @Test func aPathThatIsNotThereIsTold() throws {
        try program.run("read", "/no/such/report.txt").expectFailure(3, saying: "/no/such/report.txt", "no such file")
    }

    @Test func aFolderIsNoReport() throws {
        try program.run("read", program.folder.path).expectFailure(3, saying: "folder", "sayso add")
    }

    @Test(.enabled(if: geteuid() != 0, "root may read everything"))
    func aFileWithoutPermissionIsTold() throws {
        let file = try program.file("secret.txt", "Nothing.")
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: file)
        try program.run("read", file).expectFailure(3, saying: "permission")
    }

    @Test func aMissingDateIsNoFailure() throws {
        let file = try program.file("report.txt", "Troops took the town on Monday, the army said.")
        let outcome = try program.run("read", file, "--json")
        #expect(outcome.code == 0)
        #expect(outcome.output.contains("\"date\": null"))
        #expect(try program.run("read", file, "--json", "--date", "2020-05-20").output.contains("\"date\": \"2020-05-20\""))
    }

    @Test(arguments: ["read", "add"])
    func aGivenDayGoesBeforeTheReportsOwnAndTheHelpSaysSo(_ command: String) throws {
        let file = try program.file("report.txt", "A quiet town\n\nMay 9, 2022\n\nTroops took the town on Monday, the army said.")
        #expect(try program.run("read", file, "--json", "--date", "2020-05-20").output.contains("\"date\": \"2020-05-20\""))
        let help = try program.run("help", command).output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(help.contains("goes before what"))
    }

    @Test func aWrongDateIsWrongUsage() throws {
        let file = try program.file("report.txt", "Calm.")
        try program.run("read", file, "--date", "yesterday").expectFailure(2, saying: "yesterday", "2020-05-18")
    }

    @Test func oneBadFileDoesNotStopTheOthers() throws {
        _ = try program.file("news/1.txt", "One town was quiet.")
        _ = try program.file("news/2.txt", "")
        _ = try program.file("news/deep/3.txt", "Another town was quiet.")
        _ = try program.file("news/notes.md", "not a report")
        let outcome = try program.run("add", program.folder.appendingPathComponent("news").path)
        outcome.expectFailure(3, saying: "2.txt")
        #expect(outcome.output.contains("2 reports added"))
        #expect(outcome.output.contains("1 not readable"))
        #expect(try program.run("verify").code == 0)
    }

    @Test func nothingFoundAndNothingThereAreOne() throws {
        _ = try program.run("add", program.file("a.txt", "Quiet."))
        try program.run("find", "unheard").expectFailure(1, saying: "unheard")
        try program.run("show", "abcdef").expectFailure(1, saying: "abcdef")
    }

    @Test func wrongUsageIsTwo() throws {
        try program.run("frobnicate").expectFailure(2, saying: "frobnicate")
        try program.run("read").expectFailure(2, saying: "file")
        try program.run("read", "x", "--json", "--claims").expectFailure(2, saying: "exclude")
        try program.run("annotate", "--layer", "poems").expectFailure(2, saying: "poems", "claims")
        try program.run("find", "**").expectFailure(2, saying: "no word")
    }

    @Test func aLedgerThatIsNoneIsFour() throws {
        try program.run("show").expectFailure(4, saying: "no ledger there", "sayso add")
        let file = try program.file("other.ledger", "This is a letter, not a ledger. " + String(repeating: "x", count: 200))
        try program.run("add", program.file("a.txt", "Quiet."), "--ledger", file).expectFailure(4, saying: "not a Sayso ledger")
        #expect(try String(contentsOfFile: file, encoding: .utf8).hasPrefix("This is a letter"))
        try program.run("verify", "--ledger", program.folder.path).expectFailure(4, saying: "folder")
    }

    @Test func aRowThatIsNoRowIsToldWithItsNumber() throws {
        let outcome = try program.run("annotate", "--layer", "claims", input: "{\"id\":\"1\",\"text\":\"Calm.\"}\n{\"id\":2}\n")
        outcome.expectFailure(3, saying: "line 2")
        #expect(outcome.output.hasPrefix("{\"id\":\"1\""))
    }

    @Test func aReaderThatGoesAwayEndsItQuietly() throws {
        let file = try program.file("report.txt", String(repeating: "Troops took the town. The army denied it.\n\n", count: 400))
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/bash")
        let errors = Pipe()
        shell.standardError = errors
        shell.standardOutput = FileHandle.nullDevice
        shell.arguments = [
            "-c", "'\(Program.path.path)' read '\(file)' | head -1; trap '' PIPE; '\(Program.path.path)' read '\(file)' | head -1",
        ]
        try shell.run()
        let said = errors.fileHandleForReading.readDataToEndOfFile()
        shell.waitUntilExit()
        #expect(String(decoding: said, as: UTF8.self) == "")
    }
}
