import SaysoCore

/// The words by which a sentence calls the parties of an act.
///
/// Claims hold entities, which have one name in a whole report; event data sets are coded in the sentence's own words, so these are read again here.
struct PartyWords {
    let view: CodingView

    init(_ view: CodingView) { self.view = view }

    /// By grammar; of a subject that no lexicon knows, its words all the same.
    func actors(of act: Act) -> [CodedEvent.Party] {
        let clause = view.clauses[act.clause]
        guard view.isPassive(clause) else {
            let known = parties(clause.subjects)
            return known.isEmpty ? clause.subjects.compactMap(plain) : known
        }
        return parties(clause.obliques.filter { word($0) == "by" }.map(\.chunk))
    }

    /// By grammar, else whoever is named next behind the deed: a coder must name the other side where there is one.
    func recipients(of act: Act, besides actors: [CodedEvent.Party]) -> [CodedEvent.Party] {
        let outer = view.clauses[act.clause]
        let inner = view.clauses[act.inner]
        func others(_ found: [CodedEvent.Party]) -> [CodedEvent.Party] {
            found.filter { party in !actors.contains { $0.tokens.overlaps(party.tokens) || $0.words == party.words } }
        }
        var found: [CodedEvent.Party] = []
        switch act.type {
        case .request, .accuse:
            found = others(undergoing(outer))
            if found.isEmpty, act.inner != act.clause { found = others(parties(inner.subjects)) }
            if found.isEmpty, act.inner != act.clause { found = others(undergoing(inner)) }
        default:
            found = others(undergoing(inner))
            if found.isEmpty, act.inner != act.clause { found = others(undergoing(outer)) }
        }
        return found.isEmpty ? others(next(behind: view.head(of: inner))).prefix(1).map { $0 } : found
    }

    // MARK: Places of grammar

    /// Objects, else phrases behind prepositions, the likeliest first; of a passive the subject.
    private func undergoing(_ clause: Clause) -> [CodedEvent.Party] {
        if view.isPassive(clause) { return parties(clause.subjects) }
        for chunk in clause.objects {
            let found = parties([chunk])
            if !found.isEmpty { return parties(clause.objects) }
            let behind = phrased(view.phrases(after: chunk).map { ($0.word, $0.chunk) })
            if !behind.isEmpty { return behind }
        }
        return phrased(clause.obliques.map { (word($0), $0.chunk) })
    }

    private static let order = [
        "against", "on", "at", "with", "to", "toward", "towards", "upon", "between", "of", "for", "from", "over", "by", "into", "in", "near",
    ]

    private func phrased(_ phrases: [(word: String, chunk: Int)]) -> [CodedEvent.Party] {
        for word in Self.order {
            let found = parties(phrases.filter { $0.word == word }.map(\.chunk))
            if !found.isEmpty { return found }
        }
        return []
    }

    private func word(_ oblique: Clause.Oblique) -> String { view.tokens[oblique.preposition].folded }

    /// Parties and places behind a word, to the end of the sentence or to the saying that closes it (“…, officials said”).
    private func next(behind token: Int) -> [CodedEvent.Party] {
        let end = view.sentenceEnd(after: token)
        var found: [CodedEvent.Party] = []
        var last = -1
        for at in token + 1..<max(token + 1, end) {
            guard let chunk = view.chunk(at: at), chunk != last, view.chunks[chunk].kind == .noun else { continue }
            last = chunk
            if let party = party(chunk) ?? place(chunk) { found.append(party) }
        }
        return found
    }

    // MARK: Phrases

    func parties(_ chunks: [Int]) -> [CodedEvent.Party] { chunks.compactMap(party) }

    /// The whole group where its head is somebody; else whoever is named inside it: “an *Australian* ultimatum”.
    func party(_ chunk: Int) -> CodedEvent.Party? {
        let group = view.chunks[chunk]
        if Self.owners.contains(view.tokens[group.tokens.lowerBound].folded) { return nil }
        // “a group of diplomats”: the phrase behind says who.
        if Self.measures.contains(view.tokens[group.head].lemma), let part = view.phrases(after: chunk).first, part.word == "of", part.chunk != chunk {
            return party(part.chunk) ?? plain(part.chunk)
        }
        if view.mention(at: group.head) != nil { return party(in: group.tokens) }
        for token in group.tokens.reversed() {
            if let mention = view.mention(at: token), mention.form == .name || view.tokens[mention.head].tag != .adjective { return party(in: mention.tokens) }
        }
        return nil
    }

    /// “*its* troops” are the actor's own.
    private static let owners: Set<String> = ["its", "their", "his", "her", "our", "it", "he", "she", "they", "them", "him", "who", "which", "that"]
    private static let measures: Set<String> = [
        "group", "number", "part", "third", "half", "dozen", "hundred", "thousand", "ten", "score", "majority", "handful", "couple", "crowd", "member", "leader",
    ]

    /// Any group but a time or a pronoun.
    private func plain(_ chunk: Int) -> CodedEvent.Party? {
        let group = view.chunks[chunk]
        guard view.tokens[group.head].tag != .pronoun, !Self.owners.contains(view.tokens[group.tokens.lowerBound].folded),
            !view.document.times.contains(where: { $0.tokens.contains(group.head) })
        else { return nil }
        return party(in: group.tokens)
    }

    /// A place stands for those who live or rule there.
    private func place(_ chunk: Int) -> CodedEvent.Party? {
        let tokens = view.chunks[chunk].tokens
        let span = view.document.span(tokens)
        let index = view.document.places.partitionIndex { $0.span.end > span.start }
        guard index < view.document.places.count, view.document.places[index].span.overlaps(span) else { return nil }
        return party(in: view.document.places[index].tokens)
    }

    /// Without article, number and possessive mark.
    func party(in range: Range<Int>) -> CodedEvent.Party? {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low + 1 < high, isOpening(low) { low += 1 }
        while low < high, view.tokens[high - 1].penn == .POS || view.tokens[high - 1].isPunctuation { high -= 1 }
        guard low < high, view.tokens[low].tag != .pronoun, !view.tokens[low].isPunctuation else { return nil }
        return CodedEvent.Party(words: Self.flat(view.document.text.words(view.document.span(low..<high))), tokens: low..<high)
    }

    private func isOpening(_ token: Int) -> Bool {
        let word = view.tokens[token]
        return word.tag == .determiner || word.tag == .numeral || word.isPunctuation || Self.quantifiers.contains(word.folded)
    }

    private static let quantifiers: Set<String> = [
        "several", "many", "more", "other", "some", "about", "least", "at", "than", "up", "to", "over", "nearly", "few", "most", "both", "all", "dozens", "hundreds",
        "thousands", "hundred", "thousand", "dozen", "various", "numerous", "certain", "approximately", "almost", "two", "three", "four", "five", "six", "seven",
        "eight", "nine", "ten", "top", "suspected", "alleged",
    ]

    /// One space for any white space: wires break their lines anywhere.
    static func flat(_ words: String) -> String { words.split { $0.isWhitespace }.joined(separator: " ") }
}
