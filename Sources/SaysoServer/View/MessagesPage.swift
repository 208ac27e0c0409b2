import SaysoCore
import SaysoLedger

/// The inbox: what visitors wrote, the last one first. Only for the machine's own people.
struct MessagesPage: Sendable {
    let frame: Frame
    let rows: [Row]
    let isEmpty: Bool
    let onlyUnanswered: Bool
    let summary: String
    let olderAddress: String?

    struct Row: Sendable {
        let number: Int
        let received: String
        let topic: String
        let text: String
        let link: String?
        let contact: String?
        let reportAddress: String?
        let claimAddress: String?
        let answer: String?
        let answeredAt: String?
        let isOpen: Bool
    }

    init(_ page: Page<Message>, counts: LedgerCounts, onlyUnanswered: Bool, frame: Frame) {
        var frame = frame
        frame.isMessages = true
        self.frame = frame
        rows = page.items.map(Row.init)
        isEmpty = page.items.isEmpty
        self.onlyUnanswered = onlyUnanswered
        let messages = counts.messages == 1 ? "1 message" : "\(counts.messages.grouped) messages"
        summary = "\(messages), \(counts.unansweredMessages.grouped) not answered"
        olderAddress = page.next.map { "/messages?after=\($0)" + (onlyUnanswered ? "&unanswered=1" : "") }
    }
}

extension MessagesPage.Row {
    init(_ message: Message) {
        number = message.number
        received = message.received.words
        topic = message.draft.topic
        let parts = MessageText.parted(message.draft.text)
        text = parts.text
        link = Address.outside(parts.link)
        contact = message.draft.contact
        reportAddress = message.draft.report.map { Address.report($0) }
        claimAddress = message.draft.claim.map { Address.claim($0) }
        answer = message.answer?.text
        answeredAt = message.answer?.at.words
        isOpen = message.answer == nil
    }
}

/// A message's text and the link that its sender gave: kept as one text, the link as its last line.
enum MessageText {
    private static let lead = "Link: "

    static func joined(_ text: String, link: String?) -> String {
        guard let link, !link.isEmpty else { return text }
        return text + "\n" + lead + link
    }

    static func parted(_ text: String) -> (text: String, link: String?) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count > 1, let last = lines.last, last.hasPrefix(lead) else { return (text, nil) }
        return (lines.dropLast().joined(separator: "\n"), String(last.dropFirst(lead.count)))
    }
}

/// After a message was kept: its number, and later its answer.
struct ReceiptPage: Sendable {
    let frame: Frame
    let number: Int
    let received: String
    let answer: String?
    let answeredAt: String?
    let isOpen: Bool
    let reportAddress: String?

    init(_ message: Message, frame: Frame) {
        self.frame = frame
        number = message.number
        received = message.received.words
        answer = message.answer?.text
        answeredAt = message.answer?.at.words
        isOpen = message.answer == nil
        reportAddress = message.draft.report.map { Address.report($0) }
    }
}
