import Foundation
import GRDB
import SaysoCore
import SaysoLedger
import SaysoTestSupport
import Testing

@testable import SaysoSQLite

@Suite struct SchemaTests {
    let scratch: Scratch
    init() throws { scratch = try Scratch() }

    /// Docs/DATA.md as tables and their columns: "### `table`", then "| `column` | … |".
    private static func documented() throws -> [String: Set<String>] {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        var tables: [String: Set<String>] = [:]
        var table: String?
        for line in try String(contentsOf: root.appendingPathComponent("Docs/DATA.md"), encoding: .utf8).split(separator: "\n") {
            if line.hasPrefix("#") { table = nil }
            let words = line.split(separator: "`", omittingEmptySubsequences: false)
            if line.hasPrefix("### `"), words.count > 1 { table = String(words[1]) }
            if line.hasPrefix("| `"), words.count > 1, let table { tables[table, default: []].insert(String(words[1])) }
        }
        return tables
    }

    @Test func everyColumnIsDocumentedAndNothingElse() async throws {
        _ = try scratch.store()
        let real = try await DatabaseQueue(path: scratch.ledger).read { db in
            var tables: [String: Set<String>] = [:]
            for name in try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')") {
                // What SQLite's own virtual tables keep behind themselves.
                let isShadow = ["place_box_", "report_words_", "claim_words_", "sqlite_", "grdb_"].contains { name.hasPrefix($0) }
                if isShadow { continue }
                tables[name] = Set(try db.columns(in: name).map(\.name))
            }
            return tables
        }
        let documented = try Self.documented()
        #expect(Set(documented.keys) == Set(real.keys))
        for (table, columns) in real { #expect(documented[table] == columns, "table \(table)") }
    }

    @Test(arguments: [
        ("attribution", Stance.allCases.map(\.rawValue) + Attribution.Kind.allCases.map(\.rawValue)),
        ("claim", Stance.allCases.map(\.rawValue) + Modality.allCases.map(\.rawValue) + EventType.allCases.map(\.rawValue)),
        ("claim", ["day", "week", "month", "season", "quarter", "year", "decade", "century", "range", "fuzzy"]),
        ("claim_equipment", EquipmentUse.Role.allCases.map(\.rawValue)),
        ("entity", Entity.Kind.allCases.map(\.rawValue)),
        ("place", Place.Precision.allCases.map(\.rawValue)),
        ("residue", Residue.Kind.allCases.map(\.rawValue)),
        ("report", Publication.Evidence.allCases.map(\.rawValue)),
        ("custody", CustodyEntry.Kind.allCases.map(\.rawValue)),
    ])
    func theSchemaKnowsEveryValueOfAnEnumeration(_ table: String, _ values: [String]) async throws {
        _ = try scratch.store()
        let sql = try await DatabaseQueue(path: scratch.ledger).read {
            try String.fetchOne($0, sql: "SELECT sql FROM sqlite_schema WHERE name = ?", arguments: [table]) ?? ""
        }
        for value in values { #expect(sql.contains("'\(value)'"), "\(table) does not know \(value)") }
    }

    @Test func spansCanBeCheckedInPlainSQL() async throws {
        let store = try scratch.store()
        try await store.add(Sample.full().reading, original: Sample.full().original, at: Sample.noon)
        try await DatabaseQueue(path: scratch.ledger).read { db in
            for (table, join) in [
                ("attribution_span", "JOIN attribution AS owner ON owner.number = span.attribution"),
                ("claim_span", "JOIN claim AS owner ON owner.number = span.claim"),
                ("finding", "JOIN claim AS owner ON owner.number = span.claim"),
                ("claim_equipment", "JOIN claim AS owner ON owner.number = span.claim"),
                ("claim_people", "JOIN claim AS owner ON owner.number = span.claim"),
                ("label", "JOIN label AS owner ON owner.number = span.number"),
            ] {
                let row = try Row.fetchOne(
                    db,
                    sql: """
                        SELECT count(*), sum(substr(text, start + 1, stop - start) = words) FROM \(table) AS span \(join)
                        JOIN report ON report.number = owner.report WHERE words IS NOT NULL
                        """.replacingOccurrences(of: "words IS", with: "span.words IS").replacingOccurrences(
                            of: "= words", with: "= span.words"
                        )
                        .replacingOccurrences(of: "start", with: "span.start").replacingOccurrences(of: "stop", with: "span.stop"))
                let all: Int = row?[0] ?? 0
                let right: Int = row?[1] ?? 0
                #expect(all > 0 && all == right, "\(table): \(right) of \(all)")
            }
        }
    }

    @Test func theViewTellsAClaimOnOneLine() async throws {
        let store = try scratch.store()
        try await store.add(Sample.full().reading, original: Sample.full().original, at: Sample.noon)
        let rows = try DatabaseQueue(path: scratch.ledger).read {
            try Row.fetchAll($0, sql: "SELECT * FROM claim_line ORDER BY time_start")
        }
        #expect(rows.count == 3)
        #expect(
            rows[0]["actor"] == Sample.government.name && rows[0]["recipient"] == Sample.army.name && rows[0]["place"] == Sample.base.name)
        #expect(rows[0]["chain"] as String? == nil)
        #expect(rows[1]["chain"] == "the spokesman ← “sources”")
    }

