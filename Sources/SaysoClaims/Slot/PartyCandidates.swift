import SaysoCore
import SaysoLexicon

/// Who may be an event's actor or recipient, with what speaks for and against: the entities around it, those that lead the report, and noun
/// groups beside the trigger that nobody knows by name (“worshippers of the old faith”).
struct PartyCandidates {
    let slots: SlotContext
    private var context: ClaimContext { slots.base }
    private var document: Document { slots.base.document }

    func candidates(for draft: ClaimDraft) -> [SlotCandidate<Entity>] {
        let trigger = draft.trigger
        guard let sentence = document.sentence(ofToken: trigger.token) else { return [SlotCandidate(nil, ["none"])] }
        let relations = RelationFinder(context: context)
        var order: [Int] = []
        var paths: [Int: [String]] = [:]
        var trees: [Int: [String]] = [:]
        var chances: [Int: (actor: String, recipient: String)] = [:]
        let roles = RoleChance(trigger, in: context)
        /// Of several mentions of one entity the surest counts.
        func weigh(_ mention: Mention) {
            let new = (actor: roles.step(.actor, mention.tokens), recipient: roles.step(.recipient, mention.tokens))
            guard new.actor != "-" else { return }
            let held = chances[mention.entity] ?? new
            func more(_ a: String, _ b: String) -> String { (Int(a) ?? 0) >= (Int(b) ?? 0) ? a : b }
            chances[mention.entity] = (more(held.actor, new.actor), more(held.recipient, new.recipient))
        }
        func add(_ entity: Int, _ path: String?) {
            if paths[entity] == nil { order.append(entity); paths[entity] = [] }
            if let path, paths[entity]?.contains(path) == false { paths[entity]?.append(path) }
        }
        for index in slots.mentions[sentence].prefix(40) {
            let mention = document.mentions[index]
            guard let relation = relations.relation(of: mention.head, to: trigger) else { continue }
            add(mention.entity, relation + "&" + mention.form.rawValue)
            weigh(mention)
            if let tree = context.paths.path(from: trigger.token, to: context.paths.top(of: mention.tokens)) { trees[mention.entity, default: []].append(tree) }
            if let side = mention.side { add(side, "side-of-" + relation) }
        }
        for back in 1...3 where sentence >= back {
            for index in slots.mentions[sentence - back].prefix(20) {
                let mention = document.mentions[index]
                add(mention.entity, back == 1 ? "previous" : "earlier")
                weigh(mention)
                if let side = mention.side { add(side, nil) }
            }
        }
        for entity in slots.leading { add(entity, nil) }
        if let first = slots.firstParty { add(first, nil) }
        for slot in [Slot.actor, .recipient] {
            if let leader = slots.leader(slot, draft.event.type), let entity = slots.entity(EntityID(leader)) { add(entity, nil) }
        }
        for entity in draft.speakers + draft.event.actor + draft.event.recipient { if let index = slots.entity(entity.id) { add(index, nil) } }
        let shared = shared(draft)
        var found = order.map { SlotCandidate(document.entities[$0], features(of: $0, paths: paths[$0] ?? [], trees: trees[$0] ?? [], chances[$0], draft, shared)) }
        found += things(in: sentence, draft, relations, shared)
        found.append(SlotCandidate(nil, nobody(draft, shared)))
        return found
    }

    // MARK: Features

    /// What is true of the event whichever candidate is weighed.
    private struct Shared {
        let type: String
        let roles: String
        let lemma: String
        let empty: String
        let speaker: String
    }

    private func shared(_ draft: ClaimDraft) -> Shared {
        let trigger = draft.trigger
        let isPassive = trigger.clause.map { context.isPassive(document.clauses[$0]) } ?? false
        return Shared(
            type: draft.event.type.rawValue, roles: "\(trigger.roles.rawValue)\(trigger.form.rawValue)\(isPassive ? "P" : "")",
            lemma: "\(trigger.form.rawValue):\(document.tokens[trigger.token].lemma)",
            empty: (draft.event.actor.isEmpty ? "" : "a") + (draft.event.recipient.isEmpty ? "" : "r"),
            speaker: draft.chain.isEmpty ? "told" : "said")
    }

