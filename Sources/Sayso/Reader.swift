public import SaysoCore
import SaysoClaims
import SaysoLexicon
import SaysoText

/// Reads reports: the standard pipeline, assembled once, used from any number of tasks.
///
///     let reader = try Reader()
///     let reading = reader.read(report)
public struct Reader: Sendable {
    private let pipeline: Pipeline

    /// Loads the lexicons (some 100 ms).
    /// - Throws: `LexiconTable.Problem` when a data file is missing, `Pipeline.OrderError` never in a released build (tests guard it).
    public init() throws {
        pipeline = try Pipeline("standard", StandardPipeline.stages())
    }

    /// Everything found in `report`, layer by layer.
    public func document(_ report: Report) -> Document { pipeline.run(Document(report)) }

    /// What is claimed in `report`.
    ///
    /// A text longer than any report is read in portions (see `Portions`); a diagnostic says so.
    public func read(_ report: Report) -> Reading {
        if report.text.count <= Portions.length { return Reading(document(report)) }
        return Portions(report).read { Reading(document($0)) }
    }
}
