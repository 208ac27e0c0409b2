import SaysoCore
import SaysoLexicon

/// Finds the words of a document that tell of events.
struct TriggerFinder {
    let lexicon: TriggerLexicon
    let lightVerbs: LightVerbs

    func triggers(in context: ClaimContext) -> [EventTrigger] {
        var found: [EventTrigger] = []
        var takenChunks: Set<Int> = []
        let document = context.document
        for index in document.clauses.indices {
            let clause = document.clauses[index]
            let verb = verbTrigger(clause, index, in: context)
            if let verb { found.append(verb) }
            for noun in nounTriggers(clause, index, besides: verb, in: context) where takenChunks.insert(noun.chunk).inserted { found.append(noun) }
        }
        for chunk in document.chunks.indices where document.chunks[chunk].kind == .noun && !takenChunks.contains(chunk) {
            if let noun = headlineTrigger(chunk, in: context) { found.append(noun) }
        }
        let told = Set(found.compactMap(\.clause))
        for people in document.people {
            guard let clause = context.clause(ofToken: people.trigger), !told.contains(clause) || !found.contains(where: { $0.evidence.overlaps(people.tokens) }),
                Self.harms.contains(people.role), let chunk = document.clauses.indices.contains(clause) ? document.clauses[clause].verb : nil
            else { continue }
            let evidence = document.clauses[clause].tokens
            if found.contains(where: { $0.clause == clause && $0.form == .effect }) { continue }
            let type: EventType = people.role == "detained" ? .coerce : .assault
            found.append(
                EventTrigger(
                    form: .effect, token: people.trigger, type: type, mode: nil, context: nil, roles: .victim, clause: clause, chunk: chunk,
                    evidence: evidence, rule: "event.effect"))
        }
        return found.sorted { $0.token < $1.token }
    }

    private static let harms: Set<String> = ["killed", "injured", "casualties", "detained", "abducted"]

    // MARK: Verbs

    private func verbTrigger(_ clause: Clause, _ index: Int, in context: ClaimContext) -> EventTrigger? {
        let document = context.document
        let group = document.chunks[clause.verb]
        let head = document.tokens[group.head]
        for reading in lexicon.verb(head.lemma) where matches(reading.words.dropFirst(), after: group.head, in: context) {
            return EventTrigger(
                form: .verb, token: group.head, type: reading.type, mode: reading.mode, context: reading.context, roles: reading.roles,
                clause: index, chunk: clause.verb, evidence: clause.tokens, rule: "event.verb")
        }
        return nil
    }

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

    private func nounTriggers(_ clause: Clause, _ index: Int, besides verb: EventTrigger?, in context: ClaimContext) -> [EventTrigger] {
        let document = context.document
        let lemma = document.tokens[document.chunks[clause.verb].head].lemma
        var found: [EventTrigger] = []
        func add(_ chunk: Int, isLent: Bool, evidence: Range<Int>, rule: Rule) {
            guard let reading = nounReading(chunk, in: context) else { return }
            found.append(
                EventTrigger(
                    form: .noun, token: document.chunks[chunk].head, type: reading.type, mode: reading.mode, context: reading.context,
                    roles: reading.roles, clause: index, chunk: chunk, evidence: evidence, rule: rule))
        }
        if verb == nil || lightVerbs.lendsToSubject(lemma) {
            for chunk in clause.subjects where verb == nil && lightVerbs.lendsToSubject(lemma) {
                add(chunk, isLent: true, evidence: clause.tokens, rule: "event.noun-subject")
            }
        }
        if verb == nil, lightVerbs.lendsToObject(lemma) {
            for chunk in clause.objects { add(chunk, isLent: true, evidence: clause.tokens, rule: "event.noun-object") }
            // “came under attack”, “died in clashes” is a verb's business; “is under siege” is not.
            if found.isEmpty, lemma == "come" || lemma == "be" || lemma == "carry" {
                for oblique in clause.obliques.prefix(1) { add(oblique.chunk, isLent: true, evidence: clause.tokens, rule: "event.noun-oblique") }
            }
        }
        return found
    }

    /// A noun that tells of an event in a line without a verb: “Air strikes on Aleppo”.
    private func headlineTrigger(_ chunk: Int, in context: ClaimContext) -> EventTrigger? {
        let document = context.document
        guard let sentence = document.sentence(ofToken: document.chunks[chunk].head), context.clauses(ofSentence: sentence).isEmpty,
            let reading = nounReading(chunk, in: context)
        else { return nil }
        return EventTrigger(
            form: .noun, token: document.chunks[chunk].head, type: reading.type, mode: reading.mode, context: reading.context,
            roles: reading.roles, clause: nil, chunk: chunk, evidence: context.trimmed(document.sentences[sentence].tokens),
            rule: "event.noun-headline")
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
}
