import SaysoCore

/// One row of an event data set: who did what to whom, in the words of the text.
struct CodedEvent {
    var type: EventType
    var mode: String?
    var context: String?
    var actor: [Party] = []
    var recipient: [Party] = []
    var place: Place?
    /// Where the deed is told.
    let sentence: Int
    let token: Int

    /// Somebody as the text calls him.
    struct Party: Hashable {
        let words: String
        /// Indices into `Document.tokens`.
        let tokens: Range<Int>
        /// Those of the group that names him, without the phrases that follow.
        let core: Range<Int>
    }

    var json: JSON {
        func side(_ parties: [Party]) -> JSON { .array(parties.map { .members(["text": .string($0.words)]) }) }
        return .members([
            "type": .string(type.rawValue), "mode": mode.map(JSON.string), "context": context.map { .array([.string($0)]) },
            "actor": side(actor), "recipient": side(recipient), "place": place.map { .string($0.name) },
        ])
    }
}

extension EventType {
    /// Verbal and material cooperation, verbal and material conflict: 1 to 4.
    var quad: Int {
        switch self {
        case .agree, .consult, .support, .concede: 1
        case .cooperate, .aid, .retreat: 2
        case .request, .accuse, .reject, .threaten: 3
        case .protest, .sanction, .mobilize, .coerce, .assault: 4
        }
    }
}
