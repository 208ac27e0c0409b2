import Hummingbird
import NIOCore

/// A request's surroundings: who is on the other end of the line.
struct VisitContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The numeric address of the peer; nil where there is no network (a test that calls the router, a socket file).
    let peer: String?

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        peer = source.channel.remoteAddress?.ipAddress
    }

    /// True when the visitor sits at this machine: only then the inbox opens. ``GuardMiddleware`` decides.
    var isKeeper = false
    var maxUploadSize: Int { 16 * 1024 }
}
