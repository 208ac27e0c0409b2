public import SaysoCore

/// One way to put what was read into rows for a scorer: `sayso annotate --layer NAME`.
///
/// Gets the row that came in (see `ExchangeRow`), answers with what is written for it. A layer sees only what its row gives.
public protocol AnnotationLayer: Sendable {
    static var name: String { get }
    init(reader: Reader) throws
    /// The text to write for this row, without the final line break.
    func annotate(_ row: ExchangeRow) throws -> String
}

/// The layers that exist, in the order of the help text.
public enum AnnotationLayers {
    public static let all: [any AnnotationLayer.Type] = [
        ClaimsLayer.self,
        AttributionsLayer.self,
        TriggerCandidatesLayer.self,
        SlotCandidatesLayer.self,
        TokensLayer.self,
        NamesLayer.self,
        PlacesLayer.self,
        EventPlacesLayer.self,
        TimesLayer.self,
        EventsPloverLayer.self,
        EventsCameoLayer.self,
        EventsMUC4Layer.self,
        EventsLabelsLayer.self,
        AttributionTrainingLayer.self,
    ]

    public static func named(_ name: String) -> (any AnnotationLayer.Type)? { all.first { $0.name == name } }
}

/// One input row: `{"id", "text", "date", …}`; `sentences` instead of `text` where a layer takes words that somebody else has cut.
public struct ExchangeRow: Sendable {
    public let json: JSON
    public let id: String
    public let report: Report

    /// - Throws: `RowError` when the row is no object with `id` and `text`.
    public init(_ line: some Collection<UInt8>) throws {
        let json = try JSON(parsing: line)
        guard let id = json["id"]?.string, let text = json["text"]?.string ?? json["sentences"].map({ _ in "" }) else { throw RowError() }
        self.json = json
        self.id = id
        let date = json["date"]?.string
        report = Report(
            id: ReportID(id), text: SourceText(text), outlet: json["outlet"]?.string, title: json["title"]?.string,
            published: date.flatMap { words in Day(iso: words).map { Publication(day: $0, evidence: .given, words: words) } })
    }

    public struct RowError: Error, CustomStringConvertible {
        public var description: String { "a row should be an object with \"id\" and \"text\"" }
    }
}

extension ExchangeRow {
    /// `"sentences": [["Forces", "took", …], …]`, where a row gives words instead of text.
    var givenSentences: [[String]]? { json["sentences"]?.array?.map { ($0.array ?? []).map { $0.string ?? "" } } }
}
