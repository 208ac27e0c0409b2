import Foundation
import GRDB
import SaysoCore
import SaysoLedger
import SaysoSQLite
import SaysoTestSupport
import Testing

/// What disks and other programs do: each is an error of its own, in one line, and nothing is lost.
@Suite struct TroubleTests {
    let scratch: Scratch
    init() throws { scratch = try Scratch() }

    private func error(_ body: () async throws -> Void) async -> LedgerError? {
        do { try await body() } catch let error as LedgerError {
            #expect(!"\(error)".contains("\n"))
            return error
        } catch { Issue.record("\(error)") }
        return nil
    }

    @Test func aFullDiskIsToldAndNothingIsLost() async throws {
        let store = try scratch.store(largest: 600_000)
        var kept: [ReportID] = []
        let failure = await error {
            for number in 0..<500 {
                let words = (0..<300).map { "word\(number)x\($0)" }.joined(separator: " ")
                let sample = Sample.report("Report \(number). \(words)")
                try await store.add(sample.reading, original: sample.original, at: Sample.noon)
                kept.append(sample.reading.report.id)
            }
        }
        #expect(failure == .diskFull(scratch.ledger))
        #expect(kept.count > 3)
        for id in kept { #expect(try await store.report(id) != nil) }
        #expect(try await store.counts().reports == kept.count)
        #expect(try await store.verify().holds)
        // With more room the same ledger goes on.
        let roomy = try scratch.store()
        let sample = Sample.full()
        #expect(try await roomy.add(sample.reading, original: sample.original, at: Sample.noon) == .added)
        #expect(try await roomy.verify().reports == kept.count + 1)
    }

    @Test func anotherWriterIsWaitedForAndThenTold() async throws {
        let first = try scratch.store()
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let other = try DatabaseQueue(path: scratch.ledger, configuration: configuration)
        let hasty = try SQLiteStore(path: scratch.ledger, patience: 0.2)
        let sample = Sample.full()
        try await other.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
        let failure = await error { try await hasty.add(sample.reading, original: sample.original, at: Sample.noon) }
        #expect(failure == .busy(scratch.ledger))
        try await other.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
        #expect(try await hasty.add(sample.reading, original: sample.original, at: Sample.noon) == .added)
        #expect(try await first.counts().reports == 1)
    }

    @Test func twoStoresWriteOneLedger() async throws {
        let (one, two) = (try scratch.store(), try scratch.store())
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<30 {
                group.addTask {
                    let sample = Sample.report("Report \(number % 20).")
                    try await (number % 2 == 0 ? one : two).add(sample.reading, original: sample.original, at: Sample.noon)
                }
            }
            try await group.waitForAll()
        }
        #expect(try await one.counts().reports == 20)
        #expect(try await two.verify().holds)
    }

    @Test func aFileThatIsNoLedgerIsLeftAlone() async throws {
        let letter = Data(
            "Dear editor, this is a letter and no ledger at all. It goes on for more than a hundred bytes, which is a header's length.".utf8
        )
        try letter.write(to: URL(fileURLWithPath: scratch.ledger))
        for mode in [SQLiteStore.Mode.create, .existing, .reading] {
            #expect(await error { _ = try SQLiteStore(path: scratch.ledger, mode: mode) } == .notALedger(scratch.ledger))
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: scratch.ledger)) == letter)
    }

    @Test func aDatabaseOfSomebodyElseIsLeftAlone() async throws {
        do { try await DatabaseQueue(path: scratch.ledger).write { try $0.execute(sql: "CREATE TABLE recipes (name TEXT)") } }
        let before = try Data(contentsOf: URL(fileURLWithPath: scratch.ledger))
        #expect(await error { _ = try scratch.store() } == .notALedger(scratch.ledger))
        #expect(try Data(contentsOf: URL(fileURLWithPath: scratch.ledger)) == before)
    }

    @Test func aLedgerOfANewerSaysoIsLeftAlone() async throws {
        do { _ = try scratch.store() }
        try await DatabaseQueue(path: scratch.ledger).write {
            try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('2099-01 far future')")
        }
        #expect(await error { _ = try scratch.store() } == .newer(scratch.ledger))
        #expect(await error { _ = try SQLiteStore(path: scratch.ledger, mode: .reading) } == .newer(scratch.ledger))
    }

    @Test func aPathThatCannotBeIsTold() async throws {
        let missing = scratch.folder.appendingPathComponent("no/such/folder/x.ledger").path
        for (path, mode) in [(missing, SQLiteStore.Mode.create), (missing, .existing), (scratch.folder.path, .create), ("", .reading)] {
            let failure = await error { _ = try SQLiteStore(path: path, mode: mode) }
            guard case .unreadable = failure else {
                Issue.record("\(path): \(String(describing: failure))")
                continue
            }
        }
    }

    @Test func readingNeverWrites() async throws {
        let sample = Sample.full()
        do { try await scratch.store().add(sample.reading, original: sample.original, at: Sample.noon) }
        let before = try Data(contentsOf: URL(fileURLWithPath: scratch.ledger))
        let reader = try SQLiteStore(path: scratch.ledger, mode: .reading)
        #expect(try await reader.report(sample.reading.report.id)?.reading == sample.reading.asKept)
        let other = Sample.report("Two.")
        #expect(await error { try await reader.add(other.reading, original: other.original, at: Sample.noon) } == .readOnly(scratch.ledger))
        #expect(try Data(contentsOf: URL(fileURLWithPath: scratch.ledger)) == before)
    }

    @Test func anEmptyFileBecomesALedger() async throws {
        #expect(FileManager.default.createFile(atPath: scratch.ledger, contents: nil))
        #expect(await error { _ = try SQLiteStore(path: scratch.ledger, mode: .reading) } == .notALedger(scratch.ledger))
        let sample = Sample.full()
        #expect(try await scratch.store().add(sample.reading, original: sample.original, at: Sample.noon) == .added)
    }

    /// Killed between the first page and the first table.
    @Test func anEmptyDatabaseBecomesALedger() async throws {
        do {
            try await DatabaseQueue(path: scratch.ledger).write {
                try $0.execute(sql: "PRAGMA user_version = 0; CREATE TABLE t (a); DROP TABLE t")
            }
        }
        let sample = Sample.full()
        #expect(try await scratch.store().add(sample.reading, original: sample.original, at: Sample.noon) == .added)
    }

    /// A kill between GRDB's own table and ours left a file that no Sayso would open again; a disk that fills there does the same.
    @Test func aLedgerThatWasStoppedInItsMakingIsMadeAtTheNextTry() async throws {
        #expect(await error { _ = try scratch.store(largest: 5 * 4096) } == .diskFull(scratch.ledger))
        let sample = Sample.full()
        #expect(try await scratch.store().add(sample.reading, original: sample.original, at: Sample.noon) == .added)
        #expect(try await scratch.store().verify().holds)
    }

    @Test func aPathIsAPathEvenWhereItLooksLikeAnAddress() async throws {
        let path = scratch.folder.appendingPathComponent("file:x?mode=ro#%41 é.ledger").path
        let sample = Sample.full()
        do { try await SQLiteStore(path: path).add(sample.reading, original: sample.original, at: Sample.noon) }
        #expect(FileManager.default.fileExists(atPath: path))
        #expect(try await SQLiteStore(path: path, mode: .reading).counts().reports == 1)
    }
}
