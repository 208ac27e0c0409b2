import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import SaysoCore
import SaysoLedger
import Testing

@testable import SaysoServer

@Suite(.serialized) struct MessageTests {
    private let watiya = World.watiyaReport().reading
    private var path: String { "/reports/\(watiya.report.id)/messages" }

    private func site(_ store: any LedgerStore, limit: RateLimit = .standard) throws -> some ApplicationProtocol {
        try SaysoServer(store: store, options: ServerOptions(rateLimit: limit, clock: { World.noon.adding(seconds: 86_400) })).application()
    }

    private func post(
        _ body: String, to path: String? = nil, on client: any TestClientProtocol, _ more: HTTPFields = [:]
    ) async throws -> TestResponse {
        var headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
        headers.append(contentsOf: more)
        return try await client.execute(uri: path ?? self.path, method: .post, headers: headers, body: ByteBuffer(string: body))
    }

    @Test func aMessageIsKeptReadAndAnswered() async throws {
        let store = try await World.ledger()
        let claim = watiya.claims[0].id
        try await site(store).test(.live) { client in
            let sent = try await post(
                "topic=number&claim=\(claim)&text=It+was+%3Cb%3Eseven%3C%2Fb%3E.&link=https%3A%2F%2Fa.example%2F1&contact=me%40a.example",
                on: client)
            #expect(sent.status == .seeOther)
            #expect(sent.headers[.location] == "/receipts/1")
            let receipt = String(buffer: try await client.execute(uri: "/receipts/1", method: .get).body)
            #expect(receipt.contains("Not answered yet"))
            #expect(!receipt.contains("a.example") && !receipt.contains("seven"))
            let inbox = String(buffer: try await client.execute(uri: "/messages", method: .get).body)
            #expect(
                inbox.contains("It was &lt;b&gt;seven&lt;/b&gt;.") && inbox.contains("me@a.example") && inbox.contains("/claims/\(claim)"))
            #expect(inbox.contains("<a href=\"https://a.example/1\" rel=\"noopener noreferrer nofollow\">"))
            let answered = try await post("answer=Corrected.", to: "/messages/1/answer", on: client)
            #expect(answered.headers[.location] == "/messages#n1")
            let told = String(buffer: try await client.execute(uri: "/receipts/1", method: .get).body)
            #expect(told.contains("Corrected."))
            let again = try await post("answer=Again", to: "/messages/1/answer", on: client)
            #expect(again.status == .badRequest)
        }
    }

    @Test(arguments: [
        ("text=", "Please say in a few words"), ("text=x&link=javascript:alert(1)", "should begin with http"),
        ("text=\(String(repeating: "x", count: 3001))", "That is too long"),
    ])
    func whatCannotBeTakenComesBackWithTheReason(body: String, words: String) async throws {
        let store = try await World.ledger()
        try await site(store).test(.live) { client in
            let answer = try await post(body, on: client)
            #expect(answer.status == .badRequest)
            #expect(String(buffer: answer.body).contains(words))
            expectEqual(try await store.counts().messages, 0)
        }
    }

    @Test func tooMuchTooOftenAndTooStrangeIsNotKept() async throws {
        let store = try await World.ledger()
        try await site(store, limit: RateLimit(messages: 2, seconds: 3600, fromEverybody: 10)).test(.live) { client in
            expectEqual(try await post("text=x&website=spam", on: client).status, .seeOther)
            expectEqual(try await store.counts().messages, 0)
            expectEqual(try await post("text=\(String(repeating: "x", count: 17_000))", on: client).status, .contentTooLarge)
            expectEqual(try await post("text=x&claim=claim-0", on: client).status, .badRequest)
            expectEqual(try await post("text=x", on: client, [.origin: "http://evil.example"]).status, .forbidden)
            let plain = try await client.execute(
                uri: path, method: .post, headers: [.contentType: "text/plain"], body: ByteBuffer(string: "text=x"))
            #expect(plain.status == .badRequest)
            expectEqual(try await store.counts().messages, 0)
            for _ in 0..<2 { expectEqual(try await post("text=x", on: client).status, .seeOther) }
            let third = try await post("text=still+here", on: client)
            #expect(third.status == .tooManyRequests)
            #expect(String(buffer: third.body).contains("still here"))
            expectEqual(try await store.counts().messages, 2)
        }
    }

    @Test func onlyThisMachineAnswers() async throws {
        let store = try await World.ledger()
        try await site(store).test(.router) { client in
            expectEqual(try await post("text=x", on: client).status, .seeOther)
            expectEqual(try await post("answer=x", to: "/messages/1/answer", on: client).status, .forbidden)
        }
    }
}
