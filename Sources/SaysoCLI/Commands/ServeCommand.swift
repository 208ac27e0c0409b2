import ArgumentParser
import SaysoLedger
import SaysoSQLite
import SaysoServer

/// `sayso serve`: the ledger as pages and JSON.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serves the ledger as pages and JSON, on this machine only unless told otherwise.",
        discussion: """
            Prints the address and serves until it is stopped (Ctrl-C). A ledger that is not there yet is begun. Reports that “sayso add” adds meanwhile
            appear when a page is loaded again. Port 0 takes any free one. Exit code 5 when the address cannot be had.

            Beyond this machine (--host 0.0.0.0) anybody in the network can read the ledger and send messages: there is no login and no encryption.
            The inbox opens on this machine alone.

            Examples:
              sayso serve
              sayso serve --port 9000 --ledger war.ledger
              sayso serve --name ledger.example.org       behind a proxy of that name
            """)

    @OptionGroup var ledger: LedgerOptions
    @Option(help: ArgumentHelp("The port to listen on; 0 takes any free one.", valueName: "number")) var port = 8080
    @Option(help: ArgumentHelp("The address to listen on.", valueName: "address")) var host = "127.0.0.1"
    @Option(help: ArgumentHelp("A further name that visitors may call this server by; may be repeated.", valueName: "name")) var name:
        [String] = []

    func validate() throws {
        if !(0...65_535).contains(port) { throw ValidationError("--port goes from 0 to 65535") }
        if host.isEmpty { throw ValidationError("--host needs an address") }
    }

    func run() async throws {
        let options = ServerOptions(host: host, port: port, names: name)
        let store = try ledger.open(.create)
        let server = try SaysoServer(store: store, options: options)
        do {
            try await server.run { address in
                Output.standard.line("Sayso reads at \(address)")
                if !options.isLoopback {
                    Output.error.line("sayso: warning: not this machine alone: whoever reaches it can read this ledger; there is no login")
                }
            }
        } catch let problem as ServerProblem {
            throw Failure(.address, "\(problem)")
        }
    }
}
