import SaysoCore
import SaysoLexicon

/// What the slots of one report's events are weighed by: who and what stands in which sentence, and what grammar found for the other events.
struct SlotContext {
    let base: ClaimContext
    /// Indices of mentions, places and times by sentence.
    let mentions: [[Int]]
    let places: [[Int]]
    let times: [[Int]]
    /// Mentions of each entity.
    let salience: [Int]
    /// The entities named most often, six at most.
    let leading: [Int]
    let scene: Place?
    /// Who fights is named first in the report: the doer of a clash whose words name nobody (CLAIMS.md).
    let firstParty: Int?
    /// The first mention of each place and time, by key.
    let firstPlace: [String: Int]
    let firstTime: [String: Int]
    /// Tokens that name equipment.
    let equipment: Set<Int>
    private let entityIndex: [EntityID: Int]
    private var tallies: [Tally: Int] = [:]
    private var leaders: [Leader: (key: String, count: Int)] = [:]

    struct Tally: Hashable {
        let slot: Int
        let type: EventType?
        let key: String
    }
    struct Leader: Hashable {
        let slot: Int
        let type: EventType
    }

    init(_ base: ClaimContext, drafts: [ClaimDraft]) {
        self.base = base
        let document = base.document
        func bySentence(_ starts: [Int]) -> [[Int]] {
            var table = [[Int]](repeating: [], count: document.sentences.count)
            for (index, token) in starts.enumerated() { if let sentence = document.sentence(ofToken: token) { table[sentence].append(index) } }
            return table
        }
        mentions = bySentence(document.mentions.map(\.head))
        places = bySentence(document.places.map(\.tokens.lowerBound))
        times = bySentence(document.times.map(\.tokens.lowerBound))
        var salience = [Int](repeating: 0, count: document.entities.count)
        for mention in document.mentions { salience[mention.entity] += 1 }
        self.salience = salience
        leading = Array(salience.indices.filter { salience[$0] > 1 }.sorted { (-salience[$0], $0) < (-salience[$1], $1) }.prefix(6))
        firstPlace = Dictionary(document.places.enumerated().map { ($1.place.key, $0) }, uniquingKeysWith: { first, _ in first })
        firstTime = Dictionary(
            document.times.enumerated().compactMap { index, mention in EventTime(mention, in: document).map { ($0.key, index) } },
            uniquingKeysWith: { first, _ in first })
        equipment = Set(document.equipment.flatMap(\.tokens))
        scene = SceneFinder().scene(in: document)
        firstParty = document.mentions.filter { Self.canFight(document.entities[$0.entity]) }.min { $0.span.start < $1.span.start }?.entity
        entityIndex = Dictionary(document.entities.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        for draft in drafts {
            for entity in draft.event.actor { count(0, draft.event.type, entity.id.rawValue) }
            for entity in draft.event.recipient { count(1, draft.event.type, entity.id.rawValue) }
            if let place = draft.event.place { count(2, draft.event.type, place.key) }
            if let time = draft.event.time { count(3, draft.event.type, time.key) }
        }
    }

    private mutating func count(_ slot: Int, _ type: EventType, _ key: String) {
        tallies[Tally(slot: slot, type: nil, key: key), default: 0] += 1
        let count = tallies[Tally(slot: slot, type: type, key: key), default: 0] + 1
        tallies[Tally(slot: slot, type: type, key: key)] = count
        let leader = Leader(slot: slot, type: type)
        if count > leaders[leader]?.count ?? 0 { leaders[leader] = (key, count) }
    }

    private static func canFight(_ entity: Entity) -> Bool {
        switch entity.kind {
        case .armedGroup, .government, .organization: true
        default: false
        }
    }

    func entity(_ id: EntityID) -> Int? { entityIndex[id] }

    /// In how many events (of one type, or of any) grammar put it into a slot, the event in question not counted.
    func tally(_ slot: Slot, _ type: EventType?, _ key: String, isOwn: Bool) -> Int {
        (tallies[Tally(slot: Self.number(slot), type: type, key: key)] ?? 0) - (isOwn ? 1 : 0)
    }

    /// Whether it fills the slot of events of this type most often.
    func leads(_ slot: Slot, _ type: EventType, _ key: String) -> Bool { leader(slot, type) == key }
    /// Once is no lead.
    func leader(_ slot: Slot, _ type: EventType) -> String? {
        leaders[Leader(slot: Self.number(slot), type: type)].flatMap { $0.count > 1 ? $0.key : nil }
    }

    private static func number(_ slot: Slot) -> Int {
        switch slot {
        case .actor: 0
        case .recipient: 1
        case .place: 2
        case .time: 3
        }
    }

    /// Tokens between, in steps.
    static func reach(_ distance: Int) -> String {
        switch distance {
        case ..<4: "3"
        case ..<9: "8"
        case ..<20: "19"
        default: "far"
        }
    }

    /// 0, 1, 2, 3–5, more: counts tell in steps.
    static func step(_ count: Int) -> String {
        switch count {
        case ...0: "0"
        case 1: "1"
        case 2: "2"
        case 3...5: "3"
        default: "6"
        }
    }
}

extension Place {
    var key: String { id ?? name }
}

extension EventTime {
    /// Times with one interval are one time.
    var key: String { "\(start?.description ?? "")/\(end?.description ?? "")" }
}
