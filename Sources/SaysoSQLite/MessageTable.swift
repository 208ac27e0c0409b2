import GRDB
import SaysoCore
import SaysoLedger

/// The message table: the inbox behind "Send us a message".
struct MessageTable {
    let db: Database

    func add(_ draft: MessageDraft, at time: Moment, limit: RateLimit) throws -> MessageOutcome {
        let since = time.adding(seconds: -limit.seconds).description
        let recent = try Row.fetchAll(
            db.cachedStatement(sql: "SELECT received, sender FROM message WHERE received > ?"), arguments: [since])
        let all = recent.compactMap { Moment(iso: $0[0] as String) }
        let own = recent.filter { $0[1] == draft.sender }.compactMap { Moment(iso: $0[0] as String) }
        if let until = limit.wait(own: own, all: all, at: time) { return .tooMany(until: until) }
        let number = try Int.fetchOne(db.cachedStatement(sql: "SELECT coalesce(max(number), 0) + 1 FROM message")) ?? 1
        try db.insert(
            "message", "number, received, topic, text, contact, report, claim, sender",
            [
                number, time.description, draft.topic, draft.text, draft.contact, draft.report?.rawValue, draft.claim?.rawValue,
                draft.sender,
            ])
        try CustodyLog(db: db).append(.message, subject: "\(number)", payload: LedgerForm.digest(of: draft), at: time)
        return .kept(receipt: number)
    }

    func page(_ request: PageRequest, unanswered: Bool) throws -> Page<Message> {
        let condition = unanswered ? " AND answer IS NULL" : ""
        let rows = try Row.fetchAll(
            db.cachedStatement(sql: "SELECT * FROM message WHERE number < ?\(condition) ORDER BY number DESC LIMIT ?"),
            arguments: [request.after ?? Int.max, request.limit + 1])
        let messages = try rows.map(Self.message)
        let shown = Array(messages.prefix(request.limit))
        return Page(items: shown, next: messages.count > shown.count ? shown.last?.number : nil)
    }

    func answer(_ number: Int, with text: String, at time: Moment) throws -> Message? {
        let select = try db.cachedStatement(sql: "SELECT * FROM message WHERE number = ?")
        guard var message = try Row.fetchOne(select, arguments: [number]).map(Self.message) else { return nil }
        guard message.answer == nil else { throw LedgerError.alreadyAnswered(message: number) }
        let answer = Message.Answer(text: text, at: time)
        try db.execute(sql: "UPDATE message SET answer = ?, answered = ? WHERE number = ?", arguments: [text, time.description, number])
        try CustodyLog(db: db).append(.answer, subject: "\(number)", payload: LedgerForm.digest(of: answer), at: time)
        message.answer = answer
        return message
    }

    static func message(_ row: Row) throws -> Message {
        let fields = Fields(row, of: "message")
        let draft = MessageDraft(
            topic: try fields.text("topic"), text: try fields.text("text"), contact: fields.optionalText("contact"),
            report: fields.optionalText("report").map { ReportID($0) }, claim: fields.optionalText("claim").map { ClaimID($0) },
            sender: try fields.text("sender"))
        var message = Message(number: try fields.number("number"), received: try fields.moment("received"), draft: draft)
        if let text = fields.optionalText("answer") { message.answer = Message.Answer(text: text, at: try fields.moment("answered")) }
        return message
    }
}
