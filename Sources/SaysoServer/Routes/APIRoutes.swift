import HTTPTypes
import Hummingbird
import SaysoCore
import SaysoLedger

extension Site {
    /// Every page as JSON, in the exchange form of CLAIMS.md: offsets are Unicode code points.
    func apiRoutes(_ router: Router<VisitContext>) {
        router.get("/api/v1/reports") { request, _ in
            let limit = request.query("limit").flatMap { Int($0) } ?? 50
            let list = try await store.reports(PageRequest(limit: limit, after: request.query("after").flatMap { Int($0) }))
            return json(
                .members([
                    "reports": .array(list.items.map(entry)),
                    "next": list.next.map { .string("/api/v1/reports?limit=\(limit)&after=\($0)") } ?? .null,
                    "ledger": try await head(),
                ]))
        }
        router.get("/api/v1/reports/:id") { _, context in
            let kept = try await keptReport(context)
            let form = ExchangeForm(kept.reading.report.text)
            return json(
                .members([
                    "report": entry(kept.entry),
                    "reading": form.reading(kept.reading, id: kept.entry.id.rawValue, includingText: true),
                    "ledger": try await head(),
                ]))
        }
        router.get("/api/v1/claims/:id") { _, context in
            let kept = try await keptClaim(context)
            let form = ExchangeForm(kept.report.reading.report.text)
            return json(
                .members([
                    "claim": form.claim(kept.claim),
                    "words": .string(kept.claim.evidence.words),
                    "attributions": .array(kept.chain.map(form.attribution)),
                    "findings": .array(kept.claim.findings.map { finding($0, form) }),
                    "report": entry(kept.report.entry),
                    "ledger": try await head(),
                ]))
        }
    }

    private func entry(_ entry: ReportEntry) -> JSON {
        .members([
            "id": .string(entry.id.rawValue), "number": .integer(entry.number), "added": .string(entry.added.description),
            "name": .string(entry.name), "outlet": entry.outlet.map(JSON.string) ?? .null,
            "address": entry.address.map(JSON.string) ?? .null,
            "title": entry.title.map(JSON.string) ?? .null, "byline": entry.byline.map(JSON.string) ?? .null,
            "published": entry.published.map { .string($0.day.description) } ?? .null,
            "published_evidence": entry.published.map { .string($0.evidence.rawValue) } ?? .null,
            "language": .string(entry.language), "claims": .integer(entry.claims), "attributions": .integer(entry.attributions),
            "bytes": .integer(entry.bytes), "page": .string(Address.report(entry.id)),
        ])
    }

    private func finding(_ finding: Finding, _ form: ExchangeForm) -> JSON {
        .members([
            "field": .string(finding.field), "rule": .string(finding.rule.name), "words": finding.words.map { .string($0.words) },
            "span": finding.words.map { form.span($0.span) }, "elsewhere": .bool(finding.isElsewhere),
        ])
    }

    /// As of when, and where the ledger's log stood.
    private func head() async throws -> JSON {
        let head = try await store.head()
        return .members([
            "as_of": .string(options.clock().description), "entry": head.map { .integer($0.number) } ?? .null,
            "hash": head.map { .string($0.hash) } ?? .null,
        ])
    }
}
