import Foundation
import SaysoCore
import SaysoIntake

/// The small reports that these tests hand in.
enum Given {
    static func report(_ text: String, name: String = "report.txt", _ options: IntakeOptions = IntakeOptions()) throws -> Report {
        try Intake.report(bytes: Array(text.utf8), name: name, options: options)
    }

    static func page(_ body: String, head: String = "") throws -> Report {
        try report("<!doctype html><html lang=en><head>\(head)</head><body>\(body)</body></html>", name: "report.html")
    }

    /// What is left without furniture.
    static func article(_ report: Report) -> [String] {
        var text = ""
        var at = 0
        for residue in report.residue.sorted(by: { $0.passage < $1.passage }) {
            text += report.text.words(TextSpan(at, max(at, residue.passage.span.start)))
            at = max(at, residue.passage.span.end)
        }
        text += report.text.words(TextSpan(at, max(at, report.text.count)))
        return text.split(separator: "\n").map(String.init)
    }

    static let prose = "Dunya's army said on Monday that it had taken the pass, and that nobody in the two villages under it had been hurt."
    static let goldens = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Goldens")
}
