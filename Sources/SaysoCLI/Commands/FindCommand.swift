import ArgumentParser
import SaysoCore
import SaysoLedger
import SaysoSQLite

/// `sayso find`: full text over reports and claims.
struct FindCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "find",
        abstract: "Finds reports and claims that hold all of the words.",
        discussion: """
            Case and accents do not matter; “in quotation marks” is a phrase, a star at the end finds beginnings. Claims are found by their own words and
            by the names of voices, parties, places and equipment. Exit code 1 when there is none.

            Examples:
              sayso find pantsir destroyed
              sayso find '"air base"' libya*
            """)

    @Argument(help: ArgumentHelp("What to find.", valueName: "words")) var words: [String]
    @OptionGroup var ledger: LedgerOptions
    @Option(help: ArgumentHelp("At most so many.", valueName: "number")) var limit = 20
    @Flag(help: "JSON, one hit a line.") var jsonl = false

    func validate() throws {
        if FindQuery(words.joined(separator: " ")).terms.isEmpty { throw ValidationError("no word to find") }
        if !(1...10_000).contains(limit) { throw ValidationError("--limit goes from 1 to 10000") }
    }

    func run() async throws {
        let store = try ledger.open(.reading)
        let query = FindQuery(words.joined(separator: " "))
        let hits = try await store.find(query, limit: limit)
        if hits.isEmpty {
            throw Failure(.notFound, "“\(query)”: nothing in \(ledger.path): try fewer words, or a star: “\(words.last ?? "")*”")
        }
        let terminal = Terminal.detect()
        for hit in hits { jsonl ? Output.standard.line(json(hit).text) : Output.standard.write(text(hit, terminal)) }
    }

    private func text(_ hit: FindHit, _ terminal: Terminal) -> String {
        var head: String
        switch hit.what {
        case .report: head = "report \(hit.entry.id.rawValue.prefix(12))  " + hit.entry.line
        case .claim(let id): head = "  claim \(id.rawValue)  in \(hit.entry.id.rawValue.prefix(12))"
        }
        head = StyledText(head, hit.what == .report ? .bold : .dim).text(on: terminal)
        var excerpt = StyledText()
        let text = SourceText(hit.excerpt.text)
        var at = 0
        for mark in hit.excerpt.marks where mark.start >= at {
            excerpt.append(Printable.oneLine(text.words(TextSpan(at, mark.start))))
            excerpt.append(Printable.oneLine(text.words(mark)), .bold)
            at = mark.end
        }
        excerpt.append(Printable.oneLine(text.words(TextSpan(at, text.count))))
        let body = excerpt.wrapped(terminal.textColumns - 4).map { "    " + $0.text(on: terminal) + "\n" }
        return head + "\n" + body.joined()
    }

    private func json(_ hit: FindHit) -> JSON {
        var claim: JSON?
        if case .claim(let id) = hit.what { claim = .string(id.rawValue) }
        return .members([
            "report": .string(hit.entry.id.rawValue), "claim": claim, "outlet": hit.entry.outlet.map(JSON.string),
            "title": hit.entry.title.map(JSON.string), "date": hit.entry.published.map { .string($0.day.description) },
            "words": .string(hit.excerpt.text),
        ])
    }
}

extension ReportEntry {
    /// "2020-05-20  Desk of the Coast  Airbase falls".
    var line: String {
        let parts = [published?.day.description ?? "no date", outlet ?? "no outlet", title ?? name]
        return parts.map { Printable.oneLine($0) }.joined(separator: "  ")
    }
}
