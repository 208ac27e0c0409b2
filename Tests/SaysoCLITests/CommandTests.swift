import Foundation
import Testing

/// The commands, from outside.
@Suite struct CommandTests {
    let program: Program
    init() throws { program = try Program() }

    @Test func addTwiceAddsOnce() throws {
        let file = try program.file("a.txt", "Troops took the town, the army said.")
        #expect(try program.run("add", file).output.contains("1 report added"))
        let again = try program.run("add", file)
        #expect(again.code == 0)
        #expect(again.output.contains("0 reports added"))
        #expect(again.output.contains("1 there already"))
    }

    @Test func standardInputIsAFile() throws {
        #expect(try program.run("read", "-", input: "Troops took the town.").code == 0)
        #expect(try program.run("add", "-", input: "Troops took the town.").output.contains("1 report added"))
    }

    @Test func findAndShowGiveWhatWasAdded() throws {
        let text = "Shells hit the harbour of Exampleville on Friday."
        let file = try program.file("a.txt", text)
        let added = try program.run("add", file)
        let id = String(added.output.split(separator: " ")[1])
        let found = try program.run("find", "HARBOUR", "shell*")
        #expect(found.code == 0)
        #expect(found.output.contains(id))
        #expect(try program.run("find", "harbour", "--jsonl").output.hasPrefix("{\"report\":\"\(id)"))
        #expect(try program.run("show", id).output.contains("harbour of Exampleville"))
        #expect(try program.run("show", String(id.prefix(6))).output.contains("harbour"))
        #expect(try program.run("show", id, "--original").output == text)
        #expect(try program.run("show", id, "--json").output.contains("\"text\": \"Shells hit"))
        #expect(try program.run("show").output.contains(id))
    }

    @Test func verifyKnowsAHeadOfThePast() throws {
        _ = try program.run("add", program.file("a.txt", "One."))
        let head = try program.run("verify").output.split(separator: " ").last.map { $0.trimmingCharacters(in: .newlines) } ?? ""
        _ = try program.run("add", program.file("b.txt", "Two."))
        try program.run("verify", "--head", head).expect(0)
        try program.run("verify", "--head", String(repeating: "0", count: 64)).expectFailure(1, saying: "cut off")
    }

    @Test func reportsCannotSpeakToTheTerminal() throws {
        let file = try program.file("evil.txt", "Troops \u{1B}]0;owned\u{7}\u{1B}[2J took the \u{202E}town\u{9B}31m.")
        let outcome = try program.run("read", file)
        #expect(outcome.code == 0)
        #expect(!outcome.output.contains("\u{1B}") && !outcome.output.contains("\u{7}") && !outcome.output.contains("\u{202E}"))
        #expect(!outcome.output.unicodeScalars.contains("\u{9B}"))
        let name = try program.file("na\u{1B}[31mme.txt", "")
        #expect(!(try program.run("read", name).errors.contains("\u{1B}")))
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func completionsAreWritten(_ shell: String) throws {
        let outcome = try program.run("completions", shell)
        #expect(outcome.code == 0)
        #expect(outcome.output.contains("sayso") && outcome.output.contains("annotate"))
    }

    @Test(arguments: ["read", "add", "find", "show", "verify", "annotate", "doctor", "completions"])
    func everyCommandHasHelpWithExamples(_ command: String) throws {
        let outcome = try program.run("help", command)
        #expect(outcome.code == 0)
        #expect(outcome.output.contains("Example"))
    }

    @Test func theHelpTellsTheExitCodes() throws {
        let outcome = try program.run("--help")
        #expect(outcome.code == 0)
        for code in 0...5 { #expect(outcome.output.contains("\n  \(code)  ")) }
        #expect(try program.run("--version").output.hasPrefix("0."))
    }

    @Test func theDoctorFindsEverything() throws {
        _ = try program.run("add", program.file("a.txt", "One."))
        let outcome = try program.run("doctor")
        #expect(outcome.code == 0, "\(outcome.output)")
        for word in ["sayso", "lexicons", "ledger", "custody", "disk", "terminal"] { #expect(outcome.output.contains("ok  \(word):")) }
    }
}
