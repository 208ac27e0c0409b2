import SaysoCore
import SaysoLexicon

/// What follows a person's name and makes it a mention of those whom he commands.
struct Following {
    let scan: NameScan

    /// “Haftar's militias”, “the Obama administration”, “Assad's forces”: whom the person commands.
    func forces(
        of person: Int, side: Int?, state: Int?, range: Range<Int>, after: Int, limit: Int, book: inout EntityBook
    ) -> MentionDraft? {
        guard after < limit, let match = scan.matches(.agents, at: skippingModifiers(after, limit: limit), limit: limit).last,
            let value = match.values.first
        else { return nil }
        let agent = scan.lexicon.agents[Int(value / 2)]
        let hasMark = after > range.upperBound
        let noun = scan.tokens[match.end - 1].folded
        let isRule = ["administration", "government", "regime", "cabinet"].contains(noun)
        guard hasMark || isRule || ["forces", "militia", "militias", "fighters", "troops", "loyalists", "rebels", "army"].contains(noun)
        else { return nil }
        let whole = range.lowerBound..<match.end
        if isRule, let state { return MentionDraft(whole, book.entity(scan.lexicon.government(state)), rule: "entity.rule-of") }
        switch agent.code.prefix(3) {
        case "MIL", "REB", "UAF", "SEP":
            guard value % 2 == 1 || agent.concept != nil || noun == "militia" else { return nil }
            if let side,
                book.entities[side].kind != .government || state == nil
                    || book.entities[side].id.rawValue != scan.lexicon.states[state ?? 0].id
            {
                return MentionDraft(whole, side, rule: "entity.forces-of")
            }
            if let state, let concept = scan.lexicon.concepts.firstIndex(where: { $0.concept == "armed-forces" }) {
                return MentionDraft(whole, book.entity(scan.lexicon.body(concept, of: state)), side: side, rule: "entity.forces-of")
            }
            let name = "\(book.entities[person].name)'s \(noun)"
            return MentionDraft(
                whole, book.entity(id: "sayso:" + ActorLexicon.slug(name), name: name, kind: .armedGroup), rule: "entity.forces-of")
        default: return nil
        }
    }

    /// Past up to two adjectives: “his Russian-backed eastern forces”.
    func skippingModifiers(_ at: Int, limit: Int) -> Int {
        var at = at
        var count = 0
        while at + 1 < limit, count < 2, scan.tokens[at].tag == .adjective || scan.tokens[at].penn == .VBN,
            scan.matches(.agents, at: at, limit: limit).isEmpty
        {
            at += 1
            count += 1
        }
        return at
    }
}
