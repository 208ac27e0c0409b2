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
    private let chunkAt: [Int]

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
    private func endsTheClauseBefore(_ clause: Clause, among found: [Clause]) -> Bool {
        switch clause.kind {
        case .main, .adverbial, .conditional, .complement: return true
        case .relative, .infinitive: return false
        case .participle:
            let index = found.firstIndex { $0.verb == clause.verb } ?? 0
            return found[(index + 1)...].first.map { $0.kind == .complement && $0.parent == offset + index } ?? false
        }
    }

    /// A phrase before the subject belongs to the clause: “On Monday, the forces took the base”.
    private func widen(_ clauses: inout [Clause]) {
        for index in clauses.indices where clauses[index].kind == .main || clauses[index].kind == .complement {
            guard clauses[index].marker != nil || index == 0 else { continue }
            let floor = clauses[index].marker.map { $0 + 1 } ?? sentence.lowerBound
            if floor < clauses[index].tokens.lowerBound { clauses[index].tokens = trim(floor..<clauses[index].tokens.upperBound) }
        }
    }

    // MARK: One clause

    private func clause(verb: Int, after found: [Clause]) -> Clause {
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
    private func doesSomething(_ verb: Int) -> Bool {
        let group = chunks[verb]
        guard group.tokens.count == 1, !Self.naming.contains(tokens[group.head].lemma), let object = chunk(at: group.tokens.upperBound)
        else { return false }
        return chunks[object].kind == .noun && !isTemporal(object) && tokens[chunks[object].tokens.lowerBound].tag == .determiner
    }

    private static let naming: Set<String> = [
        "name", "call", "dub", "title", "nickname", "age", "value", "rename", "entitle", "label", "give",
    ]

    // MARK: Leftward

    /// The noun groups that end right before a finite verb: “The spokesman for the ministry, Hami Aksoy,” said.
    private func subjectPhrase(leftOf verb: Int) -> (start: Int, heads: [Int]) {
        var at = skipAdverbs(leftOf: verb)
        var start = verb
        var heads: [Int] = []
        var closedByComma = false
        if at >= sentence.lowerBound, tokens[at].folded == "," {
            closedByComma = true
            at -= 1
        }
        at = skipBracket(at)
        while at >= sentence.lowerBound {
            guard let noun = nounChunk(endingAt: at) else { break }
            if heads.isEmpty, isTemporal(noun), let earlier = subjectEnd(beforeDay: noun) {
                at = earlier
                continue
            }
            heads = [noun]
            start = chunks[noun].tokens.lowerBound
            let link = start - 1
            guard link >= sentence.lowerBound else { break }
            let word = tokens[link].folded
            if tokens[link].tag == .adposition || word == "to", !isTemporal(noun), let outer = nounEnd(beforeAdjective: link - 1) {
                at = outer
            } else if word == "and" || word == "or" || word == "&", let other = nounChunk(endingAt: skipComma(link - 1)), !isObject(other) {
                // “A and B clashed”: both are subjects.
                let earlier = coordinated(endingAt: other)
                heads = earlier + [noun]
                start = chunks[earlier[0]].tokens.lowerBound
                return (start, heads)
            } else if word == ",", closedByComma, nounChunk(endingAt: link - 1) != nil {
                // An apposition between two commas: the name before it is the subject.
                closedByComma = false
                at = link - 1
            } else {
                break
            }
        }
        return (start, heads)
    }

    /// Where the subject ends when a day stands between it and its verb: “the council *on Tuesday* rejected”, “the king *today* left”.
    private func subjectEnd(beforeDay day: Int) -> Int? {
        var at = chunks[day].tokens.lowerBound - 1
        if at >= sentence.lowerBound, tokens[at].tag == .adposition { at -= 1 }
        at = skipComma(at)
        return nounChunk(endingAt: at) == nil ? nil : at
    }

    /// Where a noun group ends left of a preposition, over an adjective in between: “militias *loyal* to”.
    private func nounEnd(beforeAdjective token: Int) -> Int? {
        if nounChunk(endingAt: token) != nil { return token }
        guard token > sentence.lowerBound, tokens[token].tag == .adjective, nounChunk(endingAt: token - 1) != nil else { return nil }
        return token - 1
    }

    /// Stands right behind a verb that takes objects: “will have consequences and the elements will …” does not join the two.
    private func isObject(_ noun: Int) -> Bool {
        let at = skipAdverbs(leftOf: chunks[noun].tokens.lowerBound)
        guard let verb = chunk(at: at), chunks[verb].kind == .verb else { return false }
        return !Self.saying.contains(tokens[chunks[verb].head].lemma)
    }

    private static let saying: Set<String> = [
        "say", "claim", "report", "add", "announce", "believe", "think", "allege", "state", "insist", "know", "hope", "fear", "deny",
    ]

    private var hasFinite: Bool { range.contains { chunks[$0].verb?.form == .finite } }

    /// A noun group, or “over 10 …”, “at least six …”
    private func isFollowedByObject(_ token: Int) -> Bool {
        guard sentence.contains(token) else { return false }
        return chunk(at: token).map { chunks[$0].kind == .noun } ?? isNumberBound(token)
    }

    private func coordinated(endingAt chunk: Int) -> [Int] {
        var all = [chunk]
        var at = chunks[chunk].tokens.lowerBound - 1
        while at > sentence.lowerBound, tokens[at].folded == ",", let other = nounChunk(endingAt: at - 1), all.count < 6 {
            all.insert(other, at: 0)
            at = chunks[other].tokens.lowerBound - 1
        }
        return all
    }

    /// The word that opens a clause whose subject starts at `start`, and what kind of clause it makes.
    private func opener(leftOf start: Int) -> (kind: Clause.Kind, marker: Int?) {
        var at = start - 1
        while at >= sentence.lowerBound,
            tokens[at].tag == .adverb && !Self.conditional.contains(tokens[at].folded) && !Self.adverbial.contains(tokens[at].folded)
        { at -= 1 }
        guard at >= sentence.lowerBound else { return (.main, nil) }
        let word = tokens[at].folded
        if Self.conditional.contains(word) { return (.conditional, at) }
        if Self.adverbial.contains(word), chunk(at: at) == nil { return (.adverbial, at) }
        if word == "that" || word == "whether" {
            // “the claim that” opens a complement as well: an antecedent alone does not make it relative.
            return (.complement, at)
        }
        if word == "which" || word == "whom" || word == "where" || word == "when" { return (.relative, at) }
        if let previous = chunk(at: at), chunks[previous].kind == .verb { return (.complement, nil) }
        return (.main, nil)
    }

    private static let conditional: Set<String> = ["if", "unless", "until", "till", "provided", "providing", "once", "lest"]
    private static let adverbial: Set<String> = [
        "after", "before", "while", "although", "though", "because", "since", "as", "when", "whereas", "so", "where",
    ]

    private func isRelativePronoun(_ token: Int) -> Bool {
        switch tokens[token].folded {
        case "who", "which": true
        case "that": nounChunk(endingAt: token - 1) != nil
        default: false
        }
    }

    private func antecedent(leftOf pronoun: Int) -> Int? {
        var at = pronoun - 1
        if at >= sentence.lowerBound, tokens[at].folded == "," { at -= 1 }
        if at >= sentence.lowerBound, tokens[at].tag == .adposition { at -= 1 }
        return nounChunk(endingAt: at)
    }

    private func skipAdverbs(leftOf token: Int) -> Int {
        var at = token - 1
        while at >= sentence.lowerBound, chunk(at: at) == nil,
            tokens[at].tag == .adverb || tokens[at].tag == .particle || tokens[at].tag == .auxiliary
        { at -= 1 }
        return at
    }

    /// “the United Front *(RUF)* announced”
    private func skipBracket(_ token: Int) -> Int {
        guard token > sentence.lowerBound, tokens[token].text == ")" || tokens[token].text == "]" else { return token }
        for at in stride(from: token - 1, through: max(sentence.lowerBound + 1, token - 6), by: -1)
        where tokens[at].text == "(" || tokens[at].text == "[" {
            return at - 1
        }
        return token
    }

    private func skipComma(_ token: Int) -> Int {
        token >= sentence.lowerBound && tokens[token].folded == "," ? token - 1 : token
    }

    private func isTemporal(_ chunk: Int) -> Bool { Self.temporal.contains(tokens[chunks[chunk].head].folded) }
    private static let temporal: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "night", "week", "month",
        "year",
        "morning", "afternoon", "evening", "tonight", "tomorrow", "hours", "days", "weeks", "dawn", "noon", "midnight",
    ]

    // MARK: Rightward

    /// Objects and prepositional phrases between the verb and the next verb group.
    private func attachPhrases(to clause: inout Clause, until end: Int) {
        var at = chunks[clause.verb].tokens.upperBound
        var preposition: Int?
        var mayBeObject = true
        while at < min(end, sentence.upperBound) {
            if let index = chunk(at: at), chunks[index].kind == .noun {
                if let link = preposition {
                    clause.obliques.append(Clause.Oblique(preposition: link, chunk: index))
                } else if mayBeObject {
                    clause.objects.append(index)
                }
                at = chunks[index].tokens.upperBound
                // “six jets and two helicopters”: a coordinator keeps the role; anything else ends the object.
                if at < sentence.upperBound, tokens[at].tag == .coordinator || tokens[at].folded == "," {
                    if tokens[at].folded == ",",
                        !(at + 1 < sentence.upperBound && chunk(at: at + 1).map { chunks[$0].kind == .noun } == true)
                    {
                        mayBeObject = false
                    }
                    at += 1
                } else {
                    preposition = nil
                    mayBeObject = false
                }
            } else {
                if isNumberBound(at) {
                    // “received at least six jets”: part of the number, not a preposition.
                } else if tokens[at].tag == .adposition || tokens[at].folded == "to" {
                    preposition = at
                } else if tokens[at].tag != .adverb {
                    mayBeObject = mayBeObject && tokens[at].tag == .determiner
                }
                at += 1
            }
        }
    }

    private func isNumberBound(_ token: Int) -> Bool {
        guard token + 1 < sentence.upperBound else { return false }
        switch tokens[token].folded {
        case "at": return ["least", "most"].contains(tokens[token + 1].folded)
        case "over", "about", "around", "under", "up", "between": return tokens[token + 1].tag == .numeral
        default: return false
        }
    }

    // MARK: Control

    /// Gives infinitives and free participles the subject of the clause they hang on; after “urged X to …” its object.
    private func control(_ clauses: inout [Clause]) {
        for index in clauses.indices where clauses[index].subjects.isEmpty {
            guard clauses[index].kind == .infinitive || (clauses[index].kind == .participle && clauses[index].objects.isEmpty),
                let parent = clauses[index].parent.map({ $0 - offset }), clauses.indices.contains(parent)
            else { continue }
            let lemma = tokens[chunks[clauses[parent].verb].head].lemma
            let viaObject = clauses[index].kind == .infinitive && Self.objectControl.contains(lemma)
            clauses[index].subjects = viaObject && !clauses[parent].objects.isEmpty ? clauses[parent].objects : clauses[parent].subjects
        }
    }

    private static let objectControl: Set<String> = [
        "urge", "ask", "order", "tell", "call", "force", "allow", "permit", "enable", "help", "instruct", "want", "warn", "invite", "beg",
        "press", "request", "require", "expect", "compel", "persuade", "encourage", "authorize", "send",
    ]

    // MARK: Small things

    private func chunk(at token: Int) -> Int? {
        guard sentence.contains(token) else { return nil }
        let index = chunkAt[token - sentence.lowerBound]
        return index < 0 ? nil : index
    }

    private func nounChunk(endingAt token: Int) -> Int? {
        guard let index = chunk(at: token), chunks[index].kind == .noun, chunks[index].tokens.upperBound == token + 1 else { return nil }
        return index
    }

    /// Without punctuation, coordinators and subordinators at its edges.
    private func trim(_ range: Range<Int>) -> Range<Int> {
        var (low, high) = (range.lowerBound, range.upperBound)
        while high > low + 1, Self.dangling(tokens[high - 1]) { high -= 1 }
        while low + 1 < high, tokens[low].isPunctuation { low += 1 }
        return low..<high
    }

    private static func dangling(_ token: Token) -> Bool {
        token.isPunctuation || token.tag == .coordinator || (token.tag == .subordinator) || token.folded == "that"
    }
}

extension Clause {
    /// The first token that belongs to this clause and no longer to the one before: its marker or its first word.
    var opens: Int { marker.map { min($0, tokens.lowerBound) } ?? tokens.lowerBound }
}
