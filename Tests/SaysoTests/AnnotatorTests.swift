import Foundation
import Sayso
import SaysoCore
import Testing

@Suite struct AnnotatorTests {
    private func run(_ input: String, layer: String = "claims", workers: Int) async throws -> String {
        let annotator = try Annotator(layer: layer, workers: workers)
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (source, target) = (folder.appendingPathComponent("in"), folder.appendingPathComponent("out"))
        try Data(input.utf8).write(to: source)
        #expect(FileManager.default.createFile(atPath: target.path, contents: nil))
        try await annotator.run(input: FileHandle(forReadingFrom: source), output: FileHandle(forWritingTo: target))
        return try String(contentsOf: target, encoding: .utf8)
    }

    static let rows = (0..<40).map { number in
        #"{"id":"r\#(number)","date":"2024-05-15","text":"The army said \#(number) rebels were killed near Tripoli on Monday."}"#
    }.joined(separator: "\n")

    @Test func `rows come out in order, the same bytes on one worker and on two`() async throws {
        let one = try await run(Self.rows, workers: 1)
        #expect(try await run(Self.rows, workers: 2) == one)
        let ids = try one.split(separator: "\n").map { try JSON(parsing: String($0))["id"]?.string }
        #expect(ids == (0..<40).map { "r\($0)" })
    }

    @Test func `a row that is none stops the work with its number`() async throws {
        let error = await #expect(throws: Annotator.Problem.self) { try await run(Self.rows + "\n{\"id\":1}\n", workers: 2) }
        #expect(error?.description.hasPrefix("line 41") == true)
    }

    @Test func `an unknown layer names those that exist`() {
        let error = #expect(throws: Annotator.Problem.self) { try Annotator(layer: "nonsense") }
        #expect(error?.description.contains("claims") == true)
    }

    @Test(arguments: AnnotationLayers.all.map { $0.name }) func `every layer answers an empty text`(layer: String) async throws {
        #expect(!(try await run(#"{"id":"a","text":""}"#, layer: layer, workers: 1).isEmpty) || layer == "tokens")
    }
}
