import SaysoCore
import SaysoLexicon

/// The words by which a sentence calls the parties of an act.
///
/// Claims hold entities, which have one name in a whole report; event data sets are coded in the sentence's own words, so these are read
/// again here.
struct PartyWords {
    let view: CodingView
    private let words: CodingWords

    init(_ view: CodingView, words: CodingWords) {
        self.view = view
        self.words = words
    }

    /// By grammar; of a subject that no lexicon knows, its words all the same.
    func actors(of act: Act) -> [CodedEvent.Party] {
        let clause = view.clauses[act.clause]
        // “is scheduled to attend”: who undergoes the planning does the deed.
        guard view.isPassive(clause), act.inner == act.clause || act.type == .request else {
            let verb = view.chunks[clause.verb].tokens.lowerBound
            return clause.subjects.compactMap { chunk in
                guard let party = party(chunk) ?? plain(chunk) else { return nil }
                return widened(party, before: verb)
            }
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
        // “Israel and Lebanon renewed negotiations”: each is the other's.
        let isMutual = actors.count > 1 && Self.mutual.contains(act.type)
        return found.isEmpty && !isMutual && act.mode != "resign" ? others(next(behind: view.head(of: inner))) : found
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
        "against", "on", "at", "with", "to", "toward", "towards", "upon", "between", "of", "for", "from", "over", "by", "into", "in",
        "near",
    ]

    private func phrased(_ phrases: [(word: String, chunk: Int)]) -> [CodedEvent.Party] {
        for word in Self.order {
            let found = parties(phrases.filter { $0.word == word }.map(\.chunk))
            if !found.isEmpty { return found }
        }
        return []
    }

    private func word(_ oblique: Clause.Oblique) -> String { view.tokens[oblique.preposition].folded }

    private static let mutual: Set<EventType> = [.agree, .support, .consult, .cooperate]

    /// The first party or place behind a word, with those joined to it; not the voice that closes a sentence (“…, officials said”).
    private func next(behind token: Int) -> [CodedEvent.Party] {
        let end = view.sentenceEnd(after: token)
        var found: [CodedEvent.Party] = []
        var last = -1
        for at in token + 1..<max(token + 1, end) {
            guard let chunk = view.chunk(at: at), chunk != last, view.chunks[chunk].kind == .noun else { continue }
            if !found.isEmpty, !isJoined(chunk) { break }
            last = chunk
            if !isVoice(chunk), let party = party(chunk) ?? place(chunk) { found.append(party) }
        }
        return found
    }

    /// “Congo *and Costa Rica*”
    private func isJoined(_ chunk: Int) -> Bool {
        let start = view.chunks[chunk].tokens.lowerBound
        return start > 0 && (view.tokens[start - 1].tag == .coordinator || view.tokens[start - 1].folded == ",")
    }

    private func isVoice(_ chunk: Int) -> Bool {
        let span = view.document.span(view.chunks[chunk].tokens)
        return view.document.attributions.contains { $0.source.contains { $0.span.overlaps(span) } }
    }

    /// With the phrases between a subject and its verb, which can belong to nothing else: “police *in Jericho*”.
    private func widened(_ party: CodedEvent.Party, before verb: Int) -> CodedEvent.Party {
        guard let last = party.tokens.last, let chunk = view.chunk(at: last),
            view.chunks[chunk].tokens.upperBound == party.tokens.upperBound
        else { return party }
        var end = party.tokens.upperBound
        for phrase in view.phrases(after: chunk) {
            let tokens = view.chunks[phrase.chunk].tokens
            guard words.holds(phrase.word, .binding), tokens.upperBound <= verb, !isTime(phrase.chunk) else { break }
            end = tokens.upperBound
        }
        guard end > party.tokens.upperBound, let wide = self.party(in: party.tokens.lowerBound..<end) else { return party }
        return CodedEvent.Party(words: wide.words, tokens: wide.tokens, core: party.core)
    }

    private func isTime(_ chunk: Int) -> Bool { view.document.times.contains { $0.tokens.overlaps(view.chunks[chunk].tokens) } }

    // MARK: Phrases

    func parties(_ chunks: [Int]) -> [CodedEvent.Party] { chunks.compactMap(party) }

    /// The whole group where its head is somebody; else whoever is named inside it: “an *Australian* ultimatum”.
    func party(_ chunk: Int) -> CodedEvent.Party? {
        let group = view.chunks[chunk]
        // “*its* troops” are the actor's own.
        if words.holds(view.tokens[group.tokens.lowerBound].folded, .owner) { return nil }
        // “a group of diplomats”: the phrase behind says who.
        if words.holds(view.tokens[group.head].lemma, .measure), let part = view.phrases(after: chunk).first, part.word == "of",
            part.chunk != chunk
        {
            return named(part.chunk) ?? plain(part.chunk)
        }
        return named(chunk)
    }

    private func named(_ chunk: Int) -> CodedEvent.Party? {
        let group = view.chunks[chunk]
        // A name that no lexicon knows is somebody too.
        let isName = view.tokens[group.head].tag == .properNoun && !isTime(chunk) && place(chunk) == nil
        if isName || view.mention(at: group.head) != nil { return party(in: group.tokens) }
        for token in group.tokens.reversed() {
            if let mention = view.mention(at: token), mention.form == .name || view.tokens[mention.head].tag != .adjective {
                return party(in: mention.tokens)
            }
        }
        return nil
    }

    /// Any group but a time or a pronoun.
    private func plain(_ chunk: Int) -> CodedEvent.Party? {
        let group = view.chunks[chunk]
        guard view.tokens[group.head].tag != .pronoun, !words.holds(view.tokens[group.tokens.lowerBound].folded, .owner),
            !isTime(chunk)
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
        return CodedEvent.Party(
            words: Self.flat(view.document.text.words(view.document.span(low..<high))), tokens: low..<high, core: low..<high)
    }

    private func isOpening(_ token: Int) -> Bool {
        let word = view.tokens[token]
        return word.tag == .determiner || word.tag == .numeral || word.isPunctuation || words.holds(word.folded, .loose)
    }

    /// One space for any white space: wires break their lines anywhere.
    static func flat(_ words: String) -> String { words.split { $0.isWhitespace }.joined(separator: " ") }
}
