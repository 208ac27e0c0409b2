import SaysoCore
import SaysoLexicon

/// Joins the words that tell what happened with the people it happened to, inside one sentence.
struct EffectReader {
    struct Effect {
        let role: String
        let who: String?
        let count: Count
        let group: Range<Int>
        let trigger: Int
        let rule: Rule
    }

    typealias Word = PeopleLexicon.Effect

    let lexicon: PeopleLexicon
    let scanner: NounGroupScanner
    let sentence: Range<Int>
    let groups: [PeopleGroups.Group]
    let quantities: [Quantity]
    let isHeadline: Bool

    func read() -> [Effect] {
        var effects: [Effect] = []
        // What is told twice of one group ("killed and left dead") counts once.
        var told: Set<Told> = []
        for group in groups where !group.isSubset {
            // "14 dead civilians": the group says it itself.
            if let state = group.state, told.insert(Told(role: state.role, start: group.tokens.lowerBound)).inserted {
                effects.append(effect(state.role, group, trigger: state.token, rule: "people.attribute"))
            }
        }
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            guard let match = lexicon.effect(in: scanner.tokens, at: index, before: sentence.upperBound) else {
                index += 1
                continue
            }
            // The longest reading that finds people wins: "killed" as a passive before "killed" as a past tense.
            for found in readings(match) where told.insert(Told(role: found.role, start: found.group.lowerBound)).inserted {
                effects.append(found)
            }
            index = match.tokens.upperBound
        }
        return effects + forces(besides: Set(effects.map(\.group.lowerBound)))
    }

    private struct Told: Hashable {
        let role: String
        let start: Int
    }

    /// "126 elite troops are helping", "arrived with some 50 inspectors": a force that is told by its number and that nothing else befalls
    /// is deployed.
    func forces(besides told: Set<Int>) -> [Effect] {
        groups.filter { group in
            guard group.isNumbered, !group.isSubset, let who = group.who, Self.forces.contains(who) else { return false }
            return (group.count.low ?? group.count.high ?? 0) >= 20 && !told.contains(group.tokens.lowerBound)
        }.map { effect("deployed", $0, trigger: $0.tokens.upperBound - 1, rule: "people.force") }
    }

    static let forces: Set<String> = ["soldiers", "police", "peacekeepers", "inspectors"]

    func readings(_ match: PhraseLexicon<PeopleLexicon.Effect>.Match) -> [Effect] {
        let isName = isName(match.tokens.lowerBound)
        for word in match.values where !isName || word.kind != .verb && word.kind != .selfVerb {
            let found: [Effect] =
                switch word.kind {
                case .verb: verb(word, match.tokens)
                case .selfVerb:
                    word.form == .ing && !isFinite(before: match.tokens.lowerBound)
                        ? [] : subject(word, match.tokens, rule: "people.subject")
                case .state: state(word, match.tokens)
                case .noun: noun(word, match.tokens)
                case .counted: counted(word, match.tokens)
                case .toll: toll(word, match.tokens)
                case .bearer: bearer(word, match.tokens)
                }
            if !found.isEmpty { return found }
        }
        return []
    }

    /// "shot 300 men in late March": inside a sentence no verb has a capital; of a headline only the month is sure.
    private func isName(_ index: Int) -> Bool {
        let token = scanner.tokens[index]
        guard token.shape == .capitalised, index > sentence.lowerBound, !scanner.shouts[index] else { return false }
        return QuantityContext.months.contains(token.folded) || !isHeadline && token.tag == .properNoun
    }

    static let soldiers: Set<String> = [
        "soldiers", "police", "peacekeepers", "fighters", "guards", "advisers", "inspectors", "militants", "rebels", "gunmen",
    ]

    /// Deployment is for those who can be deployed; marches are not made by one man.
    func fits(_ group: PeopleGroups.Group, _ word: Word) -> Bool {
        if word.role == "deployed" { return group.isNumbered && (group.who.map(Self.soldiers.contains) ?? false) }
        if word.role == "protesters" { return group.isNumbered && group.isSure && (group.count.low ?? group.count.high ?? 0) >= 10 }
        if Self.harms.contains(word.role) { return group.isSure || group.isNumbered }
        // What befalls people every day is worth telling by its number only.
        return group.isNumbered && group.isSure
    }

    static let harms: Set<String> = ["killed", "injured", "casualties", "detained", "abducted", "released", "deported", "extradited"]

    func effect(_ role: String, _ group: PeopleGroups.Group, trigger: Int, rule: Rule) -> Effect {
        Effect(role: role, who: group.who, count: group.count, group: group.tokens, trigger: trigger, rule: rule)
    }
}
