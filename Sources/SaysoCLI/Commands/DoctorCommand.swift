import ArgumentParser
import Foundation
import Glibc
import Sayso
import SaysoLedger
import SaysoLexicon
import SaysoSQLite

/// `sayso doctor`: is everything here that Sayso needs?
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Tells what Sayso finds around it: version, lexicons, ledger, disk, terminal.",
        discussion: "Exit code 1 when something is missing or damaged.\n\nExample:\n  sayso doctor --ledger war.ledger")

    @OptionGroup var ledger: LedgerOptions

    func run() async throws {
        var checkup = Checkup()
        checkup.say("sayso", Version.text)
        let files = LexiconResource.inventory()
        checkup.say("lexicons", "\(files.count) files, \(files.map(\.rows).reduce(0, +)) rows", isGood: !files.isEmpty)
        do {
            let reader = try Reader(places: .standard)
            checkup.say("reader", reader.model.map { "language model of \($0)" } ?? ModelFolder.advice)
            checkup.say("places", "\(try OwnPlaces.standard.all().count) of your own (\(OwnPlaces.standard.path))")
        } catch { checkup.say("reader", "\(error)", isGood: false) }
        await checkLedger(&checkup)
        checkDisk(&checkup)
        let terminal = Terminal.detect()
        let underlines =
            switch terminal.underlines {
            case .none: "none (no terminal, or TERM=dumb): claims stand in brackets"
            case .one: "one kind"
            case .four: "solid, dotted, dashed, double"
            }
        checkup.say("terminal", "\(terminal.columns) columns, colours \(terminal.hasColours ? "yes" : "no"), underlines: \(underlines)")
        if !checkup.isWell { throw ExitCode(Failure.Code.notFound.rawValue) }
    }

    private func checkLedger(_ checkup: inout Checkup) async {
        let path = ledger.path
        guard FileManager.default.fileExists(atPath: path) else { return checkup.say("ledger", "\(path): none yet; “sayso add” makes it") }
        do {
            let store = try ledger.open(.reading)
            let counts = try await store.counts()
            let result = try await store.verify()
            let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
            checkup.say(
                "ledger",
                "\(path): \(counts.reports) reports, \(counts.claims) claims, \(counts.unansweredMessages) unanswered messages, \(size >> 10) KB"
            )
            let custody =
                result.holds ? "\(result.entries) entries, all as it was kept" : "\(result.damage.count) damages: run “sayso verify”"
            checkup.say("custody", custody, isGood: result.holds)
        } catch { checkup.say("ledger", "\(error)", isGood: false) }
    }

    private func checkDisk(_ checkup: inout Checkup) {
        let folder = URL(fileURLWithPath: ledger.path).deletingLastPathComponent().path
        var disk = statvfs()
        guard statvfs(folder, &disk) == 0 else {
            return checkup.say("disk", "\(folder): \(String(cString: strerror(errno)))", isGood: false)
        }
        let free = (Int(disk.f_bavail) * Int(disk.f_frsize)) >> 20
        checkup.say("disk", "\(free) MB free in \(folder)", isGood: free >= 100)
    }
}

/// The lines of `sayso doctor`.
private struct Checkup {
    private(set) var isWell = true

    mutating func say(_ what: String, _ words: String, isGood: Bool = true) {
        isWell = isWell && isGood
        Output.standard.line("\(isGood ? "  ok" : "FAIL")  \(what): \(Printable.oneLine(words))")
    }
}
