import HTTPTypes
import Hummingbird
import SaysoCore
import SaysoLedger

extension Site {
    /// Whatever went wrong, as a page that helps, or as problem+json (RFC 9457) under /api/.
    func problem(_ error: any Error, _ request: Request, _ context: VisitContext) async -> Response {
        let problem = Self.problem(error, isKeeper: context.isKeeper)
        if request.uri.path.hasPrefix("/api/") {
            return json(
                .members([
                    "type": "about:blank", "title": .string(problem.title), "status": .integer(problem.status.code),
                    "detail": .string(problem.what),
                ]), status: problem.status, type: "application/problem+json; charset=utf-8")
        }
        // When the ledger itself fails, the frame does without it.
        let surroundings =
            (try? await surroundings(context))
            ?? Frame.Surroundings(counts: LedgerCounts(), head: nil, now: options.clock(), maySeeInbox: context.isKeeper, assets: assets)
        let model = ProblemPage(
            frame: Frame(problem.title, surroundings), status: problem.status.code, title: problem.title, what: problem.what,
            hints: problem.hints, guess: problem.status == .notFound ? Self.guess(request.uri.path) : nil)
        return page(.problem, model, status: problem.status)
    }

    static func problem(_ error: any Error, isKeeper: Bool) -> Problem {
        switch error {
        case let problem as Problem: return problem
        case let error as HTTPError where error.status == .notFound: return .noSuchPage
        case let error as HTTPError where error.status == .contentTooLarge: return .tooLarge
        case let error as HTTPError where error.status == .methodNotAllowed: return .method
        case is HTTPError: return .unfitForm("The request could not be read.")
        case LedgerError.busy: return .busy("Another program is writing to it. Try again in a moment.")
        case LedgerError.alreadyAnswered(let number):
            return .unfitForm("Message \(number) has its answer already: answers are not rewritten.")
        // Paths of files are for the machine's own people.
        case let error as LedgerError: return .ledger(isKeeper ? error.description : "Tell those who run this server.")
        default: return .ledger(isKeeper ? "\(error)" : "Tell those who run this server.")
        }
    }

    /// Words of a mistyped address that are worth a search.
    private static func guess(_ path: String) -> String? {
        let words = path.split { !$0.isLetter && !$0.isNumber }.filter { $0.count > 2 && $0.count < 40 }
            .filter { !["reports", "claims", "static", "html", "php", "index"].contains($0.lowercased()) }
        return words.isEmpty ? nil : words.prefix(5).joined(separator: " ")
    }
}

extension Problem {
    var hints: [Phrase] {
        switch self {
        case .ledger: [.own("In a terminal, “sayso doctor” says what is the matter and “sayso verify” checks every entry.")]
        default: []
        }
    }
}
