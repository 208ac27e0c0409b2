import GRDB
import SaysoCore
import SaysoLedger

/// Lines of the list of reports.
struct EntryReader {
    let db: Database

    private static let columns = """
        SELECT report.number, report.id, added, name, outlet, address, title, byline, published, published_evidence, published_words, language,
          (SELECT count(*) FROM claim WHERE claim.report = report.number) AS claims,
          (SELECT count(*) FROM attribution WHERE attribution.report = report.number) AS attributions,
          (SELECT count(*) FROM diagnostic WHERE diagnostic.report = report.number) AS diagnostics,
          (SELECT size FROM original WHERE original.report = report.number) AS bytes
        FROM report
        """

    func page(_ request: PageRequest) throws -> Page<ReportEntry> {
        let rows = try Row.fetchAll(
            db.cachedStatement(sql: Self.columns + " WHERE report.number < ? ORDER BY report.number DESC LIMIT ?"),
            arguments: [request.after ?? Int.max, request.limit + 1])
        let entries = try rows.map(entry)
        let shown = Array(entries.prefix(request.limit))
        return Page(items: shown, next: entries.count > shown.count ? shown.last?.number : nil)
    }

    func entry(id: ReportID) throws -> ReportEntry? {
        try Row.fetchOne(db.cachedStatement(sql: Self.columns + " WHERE report.id = ?"), arguments: [id.rawValue]).map(entry)
    }

    func entry(number: Int) throws -> ReportEntry? {
        try Row.fetchOne(db.cachedStatement(sql: Self.columns + " WHERE report.number = ?"), arguments: [number]).map(entry)
    }

    private func entry(_ row: Row) throws -> ReportEntry {
        let fields = Fields(row, of: "report")
        return ReportEntry(
            number: try fields.number("number"), id: ReportID(try fields.text("id")), added: try fields.moment("added"),
            name: try fields.text("name"),
            outlet: fields.optionalText("outlet"), address: fields.optionalText("address"), title: fields.optionalText("title"),
            byline: fields.optionalText("byline"), published: try Self.publication(fields), language: try fields.text("language"),
            claims: try fields.number("claims"), attributions: try fields.number("attributions"),
            diagnostics: try fields.number("diagnostics"),
            bytes: fields.optionalNumber("bytes") ?? 0)
    }

    static func publication(_ fields: Fields) throws -> Publication? {
        guard let words = fields.optionalText("published_words") else { return nil }
        guard let day = Day(iso: try fields.text("published")) else { throw fields.problem("published") }
        return Publication(day: day, evidence: try fields.choice("published_evidence"), words: words)
    }
}
