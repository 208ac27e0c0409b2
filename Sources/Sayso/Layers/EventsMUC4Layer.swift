import SaysoCore
import SaysoLexicon

/// `events-muc4`: attacks in the slots of MUC-4's templates.
public struct EventsMUC4Layer: AnnotationLayer {
    public static let name = "events-muc4"
    private let reader: Reader
    private let lexicon: IncidentLexicon
    private let words: CodingWords
    private let states: [String: String]

    public init(reader: Reader) throws {
        self.reader = reader
        lexicon = try IncidentLexicon()
        words = try CodingWords()
        let rows = try LexiconTable(resource: "shared/countries.tsv").rows
        states = Dictionary(rows.map { ($0[0], $0[4]) }, uniquingKeysWith: { first, _ in first })
    }

    public func annotate(_ row: ExchangeRow) -> String {
        let tellings = reader.documents(row.report).flatMap { IncidentFinder(lexicon: lexicon, words: words, view: CodingView($0)).incidents() }
        let incidents = IncidentMerger().merged(tellings)
        return JSON.members(["id": .string(row.id), "events": .array(incidents.map { $0.json { states[$0] } })]).text
    }
}
