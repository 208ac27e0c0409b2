import SaysoCore
import SaysoLexicon

/// When an event may have happened, with what speaks for and against.
struct TimeCandidates {
    let slots: SlotContext
    private var context: ClaimContext { slots.base }
    private var document: Document { slots.base.document }

    func candidates(for draft: ClaimDraft) -> [SlotCandidate<EventTime>] {
        let trigger = draft.trigger
        let type = draft.event.type.rawValue
        let zones = Zones(trigger, slots.times.count, in: context)
        var order: [String] = []
        var nearest: [String: (mention: Int, time: EventTime, zone: Zone, distance: Int)] = [:]
        func add(_ index: Int) {
            guard let time = EventTime(document.times[index], in: document) else { return }
            let zone = zones.zone(of: document.times[index].tokens)
            let distance = abs(document.times[index].tokens.lowerBound - trigger.token)
            if let held = nearest[time.key], (held.zone.rawValue, held.distance) <= (zone.rawValue, distance) { return }
            if nearest[time.key] == nil { order.append(time.key) }
            nearest[time.key] = (index, time, zone, distance)
        }
        for sentence in zones.sentences { for index in slots.times[sentence].prefix(12) { add(index) } }
        if let leader = slots.leader(.time, draft.event.type), nearest[leader] == nil, let index = slots.firstTime[leader] { add(index) }
        let modality = draft.modality.modality.rawValue
        let group = trigger.clause.map { context.group(of: document.clauses[$0]) }
        let tense = group.map { "\($0.form.rawValue)-\($0.tense.rawValue)\($0.isPerfect ? "-perfect" : "")" } ?? "noun"
        let roles = RoleChance(trigger, in: context)
        var near = "no"
        var found: [SlotCandidate<EventTime>] = []
        for key in order {
            guard let (index, time, zone, distance) = nearest[key] else { continue }
            let mention = document.times[index]
            let isRule = draft.event.time?.key == key
            let word = mention.tokens.lowerBound > 0 ? document.tokens[mention.tokens.lowerBound - 1].folded : ""
            let saying = SettingFinder.isOfSaying(mention, trigger, in: context) ? "saying" : "deed"
            let grain = time.precision.rawValue
            let z = "\(zone)"
            let side = side(of: time)
            if zone.rawValue <= Zone.sentence.rawValue, near == "no" || zone == .evidence { near = z }
            var out = [
                "z=\(z)", "z&T=\(z)|\(type)", "z&s=\(z)|\(saying)", "z&g=\(z)|\(grain)", "z&w=\(z)|\(word)", "w=\(word)|\(grain)", "kind=\(mention.kind.rawValue)|\(z)",
                "rule=\(isRule)", "rule&z=\(isRule)|\(z)", "rule&s=\(isRule)|\(saying)", "z&t=\(z)|\(tense)", "side=\(side)|\(modality)", "side&t=\(side)|\(tense)",
                "z&m=\(z)|\(modality)", "d=\(SlotContext.reach(distance))|\(z)",
                "dir=\(mention.tokens.lowerBound < trigger.token ? "before" : "after")|\(z)",
                "n=\(SlotContext.step(slots.tally(.time, nil, key, isOwn: isRule)))|\(z)",
                "nT=\(SlotContext.step(slots.tally(.time, draft.event.type, key, isOwn: isRule)))|\(z)|\(type == "ASSAULT" ? type : "")",
                "norule=\(draft.event.time == nil)|\(z)", "norule&T=\(draft.event.time == nil)|\(type)|\(z)", "form=\(trigger.form.rawValue)|\(z)",
            ]
            let chance = roles.step(.time, mention.tokens)
            out += ["rt=\(chance)", "rt&z=\(chance)|\(z)", "rt&s=\(chance)|\(saying)", "rt&rule=\(chance)|\(isRule)"]
            if let tree = context.paths.path(from: trigger.token, to: context.paths.top(of: mention.tokens)) { out += ["tp=\(tree)", "tp&f=\(tree)|\(trigger.form.rawValue)"] }
            if slots.leads(.time, draft.event.type, key) { out += ["lead|\(z)", "lead|\(draft.event.time == nil)|\(modality)"] }
            found.append(SlotCandidate(time, out))
        }
        found.append(
            SlotCandidate(
                nil,
                [
                    "none", "none&T=\(type)", "none&near=\(near)", "none&near&T=\(near)|\(type)", "none&m=\(modality)", "none&m&near=\(modality)|\(near)",
                    "none&t=\(tense)", "none&rule=\(draft.event.time == nil)", "none&chain=\(draft.chain.isEmpty)", "none&form=\(trigger.form.rawValue)|\(near)",
                    "none&rt=\(roles.most(.time))", "none&rt&near=\(roles.most(.time))|\(near)",
                    "none&l=\(document.tokens[trigger.token].lemma)", "none&many=\(SlotContext.step(order.count))|\(draft.event.time == nil)",
                    "none&head=\(document.sentence(ofToken: trigger.token).map { document.sentences[$0].isHeadline } ?? false)",
                ]))
        return found
    }

    /// Before, at or after the report's day.
    private func side(of time: EventTime) -> String {
        switch time.end ?? time.start {
        case .relative(let days): return days < 0 ? "past" : days == 0 ? "same" : "ahead"
        case .relativeMonths(let count), .relativeYears(let count): return count < 0 ? "past" : count == 0 ? "same" : "ahead"
        case .day(let day):
            guard let published = document.report.published?.day else { return "?" }
            return day < published ? "past" : day == published ? "same" : "ahead"
        default: return "?"
        }
    }
}

extension EventTime {
    /// The interval that a time's words give an event: open behind “since”, open before “until”. nil where the words give none.
    init?(_ mention: TimeMention, in document: Document) {
        guard var interval = mention.interval else { return nil }
        let word = mention.tokens.lowerBound > 0 ? document.tokens[mention.tokens.lowerBound - 1].folded : ""
        if word == "since" || word == "after" { interval.end = nil }
        if word == "until" || word == "till" || word == "before" { interval.start = nil }
        interval.words = document.text.passage(mention.span)
        self = interval
    }
}
