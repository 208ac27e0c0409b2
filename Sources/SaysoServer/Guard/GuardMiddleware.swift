import HTTPTypes
import Hummingbird

/// What a request must be like to be answered at all, and what every answer carries. Outermost: nothing reaches a visitor around it.
struct GuardMiddleware: RouterMiddleware {
    typealias Context = VisitContext
    let hosts: HostNames
    let problems: @Sendable (Request, VisitContext, any Error) async -> Response

    func handle(
        _ request: Request, context: VisitContext, next: (Request, VisitContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.isKeeper = Keeper.isHere(peer: context.peer, host: request.head.authority, request.headers)
        var response: Response
        do {
            try check(request)
            response = try await next(request, context)
        } catch {
            response = await problems(request, context, error)
        }
        SecurityHeaders.add(to: &response.headers)
        return response
    }

    private func check(_ request: Request) throws {
        let host = request.head.authority
        guard hosts.accepts(host) else { throw Problem.strangeHost }
        switch request.method {
        case .get, .head: return
        case .post: guard SameOrigin.holds(request.headers, host: host) else { throw Problem.strangeOrigin }
        default: throw Problem.method
        }
    }
}

/// Whether a visitor sits at the machine itself.
enum Keeper {
    /// The line comes from loopback, asks for a loopback name, and nobody passed it on: a proxy on this machine connects from loopback,
    /// too.
    static func isHere(peer: String?, host: String?, _ headers: HTTPFields) -> Bool {
        guard let peer, Loopback.isLoopback(peer), let name = host.flatMap(HostNames.name), Loopback.isLoopback(name) else { return false }
        return !["forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-real-ip"].contains { header in
            HTTPField.Name(header).map { headers.contains($0) } ?? false
        }
    }
}

/// Why a request is not answered with what it asked for. Each knows its status, its title and what helps.
enum Problem: Error, Hashable, Sendable {
    case noSuchPage
    case noSuchReport
    case noSuchClaim
    case strangeHost
    case strangeOrigin
    case onlyHere
    case method
    case tooLarge
    case unfitForm(String)
    case ledger(String)
    case busy(String)

    var status: HTTPResponse.Status {
        switch self {
        case .noSuchPage, .noSuchReport, .noSuchClaim: .notFound
        case .strangeHost: .misdirectedRequest
        case .strangeOrigin, .onlyHere: .forbidden
        case .method: .methodNotAllowed
        case .tooLarge: .contentTooLarge
        case .unfitForm: .badRequest
        case .ledger: .internalServerError
        case .busy: .serviceUnavailable
        }
    }

    var title: String {
        switch self {
        case .noSuchPage: "There is no such page"
        case .noSuchReport: "There is no such report in this ledger"
        case .noSuchClaim: "There is no such claim in this ledger"
        case .strangeHost: "This server does not answer to that name"
        case .strangeOrigin: "That form came from another site"
        case .onlyHere: "The inbox opens only on the machine itself"
        case .method: "That cannot be done here"
        case .tooLarge: "That is too long"
        case .unfitForm: "The message could not be read"
        case .ledger: "The ledger could not be read"
        case .busy: "The ledger is busy"
        }
    }

    var what: String {
        switch self {
        case .noSuchPage: "The address may be mistyped, or from another version of Sayso."
        case .noSuchReport:
            "Reports are named by the SHA-256 of their bytes, so an address from another ledger leads to the same report only if it was added here too."
        case .noSuchClaim: "Claims are named after their report and place; reading again with a newer Sayso can find other claims."
        case .strangeHost:
            "Use the address that “sayso serve” printed. Other names are refused, so that no foreign page can read your ledger through your browser."
        case .strangeOrigin: "Nothing was kept. Go to the report and write the message there."
        case .onlyHere: "Messages may hold names of people. Open the inbox on the machine where “sayso serve” runs."
        case .method: "Pages are read with GET; messages are sent from a report’s page."
        case .tooLarge: "A message may have 4,000 characters, 16 kB with everything. Nothing was kept."
        case .unfitForm(let why): why
        case .ledger(let why), .busy(let why): why
        }
    }
}
