import SaysoCore

/// The clauses of one sentence.
struct SentenceScan {
    let tokens: [Token]
    let chunks: [Chunk]
    let sentence: Range<Int>
    /// Chunks of this sentence.
    let range: Range<Int>
    /// Number of clauses before this sentence: indices of parents are global.
    let offset: Int
    /// Chunk index by token, relative to the sentence's start; −1 where a token belongs to none.
    let chunkAt: [Int]

    init(document: borrowing Document, sentence: Sentence, chunks range: Range<Int>, offset: Int) {
        tokens = document.tokens
        chunks = document.chunks
        self.sentence = sentence.tokens
        self.range = range
        self.offset = offset
        var chunkAt = [Int](repeating: -1, count: sentence.tokens.count)
        for index in range {
            for token in document.chunks[index].tokens where sentence.tokens.contains(token) {
                chunkAt[token - sentence.tokens.lowerBound] = index
            }
        }
        self.chunkAt = chunkAt
    }

    mutating func clauses() -> [Clause] {
        var found: [Clause] = []
        for index in range where chunks[index].kind == .verb { found.append(clause(verb: index, after: found)) }
        // A clause ends where the next one begins, unless that one is only an addition to it.
        for index in found.indices {
            var end = sentence.upperBound
            var phrasesEnd = sentence.upperBound
            for next in found[(index + 1)...] {
                let opens = next.opens
                guard opens > chunks[found[index].verb].tokens.lowerBound else { continue }
                phrasesEnd = min(phrasesEnd, opens, chunks[next.verb].tokens.lowerBound)
                if endsTheClauseBefore(next, among: found) {
                    end = opens
                    break
                }
            }
            found[index].tokens = trim(found[index].tokens.lowerBound..<max(end, chunks[found[index].verb].tokens.upperBound))
            attachPhrases(to: &found[index], until: phrasesEnd)
        }
        widen(&found)
        control(&found)
        return found
    }

    /// A full clause ends the one before it; “…, killing six” adds to it; “…, saying it was a sign” is a new saying.
    func endsTheClauseBefore(_ clause: Clause, among found: [Clause]) -> Bool {
        switch clause.kind {
        case .main, .adverbial, .conditional, .complement: return true
        case .relative, .infinitive: return false
        case .participle:
            let index = found.firstIndex { $0.verb == clause.verb } ?? 0
            return found[(index + 1)...].first.map { $0.kind == .complement && $0.parent == offset + index } ?? false
        }
    }

    /// A phrase before the subject belongs to the clause: “On Monday, the forces took the base”.
    func widen(_ clauses: inout [Clause]) {
        for index in clauses.indices where clauses[index].kind == .main || clauses[index].kind == .complement {
            guard clauses[index].marker != nil || index == 0 else { continue }
            let floor = clauses[index].marker.map { $0 + 1 } ?? sentence.lowerBound
            if floor < clauses[index].tokens.lowerBound { clauses[index].tokens = trim(floor..<clauses[index].tokens.upperBound) }
        }
    }

    // MARK: One clause

