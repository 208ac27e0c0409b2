import ArgumentParser
import SaysoCore
import SaysoLedger
import SaysoSQLite

/// `sayso show`: a report or a claim by its id, or the list of reports.
struct ShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows a report or a claim of the ledger; without an id the list of reports.",
        discussion: """
            The beginning of an id is enough where only one begins so (at least four characters).

            Examples:
              sayso show
              sayso show 3f2a9c81
              sayso show c-09c2 --why
              sayso show 3f2a9c81 --original > report.html     the bytes as they came in
            """)

    @Argument(help: ArgumentHelp("The id of a report or a claim, or how it begins.", valueName: "id")) var id: String?
    @OptionGroup var ledger: LedgerOptions
    @Flag(help: "JSON in the exchange form.") var json = false
    @Flag(help: "Show the rule that made each finding.") var why = false
    @Flag(help: "Write the original bytes of the report.") var original = false
    @Flag(help: "Nothing but letters, even in a terminal.") var plain = false

    func validate() throws {
        if json && original { throw ValidationError("--json and --original exclude one another") }
        if original && id == nil { throw ValidationError("--original needs the id of a report") }
        if let id, id.utf8.count < 4 { throw ValidationError("an id has at least four characters") }
    }

    func run() async throws {
        let store = try ledger.open(.reading)
        guard let id else { return try await list(store) }
        switch try await resolve(id, store) {
        case .report(let id): try await show(id, store)
        case .claim(let id): try await show(id, store)
        }
    }

    private func list(_ store: SQLiteStore) async throws {
        var request = PageRequest(limit: 500)
        while true {
            let page = try await store.reports(request)
            for entry in page.items { Output.standard.line("\(entry.id.rawValue.prefix(12))  \(entry.claims) claims  \(entry.line)") }
            guard let next = page.next else { return }
            request = PageRequest(limit: 500, after: next)
        }
    }

    private func resolve(_ prefix: String, _ store: SQLiteStore) async throws -> LedgerID {
        var found = try await store.ids(beginningWith: prefix, limit: 6)
        if found.isEmpty { found = try await store.ids(beginningWith: "c-" + prefix, limit: 6) }
        guard let first = found.first else {
            throw Failure(.notFound, "\(prefix): no report or claim in \(ledger.path) begins so: “sayso show” lists the reports")
        }
        if found.count > 1, first.description != prefix {
            throw Failure(
                .notFound,
                "\(prefix): more than one begins so (\(found.prefix(5).map { "\($0)".prefix(16) }.joined(separator: ", ")) …): give more of it"
            )
        }
        return first
    }

    private func show(_ id: ReportID, _ store: SQLiteStore) async throws {
        if original {
            guard let original = try await store.original(of: id) else { throw Failure(.notFound, "\(id): no such report") }
            return Output.standard.write(bytes: original.bytes)
        }
        guard let report = try await store.report(id) else { throw Failure(.notFound, "\(id): no such report") }
        if json {
            let reading = report.reading
            return Output.standard.line(ExchangeForm(reading.report.text).reading(reading, id: id.rawValue, includingText: true).indented)
        }
        let terminal = plain ? Terminal.plain : Terminal.detect()
        var lines = ""
        try ReportDrawing(report.reading, layout: TextLayout(report.reading.report), terminal: terminal, showsWhy: why).draw {
            lines += $0 + "\n"
        }
        let related = try await store.related(to: id, limit: 5)
        if !related.isEmpty {
            lines += "\n" + StyledText("Related reports", .bold).text(on: terminal) + "\n"
            for other in related {
                lines += "  \(other.entry.id.rawValue.prefix(12))  \(other.entry.line)\n"
                lines += "    " + Printable.oneLine(other.reasons.map(\.description).joined(separator: "; ")) + "\n"
            }
        }
        lines +=
            "\n" + StyledText("report \(id), number \(report.entry.number), added \(report.entry.added)", .dim).text(on: terminal) + "\n"
        Output.standard.write(lines)
    }

    private func show(_ id: ClaimID, _ store: SQLiteStore) async throws {
        guard let kept = try await store.claim(id) else { throw Failure(.notFound, "\(id): no such claim") }
        let reading = kept.report.reading
        if original { throw Failure(.usage, "\(id): is a claim; --original is for reports (\(reading.report.id.rawValue.prefix(12)))") }
        if json { return Output.standard.line(ExchangeForm(reading.report.text).claim(kept.claim).indented) }
        let terminal = plain ? Terminal.plain : Terminal.detect()
        // The claim alone: its lines of the text, its card.
        var alone = reading
        alone.claims = [kept.claim]
        alone.labels = []
        alone.residue = []
        alone.diagnostics = []
        var lines = ""
        try ReportDrawing(alone, layout: TextLayout(alone.report), terminal: terminal, showsWhy: why).drawClaimsOnly { lines += $0 + "\n" }
        lines += StyledText("\(id) in report \(reading.report.id.rawValue.prefix(12))", .dim).text(on: terminal) + "\n"
        Output.standard.write(lines)
    }
}
