import SaysoCore
import SaysoLexicon

/// Reads the act of a clause by lexicon: the words of ``TriggerLexicon`` under what ``ActLexicon`` makes of them.
///
/// “Ankara said it would withdraw its troops”: *said* hands on to its complement, *withdraw* is a RETREAT, *would* makes it an AGREE. The
/// claims' own reading is richer, but a claim is no act: it keeps the deed apart from the saying, and where there is none a coder must still
/// answer.
struct ActReader: Sendable {
    let acts: ActLexicon
    let triggers: TriggerLexicon
    let words: CodingWords

    init() throws(LexiconTable.Problem) {
        acts = try ActLexicon()
        triggers = try TriggerLexicon()
        words = try CodingWords()
    }

    /// The act of this clause; nil where the lexicon knows none of its words.
    func act(ofClause index: Int, in view: CodingView) -> Act? { act(ofClause: index, depth: 0, in: view) }

    private func act(ofClause index: Int, depth: Int, in view: CodingView) -> Act? {
        guard depth < 5 else { return nil }
        let clause = view.clauses[index]
        let group = view.group(of: clause)
        let found: Act? =
            switch effect(ofVerbIn: clause, in: view) {
            case .deed(let type, let mode)?: Act(type: type, mode: mode, clause: index, inner: index, token: view.head(of: clause))
            case .says?: said(by: index, depth: depth, in: view)
            case .begins?, nil: governed(by: index, depth: depth, in: view)
            case .intends?:
                governed(by: index, depth: depth, in: view).map { $0.becoming(Act.announced($0.type)) } ?? guess(.agree, index, in: view)
            case .refuses?:
                governed(by: index, depth: depth, in: view).map { $0.becoming(Act.refused($0.type)) } ?? guess(.reject, index, in: view)
            case .ends?: governed(by: index, depth: depth, in: view).map { $0.becoming(Act.ended($0.type)) }
            }
        guard var act = found else { return nil }
        let isAhead = group.tense == .future || group.modal == "would" || group.modal == "will" || group.modal == "shall"
        // “said it would not”: the inner clause has had its own say.
        if act.inner == index || isAhead {
            if group.isNegated { act = act.becoming(Act.refused(act.type)) } else if isAhead { act = act.becoming(Act.announced(act.type)) }
        }
        return Act(
            type: act.type, mode: act.mode, context: act.context, clause: index, inner: act.inner, token: act.token,
            isCertain: act.isCertain)
    }

    private func guess(_ type: EventType, _ clause: Int, in view: CodingView) -> Act {
        Act(type: type, clause: clause, inner: clause, token: view.head(of: view.clauses[clause]), isCertain: false)
    }

    // MARK: What follows

    /// “said it will …” is the sayer's own act; “said Israel must …” asks, “said rebels attacked …” accuses.
    private func said(by index: Int, depth: Int, in view: CodingView) -> Act? {
        guard let next = following(index, in: view) else { return nounAct(of: index, in: view) }
        // “announced the arrest of five men after …”
        if view.clauses[next].kind != .complement, let noun = nounAct(of: index, in: view) { return noun }
        let inner = view.clauses[next]
        let group = view.group(of: inner)
        let isOwn = inner.subjects.isEmpty || inner.subjects.contains { isSameParty($0, view.clauses[index].subjects, in: view) }
        if !isOwn, let modal = group.modal, Self.duty.contains(modal) || Self.isDuty(inner, in: view) {
            return Act(type: .request, clause: index, inner: next, token: view.head(of: inner))
        }
        guard let act = act(ofClause: next, depth: depth + 1, in: view) else { return nil }
        if isOwn { return act }
        let isHarm = act.type == .assault || act.type == .coerce || act.type == .reject
        return isHarm && act.isCertain ? act.becoming(.accuse) : act
    }

    private static let duty: Set<String> = ["must", "should", "ought"]

    /// “needs to”, “has to”
    private static func isDuty(_ clause: Clause, in view: CodingView) -> Bool {
        ["need", "have"].contains(view.tokens[view.head(of: clause)].lemma) && view.follow(["to"], after: view.head(of: clause), gap: 0)
    }

