import SaysoCore

/// How a word stands to an event's trigger: the path through clause and noun group, as one short word.
struct RelationFinder {
    let context: ClaimContext

    /// “subject”, “object”, “by”, “of the noun”, “subject above”; nil outside the trigger's sentence.
    func relation(of token: Int, to trigger: EventTrigger) -> String? {
        let document = context.document
        guard let sentence = document.sentence(ofToken: trigger.token), document.sentences[sentence].tokens.contains(token) else { return nil }
        guard let chunk = context.chunk(at: token) else { return token < trigger.token ? "before" : "after" }
        let isInner = document.chunks[chunk].head != token
        if chunk == trigger.chunk { return token < trigger.token ? "premodifier" : "self" }
        return path(to: chunk, from: trigger) + (isInner ? "/in" : "")
    }

    /// The path to a noun group as a whole.
    func path(to chunk: Int, from trigger: EventTrigger) -> String {
        let document = context.document
        if trigger.form == .noun, let phrase = context.phrases(after: trigger.chunk).first(where: { $0.chunk == chunk }) { return "noun-" + phrase.word }
        if let index = trigger.clause {
            let clause = document.clauses[index]
            if let role = role(of: chunk, in: clause) { return role + (context.isPassive(clause) ? "-passive" : "") }
            if let role = secondary(chunk, in: clause) { return role }
            if chunk + 1 == clause.verb || document.chunks[chunk].tokens.upperBound + 1 >= clause.tokens.lowerBound,
                document.chunks[chunk].tokens.upperBound <= clause.tokens.lowerBound, clause.kind == .relative || clause.kind == .participle
            { return "antecedent" }
            if let parent = clause.parent {
                let upper = document.clauses[parent]
                if let role = role(of: chunk, in: upper) { return "up-\(clause.kind.rawValue)-" + role }
            }
        }
        return document.chunks[chunk].head < trigger.token ? "before" : "after"
    }

    private func role(of chunk: Int, in clause: Clause) -> String? {
        if clause.subjects.contains(chunk) { return "subject" }
        if clause.objects.contains(chunk) { return "object" }
        if let oblique = clause.obliques.first(where: { $0.chunk == chunk }) { return "obl-" + context.document.tokens[oblique.preposition].folded }
        return nil
    }

    /// Behind a group of the clause: “an attack on the base *of the army*”.
    private func secondary(_ chunk: Int, in clause: Clause) -> String? {
        for (name, groups) in [("subject", clause.subjects), ("object", clause.objects)] {
            for group in groups.prefix(3) {
                if let phrase = context.phrases(after: group).first(where: { $0.chunk == chunk }) { return "\(name)-\(phrase.word)" }
            }
        }
        return nil
    }
}
