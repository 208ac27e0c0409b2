import ArgumentParser
import Glibc
import Sayso
import SaysoLedger

/// What ends a command: one line on standard error – what, where, what to try – and a documented exit code.
struct Failure: Error {
    /// The exit codes of `sayso --help`.
    enum Code: Int32 {
        case notFound = 1
        case usage = 2
        case input = 3
        case ledger = 4
        case address = 5
    }

    let code: Code
    let message: String

    init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// The failure that stands for any error.
    init(_ error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let error as LedgerError: self.init(.ledger, "\(error)")
        case let problem as Annotator.Problem:
            if case .unknownLayer = problem { self.init(.usage, "\(problem)") } else { self.init(.input, "standard input, \(problem)") }
        default: self.init(.input, "\(error)")
        }
    }

    /// Says it on standard error.
    func report() { Output.error.line("sayso: " + Printable.oneLine(message)) }

    func end() -> Never {
        report()
        exit(code.rawValue)
    }
}