    private func features(of entity: Int, paths: [String], trees: [String], _ chance: (actor: String, recipient: String)?, _ draft: ClaimDraft, _ shared: Shared) -> [String] {
        let body = document.entities[entity]
        let id = body.id.rawValue
        let isActor = draft.event.actor.contains { $0.id == body.id }
        let isRecipient = draft.event.recipient.contains { $0.id == body.id }
        let verdict = isActor ? "A" : isRecipient ? "R" : "-"
        let isNamed = !body.id.rawValue.hasPrefix("sayso:")
        let kind = body.kind.rawValue + (isNamed ? "" : "?")
        var out = [
            "k=\(kind)", "k&T=\(kind)|\(shared.type)", "v=\(verdict)", "v&T=\(verdict)|\(shared.type)", "v&e=\(verdict)|\(shared.empty)",
            "v&R=\(verdict)|\(shared.roles)", "v&k=\(verdict)|\(kind)", "v&e&T=\(verdict)|\(shared.empty)|\(shared.type)",
        ]
        for path in paths {
            out += [
                "p=\(path)", "p&R=\(path)|\(shared.roles)", "p&T=\(path)|\(shared.type)", "p&k=\(path)|\(kind)", "p&v=\(path)|\(verdict)",
                "p&l=\(path)|\(shared.lemma)",
            ]
        }
        for tree in trees.prefix(3) { out += ["tp=\(tree)", "tp&R=\(tree)|\(shared.roles)", "tp&T=\(tree)|\(shared.type)", "tp&l=\(tree)|\(shared.lemma)", "tp&k=\(tree)|\(kind)"] }
        let chance = chance ?? ("-", "-")
        out += [
            "ra=\(chance.actor)", "rr=\(chance.recipient)", "ra&rr=\(chance.actor)|\(chance.recipient)", "ra&k=\(chance.actor)|\(kind)", "rr&k=\(chance.recipient)|\(kind)",
            "ra&v=\(chance.actor)|\(verdict)", "rr&v=\(chance.recipient)|\(verdict)",
        ]
        let isInSentence = paths.contains { $0 != "previous" && $0 != "earlier" }
        if !isInSentence { out += ["far", "far&T=\(shared.type)", "far&k=\(kind)", "far&k&T=\(kind)|\(shared.type)|\(shared.empty)", "far&R=\(shared.roles)"] }
        let reach = isInSentence ? "near" : paths.isEmpty ? "far" : paths[0]
        out.append("sal=\(SlotContext.step(slots.salience[entity]))|\(reach)")
        if slots.firstParty == entity { out += ["first|\(reach)|\(shared.empty)", "first|\(shared.lemma)", "first|\(shared.type)|\(shared.empty)"] }
        if slots.leading.first == entity { out.append("leading|\(reach)|\(shared.empty)") }
        for (slot, name, own) in [(Slot.actor, "a", isActor), (.recipient, "r", isRecipient)] {
            let same = SlotContext.step(slots.tally(slot, draft.event.type, id, isOwn: own))
            let any = SlotContext.step(slots.tally(slot, nil, id, isOwn: own))
            out += ["\(name)T=\(same)|\(shared.empty)", "\(name)N=\(any)|\(shared.empty)|\(reach)"]
            if slots.leads(slot, draft.event.type, id) { out += ["\(name)L|\(shared.empty)|\(verdict)", "\(name)L|\(shared.empty)|\(shared.type)"] }
        }
        if let position = draft.speakers.firstIndex(where: { $0.id == body.id }) {
            let which = position == 0 ? "root" : "side"
            out += ["\(which)&k=\(kind)|\(shared.type)|\(draft.modality.isAhead)", "\(which)|\(shared.type)", "\(which)|\(shared.empty)", "\(which)|\(draft.modality.modality.rawValue)", "\(which)|\(verdict)"]
        }
        return out
    }

