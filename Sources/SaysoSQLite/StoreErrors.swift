import GRDB
import SaysoLedger

extension LedgerError {
    /// What SQLite says, in the ledger's words.
    init(_ error: any Error, path: String) {
        switch error {
        case let error as LedgerError: self = error
        case let error as DatabaseError: self = Self.translate(error, path)
        case let problem as Fields.Problem: self = .damaged(path, detail: problem.description)
        default: self = .other(path, detail: "\(error)")
        }
    }

    private static func translate(_ error: DatabaseError, _ path: String) -> LedgerError {
        let detail = error.message ?? "SQLite error \(error.resultCode.rawValue)"
        return switch error.resultCode {
        case .SQLITE_FULL: .diskFull(path)
        case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(path)
        case .SQLITE_NOTADB: .notALedger(path)
        case .SQLITE_CORRUPT: .damaged(path, detail: detail)
        case .SQLITE_READONLY, .SQLITE_PERM: .readOnly(path)
        case .SQLITE_CANTOPEN: .unreadable(path, detail: detail)
        case .SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_TOOBIG: .unfit("the ledger's schema refuses it (\(detail))")
        // A disk that fills up under the write-ahead log reports an input/output error on some file systems.
        case .SQLITE_IOERR:
            .other(path, detail: "the disk does not answer as it should (\(detail)): check it and the room on it, then repeat")
        default: .other(path, detail: detail)
        }
    }
}
