/// What the layers say together: questions that every reader of clauses and noun groups asks.
extension Document {
    public func group(of clause: Clause) -> VerbGroup { chunks[clause.verb].verb ?? VerbGroup(form: .finite, tense: .none) }

    /// The subject undergoes it: “was taken”, “taken by”; not the bare past that a tagger took for a participle (“Army recently destroyed …”).
    public func isPassive(_ clause: Clause) -> Bool {
        let group = group(of: clause)
        return group.form == .pastParticiple ? clause.kind == .participle : group.isPassive
    }

    /// Prepositional phrases right behind a noun group, five at most: “the shelling *of the town* *by rebels*”.
    public func phrases(after chunk: Int) -> [(word: String, chunk: Int)] {
        var found: [(word: String, chunk: Int)] = []
        var next = chunk + 1
        var at = chunks[chunk].tokens.upperBound
        while next < chunks.count, chunks[next].kind == .noun, found.count < 5 {
            let start = chunks[next].tokens.lowerBound
            guard start - at <= 2, start > at else { break }
            let word = tokens[at].folded
            if tokens[at].tag == .coordinator, let last = found.last {
                found.append((last.word, next))
            } else if tokens[at].tag == .adposition || word == "to" {
                found.append((word, next))
            } else {
                break
            }
            at = chunks[next].tokens.upperBound
            next += 1
        }
        return found
    }
}
