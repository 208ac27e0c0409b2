import GRDB
import SaysoCore
import SaysoLedger

/// `verify` over the tables: SQLite's own checks, then the audit that every store shares, report by report.
struct Verifier {
    let db: Database

    func verify() -> Verification {
        var audit = Audit()
        attempt(&audit, "integrity check") { audit in
            for line in try String.fetchAll(db, sql: "PRAGMA integrity_check(20)") where line != "ok" { audit.note(.storage(line)) }
        }
        attempt(&audit, "foreign keys") { audit in
            for row in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").prefix(20) {
                let table: String = row[0]
                audit.note(.storage("table \(table): a row refers to one that is not there"))
            }
        }
        attempt(&audit, "custody") { audit in
            let rows = try Row.fetchCursor(db, sql: "SELECT * FROM custody ORDER BY number")
            while let row = try rows.next() { audit.follow(try CustodyLog.entry(row)) }
        }
        attempt(&audit, "reports") { audit in
            for id in try String.fetchAll(db, sql: "SELECT id FROM report ORDER BY number").map({ ReportID($0) }) { check(id, &audit) }
        }
        attempt(&audit, "messages") { audit in
            for row in try Row.fetchAll(db, sql: "SELECT * FROM message ORDER BY number") { audit.check(try MessageTable.message(row)) }
        }
        return audit.close()
    }

    /// A damaged report must not hide what is wrong with the next one.
    private func check(_ id: ReportID, _ audit: inout Audit) {
        do {
            let reader = ReportReader(db)
            guard let report = try reader.report(id) else { return }
            var original: Original?
            do { original = try reader.original(of: id) } catch { audit.note(.reading(id, detail: Self.words(error))) }
            audit.check(report.reading, original: original ?? Original(name: "", bytes: []))
        } catch {
            audit.seen(id)
            audit.note(.reading(id, detail: Self.words(error)))
        }
    }

    private func attempt(_ audit: inout Audit, _ what: String, _ body: (inout Audit) throws -> Void) {
        do { try body(&audit) } catch { audit.note(.storage("\(what): \(Self.words(error))")) }
    }

    private static func words(_ error: any Error) -> String { (error as? DatabaseError)?.message ?? "\(error)" }
}
