import SaysoCore

/// "Send us a message": what is wrong, about which claim, in the sender's words.
struct MessageForm: Sendable {
    /// What the visitor had written, when it could not be taken.
    struct State: Sendable {
        var topic = ""
        var text = ""
        var link = ""
        var contact = ""
        /// Why it was not taken.
        var complaint: String?
    }

    struct Choice: Sendable {
        let value: String
        let words: String
        let isChosen: Bool
    }

    let report: String
    let claims: [Choice]
    let topics: [Choice]
    let text: String
    let link: String
    let contact: String
    let complaint: String?

    /// What can be wrong; the first word is what is kept.
    static let topics = ["speaker", "words", "number", "place", "date", "same event", "other"]

    init(report: ReportID, cards: [ClaimCard], lit: ClaimID?, state: State) {
        self.report = report.rawValue
        claims =
            [Choice(value: "", words: "the whole report", isChosen: lit == nil)]
            + cards.map { Choice(value: $0.id, words: $0.choice, isChosen: $0.id == lit?.rawValue) }
        let topic = Self.topics.contains(state.topic) ? state.topic : "other"
        topics = Self.topics.map { Choice(value: $0, words: $0, isChosen: $0 == topic) }
        text = state.text
        link = state.link
        contact = state.contact
        complaint = state.complaint
    }
}
