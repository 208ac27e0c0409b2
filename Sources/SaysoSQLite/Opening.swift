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
        // The header says it, 100 bytes (sqlite.org/fileformat.html): magic words at 0, application id at 68. An empty file becomes a ledger; one whose
        // first page still lies in the write-ahead log (killed while it was made) has neither yet.
        let header = [UInt8](try file.read(upToCount: 100) ?? Data())
        if header.isEmpty { return mode != .reading || FileManager.default.fileExists(atPath: path + "-wal") }
        guard header.count == 100, header.starts(with: Array("SQLite format 3\0".utf8)) else { return false }
        let id = header[68..<72].reduce(0) { $0 << 8 | Int($1) }
        return id == Schema.applicationID || (id == 0 && FileManager.default.fileExists(atPath: path + "-wal"))
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
        try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        let migrator = Schema.migrator
        if try pool.read(migrator.hasBeenSuperseded) { throw LedgerError.newer(path) }
        try migrator.migrate(pool)
        return pool
    }

    /// A reader that writes nothing, not even the shared-memory file where the folder forbids it.
    static func reader(_ path: String, patience: Double) throws -> any DatabaseReader {
        var configuration = configuration(patience)
        configuration.readonly = true
        let queue: DatabaseQueue
        do {
            queue = try DatabaseQueue(path: path, configuration: configuration)
            _ = try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_schema") }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CANTOPEN || error.resultCode == .SQLITE_READONLY {
            // On a read-only disk WAL cannot make its index. Nobody else can write there either, so the file may be taken as it lies.
            guard !FileManager.default.fileExists(atPath: path + "-wal"), !FileManager.default.isWritableFile(atPath: path) else { throw error }
            var allowed = CharacterSet.urlPathAllowed
            allowed.remove(charactersIn: "?#%")
            let escaped = URL(fileURLWithPath: path).path.addingPercentEncoding(withAllowedCharacters: allowed) ?? path
            return try migrated(DatabaseQueue(path: "file:\(escaped)?immutable=1", configuration: configuration), path)
        }
        return try migrated(queue, path)
    }

    private static func migrated(_ queue: DatabaseQueue, _ path: String) throws -> DatabaseQueue {
        let migrator = Schema.migrator
        if try queue.read(migrator.hasBeenSuperseded) { throw LedgerError.newer(path) }
        if try !queue.read(migrator.hasCompletedMigrations) {
            throw LedgerError.other(path, detail: "made by an older Sayso: run “sayso add” once, which brings it up to date")
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
