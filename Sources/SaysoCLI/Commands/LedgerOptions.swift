import ArgumentParser
import Foundation
import SaysoCore
import SaysoLedger
import SaysoSQLite

/// `--ledger`, the same for every command that needs one.
struct LedgerOptions: ParsableArguments {
    @Option(
        name: [.customLong("ledger"), .short],
        help: ArgumentHelp("The ledger file. (default: $SAYSO_LEDGER, else ./sayso.ledger)", valueName: "path"))
    var ledger: String?

    var path: String {
        if let ledger { return ledger }
        let named = ProcessInfo.processInfo.environment["SAYSO_LEDGER"] ?? ""
        return named.isEmpty ? "./sayso.ledger" : named
    }

    func open(_ mode: SQLiteStore.Mode) throws -> SQLiteStore {
        if mode != .create, !FileManager.default.fileExists(atPath: path) {
            throw Failure(.ledger, "\(path): no ledger there: make one with “sayso add FILE --ledger \(path)”, or name yours")
        }
        return try SQLiteStore(path: path, mode: mode)
    }
}

extension Day {
    /// "2020-05-18", as an option's value.
    static func option(_ argument: String) throws -> Day {
        guard argument.utf8.count == 10, let day = Day(iso: argument) else {
            throw ValidationError("“\(argument)” is no day: write it as 2020-05-18")
        }
        return day
    }
}
