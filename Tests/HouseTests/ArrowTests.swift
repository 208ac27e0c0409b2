import Foundation
import Testing

/// SwiftPM does not keep the arrows between rooms (an undeclared import can compile in a warm build folder): this does.
@Suite struct ArrowTests {
    /// Modules that come with Swift.
    static let toolchain: Set<String> = [
        "Swift", "Foundation", "FoundationEssentials", "Dispatch", "Glibc", "Musl", "Darwin", "Synchronization", "Testing", "XCTest",
        "RegexBuilder",
    ]
    /// Modules whose product has another name.
    static let productOfModule = [
        "HTTPTypes": "Hummingbird", "NIOCore": "Hummingbird", "HummingbirdCore": "Hummingbird", "Logging": "Hummingbird",
    ]

    @Test func `every import is declared in the manifest`() throws {
        let manifest = try Manifest.load()
        #expect(manifest.targets.count > 10)
        for target in manifest.targets where target.kind != "system" {
            for (file, module) in try Self.imports(of: target) where module != target.name && !Self.toolchain.contains(module) {
                let declared =
                    target.dependencies.contains(module) || Self.productOfModule[module].map(target.dependencies.contains) == true
                #expect(declared, "\(file) imports \(module), which target \(target.name) does not declare")
            }
        }
    }

    @Test func `every arrow of the manifest is stated in the architecture, and every stated room exists`() throws {
        let manifest = try Manifest.load()
        let stated = try Self.statedArrows()
        let rooms = Set(manifest.targets.map(\.name))
        for target in manifest.targets where target.kind == "regular" || target.kind == "executable" {
            let allowed = try #require(stated[target.name], "Docs/ARCHITECTURE.md does not state what \(target.name) may import")
            for dependency in target.dependencies where dependency.hasPrefix("Sayso") {
                #expect(
                    allowed.contains("all") || allowed.contains(dependency),
                    "\(target.name) → \(dependency) is not an arrow of the architecture")
            }
        }
        for room in stated.keys { #expect(rooms.contains(room), "Docs/ARCHITECTURE.md states the room \(room), which is not there") }
    }

    @Test func `every room that is declared is used`() throws {
        for target in try Manifest.load().targets where target.kind == "regular" || target.kind == "executable" {
            // Whoever embeds Sayso depends on this one product and gets the door and the ledger with it.
            if target.name == "Sayso" { continue }
            let imported = Set(try Self.imports(of: target).map(\.module))
            for dependency in target.dependencies where dependency.hasPrefix("Sayso") {
                #expect(imported.contains(dependency), "target \(target.name) declares \(dependency) and never imports it")
            }
        }
    }

    /// "SaysoText → [SaysoCore, SaysoLexicon]", from the table of Docs/ARCHITECTURE.md.
    private static func statedArrows() throws -> [String: Set<String>] {
        var arrows: [String: Set<String>] = [:]
        for line in try Repository.text("Docs/ARCHITECTURE.md").split(separator: "\n") where line.hasPrefix("| `Sayso") || line.hasPrefix("| `CSayso") {
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            guard cells.count >= 3 else { continue }
            let name = cells[0].filter { $0 != "`" }
            let targets = cells[2].split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
            arrows[name] = Set(targets.map { $0 == "all" || $0 == "–" || $0 == "Sayso" ? $0 : "Sayso" + $0 })
        }
        return arrows
    }

    private static func imports(of target: Manifest.Target) throws -> [(file: String, module: String)] {
        let folder = (target.kind == "test" ? "Tests/" : "Sources/") + target.name
        return try Repository.files(in: folder) { $0.hasSuffix(".swift") }.flatMap { file in
            try Repository.text(file).split(separator: "\n").compactMap { line -> (String, String)? in
                var words = line.split(separator: " ").map(String.init)
                while let first = words.first,
                    first.hasPrefix("@") || ["public", "package", "internal", "private", "fileprivate"].contains(first)
                { words.removeFirst() }
                guard words.first == "import", words.count >= 2 else { return nil }
                let kinds: Set<String> = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
                let name = kinds.contains(words[1]) && words.count > 2 ? words[2] : words[1]
                return (file, String(name.split(separator: ".")[0]))
            }
        }
    }
}

/// What `swift package dump-package` says of the targets.
struct Manifest {
    struct Target {
        let name: String
        let kind: String
        let dependencies: Set<String>
    }
    let targets: [Target]

    static func load() throws -> Manifest {
        // A scratch folder of its own: the test run itself holds the lock on .build.
        let scratch = FileManager.default.temporaryDirectory.appendingPathComponent(
            "sayso-house-\(ProcessInfo.processInfo.processIdentifier)")
        defer { try? FileManager.default.removeItem(at: scratch) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["swift", "package", "--package-path", Repository.root.path, "--scratch-path", scratch.path, "dump-package"]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let targets = try #require(json["targets"] as? [[String: Any]])
        return Manifest(targets: try targets.map(target))
    }

    private static func target(_ json: [String: Any]) throws -> Target {
        let dependencies = json["dependencies"] as? [[String: Any]] ?? []
        // Each dependency is {"byName": [name, …]} or {"product": [name, package, …]}.
        let names = dependencies.compactMap { ($0.values.first as? [Any])?.first as? String }
        return Target(name: try #require(json["name"] as? String), kind: try #require(json["type"] as? String), dependencies: Set(names))
    }
}
