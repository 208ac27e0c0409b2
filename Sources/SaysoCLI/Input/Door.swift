import Sayso
import SaysoCore

/// From bytes to a report. STAND-IN until SaysoIntake has landed: UTF-8 text only, the first line is the title.
enum Door {
    static func report(_ bytes: [UInt8], name: String, date: Day?) throws -> Report {
        guard bytes.contains(where: { $0 > 0x20 }) else { throw Failure(.input, "\(name): nothing in it") }
        guard !bytes.contains(0), let string = String(validating: bytes, as: UTF8.self) else {
            throw Failure(.input, "\(name): no text: give the page or the text of a report")
        }
        return Report(
            id: ReportID(Digest.sha256(bytes)), text: SourceText(string),
            published: date.map { Publication(day: $0, evidence: .given, words: "\($0)") })
    }
}
