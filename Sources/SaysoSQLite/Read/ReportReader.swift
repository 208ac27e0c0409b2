import Foundation
import GRDB
import SaysoCore
import SaysoLedger

/// Puts a report and its reading together again from the rows.
struct ReportReader {
    private let db: Database
    private let names: NameReader

    init(_ db: Database) {
        self.db = db
        names = NameReader(db)
    }

    func report(_ id: ReportID) throws -> KeptReport? {
        guard let entry = try EntryReader(db: db).entry(id: id) else { return nil }
        return KeptReport(entry: entry, reading: try reading(entry))
    }

    func report(number: Int) throws -> KeptReport? {
        guard let entry = try EntryReader(db: db).entry(number: number) else { return nil }
        return KeptReport(entry: entry, reading: try reading(entry))
    }

    func claim(_ id: ClaimID) throws -> KeptClaim? {
        let select = try db.cachedStatement(sql: "SELECT report FROM claim WHERE id = ?")
        guard let number = try Int.fetchOne(select, arguments: [id.rawValue]), let report = try report(number: number) else { return nil }
        return report.reading.claims.first { $0.id == id }.map { KeptClaim(claim: $0, report: report) }
    }

    func original(of id: ReportID) throws -> Original? {
        let select = try db.cachedStatement(
            sql: "SELECT name, encoding, size, bytes FROM report JOIN original ON original.report = report.number WHERE id = ?")
        guard let row = try Row.fetchOne(select, arguments: [id.rawValue]) else { return nil }
        let fields = Fields(row, of: "original")
        let bytes: Data = row["bytes"]
        let packed = PackedBytes(encoding: try fields.choice("encoding"), size: try fields.number("size"), bytes: Array(bytes))
        guard let original = packed.original else { throw fields.problem("bytes") }
        return Original(name: try fields.text("name"), bytes: original)
    }

    private func reading(_ entry: ReportEntry) throws -> Reading {
        let string =
            try String.fetchOne(db.cachedStatement(sql: "SELECT text FROM report WHERE number = ?"), arguments: [entry.number]) ?? ""
        let text = SourceText(string)
        let spans = SpanReader(db: db, map: CodePointMap(text))
        let residue = try residue(entry.number, spans)
        let diagnostics = try diagnostics(entry.number, spans)
        let report = Report(
            id: entry.id, text: text, outlet: entry.outlet, address: entry.address, title: entry.title, byline: entry.byline,
            published: entry.published, language: entry.language, residue: residue, diagnostics: diagnostics)
        let attributions = try attributions(entry.number, spans)
        var reading = Reading(report: report, residue: residue, diagnostics: diagnostics)
        reading.attributions = attributions.map(\.attribution)
        let ids = Dictionary(attributions.map { ($0.number, $0.attribution.id) }, uniquingKeysWith: { first, _ in first })
        reading.claims = try ClaimReader(db: db, names: names, spans: spans, attributions: ids).claims(of: entry.number)
        reading.labels = try labels(entry.number, spans, ids)
        return reading
    }

    private func attributions(_ report: Int, _ spans: SpanReader) throws -> [(number: Int, attribution: Attribution)] {
        let passages = try spans.all(
            sql: """
                SELECT attribution AS owner, part, start, stop, words FROM attribution_span
                WHERE attribution IN (SELECT number FROM attribution WHERE report = ?) ORDER BY attribution, part, position
                """, report)
        let select = try db.cachedStatement(
            sql: """
                SELECT inner.number, inner.id, inner.kind, inner.speaker, inner.stance, inner.rule, outer.id AS nested_in
                FROM attribution AS inner LEFT JOIN attribution AS outer ON outer.number = inner.nested_in
                WHERE inner.report = ? ORDER BY inner.number
                """)
        return try Row.fetchAll(select, arguments: [report]).map { row in
            let fields = Fields(row, of: "attribution")
            let number = try fields.number("number")
            func part(_ name: String) -> [Passage] { passages[SpanReader.Key(owner: number, part: name)] ?? [] }
            return (
                number,
                Attribution(
                    id: AttributionID(try fields.text("id")), source: part("source"), cue: part("cue"), content: part("content"),
                    kind: try fields.choice("kind"), nestedIn: fields.optionalText("nested_in").map { AttributionID($0) },
                    speaker: try names.entity(fields.optionalNumber("speaker")), stance: try fields.optionalChoice("stance"),
                    rule: Rule(try fields.text("rule")))
            )
        }
    }

    private func labels(_ report: Int, _ spans: SpanReader, _ ids: [Int: AttributionID]) throws -> [Label] {
        try rows("SELECT * FROM label WHERE report = ? ORDER BY number", report, "label").map { fields in
            var voice = Label.Voice.outlet
            if let number = fields.optionalNumber("voice") {
                guard let id = ids[number] else { throw fields.problem("voice") }
                voice = .attribution(id)
            }
            return Label(
                id: LabelID(try fields.text("id")), voice: voice, words: try spans.passage(fields),
                entity: try names.entity(fields.optionalNumber("entity")), polarity: try fields.choice("polarity"),
                rule: Rule(try fields.text("rule")))
        }
    }

    private func residue(_ report: Int, _ spans: SpanReader) throws -> [Residue] {
        try rows("SELECT * FROM residue WHERE report = ? ORDER BY position", report, "residue").map { fields in
            Residue(passage: try spans.passage(fields), kind: try fields.choice("kind"), rule: Rule(try fields.text("rule")))
        }
    }

    private func diagnostics(_ report: Int, _ spans: SpanReader) throws -> [Diagnostic] {
        try rows("SELECT * FROM diagnostic WHERE report = ? ORDER BY position", report, "diagnostic").map { fields in
            Diagnostic(try fields.choice("severity"), try fields.text("message"), at: try spans.span(fields))
        }
    }

    private func rows(_ sql: String, _ report: Int, _ table: String) throws -> [Fields] {
        try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [report]).map { Fields($0, of: table) }
    }
}

/// Turns `start`, `stop`, `words` into passages.
struct SpanReader {
    struct Key: Hashable {
        let owner: Int
        let part: String
    }
    let db: Database
    let map: CodePointMap

    /// Passages by owner and part, in order. The statement takes the report's number.
    func all(sql: String, _ report: Int) throws -> [Key: [Passage]] {
        var found: [Key: [Passage]] = [:]
        for row in try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [report]) {
            let fields = Fields(row, of: "span")
            found[Key(owner: try fields.number("owner"), part: try fields.text("part")), default: []].append(try passage(fields))
        }
        return found
    }

    func passage(_ fields: Fields) throws -> Passage {
        guard let span = try span(fields) else { throw fields.problem("start") }
        return Passage(span: span, words: try fields.text("words"))
    }

    func optionalPassage(_ fields: Fields) throws -> Passage? { fields.optionalText("words") == nil ? nil : try passage(fields) }

    func span(_ fields: Fields) throws -> TextSpan? {
        guard let start = fields.optionalNumber("start"), let stop = fields.optionalNumber("stop") else { return nil }
        return map.span(codePoints: start, stop)
    }
}