    private func isSameParty(_ chunk: Int, _ subjects: [Int], in view: CodingView) -> Bool {
        if subjects.contains(chunk) { return true }
        return ["it", "he", "she", "they", "we", "i", "its", "his", "her", "their", "our"].contains(
            view.tokens[view.chunks[chunk].tokens.lowerBound].folded)
    }

    /// The infinitive or complement that hangs on the verb, else the event noun beside it.
    private func governed(by index: Int, depth: Int, in view: CodingView) -> Act? {
        if let noun = nounAct(of: index, in: view) { return noun }
        guard let next = following(index, in: view) else { return nil }
        let kind = view.clauses[next].kind
        guard kind == .infinitive || kind == .complement || kind == .participle else { return nil }
        return act(ofClause: next, depth: depth + 1, in: view)
    }

    /// The next clause of the sentence that is no relative one.
    private func following(_ index: Int, in view: CodingView) -> Int? {
        guard let sentence = view.document.sentence(ofToken: view.head(of: view.clauses[index])) else { return nil }
        let range = view.clauses(ofSentence: sentence)
        guard index + 1 < range.upperBound else { return nil }
        return (index + 1..<range.upperBound).first { view.clauses[$0].kind != .relative }
    }

    // MARK: Words

    /// The longest reading of the clause's verb; of two of one length the act's, which knows more of its company.
    private func effect(ofVerbIn clause: Clause, in view: CodingView) -> ActLexicon.Effect? {
        let head = view.head(of: clause)
        let lemma = view.tokens[head].lemma
        let act = acts.verb(lemma).first {
            view.follow($0.words.dropFirst(), after: head, gap: $0.words.last == "to" && $0.words.count == 2 ? 0 : 4)
        }
        let trigger = triggers.verb(lemma).first { view.follow($0.words.dropFirst(), after: head) }
        if let trigger, trigger.words.count > act?.words.count ?? 0 { return .deed(trigger.type, mode: trigger.mode) }
        // “is willing to help”
        if lemma == "be" || lemma == "remain" || lemma == "stand" {
            for token in head + 1..<max(head + 1, min(head + 4, view.tokens.count)) {
                let word = view.tokens[token].folded
                if let entry = acts.adjective(word).first(where: { view.follow($0.words.dropFirst(), after: token) }) {
                    return entry.effect
                }
            }
        }
        return act?.effect
    }

    /// “launched *an assault* on”, “held *talks* with”, “is under *investigation*”
    private func nounAct(of index: Int, in view: CodingView) -> Act? {
        let clause = view.clauses[index]
        let beside = clause.objects + clause.obliques.prefix(1).map(\.chunk)
        for chunk in beside.flatMap({ [$0] + (parts(of: $0, in: view)) }) {
            if let deed = deed(ofNoun: chunk, in: view) {
                return Act(
                    type: deed.type, mode: deed.mode, context: deed.context, clause: index, inner: index, token: view.chunks[chunk].head)
            }
        }
        return nil
    }

    /// “a round *of talks*”, “a wave *of arrests*”
    private func parts(of chunk: Int, in view: CodingView) -> [Int] {
        guard words.holds(view.tokens[view.chunks[chunk].head].lemma, .series), let part = view.phrases(after: chunk).first,
            part.word == "of"
        else { return [] }
        return [part.chunk]
    }

    /// What the head of a noun group tells.
    func deed(ofNoun chunk: Int, in view: CodingView) -> (type: EventType, mode: String?, context: String?)? {
        let head = view.chunks[chunk].head
        let lemma = view.tokens[head].lemma
        let act = acts.noun(lemma).first { view.precede($0.words, endingAt: head) }
        let trigger = triggers.noun(lemma).first { view.precede($0.words, endingAt: head) }
        if let trigger, trigger.words.count > act?.words.count ?? 0 { return (trigger.type, trigger.mode, trigger.context) }
        if case .deed(let type, let mode)? = act?.effect { return (type, mode, nil) }
        return trigger.map { ($0.type, $0.mode, $0.context) }
    }
}

extension Act {
    /// The same act seen as another; its mode belongs to the first.
    fileprivate func becoming(_ type: EventType) -> Act {
        guard type != self.type else { return self }
        var act = self
        act.type = type
        act.mode = nil
        act.context = nil
        return act
    }
}
