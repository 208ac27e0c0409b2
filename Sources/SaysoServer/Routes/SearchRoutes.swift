import Hummingbird
import SaysoLedger

extension Site {
    func searchRoutes(_ router: Router<VisitContext>) {
        router.get("/search") { request, context in
            let words = (request.query("q") ?? "").clipped(to: 400)
            let hits = words.isEmpty ? [] : try await store.find(FindQuery(words), limit: SearchPage.limit)
            let title = words.isEmpty ? "Search" : "“\(words)”"
            return page(.search, SearchPage(words, hits: hits, frame: try await frame(title, context)))
        }
    }
}
