import Foundation
import Testing

/// The built program, found beside the tests, and a folder of its own for one test.
final class Program {
    struct Outcome {
        let code: Int32
        let output: String
        let errors: String
    }

    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("sayso-cli-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// What `SAYSO_PROGRAM` names, so that the optimised program can be tried, too; else the one beside the tests, which run out of the
    /// folder that it was built into.
    static var path: URL {
        if let named = ProcessInfo.processInfo.environment["SAYSO_PROGRAM"] { return URL(fileURLWithPath: named) }
        let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        let beside = URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("sayso")
        if FileManager.default.isExecutableFile(atPath: beside.path) { return beside }
        // `swift test` may run a helper of the toolchain that loads the tests from where its argument says.
        let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? tests
        return URL(fileURLWithPath: bundle).deletingLastPathComponent().appendingPathComponent("sayso")
    }

    /// A release build: `SAYSO_PROGRAM` is how one is tried.
    static var isOptimised: Bool {
        #if DEBUG
            ProcessInfo.processInfo.environment["SAYSO_PROGRAM"] != nil
        #else
            true
        #endif
    }

    func file(_ name: String, _ text: String) throws -> String { try file(name, bytes: Array(text.utf8)) }

    func file(_ name: String, bytes: [UInt8]) throws -> String {
        let url = folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
        return url.path
    }

    var ledger: String { folder.appendingPathComponent("test.ledger").path }

    func process(_ arguments: [String], environment: [String: String] = [:]) -> Process {
        let process = Process()
        process.executableURL = Self.path
        process.arguments = arguments
        process.currentDirectoryURL = folder
        var all = ProcessInfo.processInfo.environment
        all["SAYSO_LEDGER"] = ledger
        all.merge(environment) { _, new in new }
        process.environment = all
        return process
    }

    /// Runs the program to its end. Output goes through files, so that no pipe can fill up.
    func run(_ arguments: String..., input: String? = nil, environment: [String: String] = [:]) throws -> Outcome {
        let process = process(arguments, environment: environment)
        let (out, err) = (folder.appendingPathComponent(".out-\(UUID())"), folder.appendingPathComponent(".err-\(UUID())"))
        for url in [out, err] { _ = FileManager.default.createFile(atPath: url.path, contents: nil) }
        process.standardOutput = try FileHandle(forWritingTo: out)
        process.standardError = try FileHandle(forWritingTo: err)
        process.standardInput = FileHandle.nullDevice
        if let input { process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: file(".in-\(UUID())", input))) }
        try process.run()
        process.waitUntilExit()
        return Outcome(
            code: process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus,
            output: String(decoding: try Data(contentsOf: out), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: err), as: UTF8.self))
    }
}

extension Program.Outcome {
    /// Ended with `code` and one line on standard error that says `words`; nothing was trapped.
    func expectFailure(_ code: Int32, saying words: String..., at location: SourceLocation = #_sourceLocation) {
        #expect(self.code == code, "\(errors)", sourceLocation: location)
        let lines = errors.split(separator: "\n")
        #expect(lines.count == 1, "\(errors)", sourceLocation: location)
        #expect(errors.hasPrefix("sayso: "), "\(errors)", sourceLocation: location)
        for word in words { #expect(errors.contains(word), "\(errors)", sourceLocation: location) }
    }
}
