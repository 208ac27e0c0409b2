import HTTPTypes
import Hummingbird
import SaysoCore
import SaysoLedger

extension Site {
    func messageRoutes(_ router: Router<VisitContext>) {
        router.post("/reports/:id/messages") { request, context in try await send(request, context) }
        // Where a form that came back with its faults is loaded again.
        router.get("/reports/:id/messages") { _, context in seeOther(Address.report(try await keptReport(context).entry.id) + "#message") }
        router.get("/receipts/:number") { _, context in
            guard let number = context.parameters.get("number").flatMap({ Int($0) }), let message = try await message(number) else {
                throw Problem.noSuchPage
            }
            return page(.receipt, ReceiptPage(message, frame: try await frame("Message \(number)", context)))
        }
        router.get("/messages") { request, context in
            guard context.isKeeper else { throw Problem.onlyHere }
            let onlyUnanswered = request.query("unanswered") != nil
            let list = try await store.messages(
                PageRequest(limit: 50, after: request.query("after").flatMap { Int($0) }), unanswered: onlyUnanswered)
            let surroundings = try await surroundings(context)
            return page(
                .messages,
                MessagesPage(list, counts: surroundings.counts, onlyUnanswered: onlyUnanswered, frame: Frame("Inbox", surroundings)))
        }
        router.post("/messages/:number/answer") { request, context in
            guard context.isKeeper else { throw Problem.onlyHere }
            let answer = try await form(request)["answer"]
            guard let number = context.parameters.get("number").flatMap({ Int($0) }) else { throw Problem.noSuchPage }
            guard !answer.isEmpty else { throw Problem.unfitForm("An answer needs words. Go back and write some.") }
            guard try await store.answer(message: number, with: answer.clipped(to: 4000), at: options.clock()) != nil else {
                throw Problem.noSuchPage
            }
            return seeOther("/messages#n\(number)")
        }
    }

    private func send(_ request: Request, _ context: VisitContext) async throws -> Response {
        let kept = try await keptReport(context)
        let fields = try await form(request)
        // A person does not see this field; whoever fills it is a program. It is told that all went well.
        if !fields["website"].isEmpty { return seeOther(Address.report(kept.entry.id)) }
        var state = MessageForm.State(topic: fields["topic"], text: fields["text"], link: fields["link"], contact: fields["contact"])
        let claim = fields["claim"].isEmpty ? nil : ClaimID(fields["claim"])
        func again(_ complaint: String, _ status: HTTPResponse.Status) async throws -> Response {
            state.complaint = complaint
            return try await reportPage(kept, lit: claim, form: state, context, status: status)
        }
        if state.text.isEmpty { return try await again("Please say in a few words what is wrong.", .badRequest) }
        if state.text.count > 3000 { return try await again("That is too long: 3,000 characters at most.", .badRequest) }
        if !state.link.isEmpty, Address.outside(state.link) == nil {
            return try await again("The link should begin with http:// or https://.", .badRequest)
        }
        if let claim, !kept.reading.claims.contains(where: { $0.id == claim }) {
            throw Problem.unfitForm("That claim is not in this report.")
        }
        let draft = MessageDraft(
            topic: MessageForm.topics.contains(state.topic) ? state.topic : "other",
            text: MessageText.joined(state.text, link: state.link), contact: state.contact.isEmpty ? nil : state.contact,
            report: kept.entry.id, claim: claim, sender: Digest.sha256("\(salt) \(context.peer ?? "")"))
        switch try await store.add(draft, at: options.clock(), limit: options.rateLimit) {
        case .kept(let receipt): return seeOther("/receipts/\(receipt)")
        case .empty: return try await again("Please say in a few words what is wrong.", .badRequest)
        case .tooMany(let until):
            return try await again("Too many messages just now. The next one is taken from \(until.words) on.", .tooManyRequests)
        }
    }

    /// The list runs backward and goes on behind a number, so the one before `number + 1` is it.
    private func message(_ number: Int) async throws -> Message? {
        guard (1..<Int.max).contains(number) else { return nil }
        return try await store.messages(PageRequest(limit: 1, after: number + 1), unanswered: false).items.first { $0.number == number }
    }

    private func form(_ request: Request) async throws -> FormFields {
        guard request.headers[.contentType]?.lowercased().hasPrefix("application/x-www-form-urlencoded") == true else {
            throw Problem.unfitForm("A form was expected.")
        }
        var request = request
        do {
            return FormFields(try await request.collectBody(upTo: 16 * 1024).readableBytesView)
        } catch {
            throw Problem.tooLarge
        }
    }

    private func seeOther(_ address: String) -> Response { Response(status: .seeOther, headers: [.location: address]) }
}
