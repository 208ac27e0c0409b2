import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import SaysoCore
import SaysoLedger
import Testing

@testable import SaysoServer

@Suite(.serialized) struct RouteTests {
    private let watiya = World.watiyaReport().reading

    private func site(_ store: any LedgerStore, limit: RateLimit = .standard) throws -> some ApplicationProtocol {
        try SaysoServer(store: store, options: ServerOptions(rateLimit: limit, clock: { World.noon.adding(seconds: 86_400) })).application()
    }

    @Test func everyPageAnswersAndNamesTheLedgersHead() async throws {
        let store = try await World.ledger()
        let kept = try await store.head()
        let head = try #require(kept)
        let claim = watiya.claims[3].id
        let pages = [
            "/", "/reports", "/reports/\(watiya.report.id)", "/reports/\(watiya.report.id)?claim=\(claim)", "/claims/\(claim)", "/search",
            "/search?q=watiya", "/help", "/messages",
        ]
        try await site(store).test(.live) { client in
            for address in pages {
                let answer = try await client.execute(uri: address, method: .get)
                let page = String(buffer: answer.body)
                #expect(answer.status == .ok, "\(address)")
                #expect(answer.headers[.contentType] == "text/html; charset=utf-8")
                #expect(page.contains("ledger entry 4, hash <code title=\"\(head.hash)\">"), "\(address)")
                #expect(page.contains("19 November 2026") && page.hasSuffix("</html>"), "\(address)")
            }
        }
    }

    @Test func theReportShowsClaimsChainsAndReasons() async throws {
        let store = try await World.ledger()
        try await site(store).test(.live) { client in
            let page = String(buffer: try await client.execute(uri: "/reports/\(watiya.report.id)", method: .get).body)
            for firmness in Firmness.allCases { #expect(page.contains("class=\"claim \(firmness.rawValue) level-")) }
            #expect(page.contains("Left out of the text: page furniture (2 lines)"))
            #expect(page.contains("tells the same event: attack in <bdi>Al-Watiya Air Base</bdi> on 18 May 2020"))
            #expect(page.contains("<a href=\"https://coast.example/2020/05/21/al-watiya\" rel=\"noopener noreferrer nofollow\">"))
            #expect(page.contains("<span class=\"untold\">(unnamed)</span>"))
        }
    }

    @Test func theBeginningOfAnIdLeadsToTheWhole() async throws {
        let store = try await World.ledger()
        try await site(store).test(.live) { client in
            let report = try await client.execute(uri: "/reports/\(watiya.report.id.rawValue.prefix(12))", method: .get)
            #expect(report.status == .seeOther)
            #expect(report.headers[.location] == "/reports/\(watiya.report.id)")
            let claim = try await client.execute(uri: "/claims/\(watiya.claims[0].id.rawValue.prefix(14))", method: .get)
            #expect(claim.headers[.location] == "/claims/\(watiya.claims[0].id)")
        }
    }

    @Test func anEmptyLedgerSaysHowToBegin() async throws {
        try await site(MemoryStore()).test(.live) { client in
            let page = String(buffer: try await client.execute(uri: "/", method: .get).body)
            #expect(page.contains("Nothing yet") && page.contains("sayso add Goldens") && page.contains("the ledger is empty"))
        }
    }

    @Test func everyAnswerForbidsWhatItShould() async throws {
        let store = try await World.ledger()
        try await site(store).test(.live) { client in
            for address in ["/", "/nowhere", "/static/sayso.css", "/api/v1/reports", "/claims/none"] {
                let headers = try await client.execute(uri: address, method: .get).headers
                for (name, value) in SecurityHeaders.all { #expect(headers[try #require(HTTPField.Name(name))] == value, "\(address)") }
                #expect(headers[.cacheControl] != nil)
            }
        }
    }

    @Test(arguments: [
        ("/nowhere", "There is no such page"), ("/reports/abc", "no such report"), ("/claims/claim-0", "no such claim"),
        ("/receipts/77", "no such page"), ("/static/none.css", "no such page"),
    ])
    func whatIsNotThereIsAPageThatHelps(address: String, words: String) async throws {
        try await site(MemoryStore()).test(.live) { client in
            let answer = try await client.execute(uri: address, method: .get)
            #expect(answer.status == .notFound)
            #expect(String(buffer: answer.body).contains(words))
        }
    }

    @Test func jsonHasTheExchangeFormAndProblemsInOneShape() async throws {
        let store = try await World.ledger()
        try await site(store).test(.live) { client in
            func json(_ address: String) async throws -> JSON {
                try JSON(parsing: String(buffer: try await client.execute(uri: address, method: .get).body).dropLast().utf8)
            }
            let list = try await json("/api/v1/reports?limit=2")
            #expect(list["reports"]?.array?.count == 2)
            let next = try #require(list["next"]?.string)
            expectEqual(try await json(next)["reports"]?.array?.count, 2)
            let report = try await json("/api/v1/reports/\(watiya.report.id)")
            #expect(report["reading"]?["claims"]?.array?.count == 8)
            #expect(report["reading"]?["text"]?.string == watiya.report.text.string)
            let claim = try await json("/api/v1/claims/\(watiya.claims[3].id)")
            #expect(claim["attributions"]?.array?.count == 2)
            #expect(claim["ledger"]?["entry"]?.integer == 4)
            let problem = try await client.execute(uri: "/api/v1/claims/none", method: .get)
            #expect(problem.status == .notFound)
            #expect(problem.headers[.contentType] == "application/problem+json; charset=utf-8")
        }
    }

    @Test func staticFilesMayBeKept() async throws {
        try await site(MemoryStore()).test(.live) { client in
            let first = try await client.execute(uri: "/static/sayso.js", method: .get)
            #expect(first.headers[.contentType] == "text/javascript; charset=utf-8")
            let tag = try #require(first.headers[.eTag])
            let again = try await client.execute(uri: "/static/sayso.js", method: .get, headers: [.ifNoneMatch: tag])
            #expect(again.status == .notModified)
            expectEqual(try await client.execute(uri: "/help", method: .head).status, .ok)
        }
    }

    @Test func otherNamesAndOtherMethodsAreRefused() async throws {
        try await site(MemoryStore()).test(.live) { client in
            let port = try #require(client.port)
            let status = try await TestClient.withClient(host: "localhost", port: port) { raw in
                try await raw.execute(TestClient.Request("/", method: .get, authority: "evil.example")).status
            }
            #expect(status == .misdirectedRequest)
            expectEqual(try await client.execute(uri: "/", method: .delete).status, .methodNotAllowed)
        }
    }

    @Test func theInboxIsForThisMachineOnly() async throws {
        // The router alone has no network, so it does not know who asks.
        try await site(World.ledger()).test(.router) { client in
            expectEqual(try await client.execute(uri: "/messages", method: .get).status, .forbidden)
            let page = String(buffer: try await client.execute(uri: "/reports", method: .get).body)
            #expect(!page.contains("/messages"))
        }
    }
}
