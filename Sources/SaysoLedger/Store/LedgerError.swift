/// Why a ledger did not do what was asked. One line each: what, where, what to try.
public enum LedgerError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The reading breaks a promise, so it was not kept.
    case unfit(String)
    case alreadyAnswered(message: Int)
    case diskFull(String)
    /// Somebody else is writing and did not finish in time.
    case busy(String)
    case notALedger(String)
    /// Written by a newer Sayso.
    case newer(String)
    case damaged(String, detail: String)
    case readOnly(String)
    case unreadable(String, detail: String)
    case other(String, detail: String)

    public var description: String {
        switch self {
        case .unfit(let what): "not kept: \(what)"
        case .alreadyAnswered(let number): "message \(number) has its answer already: answers are not rewritten"
        case .diskFull(let path): "\(path): no room left on the disk, nothing was lost: make room and repeat"
        case .busy(let path): "\(path): another program is writing to it: try again when it is done"
        case .notALedger(let path): "\(path): not a Sayso ledger: give another --ledger, or move that file away"
        case .newer(let path): "\(path): written by a newer Sayso: use that one"
        case .damaged(let path, let detail): "\(path): damaged (\(detail)): run “sayso verify”, restore a backup, keep the damaged file"
        case .readOnly(let path): "\(path): cannot be written: check its permissions and those of its folder"
        case .unreadable(let path, let detail): "\(path): cannot be opened (\(detail)): check the path and its permissions"
        case .other(let path, let detail): "\(path): \(detail)"
        }
    }
}
