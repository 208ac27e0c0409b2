import ArgumentParser
import Foundation
import Glibc
import Sayso
import SaysoCore
import SaysoLedger
import SaysoSQLite

/// `sayso add`: reports into the ledger.
struct AddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Reads reports into the ledger.",
        discussion: """
            The same bytes twice add nothing. A line on standard output means that the report is safe on the disk: the command may be stopped at any
            moment and repeated. A file that cannot be read is told and passed over; the exit code then is 3.

            Of a folder, files that end in .txt, .text, .html, .htm and .xhtml are taken, folders in it too.

            Examples:
              sayso add report.html
              sayso add reports/ more/*.txt --ledger war.ledger
              curl -s ADDRESS | sayso add -
            """)

    @Argument(help: ArgumentHelp("Files and folders; “-” for standard input.", valueName: "path")) var paths: [String]
    @OptionGroup var ledger: LedgerOptions
    @Option(
        help: ArgumentHelp("The day of publication of all these reports; goes before what they tell.", valueName: "yyyy-mm-dd"),
        transform: Day.option)
    var date: Day?
    @Flag(name: .shortAndLong, help: "Only the last line.") var quiet = false

    func validate() throws {
        if paths.isEmpty { throw ValidationError("no file given; “-” reads standard input") }
    }

    func run() async throws {
        let store = try ledger.open(.create)
        let reader = try Reader.standard()
        let tally = Tally()
        var files: [InputFile] = []
        for path in paths {
            do {
                let found = try InputFile.files(under: path)
                if found.isEmpty {
                    tally.fail(Failure(.input, "\(path): holds no file that ends in \(InputFile.endings.sorted().joined(separator: ", "))"))
                }
                files += found
            } catch { tally.fail(Failure(error)) }
        }
        let progress = Progress(total: files.count)
        let date = date
        let preparation = Preparation(files: files) { file in
            let bytes = try file.bytes()
            // Asked before the costly reading; the store asks again when it has the lock.
            if try await store.contains(ReportID(Digest.sha256(bytes))) { return .alreadyThere }
            let report = try Door.report(bytes, name: file.name, date: date)
            return .ready(reader.read(report), Original(name: file.path, bytes: bytes))
        }
        try await preparation.run { file, outcome in
            progress.clear()
            switch outcome {
            case .failed(let failure) where failure.code == .ledger: throw failure
            case .failed(let failure): tally.fail(failure)
            case .alreadyThere: tally.alreadyThere += 1
            case .ready(let reading, let original): try await keep(reading, original, in: store, tally)
            }
            progress.step()
        }
        progress.clear()
        Output.standard.line(tally.summary(ledger.path))
        if tally.failed > 0 { throw ExitCode(Failure.Code.input.rawValue) }
    }

    private func keep(_ reading: Reading, _ original: Original, in store: SQLiteStore, _ tally: Tally) async throws {
        do {
            switch try await store.add(reading, original: original, at: .now()) {
            case .added:
                tally.added += 1
                tally.claims += reading.claims.count
                if !quiet {
                    Output.standard.line(
                        "added \(reading.report.id.rawValue.prefix(12)) \(reading.claims.count) claims \(Printable.oneLine(original.name))")
                }
            case .alreadyThere: tally.alreadyThere += 1
            }
        } catch LedgerError.unfit(let what) {
            tally.fail(Failure(.input, "\(original.name): not kept: \(what)"))
        }
    }
}

/// What became of the files.
private final class Tally {
    var added = 0
    var claims = 0
    var alreadyThere = 0
    var failed = 0

    func fail(_ failure: Failure) {
        failed += 1
        failure.report()
    }

    func summary(_ ledger: String) -> String {
        var parts = ["\(added) \(added == 1 ? "report" : "reports") added with \(claims) \(claims == 1 ? "claim" : "claims")"]
        if alreadyThere > 0 { parts.append("\(alreadyThere) there already") }
        if failed > 0 { parts.append("\(failed) not readable") }
        return parts.joined(separator: ", ") + ": \(ledger)"
    }
}

/// "12 of 340" on standard error, when that is a terminal and there is something to wait for.
private final class Progress {
    private let total: Int
    private var done = 0
    private let isShown: Bool

    init(total: Int) {
        self.total = total
        isShown = total > 1 && isatty(2) == 1
        show()
    }

    func step() {
        done += 1
        show()
    }

    func clear() { if isShown { Output.error.write("\r\u{1B}[K") } }

    private func show() { if isShown, done < total { Output.error.write("\r\(done) of \(total)") } }
}
