import SaysoCore

/// How near something stands to an event, the nearest first.
enum Zone: Int {
    case evidence, clause, sentence, previous, next, dateline, opening, earlier, later
}

/// The zones around one trigger.
struct Zones {
    private let trigger: EventTrigger
    private let clause: Range<Int>?
    private let sentence: Int
    private let document: Document
    /// The sentences whose places and times are weighed: three before, the event's own, the next, and the report's first two.
    let sentences: [Int]

    init(_ trigger: EventTrigger, _ count: Int, in context: ClaimContext) {
        self.trigger = trigger
        document = context.document
        clause = trigger.clause.map { context.document.clauses[$0].tokens }
        sentence = context.document.sentence(ofToken: trigger.token) ?? 0
        let near = max(0, sentence - 3)..<min(count, sentence + 2)
        sentences = (0..<min(2, near.lowerBound)) + Array(near)
    }

    func zone(of tokens: Range<Int>, isDateline: Bool = false) -> Zone {
        if isDateline { return .dateline }
        if tokens.overlaps(trigger.evidence) { return .evidence }
        if let clause, tokens.overlaps(clause) { return .clause }
        guard let other = document.sentence(ofToken: tokens.lowerBound) else { return .later }
        switch other - sentence {
        case 0: return .sentence
        case -1: return .previous
        case 1: return .next
        case ..<0: return other < 2 ? .opening : .earlier
        default: return .later
        }
    }
}