    @Test(arguments: [
        "UPDATE report SET text = 'x'", "DELETE FROM original", "UPDATE claim SET stance = 'denies'", "DELETE FROM custody",
        "UPDATE custody SET at = at",
        "UPDATE entity SET name = 'x'", "DELETE FROM claim_span", "DELETE FROM message", "UPDATE message SET text = 'x'",
    ])
    func theLedgerOnlyGrows(_ sql: String) async throws {
        let store = try scratch.store()
        try await store.add(Sample.full().reading, original: Sample.full().original, at: Sample.noon)
        _ = try await store.add(MessageDraft(topic: "t", text: "m", sender: "s"), at: Sample.noon, limit: .standard)
        let other = try DatabaseQueue(path: scratch.ledger)
        await #expect(throws: DatabaseError.self) { try await other.write { try $0.execute(sql: sql) } }
        #expect(try await store.verify().holds)
    }

    @Test(arguments: [
        "INSERT INTO claim_span VALUES (1, 'evidence', 9, 0, 5, 'four')", "INSERT INTO claim_span VALUES (1, 'verdict', 9, 0, 4, 'four')",
        "INSERT INTO claim_chain VALUES (999, 0, 1)", "INSERT INTO claim_chain VALUES (1, 5, 999)",
        "INSERT INTO claim_party VALUES (1, 'victim', 9, 1)",
        "INSERT INTO claim_people (claim, position, role, low, high) VALUES (1, 9, 'killed', 3, 2)",
        "INSERT INTO place (name, precision, latitude, identity, variant) VALUES ('x', 'city', 1, 'x', zeroblob(16))",
        "INSERT INTO place (name, precision, latitude, longitude, identity, variant) VALUES ('x', 'city', 91, 0, 'x', zeroblob(16))",
        "INSERT INTO report (id, added, name, language, text) VALUES ('short', '2020-01-01T00:00:00Z', 'x', 'en', 'x')",
        "INSERT INTO claim_party VALUES (1, 'actor', 9, 'one')",
    ])
    func rowsThatBreakAPromiseAreRefused(_ sql: String) async throws {
        let store = try scratch.store()
        try await store.add(Sample.full().reading, original: Sample.full().original, at: Sample.noon)
        let other = try DatabaseQueue(path: scratch.ledger)
        await #expect(throws: DatabaseError.self) { try await other.write { try $0.execute(sql: sql) } }
    }

    @Test func everyCommitGoesToTheDisk() throws {
        let pool = try Opening.pool(scratch.ledger, largest: nil, patience: 1)
        #expect(try pool.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == 2)
        #expect(try pool.writeWithoutTransaction { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "wal")
        #expect(try pool.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA foreign_keys") } == 1)
    }
}
