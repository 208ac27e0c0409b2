import Foundation
import Testing

/// Several files, a folder and standard input in one command. An optimised `add` once ended after the first file and said nothing:
/// `Scripts/test` runs this suite against the release program as well.
@Suite struct ManyFilesTests {
    let program: Program
    let folder: String
    init() throws {
        program = try Program()
        for number in 1...9 { _ = try program.file("news/\(number % 3)/\(number).txt", Self.text(number)) }
        folder = program.folder.appendingPathComponent("news").path
    }

    private static func text(_ number: Int) -> String { "Shells hit the town of Number\(number) on Monday, its mayor said." }

    @Test func addTakesFilesAFolderAndStandardInputAtOnce() throws {
        let (first, second) = (
            try program.file("a.txt", Self.text(21)), try program.file("b.html", "<html><body><p>\(Self.text(22))</p></body></html>")
        )
        let outcome = try program.run("add", first, folder, "-", second, input: Self.text(23))
        outcome.expect(0)
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.last?.hasPrefix("12 reports added") == true, "\(outcome.output)")
        let inFolder = [3, 6, 9, 1, 4, 7, 2, 5, 8].map { "\(folder)/\($0 % 3)/\($0).txt" }
        let names = lines.dropLast().compactMap { $0.split(separator: " ").last.map(String.init) }
        #expect(names == [first] + inFolder + ["-", second])
        #expect(try program.run("show").output.split(separator: "\n").count == 12)
        try program.run("verify").expect(0)
    }

    @Test func readShowsEveryFileInTheOrderGiven() throws {
        let files = try (31...36).map { try program.file("\($0).txt", Self.text($0)) }
        let process = program.process(["read", "--jsonl"] + files + ["-"])
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data(Self.text(37).utf8))
        try input.fileHandleForWriting.close()
        let rows = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self).split(separator: "\n")
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        #expect(rows.count == 7)
        for (row, number) in zip(rows, 31...37) { #expect(row.contains("Number\(number) on Monday")) }
    }

    @Test func annotateAnswersEveryRowInOrder() throws {
        let rows = (0..<60).map { "{\"id\":\"\($0)\",\"text\":\"\(Self.text($0))\"}" }
        let outcome = try program.run("annotate", "--layer", "claims", input: rows.joined(separator: "\n") + "\n")
        outcome.expect(0)
        let answers = outcome.output.split(separator: "\n")
        #expect(answers.count == rows.count)
        for (number, answer) in answers.enumerated() { #expect(answer.hasPrefix("{\"id\":\"\(number)\"")) }
    }
}
