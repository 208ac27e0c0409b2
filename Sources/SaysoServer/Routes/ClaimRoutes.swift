import HTTPTypes
import Hummingbird
import SaysoCore
import SaysoLedger

extension Site {
    func claimRoutes(_ router: Router<VisitContext>) {
        router.get("/claims/:id") { _, context in
            if let full = try await fullAddress(context) { return Response(status: .seeOther, headers: [.location: full]) }
            let kept = try await keptClaim(context)
            let title = "Claim in \(kept.report.entry.shownTitle)"
            return page(.claim, ClaimPage(kept, frame: try await frame(title, context, json: Address.json(kept.claim.id))))
        }
    }

    func keptClaim(_ context: VisitContext) async throws -> KeptClaim {
        guard let id = context.parameters.get("id"), let kept = try await store.claim(ClaimID(id)) else { throw Problem.noSuchClaim }
        return kept
    }
}
