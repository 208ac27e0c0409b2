import ArgumentParser
import SaysoLedger
import SaysoSQLite

/// `sayso verify`: was anything changed since it was kept?
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Checks that nothing in the ledger was changed since it was kept.",
        discussion: """
            Recomputes the hash of every original, compares the words of every span with the text, the digest of every reading and message with the
            custody log, and the log's chain of hashes. Exit code 1 when anything is not as it was kept; each damage is named on a line.

            Entries cut off the end of the log cannot be seen from inside: note the head's hash elsewhere and compare it with --head.

            Examples:
              sayso verify
              sayso verify --ledger copy.ledger --head 4f1c09aa…
            """)

    @OptionGroup var ledger: LedgerOptions
    @Option(help: ArgumentHelp("A hash that was the head of the log once; it must be in the log.", valueName: "hash")) var head: String?

    func run() async throws {
        let store = try ledger.open(.reading)
        let result = try await store.verify()
        for damage in result.damage { Output.standard.line("DAMAGE \(Printable.oneLine(damage.description))") }
        let counted = "\(result.reports) reports, \(result.spans) spans, \(result.entries) log entries"
        guard result.holds else {
            throw Failure(.notFound, "\(ledger.path): \(result.damage.count) damages in \(counted): keep the file, restore a backup")
        }
        if let head, try await !isInLog(head, store) {
            throw Failure(
                .notFound, "\(ledger.path): no entry of the log has the hash \(head): entries were cut off, or it is another ledger")
        }
        Output.standard.line("\(ledger.path): \(counted): all as it was kept")
        if let head = result.head { Output.standard.line("head: entry \(head.number), \(head.at), \(head.hash)") }
    }

    private func isInLog(_ hash: String, _ store: some LedgerStore) async throws -> Bool {
        var request = PageRequest(limit: 1000)
        while true {
            let page = try await store.custody(request)
            if page.items.contains(where: { $0.hash == hash }) { return true }
            guard let next = page.next else { return false }
            request = PageRequest(limit: 1000, after: next)
        }
    }
}
