import SaysoCore

/// What one clause tells that somebody does, speech acts included: “refused to meet” is a REJECT, the meeting inside it is none.
struct Act {
    var type: EventType
    var mode: String?
    var context: String?
    /// The clause whose subject does it.
    let clause: Int
    /// The clause that holds the deed: the same, or the one governed by it.
    var inner: Int
    /// The word that tells the deed.
    var token: Int
    /// The words of the lexicon are the deed itself; not only a guess from the kind of saying.
    var isCertain = true

    /// What it becomes when it is only announced.
    static func announced(_ type: EventType) -> EventType {
        switch type {
        case .consult, .support, .cooperate, .aid, .retreat, .concede: .agree
        case .protest, .sanction, .coerce, .assault, .mobilize: .threaten
        default: type
        }
    }

    /// What it becomes when somebody will not do it.
    static func refused(_ type: EventType) -> EventType {
        switch type {
        case .protest, .sanction, .coerce, .assault, .mobilize, .threaten: .agree
        default: .reject
        }
    }

    /// What ending it amounts to: “lifted the curfew” yields, “cut off aid” punishes.
    static func ended(_ type: EventType) -> EventType {
        switch type {
        case .protest, .sanction, .coerce, .assault, .mobilize: .retreat
        case .threaten, .accuse, .reject, .request: .concede
        default: .sanction
        }
    }

    static func isCooperative(_ type: EventType) -> Bool {
        switch type {
        case .agree, .consult, .support, .concede, .cooperate, .aid, .retreat: true
        default: false
        }
    }
}
