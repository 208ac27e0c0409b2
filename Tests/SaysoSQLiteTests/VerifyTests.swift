import Foundation
import GRDB
import SaysoCore
import SaysoLedger
import SaysoSQLite
import SaysoTestSupport
import Testing

/// A hand that goes past Sayso into the file: `verify` names what it did.
@Suite struct VerifyTests {
    let scratch: Scratch
    init() throws { scratch = try Scratch() }

    private func ledger() async throws -> SQLiteStore {
        let store = try scratch.store()
        try await store.add(Sample.full().reading, original: Sample.full().original, at: Sample.noon)
        let other = Sample.report("Another report.")
        try await store.add(other.reading, original: other.original, at: Sample.noon)
        _ = try await store.add(MessageDraft(topic: "t", text: "m", sender: "s"), at: Sample.noon, limit: .standard)
        return store
    }

    /// Runs `sql` with all guards off.
    private func tamper(_ sql: String) async throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        try await DatabaseQueue(path: scratch.ledger, configuration: configuration).writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
            for name in try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'") {
                try db.execute(sql: "DROP TRIGGER \(name)")
            }
            try db.execute(sql: sql)
        }
    }

    @Test func anUntouchedLedgerHolds() async throws {
        let result = try await ledger().verify()
        #expect(result.holds, "\(result.damage)")
        #expect(result.reports == 2 && result.entries == 3)
    }

    @Test(arguments: [
        (
            "UPDATE original SET bytes = zeroblob(length(bytes)), encoding = 'plain', size = length(bytes) WHERE report = 1",
            "original bytes"
        ),
        ("UPDATE original SET size = 1 WHERE report = 1", "original"),
        ("DELETE FROM original WHERE report = 1", "original bytes"),
        ("UPDATE report SET text = replace(text, 'Monday', 'Friday') WHERE number = 1", "Friday"),
        (
            "UPDATE claim_span SET words = 'Government troops lost the airbase at al-Watiya on Monday' WHERE claim = 1 AND part = 'evidence'",
            "lost"
        ),
        ("UPDATE claim SET stance = 'denies' WHERE number = 1", "not what was kept"),
        ("UPDATE claim SET stance = 'sings' WHERE number = 1", "column stance"),
        ("UPDATE claim SET place = 999 WHERE number = 1", "refers to one that is not there"),
        ("UPDATE claim_people SET low = 3, high = 3", "not what was kept"),
        ("UPDATE entity SET name = 'Somebody else' WHERE number = 1", "not what was kept"),
        ("UPDATE report SET outlet = 'Another Desk' WHERE number = 1", "not what was kept"),
        ("DELETE FROM label WHERE number = 1", "not what was kept"),
        ("DELETE FROM finding", "not what was kept"),
        ("UPDATE custody SET at = '2020-01-01T00:00:00Z' WHERE number = 2", "entry 2 was changed"),
        ("DELETE FROM custody WHERE number = 2", "entry 2 is missing"),
        ("UPDATE custody SET payload = previous WHERE number = 1", "entry 1 was changed"),
        ("DELETE FROM report WHERE number = 2", "gone"),
        ("UPDATE message SET text = 'n'", "message 1"),
        ("DELETE FROM message", "message 1"),
    ])
    func everyDamageIsNamed(_ sql: String, _ words: String) async throws {
        let store = try await ledger()
        try await tamper(sql)
        let result = try await store.verify()
        #expect(!result.holds)
        #expect(result.damage.contains { $0.description.contains(words) }, "\(result.damage)")
    }

    @Test func aReportThatWasSlippedInIsNamed() async throws {
        let store = try await ledger()
        try await tamper(
            """
            INSERT INTO report (id, added, name, language, text) VALUES ('\(Digest.sha256("forged"))', '2020-01-01T00:00:00Z', 'x', 'en', 'forged');
            INSERT INTO original VALUES (3, 'plain', 6, CAST('forged' AS BLOB))
            """)
        let damage = try await store.verify().damage
        #expect(damage.contains { $0.description.contains("does not know it") }, "\(damage)")
    }

    @Test func aPageThatTheDiskLostIsNamed() async throws {
        do { _ = try await ledger() }
        // The store is closed and its log written back. Overwrite a page in the middle of the file.
        let size = try FileManager.default.attributesOfItem(atPath: scratch.ledger)[.size] as? Int ?? 0
        let file = try #require(FileHandle(forUpdatingAtPath: scratch.ledger))
        for page in [9, 11, 13, 17, 21, 25] where (page + 1) * 4096 <= size {
            try file.seek(toOffset: UInt64(page * 4096))
            try file.write(contentsOf: Data(repeating: 0xA5, count: 4096))
        }
        try file.close()
        do {
            let result = try await SQLiteStore(path: scratch.ledger, mode: .reading).verify()
            #expect(!result.holds)
        } catch let error as LedgerError {
            guard case .damaged = error else { throw error }
        }
    }

    @Test func anEmptyLogUnderReportsIsNamed() async throws {
        let store = try await ledger()
        try await tamper("DELETE FROM custody")
        #expect(try await store.verify().damage.count == 3)
    }
}
