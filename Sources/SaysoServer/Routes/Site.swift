import HTTPTypes
import Hummingbird
import SaysoCore
import SaysoLedger

/// The site: a store seen through templates. Routes are in this folder's other files, one for each subject.
struct Site: Sendable {
    let store: any LedgerStore
    let options: ServerOptions
    let templates: Templates
    let assets: Assets
    /// Senders of messages are told apart by a hash under a salt of this run: the ledger never learns an address.
    let salt: String

    init(store: any LedgerStore, options: ServerOptions, templates: Templates, assets: Assets) {
        self.store = store
        self.options = options
        self.templates = templates
        self.assets = assets
        var random = SystemRandomNumberGenerator()
        salt = "\(random.next())\(random.next())"
    }

    func router() -> Router<VisitContext> {
        let router = Router(context: VisitContext.self, options: .autoGenerateHeadEndpoints)
        router.add(
            middleware: GuardMiddleware(hosts: HostNames(listening: options.host, names: options.names)) { request, context, error in
                await problem(error, request, context)
            })
        reportRoutes(router)
        claimRoutes(router)
        searchRoutes(router)
        messageRoutes(router)
        apiRoutes(router)
        staticRoutes(router)
        router.get("/help") { _, context in
            try await page(.help, HelpPage(frame: frame("How to read these pages", context)))
        }
        return router
    }

    /// What every page says of the ledger and the moment.
    func frame(_ title: String, _ context: VisitContext, json: String? = nil) async throws -> Frame {
        Frame(title, try await surroundings(context), json: json)
    }

    func surroundings(_ context: VisitContext) async throws -> Frame.Surroundings {
        Frame.Surroundings(
            counts: try await store.counts(), head: try await store.head(), now: options.clock(), maySeeInbox: context.isKeeper,
            assets: assets)
    }

    func page(_ name: PageName, _ model: any Sendable, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: templates.render(name, model))))
    }

    func json(_ value: JSON, status: HTTPResponse.Status = .ok, type: String = "application/json; charset=utf-8") -> Response {
        Response(status: status, headers: [.contentType: type], body: ResponseBody(byteBuffer: ByteBuffer(string: value.text + "\n")))
    }
}

extension Request {
    /// A value of the query, percent-decoded, "+" as a space; nil where it is not given.
    func query(_ name: String) -> String? {
        guard let query = uri.query else { return nil }
        let value = FormFields(Array(query.utf8))[name]
        return value.isEmpty ? nil : value
    }
}
