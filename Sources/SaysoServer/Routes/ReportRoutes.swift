import HTTPTypes
import Hummingbird
import SaysoCore
import SaysoLedger

extension Site {
    func reportRoutes(_ router: Router<VisitContext>) {
        router.get("/") { request, context in try await reports(request, context) }
        router.get("/reports") { request, context in try await reports(request, context) }
        router.get("/reports/:id") { request, context in
            if let full = try await fullAddress(context) { return Response(status: .seeOther, headers: [.location: full]) }
            let kept = try await keptReport(context)
            let lit = request.query("claim").map { ClaimID($0) }
            return try await reportPage(kept, lit: lit, form: MessageForm.State(), context)
        }
    }

    private func reports(_ request: Request, _ context: VisitContext) async throws -> Response {
        let after = request.query("after").flatMap { Int($0) }
        let list = try await store.reports(PageRequest(limit: 50, after: after))
        let surroundings = try await surroundings(context)
        var frame = Frame("Reports", surroundings, json: "/api/v1/reports" + (after.map { "?after=\($0)" } ?? ""))
        frame.isReports = true
        return page(.reports, ReportsPage(list, counts: surroundings.counts, isFirst: after == nil, frame: frame))
    }

    /// - Parameter form: what the visitor had written, when it could not be taken.
    func reportPage(
        _ kept: KeptReport, lit: ClaimID?, form: MessageForm.State, _ context: VisitContext, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let related = try await store.related(to: kept.entry.id, limit: 12)
        let frame = try await frame(kept.entry.shownTitle, context, json: Address.json(kept.entry.id))
        return page(.report, ReportPage(kept, related: related, lit: lit, form: form, frame: frame), status: status)
    }

    /// The command line prints the first figures of ids, and people type them: where only one thing begins so, its full address.
    func fullAddress(_ context: VisitContext) async throws -> String? {
        guard let id = context.parameters.get("id"), (6..<64).contains(id.utf8.count) else { return nil }
        let found = try await store.ids(beginningWith: id, limit: 2)
        guard let only = found.first, found.count == 1, only.description != id else { return nil }
        switch only {
        case .report(let id): return Address.report(id)
        case .claim(let id): return Address.claim(id)
        }
    }

    func keptReport(_ context: VisitContext) async throws -> KeptReport {
        guard let id = context.parameters.get("id"), let kept = try await store.report(ReportID(id)) else { throw Problem.noSuchReport }
        return kept
    }
}
