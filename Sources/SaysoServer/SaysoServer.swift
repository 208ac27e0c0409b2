import HTTPTypes
public import Hummingbird
import Logging
import NIOCore
public import SaysoLedger

#if canImport(Glibc)
    import Glibc
#endif

/// The pages and the JSON of one ledger, served over HTTP.
///
///     let server = try SaysoServer(store: store, options: ServerOptions(port: 8080))
///     try await server.run { address in print("Sayso reads at \(address)") }
///
/// It changes nothing in the ledger but messages and their answers. It speaks HTTP without encryption and knows no users: it is made for
/// the machine that it runs on (Docs/THREATS.md says what it defends and what not).
public struct SaysoServer: Sendable {
    public let options: ServerOptions
    private let site: Site

    /// Reads and compiles everything that pages need.
    /// - Throws: when a template or a static file is missing or broken, so that a bad installation is found at the start.
    public init(store: any LedgerStore, options: ServerOptions = ServerOptions()) throws {
        self.options = options
        site = Site(store: store, options: options, templates: try Templates(), assets: try Assets())
    }

    /// The application, ready to run or to be tested.
    public func application(onRunning: @escaping @Sendable (_ address: String) async -> Void = { _ in }) -> some ApplicationProtocol {
        var logger = Logger(label: "sayso")
        // The command line prints one line of its own; the framework's start-up notes would stand around it.
        logger.logLevel = .error
        let host = options.host
        return Application(
            router: site.router(),
            configuration: ApplicationConfiguration(address: .hostname(host, port: options.port)),
            onServerRunning: { channel in
                let port = channel.localAddress?.port ?? options.port
                await onRunning("http://\(host.contains(":") ? "[\(host)]" : host):\(port)/")
            },
            logger: logger)
    }

    /// Serves until the task is cancelled or the process gets SIGINT or SIGTERM.
    /// - Throws: ``ServerProblem`` when the address cannot be had.
    public func run(onRunning: @escaping @Sendable (_ address: String) async -> Void) async throws {
        do {
            try await application(onRunning: onRunning).runService()
        } catch let error as IOError {
            throw ServerProblem(error, options)
        } catch is SocketAddressError.UnknownHost {
            throw ServerProblem.unknownHost(options.host)
        }
    }
}

/// Where to listen, and how much to take.
public struct ServerOptions: Sendable {
    public var host: String
    /// 0 takes any free port.
    public var port: Int
    /// Further names by which visitors may call the server: that of a proxy in front of it.
    public var names: [String]
    public var rateLimit: RateLimit
    /// What time it is, for messages and the line at the foot of each page.
    public var clock: @Sendable () -> Moment

    public init(
        host: String = "127.0.0.1", port: Int = 8080, names: [String] = [], rateLimit: RateLimit = .standard,
        clock: @escaping @Sendable () -> Moment = Moment.now
    ) {
        self.host = host
        self.port = port
        self.names = names
        self.rateLimit = rateLimit
        self.clock = clock
    }

    /// True when only this machine can reach the server.
    public var isLoopback: Bool { Loopback.isLoopback(host) }
}

/// Why the server could not begin.
public enum ServerProblem: Error, Hashable, Sendable, CustomStringConvertible {
    case portInUse(Int)
    case forbidden(Int)
    case unknownHost(String)
    case other(String)

    init(_ error: IOError, _ options: ServerOptions) {
        self =
            switch error.errnoCode {
            case EADDRINUSE: .portInUse(options.port)
            case EACCES: .forbidden(options.port)
            case EADDRNOTAVAIL: .unknownHost(options.host)
            default: .other("\(options.host):\(options.port): \(error)")
            }
    }

    public var description: String {
        switch self {
        case .portInUse(let port): "port \(port) is in use: give another with --port, or stop the program that holds it"
        case .forbidden(let port): "port \(port) may not be opened by you: give one above 1023 with --port"
        case .unknownHost(let host): "this machine has no address “\(host)”: give another with --host"
        case .other(let what): "cannot listen: \(what)"
        }
    }
}
