import SaysoCore
import SaysoLexicon

/// Where an event may have happened, with what speaks for and against: the places around it, those of the report's opening, its scene.
struct PlaceCandidates {
    struct Candidate {
        /// nil: the report does not say.
        let place: Place?
        /// Where the place stands nearest to the event; nil for none.
        let mention: Int?
        var features: [String]
    }

    let slots: SlotContext
    private var context: ClaimContext { slots.base }
    private var document: Document { slots.base.document }

    func candidates(for draft: ClaimDraft) -> [Candidate] {
        let trigger = draft.trigger
        let type = draft.event.type.rawValue
        let zones = Zones(trigger, slots.places.count, in: context)
        var order: [String] = []
        var nearest: [String: (mention: Int, zone: Zone, distance: Int)] = [:]
        func add(_ index: Int) {
            let mention = document.places[index]
            let zone = zones.zone(of: mention.tokens, isDateline: mention.kind == .dateline)
            let distance = abs(mention.tokens.lowerBound - trigger.token)
            let key = mention.place.key
            if let held = nearest[key], (held.zone.rawValue, held.distance) <= (zone.rawValue, distance) { return }
            if nearest[key] == nil { order.append(key) }
            nearest[key] = (index, zone, distance)
        }
        for sentence in zones.sentences { for index in slots.places[sentence].prefix(16) { add(index) } }
        if let leader = slots.leader(.place, draft.event.type), nearest[leader] == nil, let index = document.places.firstIndex(where: { $0.place.key == leader }) {
            add(index)
        }
        if let scene = slots.scene?.key, nearest[scene] == nil, let index = document.places.firstIndex(where: { $0.place.key == scene }) { add(index) }
        let tied = EventPlaceFinder().place(of: document.tokens[trigger.token].span, in: document).map { document.places[$0].place.key }
        let finest = finest(nearest.values.map { ($0.mention, $0.zone) })
        var found: [Candidate] = []
        var hasNear = false
        for key in order {
            guard let (index, zone, distance) = nearest[key] else { continue }
            let mention = document.places[index]
            let isRule = draft.event.place?.key == key
            let grain = mention.place.precision.rawValue
            let word = zone == .later || zone == .earlier ? "" : preposition(before: mention.tokens.lowerBound)
            let party = mention.kind == .place && isParty(mention.tokens.lowerBound) ? "party" : mention.kind.rawValue
            if zone.rawValue <= Zone.sentence.rawValue { hasNear = true }
            let z = "\(zone)"
            var out = [
                "z=\(z)", "z&T=\(z)|\(type)", "z&w=\(z)|\(word)", "w=\(word)", "z&g=\(z)|\(grain)", "g&T=\(grain)|\(type)", "party=\(party)", "party&z=\(party)|\(z)",
                "party&w=\(party)|\(word)", "rule=\(isRule)", "rule&z=\(isRule)|\(z)", "rule&g=\(isRule)|\(grain)", "tied=\(tied == key)|\(z)",
                "d=\(distance < 4 ? "3" : distance < 9 ? "8" : distance < 20 ? "19" : "far")|\(z)",
                "n=\(SlotContext.step(slots.tally(.place, nil, key, isOwn: isRule)))|\(z)",
                "nT=\(SlotContext.step(slots.tally(.place, draft.event.type, key, isOwn: isRule)))|\(isRule)",
                "norule=\(draft.event.place == nil)|\(z)", "norule&g=\(draft.event.place == nil)|\(grain)|\(type)",
            ]
            if slots.scene?.key == key { out += ["scene|\(z)", "scene|\(type)", "scene|\(draft.event.place == nil)|\(type)"] }
            if slots.leads(.place, draft.event.type, key) { out += ["lead|\(isRule)", "lead|\(z)"] }
            if draft.event.origin?.key == key { out.append("origin|\(type)") }
            if draft.event.destination?.key == key { out.append("destination|\(type)") }
            if let finer = finest[zone], Self.fineness(mention.place.precision) > finer { out.append("coarser|\(z)") }
            if finest[zone] == Self.fineness(mention.place.precision) { out.append("finest|\(z)") }
            found.append(Candidate(place: mention.place, mention: index, features: out))
            if let both = both(index) { found.append(Candidate(place: both, mention: index, features: out + ["both", "both|\(z)", "both|\(word)"])) }
        }
        let chain = draft.chain.isEmpty ? "told" : "said"
        let noneRule = draft.event.place == nil ? "norule" : "rule"
        found.append(
            Candidate(
                place: nil, mention: nil,
                features: [
                    "none", "none&T=\(type)", "none&near=\(hasNear)|\(type)", "none&rule=\(noneRule)", "none&rule&T=\(noneRule)|\(type)", "none&chain=\(chain)|\(type)",
                    "none&m=\(draft.modality.modality.rawValue)", "none&l=\(document.tokens[trigger.token].lemma)", "none&form=\(trigger.form.rawValue)",
                    "none&many=\(SlotContext.step(order.count))",
                ]))
        return found
    }

    /// “in Kenya and Tanzania”: one event in two places has both for its place.
    private func both(_ index: Int) -> Place? {
        guard index + 1 < document.places.count else { return nil }
        let (first, second) = (document.places[index], document.places[index + 1])
        guard first.kind == .place, second.kind == .place, first.place.precision == second.place.precision, first.place.key != second.place.key,
            first.tokens.upperBound + 1 == second.tokens.lowerBound, document.tokens[first.tokens.upperBound].folded == "and"
        else { return nil }
        let (a, b) = (document.text.passage(first.span).words, document.text.passage(second.span).words)
        return Place(name: "\(a) and \(b)", aliases: ["\(b) and \(a)"], precision: .area)
    }

    /// The finest grain of each zone.
    private func finest(_ mentions: [(Int, Zone)]) -> [Zone: Int] {
        var finest: [Zone: Int] = [:]
        for (index, zone) in mentions { finest[zone] = min(finest[zone] ?? 9, Self.fineness(document.places[index].place.precision)) }
        return finest
    }

    private static func fineness(_ precision: Place.Precision) -> Int { SettingFinder.fineness(precision) }

    private func isParty(_ token: Int) -> Bool {
        guard let mention = context.mention(at: token) else { return false }
        switch document.entities[document.mentions[mention].entity].kind {
        case .government, .organization, .armedGroup, .person: return true
        default: return false
        }
    }

    private func preposition(before token: Int) -> String {
        var at = token - 1
        var steps = 0
        while at >= 0, steps < 4 {
            let tag = document.tokens[at].tag
            if tag == .adposition { return document.tokens[at].folded }
            guard tag == .determiner || tag == .adjective || tag == .noun || tag == .properNoun || tag == .particle else { return "-" }
            at -= 1
            steps += 1
        }
        return "-"
    }
}

/// How near something stands to an event, the nearest first.
enum Zone: Int, CustomStringConvertible {
    case evidence, clause, sentence, previous, next, dateline, opening, earlier, later

    var description: String {
        switch self {
        case .evidence: "evidence"
        case .clause: "clause"
        case .sentence: "sentence"
        case .previous: "previous"
        case .next: "next"
        case .dateline: "dateline"
        case .opening: "opening"
        case .earlier: "earlier"
        case .later: "later"
        }
    }
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
