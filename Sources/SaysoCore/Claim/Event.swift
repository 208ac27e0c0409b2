/// What is said to have happened: the proposition of a claim.
public struct Event: Hashable, Sendable {
    public var type: EventType
    /// PLOVER's mode where the text says it: "aerial", "explosives", "abduct" …
    public var mode: String?
    /// PLOVER's context where the text says it: "military", "legal" …
    public var context: String?
    public var actor: [Entity] = []
    public var recipient: [Entity] = []
    public var place: Place?
    public var time: EventTime?
    public var equipment: [EquipmentUse] = []
    public var people: [PeopleEffect] = []
    public var control: ControlChange?
    public var origin: Place?
    public var destination: Place?
    /// Violations or villages counted: the event itself has a number.
    public var count: Count?

    public init(type: EventType) { self.type = type }
}

/// PLOVER 0.8's event types.
public enum EventType: String, Hashable, Sendable, CaseIterable {
    case agree = "AGREE", consult = "CONSULT", support = "SUPPORT", concede = "CONCEDE", cooperate = "COOPERATE", aid = "AID"
    case retreat = "RETREAT", request = "REQUEST", accuse = "ACCUSE", reject = "REJECT", threaten = "THREATEN", protest = "PROTEST"
    case sanction = "SANCTION", mobilize = "MOBILIZE", coerce = "COERCE", assault = "ASSAULT"
}

/// Equipment in an event, and what became of it.
public struct EquipmentUse: Hashable, Sendable {
    public enum Role: String, Hashable, Sendable, CaseIterable { case used, lost, transferred, deployed, escort }
    public var entity: Entity
    public var count: Count
    public var role: Role
    public var owner: Entity?
    public var words: Passage?

    public init(entity: Entity, count: Count, role: Role, owner: Entity? = nil, words: Passage? = nil) {
        self.entity = entity
        self.count = count
        self.role = role
        self.owner = owner
        self.words = words
    }
}

/// People in an event, by what happened to them.
public struct PeopleEffect: Hashable, Sendable {
    public var role: String
    public var who: String?
    public var count: Count
    public var words: Passage?

    public init(role: String, who: String?, count: Count, words: Passage? = nil) {
        self.role = role
        self.who = who
        self.count = count
        self.words = words
    }
}

/// A place or facility that changes hands.
public struct ControlChange: Hashable, Sendable {
    public var place: Place
    public var from: Entity?
    public var to: Entity?

    public init(place: Place, from: Entity?, to: Entity?) {
        self.place = place
        self.from = from
        self.to = to
    }
}
