import SaysoCore

/// Leftward of a verb: its subject, what opens its clause, and what lies between.
extension SentenceScan {
    /// The noun groups that end right before a finite verb: “The spokesman for the ministry, Hami Aksoy,” said.
    func subjectPhrase(leftOf verb: Int) -> (start: Int, heads: [Int]) {
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
    func subjectEnd(beforeDay day: Int) -> Int? {
        var at = chunks[day].tokens.lowerBound - 1
        if at >= sentence.lowerBound, tokens[at].tag == .adposition { at -= 1 }
        at = skipComma(at)
        return nounChunk(endingAt: at) == nil ? nil : at
    }

    /// Where a noun group ends left of a preposition, over an adjective in between: “militias *loyal* to”.
    func nounEnd(beforeAdjective token: Int) -> Int? {
        if nounChunk(endingAt: token) != nil { return token }
        guard token > sentence.lowerBound, tokens[token].tag == .adjective, nounChunk(endingAt: token - 1) != nil else { return nil }
        return token - 1
    }

    /// Stands right behind a verb that takes objects: “will have consequences and the elements will …” does not join the two.
    func isObject(_ noun: Int) -> Bool {
        let at = skipAdverbs(leftOf: chunks[noun].tokens.lowerBound)
        guard let verb = chunk(at: at), chunks[verb].kind == .verb else { return false }
        return !Self.saying.contains(tokens[chunks[verb].head].lemma)
    }

    static let saying: Set<String> = [
        "say", "claim", "report", "add", "announce", "believe", "think", "allege", "state", "insist", "know", "hope", "fear", "deny",
    ]

    var hasFinite: Bool { range.contains { chunks[$0].verb?.form == .finite } }

    /// A noun group, or “over 10 …”, “at least six …”
    func isFollowedByObject(_ token: Int) -> Bool {
        guard sentence.contains(token) else { return false }
        return chunk(at: token).map { chunks[$0].kind == .noun } ?? isNumberBound(token)
    }

    func coordinated(endingAt chunk: Int) -> [Int] {
        var all = [chunk]
        var at = chunks[chunk].tokens.lowerBound - 1
        while at > sentence.lowerBound, tokens[at].folded == ",", let other = nounChunk(endingAt: at - 1), all.count < 6 {
            all.insert(other, at: 0)
            at = chunks[other].tokens.lowerBound - 1
        }
        return all
    }

    /// The word that opens a clause whose subject starts at `start`, and what kind of clause it makes.
    func opener(leftOf start: Int) -> (kind: Clause.Kind, marker: Int?) {
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

    static let conditional: Set<String> = ["if", "unless", "until", "till", "provided", "providing", "once", "lest"]
    static let adverbial: Set<String> = [
        "after", "before", "while", "although", "though", "because", "since", "as", "when", "whereas", "so", "where",
    ]

    func isRelativePronoun(_ token: Int) -> Bool {
        switch tokens[token].folded {
        case "who", "which": true
        case "that": nounChunk(endingAt: token - 1) != nil
        default: false
        }
    }

    func antecedent(leftOf pronoun: Int) -> Int? {
        var at = pronoun - 1
        if at >= sentence.lowerBound, tokens[at].folded == "," { at -= 1 }
        if at >= sentence.lowerBound, tokens[at].tag == .adposition { at -= 1 }
        return nounChunk(endingAt: at)
    }

    func skipAdverbs(leftOf token: Int) -> Int {
        var at = token - 1
        while at >= sentence.lowerBound, chunk(at: at) == nil,
            tokens[at].tag == .adverb || tokens[at].tag == .particle || tokens[at].tag == .auxiliary
        { at -= 1 }
        return at
    }

    /// “the United Front *(RUF)* announced”
    func skipBracket(_ token: Int) -> Int {
        guard token > sentence.lowerBound, tokens[token].text == ")" || tokens[token].text == "]" else { return token }
        for at in stride(from: token - 1, through: max(sentence.lowerBound + 1, token - 6), by: -1)
        where tokens[at].text == "(" || tokens[at].text == "[" {
            return at - 1
        }
        return token
    }

    func skipComma(_ token: Int) -> Int {
        token >= sentence.lowerBound && tokens[token].folded == "," ? token - 1 : token
    }

    func isTemporal(_ chunk: Int) -> Bool { Self.temporal.contains(tokens[chunks[chunk].head].folded) }
    static let temporal: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "night", "week", "month",
        "year",
        "morning", "afternoon", "evening", "tonight", "tomorrow", "hours", "days", "weeks", "dawn", "noon", "midnight",
    ]
}
