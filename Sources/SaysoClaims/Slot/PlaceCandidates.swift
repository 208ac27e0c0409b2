import SaysoCore
import SaysoLexicon

/// Where an event may have happened, with what speaks for and against: the places around it, those of the report's opening, its scene.
struct PlaceCandidates {
    let slots: SlotContext
    private var context: ClaimContext { slots.base }
    private var document: Document { slots.base.document }

    func candidates(for draft: ClaimDraft) -> [SlotCandidate<Place>] {
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
        if let leader = slots.leader(.place, draft.event.type), nearest[leader] == nil, let index = slots.firstPlace[leader] {
            add(index)
        }
        if let scene = slots.scene?.key, nearest[scene] == nil, let index = slots.firstPlace[scene] { add(index) }
        let roles = RoleChance(trigger, in: context)
        let tied = EventPlaceFinder().place(of: document.tokens[trigger.token].span, in: document).map { document.places[$0].place.key }
        let finest = finest(nearest.values.map { ($0.mention, $0.zone) })
        var found: [SlotCandidate<Place>] = []
        var hasNear = false
        for key in order {
            guard let (index, zone, distance) = nearest[key] else { continue }
            let mention = document.places[index]
            let isRule = draft.event.place?.key == key
            let grain = mention.place.precision.rawValue
            let word = preposition(before: mention, zone)
            let party = mention.kind == .place && SettingFinder.isParty(mention.tokens.lowerBound, in: context) ? "party" : mention.kind.rawValue
            if zone.rawValue <= Zone.sentence.rawValue { hasNear = true }
            let z = "\(zone)"
            var out = [
                "z=\(z)", "z&T=\(z)|\(type)", "z&w=\(z)|\(word)", "w=\(word)", "z&g=\(z)|\(grain)", "g&T=\(grain)|\(type)", "party=\(party)", "party&z=\(party)|\(z)",
                "party&w=\(party)|\(word)", "rule=\(isRule)", "rule&z=\(isRule)|\(z)", "rule&g=\(isRule)|\(grain)", "tied=\(tied == key)|\(z)",
                "d=\(SlotContext.reach(distance))|\(z)",
                "n=\(SlotContext.step(slots.tally(.place, nil, key, isOwn: isRule)))|\(z)",
                "nT=\(SlotContext.step(slots.tally(.place, draft.event.type, key, isOwn: isRule)))|\(isRule)",
                "norule=\(draft.event.place == nil)|\(z)", "norule&g=\(draft.event.place == nil)|\(grain)|\(type)",
            ]
            let chance = roles.step(.place, mention.tokens)
            out += ["rp=\(chance)", "rp&z=\(chance)|\(z)", "rp&g=\(chance)|\(grain)", "rp&rule=\(chance)|\(isRule)"]
            if let tree = context.paths.path(from: trigger.token, to: context.paths.top(of: mention.tokens)) { out += ["tp=\(tree)", "tp&T=\(tree)|\(type)", "tp&f=\(tree)|\(trigger.form.rawValue)"] }
            if slots.scene?.key == key { out += ["scene|\(z)", "scene|\(type)", "scene|\(draft.event.place == nil)|\(type)"] }
            if slots.leads(.place, draft.event.type, key) { out += ["lead|\(isRule)", "lead|\(z)"] }
            if draft.event.origin?.key == key { out.append("origin|\(type)") }
            if draft.event.destination?.key == key { out.append("destination|\(type)") }
            if let finer = finest[zone], SettingFinder.fineness(mention.place.precision) > finer { out.append("coarser|\(z)") }
            if finest[zone] == SettingFinder.fineness(mention.place.precision) { out.append("finest|\(z)") }
            found.append(SlotCandidate(mention.place, mention: index, out))
            if let both = both(index) { found.append(SlotCandidate(both, mention: index, out + ["both", "both|\(z)", "both|\(word)"])) }
        }
        let chain = draft.chain.isEmpty ? "told" : "said"
        let noneRule = draft.event.place == nil ? "norule" : "rule"
        found.append(
            SlotCandidate(
                nil,
                [
                    "none", "none&T=\(type)", "none&near=\(hasNear)|\(type)", "none&rule=\(noneRule)", "none&rule&T=\(noneRule)|\(type)", "none&chain=\(chain)|\(type)",
                    "none&m=\(draft.modality.modality.rawValue)", "none&l=\(document.tokens[trigger.token].lemma)", "none&form=\(trigger.form.rawValue)",
                    "none&rp=\(roles.most(.place))", "none&rp&T=\(roles.most(.place))|\(type)",
                    "none&many=\(SlotContext.step(order.count))",
                ]))
        return found
    }

    private func preposition(before mention: PlaceMention, _ zone: Zone) -> String {
        if zone == .later || zone == .earlier { return "" }
        let word = SettingFinder.preposition(before: mention.tokens.lowerBound, in: document).word
        return word.isEmpty ? "-" : word
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
        for (index, zone) in mentions { finest[zone] = min(finest[zone] ?? 9, SettingFinder.fineness(document.places[index].place.precision)) }
        return finest
    }
}
