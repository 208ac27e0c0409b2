import HTTPTypes
import Hummingbird

extension Site {
    func staticRoutes(_ router: Router<VisitContext>) {
        router.get("/static/:name") { request, context in
            guard let name = context.parameters.get("name"), let file = assets[name] else { throw Problem.noSuchPage }
            let tag = "\"\(file.version)\""
            // With its version in the address a file never changes; without, it is asked for again.
            let isVersioned = request.query("v") == file.version
            var headers: HTTPFields = [
                .contentType: file.contentType, .eTag: tag, .cacheControl: isVersioned ? "public, max-age=31536000, immutable" : "no-cache",
            ]
            if request.headers[.ifNoneMatch] == tag { return Response(status: .notModified, headers: headers) }
            headers[.contentLength] = String(file.bytes.count)
            return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.bytes)))
        }
        router.get("/favicon.ico") { _, _ in Response(status: .movedPermanently, headers: [.location: "/static/sayso.svg"]) }
        router.get("/robots.txt") { _, _ in
            Response(
                status: .ok, headers: [.contentType: "text/plain; charset=utf-8"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: "User-agent: *\nDisallow: /\n")))
        }
    }
}
