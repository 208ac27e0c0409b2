import SaysoCore
import SaysoLexicon

/// Finds the words of a document that may tell of events: by lexicon and grammar, generously. ``TriggerJudge`` decides.
struct TriggerFinder {
    let lexicon: TriggerLexicon
    let lightVerbs: LightVerbs

    func candidates(in context: ClaimContext) -> [EventTrigger] {
        let document = context.document
        var found: [EventTrigger] = []
        var lent: Set<Int> = []
        for index in document.clauses.indices {
            let clause = document.clauses[index]
            let verb = verb(clause, index, in: context)
            let nouns = lentNouns(clause, index, besides: verb, in: context).filter { lent.insert($0.chunk).inserted }
            found += verb.map { [$0] } ?? []
            found += nouns
            if verb == nil, nouns.isEmpty { found.append(unlistedVerb(clause, index, in: context)) }
        }
        for chunk in document.chunks.indices where document.chunks[chunk].kind == .noun && !lent.contains(chunk) {
            if let noun = freeNoun(chunk, in: context) { found.append(noun) }
        }
        return (found + effects(besides: found, in: context)).sorted { ($0.token, $0.evidence.lowerBound) < ($1.token, $1.evidence.lowerBound) }
    }

    // MARK: Verbs

    private func verb(_ clause: Clause, _ index: Int, in context: ClaimContext) -> EventTrigger? {
        let group = context.document.chunks[clause.verb]
        let lemma = context.document.tokens[group.head].lemma
        for reading in lexicon.verb(lemma) where matches(reading.words.dropFirst(), after: group.head, in: context) {
            return EventTrigger(
                form: .verb, token: group.head, type: reading.type, mode: reading.mode, context: reading.context, roles: reading.roles,
                clause: index, chunk: clause.verb, evidence: clause.tokens, rule: "event.verb")
        }
        return nil
    }

    /// A verb that the lexicon does not list: what stands around it may still tell (“extended the state of emergency”). The judge needs a reason to keep it.
    private func unlistedVerb(_ clause: Clause, _ index: Int, in context: ClaimContext) -> EventTrigger {
        EventTrigger(
            form: .verb, token: context.document.chunks[clause.verb].head, type: .assault, mode: nil, context: nil, roles: .subjectToObject,
            clause: index, chunk: clause.verb, evidence: clause.tokens, rule: Self.unlisted)
    }

    static let unlisted: Rule = "event.verb-unlisted"

    /// The words of a longer reading stand behind its first, in order, each at most three words on, inside the sentence.
    private func matches(_ words: ArraySlice<String>, after head: Int, in context: ClaimContext) -> Bool {
        let tokens = context.document.tokens
        let end = context.document.sentence(ofToken: head).map { context.document.sentences[$0].tokens.upperBound } ?? tokens.count
        var at = head + 1
        for word in words {
            let limit = min(at + 4, end)
            guard let next = (at..<max(at, limit)).first(where: { tokens[$0].lemma == word || tokens[$0].folded == word }) else { return false }
            at = next + 1
        }
        return true
    }

    // MARK: Nouns

    /// Event nouns to which the clause's verb lends itself: “carried out an attack”, “clashes erupted”.
    private func lentNouns(_ clause: Clause, _ index: Int, besides verb: EventTrigger?, in context: ClaimContext) -> [EventTrigger] {
        guard verb == nil else { return [] }
        let lemma = context.lemma(ofVerbIn: clause)
        var chunks: [(chunk: Int, rule: Rule)] = []
        if lightVerbs.lendsToSubject(lemma) { chunks += clause.subjects.map { ($0, "event.noun-subject") } }
        if lightVerbs.lendsToObject(lemma) {
            chunks += clause.objects.map { ($0, "event.noun-object") }
            // “came under attack”, “carried out the largest campaign” (the particle looks like a preposition)
            if chunks.isEmpty || clause.objects.isEmpty { chunks += clause.obliques.prefix(1).map { ($0.chunk, "event.noun-oblique") } }
        }
        return chunks.compactMap { noun($0.chunk, clause: index, evidence: clause.tokens, rule: $0.rule, in: context) }
    }

    /// An event noun that no verb carries: its own words and the phrases behind it; in a line without a verb (a headline) the whole line.
    private func freeNoun(_ chunk: Int, in context: ClaimContext) -> EventTrigger? {
        let document = context.document
        let head = document.chunks[chunk].head
        guard let sentence = document.sentence(ofToken: head) else { return nil }
        if context.clauses(ofSentence: sentence).isEmpty {
            return noun(chunk, clause: nil, evidence: context.trimmed(document.sentences[sentence].tokens), rule: "event.noun-headline", in: context)
        }
        let end = context.phrases(after: chunk).last.map { document.chunks[$0.chunk].tokens.upperBound } ?? document.chunks[chunk].tokens.upperBound
        let evidence = document.chunks[chunk].tokens.lowerBound..<end
        return noun(chunk, clause: context.clause(ofToken: head), evidence: evidence, rule: "event.noun-free", in: context)
    }

    private func noun(_ chunk: Int, clause: Int?, evidence: Range<Int>, rule: Rule, in context: ClaimContext) -> EventTrigger? {
        guard let reading = nounReading(chunk, in: context) else { return nil }
        return EventTrigger(
            form: .noun, token: context.document.chunks[chunk].head, type: reading.type, mode: reading.mode, context: reading.context,
            roles: reading.roles, clause: clause, chunk: chunk, evidence: evidence, rule: rule)
    }

    /// What the head of a noun group, with the compound before it, tells of.
    func nounReading(_ chunk: Int, in context: ClaimContext) -> TriggerLexicon.Trigger? {
        let tokens = context.document.tokens
        let group = context.document.chunks[chunk]
        for reading in lexicon.noun(tokens[group.head].lemma) {
            let words = reading.words
            let start = group.head - words.count + 1
            guard start >= group.tokens.lowerBound else { continue }
            if zip(start...group.head, words).allSatisfy({ tokens[$0].lemma == $1 || tokens[$0].folded == $1 }) { return reading }
        }
        return nil
    }

    // MARK: Effects

    /// People counted by what happened to them, where no word of the lexicon tells it: “the toll rose to 34 dead”.
    private func effects(besides found: [EventTrigger], in context: ClaimContext) -> [EventTrigger] {
        var taken = Set(found.compactMap { $0.rule == "event.noun-free" || $0.rule == Self.unlisted ? nil : $0.clause })
        var effects: [EventTrigger] = []
        for people in context.document.people where Self.harms.contains(people.role) {
            guard let clause = context.clause(ofToken: people.trigger), taken.insert(clause).inserted else { continue }
            effects.append(
                EventTrigger(
                    form: .effect, token: people.trigger, type: people.role == "detained" ? .coerce : .assault, mode: nil, context: nil, roles: .victim,
                    clause: clause, chunk: context.document.clauses[clause].verb, evidence: context.document.clauses[clause].tokens,
                    rule: "event.effect"))
        }
        return effects
    }

    private static let harms: Set<String> = ["killed", "injured", "casualties", "detained", "abducted"]
}
