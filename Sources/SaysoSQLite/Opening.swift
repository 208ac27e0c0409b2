import Foundation
import GRDB
import SaysoLedger

/// How a ledger file is opened.
enum Opening {
    /// False for a database or file of somebody else's. Looks before anything is written: opening in WAL mode changes a file.
    static func isLedger(_ path: String, mode: SQLiteStore.Mode) throws -> Bool {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            if mode == .create { return true }
            throw LedgerError.unreadable(path, detail: "no such file")
        }
        if isFolder.boolValue { throw LedgerError.unreadable(path, detail: "it is a folder") }
        guard let file = FileHandle(forReadingAtPath: path) else { throw LedgerError.unreadable(path, detail: "no permission to read it") }
        defer { try? file.close() }
        // The first page says it (sqlite.org/fileformat.html): magic words at 0, application id at 68, number of tables and indexes at 103.
        let header = [UInt8](try file.read(upToCount: 108) ?? Data())
        // Killed while it was made: an empty file or database, or one whose tables still lie in the write-ahead log. It becomes a ledger
        // now.
        let isUnfinished = FileManager.default.fileExists(atPath: path + "-wal") || mode != .reading
        if header.isEmpty { return isUnfinished }
        guard header.count == 108, header.starts(with: Array("SQLite format 3\0".utf8)) else { return false }
        func number(_ range: Range<Int>) -> Int { header[range].reduce(0) { $0 << 8 | Int($1) } }
        if number(68..<72) == Schema.applicationID { return true }
        return isUnfinished && number(68..<72) == 0 && header[100] == 0x0D && number(103..<105) == 0
    }

    static func pool(_ path: String, largest: Int?, patience: Double) throws -> DatabasePool {
        var configuration = configuration(patience)
        if let largest {
            configuration.prepareDatabase { db in
                let page = try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 4096
                try db.execute(sql: "PRAGMA max_page_count = \(max(largest / page, 1))")
            }
        }
        let pool = try DatabasePool(path: path, configuration: configuration)
        // GRDB sets NORMAL with WAL, which may lose the last transactions when the power is cut. What was acknowledged must stay.
        try pool.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA synchronous = FULL")
            // Before the first table: killed between the two, the file would be somebody else's database to us, for ever.
            if try Int.fetchOne(db, sql: "PRAGMA application_id") == 0 {
                try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
            }
        }
        let migrator = Schema.migrator
        if try pool.read(migrator.hasBeenSuperseded) { throw LedgerError.newer(path) }
        try migrator.migrate(pool)
        return pool
    }

    /// A reader that changes nothing in the ledger.
    ///
    /// Where it may, it opens for writing and forbids itself to write: a connection that is read-only to SQLite leaves `-shm` and `-wal`
    /// lying beside the file, since it must not remove them.
    static func reader(_ path: String, patience: Double) throws -> any DatabaseReader {
        for readonly in [false, true] {
            do {
                var configuration = configuration(patience)
                configuration.readonly = readonly
                configuration.prepareDatabase { try $0.execute(sql: "PRAGMA query_only = ON") }
                let queue = try DatabaseQueue(path: path, configuration: configuration)
                _ = try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_schema") }
                return try migrated(queue, path)
            } catch let error as DatabaseError where error.resultCode == .SQLITE_CANTOPEN || error.resultCode == .SQLITE_READONLY {
                continue
            }
        }
        // On a read-only disk WAL cannot make its index. Nobody else can write there either, so the file may be taken as it lies.
        if FileManager.default.fileExists(atPath: path + "-wal") || FileManager.default.isWritableFile(atPath: path) {
            throw LedgerError.unreadable(path, detail: "its folder cannot be written, and another program has it open or was killed")
        }
        var configuration = configuration(patience)
        configuration.readonly = true
        var allowed = CharacterSet.urlPathAllowed
        allowed.remove(charactersIn: "?#%")
        let escaped = URL(fileURLWithPath: path).path.addingPercentEncoding(withAllowedCharacters: allowed) ?? path
        return try migrated(DatabaseQueue(path: "file:\(escaped)?immutable=1", configuration: configuration), path)
    }

    private static func migrated(_ queue: DatabaseQueue, _ path: String) throws -> DatabaseQueue {
        let migrator = Schema.migrator
        if try queue.read(migrator.hasBeenSuperseded) { throw LedgerError.newer(path) }
        if try !queue.read(migrator.hasCompletedMigrations) {
            throw LedgerError.other(
                path, detail: "never finished, or made by an older Sayso: run “sayso add” once, which brings it up to date")
        }
        return queue
    }

    private static func configuration(_ patience: Double) -> Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(patience)
        configuration.label = "ledger"
        return configuration
    }
}
