import SaysoCore
import SaysoLexicon

/// “he”, “its”, “they”: the nearest mention that fits, the subject of this sentence or the one before it first.
extension NominalFinder {
    private enum Fit { case male, female, thing, several }

    mutating func pronoun(at token: Int, limit: Int, sentence: Int32) -> MentionDraft? {
        let fit: Fit
        switch tokens[token].folded {
        case "he", "him", "his", "himself": fit = .male
        case "she", "hers", "herself", "her": fit = .female
        case "it", "its", "itself": fit = .thing
        case "they", "them", "their", "theirs", "themselves": fit = .several
        default: return nil
        }
        if fit == .thing, isEmpty(token, limit: limit) { return nil }
        // “Haftar and his militias”, “the army and its allies”: whose, in the same sentence, is whoever was named last.
        let isPerson = fit == .male || fit == .female
        let isOwner = tokens[token].penn == .PRPS || ["his", "its", "their"].contains(tokens[token].folded)
        if isOwner, let first = firstOfSentence[sentence], first < drafts.count {
            for draft in drafts[first...].suffix(60).reversed() where draft.form != .pronoun && fits(draft, fit) {
                if isPerson, !book.entries[draft.entity].isNamed { continue }
                return MentionDraft(token..<token + 1, .pronoun, draft.entity, side: draft.side, rule: "entity.possessive")
            }
        }
        // Somebody with a name first; “a gunman” only where nobody else is near.
        for mustBeNamed in isPerson ? [true, false] : [false] {
            for back in 0...3 {
                let number = sentence - Int32(back)
                guard number >= 0, let first = firstOfSentence[number] else { break }
                let end = back == 0 ? drafts.count : firstOfSentence[number + 1] ?? drafts.count
                guard first < end else { continue }
                for draft in drafts[first..<end].prefix(60) where fits(draft, fit) && (!mustBeNamed || book.entries[draft.entity].isNamed) {
                    return MentionDraft(token..<token + 1, .pronoun, draft.entity, side: draft.side, rule: "entity.pronoun")
                }
            }
        }
        return nil
    }

    /// “It is feared that”, “it said that” has a body; “it is raining” has none.
    private func isEmpty(_ token: Int, limit: Int) -> Bool {
        guard tokens[token].folded == "it", token + 1 < tokens.count else { return false }
        let next = tokens[token + 1].folded
        guard next == "is" || next == "was" || next == "'s" || next == "would" || next == "will" else { return false }
        return token + 2 < tokens.count && [.adjective, .adverb, .verb].contains(tokens[token + 2].tag)
    }

    private func fits(_ draft: MentionDraft, _ fit: Fit) -> Bool {
        let entity = book.entities[draft.entity]
        let gender = book.entries[draft.entity].gender
        switch fit {
        case .male: return entity.kind == .person && !gender.contains(.femaleName)
        case .female: return entity.kind == .person && !gender.contains(.maleName)
        case .thing:
            switch entity.kind {
            case .government, .organization, .outlet: return draft.rule.name != "entity.demonym"
            case .armedGroup: return draft.form == .name
            default: return false
            }
        case .several: return entity.kind == .armedGroup || entity.kind == .population || entity.kind == .organization
        }
    }
}
