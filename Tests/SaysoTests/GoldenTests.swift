import Foundation
import Sayso
import SaysoCore
import SaysoIntake
import Testing

/// What is found in the sample reports stands in `found.json` beside each. `make record` writes it anew and fails once, so that somebody
/// reads the difference.
@Suite struct GoldenTests {
    static let slugs: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { !$0.hasPrefix(".") && !$0.hasSuffix(".md") }.sorted()
    }()
    static let folder = Samples.root.appendingPathComponent("Goldens")

    @Test func `there are eight`() { #expect(Self.slugs.count >= 8) }

    @Test(arguments: slugs) func `what is found is what is recorded`(slug: String) throws {
        let home = Self.folder.appendingPathComponent(slug)
        let name = try #require(try FileManager.default.contentsOfDirectory(atPath: home.path).first { $0.hasPrefix("report.") })
        let bytes = [UInt8](try Data(contentsOf: home.appendingPathComponent(name)))
        let report = try Intake.report(bytes: bytes, name: name)
        let found = Self.rendered(Samples.reader.read(report), slug: slug)
        let record = home.appendingPathComponent("found.json")
        if ProcessInfo.processInfo.environment["RECORD"] != nil {
            try Data(found.utf8).write(to: record)
            Issue.record("recorded \(slug): read the difference, then run the tests again")
            return
        }
        #expect(try String(contentsOf: record, encoding: .utf8) == found, "\(slug): `make record` writes what is found now")
    }

    /// The exchange form, one finding a line, so that a difference can be read.
    private static func rendered(_ reading: Reading, slug: String) -> String {
        let form = ExchangeForm(reading.report.text)
        func list(_ items: [JSON]) -> String { items.isEmpty ? "[]" : "[\n  " + items.map(\.text).joined(separator: ",\n  ") + "\n ]" }
        let report = reading.report
        let head = JSON.members([
            "id": .string(slug), "outlet": report.outlet.map(JSON.string), "title": report.title.map(JSON.string),
            "date": report.published.map { .string($0.day.description) },
            "dateEvidence": report.published.map { .string($0.evidence.rawValue) },
        ])
        return """
            {"report": \(head.text),
             "attributions": \(list(reading.attributions.map(form.attribution))),
             "claims": \(list(reading.claims.map(form.claim))),
             "labels": \(list(reading.labels.map(form.label))),
             "residue": \(list(reading.residue.map { .string($0.passage.words) }))}

            """
    }
}
