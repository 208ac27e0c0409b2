import SaysoClaims
public import SaysoCore
import SaysoLexicon
import SaysoText

/// Reads reports: the standard pipeline, assembled once, used from any number of tasks.
///
///     let reader = try Reader()
///     let reading = reader.read(report)
public struct Reader: Sendable {
    /// The language model that reads; nil: rules alone (see ``ModelFolder/advice``).
    public let model: ModelFolder?
    private let pipeline: Pipeline
    private let words: Pipeline
    private let tagger: any Stage<Document, Document>

    /// Loads the lexicons and the language model (some 200 ms).
    ///
    /// - Parameters:
    ///   - model: nil reads by rules alone.
    ///   - places: the user's own places; nil: the bundled gazetteer alone.
    /// - Throws: `OwnPlaces.Problem` when the user's places cannot be read, `LexiconTable.Problem` when a data file is missing, `LanguageModelProblem` when the model's files are damaged or of another
    ///   version, `Pipeline.OrderError` never in a released build (tests guard it).
    public init(model: ModelFolder? = .standard, places: OwnPlaces? = nil) throws {
        let standard = try StandardPipeline(model: model, places: places)
        self.model = model
        tagger = standard.tagger
        words = try Pipeline("words", standard.words)
        pipeline = try Pipeline("standard", standard.words + standard.claims)
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

    /// Sentences, words, tags, trees, names and cue links of `report`, and no more.
    func words(_ report: Report) -> Document { words.run(Document(report)) }

    /// The same of words that somebody else has cut: how the language model is measured on a treebank's own.
    func words(sentences: [[String]]) -> Document { tagger.run(Document(sentences: sentences)) }
}
