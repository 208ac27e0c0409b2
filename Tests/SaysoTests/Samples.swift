import Foundation
import Sayso
import SaysoCore

/// One reader for all tests: loading the lexicons takes a moment.
enum Samples {
    static let reader: Reader = {
        do { return try Reader() } catch { fatalError("the lexicons do not load: \(error)") }
    }()

    static func report(_ text: String, date: String? = "2024-05-15") -> Report {
        Report(
            id: ReportID("test"), text: SourceText(text),
            published: date.flatMap { words in Day(iso: words).map { Publication(day: $0, evidence: .given, words: words) } })
    }

    static func read(_ text: String, date: String? = "2024-05-15") -> Reading { reader.read(report(text, date: date)) }

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    /// Development sets beside the project, where they are.
    static let shared = root.deletingLastPathComponent().appendingPathComponent("shared")
    static let hasShared = FileManager.default.fileExists(atPath: shared.appendingPathComponent("data/claims/dev.jsonl").path)
}
