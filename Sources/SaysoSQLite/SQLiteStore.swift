import Foundation
import GRDB
public import SaysoCore
public import SaysoLedger

/// A ledger in one SQLite file. Tables and columns are public API: Docs/DATA.md.
///
/// Writing is one `BEGIN IMMEDIATE` transaction a report, in WAL mode with `synchronous = FULL`: when ``add(_:original:at:)`` returns, the
/// disk has been told to keep it. Any number of programs may read and write one file; a writer waits up to ten seconds for another.
public struct SQLiteStore: LedgerStore {
    public enum Mode: Sendable {
        /// For reading and writing; made if it is not there.
        case create
        /// For reading and writing; `.unreadable` if it is not there.
        case existing
        /// Never writes; works on a read-only disk, too.
        case reading
    }

    public let path: String
    private let database: any DatabaseReader
    private let writer: (any DatabaseWriter)?

    /// - Parameters:
    ///   - largest: the most bytes the file may grow to; nil: as large as the disk.
    ///   - patience: seconds to wait for another writer.
    public init(path: String, mode: Mode = .create, largest: Int? = nil, patience: Double = 10) throws(LedgerError) {
        self.path = path
        do {
            // "file:x" is a URI to Debian's SQLite; here a path is a path.
            let path = path.hasPrefix("file:") ? "./" + path : path
            if try !Opening.isLedger(path, mode: mode) { throw LedgerError.notALedger(path) }
            switch mode {
            case .create, .existing:
                let pool = try Opening.pool(path, largest: largest, patience: patience)
                database = pool
                writer = pool
            case .reading:
                database = try Opening.reader(path, patience: patience)
                writer = nil
            }
        } catch {
            throw LedgerError(error, path: path)
        }
    }

    @discardableResult
    public func add(_ reading: Reading, original: Original, at time: Moment) async throws -> AddOutcome {
        if try await contains(reading.report.id) { return .alreadyThere }
        let draft = try ReportDraft(reading, original: original, at: time)
        return try await write { db in
            var writer = ReportWriter(db, draft)
            return try writer.write() ? .added : .alreadyThere
        }
    }

    public func contains(_ report: ReportID) async throws -> Bool {
        try await read { db in
            try Int.fetchOne(db.cachedStatement(sql: "SELECT 1 FROM report WHERE id = ?"), arguments: [report.rawValue]) != nil
        }
    }

    public func reports(_ request: PageRequest) async throws -> Page<ReportEntry> {
        try await read { try EntryReader(db: $0).page(request) }
    }
    public func report(_ id: ReportID) async throws -> KeptReport? { try await read { try ReportReader($0).report(id) } }
    public func original(of id: ReportID) async throws -> Original? { try await read { try ReportReader($0).original(of: id) } }
    public func claim(_ id: ClaimID) async throws -> KeptClaim? { try await read { try ReportReader($0).claim(id) } }

    public func ids(beginningWith prefix: String, limit: Int) async throws -> [LedgerID] {
        guard prefix.utf8.count >= 4, limit > 0 else { return [] }
        return try await read { db in
            func ids(_ table: String) throws -> [String] {
                try String.fetchAll(
                    db.cachedStatement(sql: "SELECT id FROM \(table) WHERE id >= ?1 AND id < ?1 || char(1114111) ORDER BY id LIMIT ?2"),
                    arguments: [prefix, limit])
            }
            let found = try ids("report").map { LedgerID.report(ReportID($0)) } + ids("claim").map { LedgerID.claim(ClaimID($0)) }
            return Array(found.sorted().prefix(limit))
        }
    }

    public func related(to id: ReportID, limit: Int) async throws -> [RelatedReport] {
        try await read { try RelatedReader(db: $0).related(to: id, limit: limit) }
    }

    public func find(_ query: FindQuery, limit: Int) async throws -> [FindHit] {
        try await read { try FindReader(db: $0).find(query, limit: limit) }
    }

    public func add(_ message: MessageDraft, at time: Moment, limit: RateLimit) async throws -> MessageOutcome {
        let draft = message.bounded
        guard !draft.isEmpty else { return .empty }
        return try await write { try MessageTable(db: $0).add(draft, at: time, limit: limit) }
    }

    public func messages(_ request: PageRequest, unanswered: Bool) async throws -> Page<Message> {
        try await read { try MessageTable(db: $0).page(request, unanswered: unanswered) }
    }

    public func answer(message number: Int, with text: String, at time: Moment) async throws -> Message? {
        try await write { try MessageTable(db: $0).answer(number, with: text, at: time) }
    }

    public func counts() async throws -> LedgerCounts {
        try await read { db in
            var counts = LedgerCounts()
            func count(_ table: String) throws -> Int { try Int.fetchOne(db.cachedStatement(sql: "SELECT count(*) FROM \(table)")) ?? 0 }
            counts.reports = try count("report")
            counts.attributions = try count("attribution")
            counts.claims = try count("claim")
            counts.labels = try count("label")
            counts.messages = try count("message")
            counts.unansweredMessages = try count("message WHERE answer IS NULL")
            return counts
        }
    }

    public func head() async throws -> CustodyEntry? { try await read { try CustodyLog(db: $0).head() } }

    public func custody(_ request: PageRequest) async throws -> Page<CustodyEntry> {
        try await read { db in
            let rows = try Row.fetchAll(
                db.cachedStatement(sql: "SELECT * FROM custody WHERE number > ? ORDER BY number LIMIT ?"),
                arguments: [request.after ?? 0, request.limit + 1])
            let entries = try rows.map(CustodyLog.entry)
            let shown = Array(entries.prefix(request.limit))
            return Page(items: shown, next: entries.count > shown.count ? shown.last?.number : nil)
        }
    }

    public func verify() async throws -> Verification { try await read { Verifier(db: $0).verify() } }

    private func read<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
        do { return try await database.read(body) } catch { throw failure(error) }
    }

    private func write<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
        guard let writer else { throw LedgerError.readOnly(path) }
        do { return try await writer.write(body) } catch { throw failure(error) }
    }

    private func failure(_ error: any Error) -> any Error { error is CancellationError ? error : LedgerError(error, path: path) }
}
