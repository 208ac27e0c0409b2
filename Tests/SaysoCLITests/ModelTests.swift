import Foundation
import Testing

/// What the program says of its language model.
@Suite struct ModelTests {
    @Test func `without a model it says so once and reads all the same`() throws {
        let program = try Program()
        let file = try program.file("report.txt", "Rebels shelled Sabha on Monday, the army said.\n")
        let outcome = try program.run("read", file, "--claims", environment: ["SAYSO_MODEL": "none"])
        #expect(outcome.code == 0 && !outcome.output.isEmpty)
        #expect(outcome.errors.contains("no language model") && outcome.errors.contains("make train"))
        #expect(outcome.errors.split(separator: "\n").count == 1)
    }

    @Test func `a model that is none is refused in one line`() throws {
        let program = try Program()
        let file = try program.file("report.txt", "Rebels shelled Sabha on Monday.\n")
        _ = try program.file("model/reader-en.safetensors", "version https://example.org/pointer")
        let outcome = try program.run("read", file, environment: ["SAYSO_MODEL": program.folder.appendingPathComponent("model").path])
        #expect(outcome.code != 0)
        #expect(outcome.errors.split(separator: "\n").count == 1 && outcome.errors.contains("reader-en.safetensors"))
    }

    @Test func `the doctor names the model or its absence`() throws {
        let outcome = try Program().run("doctor", environment: ["SAYSO_MODEL": "none"])
        #expect(outcome.output.contains("reader: no language model"))
    }
}
