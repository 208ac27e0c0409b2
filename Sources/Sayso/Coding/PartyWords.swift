import SaysoCore

/// The words by which a sentence calls the parties of an act.
///
/// Claims hold entities, which have one name in a whole report; event data sets are coded in the sentence's own words, so these are read again here.
struct PartyWords {
    let view: CodingView

    init(_ view: CodingView) { self.view = view }

    func actors(of act: Act) -> [CodedEvent.Party] {
        let clause = view.clauses[act.clause]
        guard view.isPassive(clause) else { return parties(clause.subjects) }
        return parties(clause.obliques.filter { word($0) == "by" }.map(\.chunk))
    }

    func recipients(of act: Act, besides actors: [CodedEvent.Party]) -> [CodedEvent.Party] {
        let outer = view.clauses[act.clause]
        let inner = view.clauses[act.inner]
        var found: [CodedEvent.Party] = []
        switch act.type {
        case .request, .accuse:
            found = undergoing(outer)
            if found.isEmpty, act.inner != act.clause { found = parties(inner.subjects) }
            if found.isEmpty, act.inner != act.clause { found = undergoing(inner) }
        default:
            found = undergoing(inner)
            if found.isEmpty, act.inner != act.clause { found = undergoing(outer) }
        }
        return found.filter { party in !actors.contains { $0.tokens.overlaps(party.tokens) } }
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

    private static let order = ["against", "on", "at", "with", "to", "toward", "towards", "upon", "between", "of", "for", "from", "over", "by", "into", "in", "near"]

    private func phrased(_ phrases: [(word: String, chunk: Int)]) -> [CodedEvent.Party] {
        for word in Self.order {
            let found = parties(phrases.filter { $0.word == word }.map(\.chunk))
            if !found.isEmpty { return found }
        }
        return []
    }

    private func word(_ oblique: Clause.Oblique) -> String { view.tokens[oblique.preposition].folded }

    // MARK: Phrases

    func parties(_ chunks: [Int]) -> [CodedEvent.Party] { chunks.compactMap(party) }

    /// The whole group where its head is somebody; else whoever is named inside it: “an *Australian* ultimatum”.
    func party(_ chunk: Int) -> CodedEvent.Party? {
        let group = view.chunks[chunk]
        if view.mention(at: group.head) != nil { return party(in: group.tokens) }
        for token in group.tokens.reversed() {
            if let mention = view.mention(at: token), mention.form != .pronoun { return party(in: mention.tokens) }
        }
        return nil
    }

    /// Without article and possessive mark.
    func party(in range: Range<Int>) -> CodedEvent.Party? {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high, view.tokens[low].tag == .determiner || view.tokens[low].isPunctuation { low += 1 }
        while low < high, view.tokens[high - 1].penn == .POS || view.tokens[high - 1].isPunctuation { high -= 1 }
        guard low < high else { return nil }
        return CodedEvent.Party(words: Self.flat(view.document.text.words(view.document.span(low..<high))), tokens: low..<high)
    }

    /// One space for any white space: wires break their lines anywhere.
    static func flat(_ words: String) -> String { words.split { $0.isWhitespace }.joined(separator: " ") }
}
