import SaysoCore
import SaysoLexicon

/// `events-muc4`: attacks in the slots of MUC-4's templates.
public struct EventsMUC4Layer: AnnotationLayer {
    public static let name = "events-muc4"
    private let reader: Reader
    private let lexicon: IncidentLexicon
    private let words: CodingWords
    private let states: [String: String]
    private let scope: Set<String>

    public init(reader: Reader) throws {
        self.reader = reader
        lexicon = try IncidentLexicon()
        words = try CodingWords()
        scope = Set(try LexiconTable(resource: "shared/muc4-scope.tsv").rows.map { $0[0] })
        let rows = try LexiconTable(resource: "shared/countries.tsv").rows
        states = Dictionary(rows.map { ($0[0], $0[4]) }, uniquingKeysWith: { first, _ in first })
    }

    public func annotate(_ row: ExchangeRow) -> String {
        let templates = reader.coded(row.report) { view in
            let merger = IncidentMerger(scope: scope, document: view.document)
            let incidents = merger.merged(IncidentFinder(lexicon: lexicon, words: words, view: view).incidents())
            return incidents.map { $0.json(published: merger.published, home: merger.home) { states[$0] } }
        }
        return JSON.members(["id": .string(row.id), "events": .array(templates)]).text
    }
}