    private func nobody(_ draft: ClaimDraft, _ shared: Shared) -> [String] {
        var out = [
            "none", "none&T=\(shared.type)", "none&R=\(shared.roles)", "none&l=\(shared.lemma)", "none&e=\(shared.empty)",
            "none&e&T=\(shared.empty)|\(shared.type)", "none&s=\(shared.speaker)", "none&m=\(draft.modality.modality.rawValue)",
            "none&e&R=\(shared.empty)|\(shared.roles)", "none&rule=\(draft.trigger.rule.name)",
        ]
        if let index = draft.trigger.clause {
            let clause = document.clauses[index]
            out.append("none&c=\(clause.kind.rawValue)")
            out.append("none&s\(min(clause.subjects.count, 1))o\(min(clause.objects.count, 1))|\(shared.roles)")
            if clause.obliques.contains(where: { document.tokens[$0.preposition].folded == "by" }) { out.append("none&by") }
        }
        let roles = RoleChance(draft.trigger, in: context)
        let most = (actor: roles.most(.actor), recipient: roles.most(.recipient))
        out += ["none&ra=\(most.actor)", "none&rr=\(most.recipient)", "none&ra&e=\(most.actor)|\(shared.empty)", "none&rr&e=\(most.recipient)|\(shared.empty)"]
        for people in draft.event.people { out.append("none&people=\(people.role)") }
        return out
    }

    // MARK: Groups without a name

    /// Noun groups beside the trigger that are no mention, no place and no time.
    private func things(in sentence: Int, _ draft: ClaimDraft, _ relations: RelationFinder, _ shared: Shared) -> [SlotCandidate<Entity>] {
        let roles = RoleChance(draft.trigger, in: context)
        let range = document.sentences[sentence].tokens
        let first = document.chunks.partitionIndex { $0.tokens.lowerBound >= range.lowerBound }
        var found: [SlotCandidate<Entity>] = []
        for chunk in first..<document.chunks.count where found.count < 12 {
            let group = document.chunks[chunk]
            guard group.tokens.lowerBound < range.upperBound else { break }
            guard group.kind == .noun, chunk != draft.trigger.chunk, document.tokens[group.head].tag == .noun || document.tokens[group.head].tag == .properNoun,
                context.mention(at: group.head) == nil, context.place(at: group.head) == nil, !slots.equipment.contains(group.head),
                !slots.times[sentence].contains(where: { document.times[$0].tokens.overlaps(group.tokens) })
            else { continue }
            let path = relations.path(to: chunk, from: draft.trigger)
            guard path != "before", path != "after", let entity = entity(of: chunk) else { continue }
            let lemma = document.tokens[group.head].lemma
            let tree = context.paths.path(from: draft.trigger.token, to: group.head) ?? "-"
            found.append(
                SlotCandidate(
                    entity,
                    [
                        "t&ra=\(roles.step(.actor, group.tokens))", "t&rr=\(roles.step(.recipient, group.tokens))", "t&tp=\(tree)", "t&tp&T=\(tree)|\(shared.type)", "t&tp&R=\(tree)|\(shared.roles)", "t&tp&e=\(tree)|\(shared.empty)",
                        "thing", "t&p=\(path)", "t&l=\(lemma)", "t&p&T=\(path)|\(shared.type)", "t&p&R=\(path)|\(shared.roles)", "t&e=\(shared.empty)",
                        "t&T=\(shared.type)", "t&p&e=\(path)|\(shared.empty)", "t&lem=\(path)|\(shared.lemma)",
                    ]))
        }
        return found
    }

    /// “a convoy of aid trucks”: named by its own words, without article and number.
    private func entity(of chunk: Int) -> Entity? {
        let group = document.chunks[chunk]
        let start = group.tokens.first { token in
            switch document.tokens[token].tag {
            case .determiner, .numeral, .pronoun, .punctuation, .adverb: false
            default: true
            }
        }
        guard let start, start <= group.head else { return nil }
        let name = document.passage(start..<group.head + 1).words
        var aliases = [document.tokens[group.head].text]
        if let phrase = context.phrases(after: chunk).first, phrase.word == "of" {
            aliases.append(document.passage(start..<document.chunks[phrase.chunk].tokens.upperBound).words)
        }
        let slug = String(document.tokens[group.head].lemma.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "-" }.prefix(40))
        return Entity(id: EntityID("sayso:" + slug), name: name, aliases: aliases.filter { $0 != name }, kind: .unnamed)
    }
}
