import ArgumentParser
import Glibc

/// The entry point: runs a command, turns what it throws into one line and an exit code.
@main
enum Main {
    static func main() async {
        do {
            var command = try SaysoCommand.parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand { try await asynchronous.run() } else { try command.run() }
        } catch {
            end(error)
        }
    }

    private static func end(_ error: any Error) -> Never {
        if let failure = error as? Failure { failure.end() }
        if let code = error as? ExitCode { exit(code.rawValue) }
        // Help and version come as errors, too.
        if SaysoCommand.exitCode(for: error).isSuccess {
            Output.standard.line(SaysoCommand.fullMessage(for: error))
            exit(0)
        }
        if SaysoCommand.exitCode(for: error) == .validationFailure {
            let message = SaysoCommand.message(for: error)
            Failure(.usage, "\(message.isEmpty ? "nothing to do" : message): try “sayso --help”").end()
        }
        Failure(error).end()
    }
}