    func clause(verb: Int, after found: [Clause]) -> Clause {
        let group = chunks[verb]
        let start = group.tokens.lowerBound
        var form = group.verb?.form ?? .finite
        // “Army recently destroyed ten systems”: the tagger took a past for a participle; with nothing finite beside it, it is the verb.
        if form == .pastParticiple, !hasFinite, found.isEmpty, isFollowedByObject(group.tokens.upperBound) { form = .finite }
        let parent = found.isEmpty ? nil : offset + found.count - 1
        let before = skipAdverbs(leftOf: start)

        if form == .infinitive {
            return Clause(kind: .infinitive, tokens: group.tokens, verb: verb, marker: nil, parent: parent)
        }
        if form == .participle || form == .pastParticiple {
            if form == .pastParticiple, let noun = nounChunk(endingAt: before), doesSomething(verb) {
                return Clause(
                    kind: .main, tokens: chunks[noun].tokens.lowerBound..<group.tokens.upperBound, verb: verb, subjects: [noun], parent: nil
                )
            }
            // “warplanes carrying bombs”, “systems supplied to Haftar”: the noun right before it is what does, or undergoes, it.
            if let noun = nounChunk(endingAt: before) {
                let undergoes = form == .pastParticiple
                return Clause(
                    kind: .participle, tokens: group.tokens, verb: verb, subjects: undergoes ? [] : [noun],
                    objects: undergoes ? [noun] : [],
                    parent: parent)
            }
            let marker = before >= sentence.lowerBound && chunk(at: before) == nil && !tokens[before].isPunctuation ? before : nil
            return Clause(kind: .participle, tokens: group.tokens, verb: verb, marker: marker, parent: parent)
        }
        if before >= sentence.lowerBound, isRelativePronoun(before) {
            let noun = antecedent(leftOf: before)
            return Clause(
                kind: .relative, tokens: before..<group.tokens.upperBound, verb: verb, marker: before, subjects: noun.map { [$0] } ?? [],
                parent: parent)
        }
        let subject = subjectPhrase(leftOf: start)
        if subject.heads.isEmpty, before >= sentence.lowerBound, tokens[before].tag == .coordinator, let last = found.last {
            // “… is referred to by an outlet and said …”: the subject of the verb before it.
            return Clause(
                kind: last.kind == .relative ? .relative : .main, tokens: group.tokens, verb: verb, subjects: last.subjects, parent: parent)
        }
        let opener = opener(leftOf: subject.start)
        // “(the town) that rebels took”: a subject stands between pronoun and verb, so the antecedent is the object.
        if let marker = opener.marker, opener.kind == .relative, let noun = antecedent(leftOf: marker) {
            return Clause(
                kind: .relative, tokens: subject.start..<group.tokens.upperBound, verb: verb, marker: marker, subjects: subject.heads,
                objects: [noun], parent: parent)
        }
        return Clause(
            kind: opener.kind, tokens: subject.start..<group.tokens.upperBound, verb: verb, marker: opener.marker, subjects: subject.heads,
            parent: opener.kind == .main ? nil : parent)
    }

    /// “The assassins *killed* the driver, who …”: a past that looks like a participle, since an object stands right behind it – unless it
    /// only names (“a man called Carlos”).
    func doesSomething(_ verb: Int) -> Bool {
        let group = chunks[verb]
        guard group.tokens.count == 1, !Self.naming.contains(tokens[group.head].lemma), let object = chunk(at: group.tokens.upperBound)
        else { return false }
        return chunks[object].kind == .noun && !isTemporal(object) && tokens[chunks[object].tokens.lowerBound].tag == .determiner
    }

    static let naming: Set<String> = [
        "name", "call", "dub", "title", "nickname", "age", "value", "rename", "entitle", "label", "give",
    ]

    // MARK: Small things

    func chunk(at token: Int) -> Int? {
        guard sentence.contains(token) else { return nil }
        let index = chunkAt[token - sentence.lowerBound]
        return index < 0 ? nil : index
    }

    func nounChunk(endingAt token: Int) -> Int? {
        guard let index = chunk(at: token), chunks[index].kind == .noun, chunks[index].tokens.upperBound == token + 1 else { return nil }
        return index
    }

    /// Without punctuation, coordinators and subordinators at its edges.
    func trim(_ range: Range<Int>) -> Range<Int> {
        var (low, high) = (range.lowerBound, range.upperBound)
        while high > low + 1, Self.dangling(tokens[high - 1]) { high -= 1 }
        while low + 1 < high, tokens[low].isPunctuation { low += 1 }
        return low..<high
    }

    static func dangling(_ token: Token) -> Bool {
        token.isPunctuation || token.tag == .coordinator || (token.tag == .subordinator) || token.folded == "that"
    }
}

extension Clause {
    /// The first token that belongs to this clause and no longer to the one before: its marker or its first word.
    var opens: Int { marker.map { min($0, tokens.lowerBound) } ?? tokens.lowerBound }
}
