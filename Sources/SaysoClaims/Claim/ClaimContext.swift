import SaysoCore

/// A document with the look-ups that reading claims needs: what stands at a token.
struct ClaimContext {
    let document: Document
    let paths: TreePaths
    /// Indices by token; −1 where there is none. The innermost or first finding wins.
    private let mentionAt: [Int]
    private let placeAt: [Int]
    private let chunkAt: [Int]
    private let clauseAt: [Int]
    private let eventAt: [Int]
    private let firstClause: [Range<Int>]

    init(_ document: Document) {
        self.document = document
        paths = TreePaths(document)
        let count = document.tokens.count
        var mentionAt = [Int](repeating: -1, count: count)
        var placeAt = mentionAt
        var chunkAt = mentionAt
        var clauseAt = mentionAt
        var eventAt = mentionAt
        for (index, event) in document.eventWords.enumerated() where event.token < count { eventAt[event.token] = index }
        // Longer mentions first, so that a shorter one inside overrides only its own tokens' absence.
        for (index, mention) in document.mentions.enumerated() {
            for token in mention.tokens.clamped(to: 0..<count) {
                let held = mentionAt[token]
                if held < 0 || document.mentions[held].tokens.count < mention.tokens.count { mentionAt[token] = index }
            }
        }
        for (index, place) in document.places.enumerated() {
            for token in place.tokens.clamped(to: 0..<count) where placeAt[token] < 0 { placeAt[token] = index }
        }
        for (index, chunk) in document.chunks.enumerated() {
            for token in chunk.tokens.clamped(to: 0..<count) { chunkAt[token] = index }
        }
        for (index, clause) in document.clauses.enumerated() {
            for token in clause.tokens.clamped(to: 0..<count) { clauseAt[token] = index }
        }
        // A verb group belongs to its own clause, whichever later clause spans over it.
        for (index, clause) in document.clauses.enumerated() {
            for token in document.chunks[clause.verb].tokens.clamped(to: 0..<count) { clauseAt[token] = index }
        }
        self.eventAt = eventAt
        self.mentionAt = mentionAt
        self.placeAt = placeAt
        self.chunkAt = chunkAt
        self.clauseAt = clauseAt
        firstClause = document.sentences.map { sentence in
            let low = document.clauses.partitionIndex { document.chunks[$0.verb].tokens.lowerBound >= sentence.tokens.lowerBound }
            let high = document.clauses.partitionIndex { document.chunks[$0.verb].tokens.lowerBound >= sentence.tokens.upperBound }
            return low..<max(low, high)
        }
    }

    func mention(at token: Int) -> Int? { valid(mentionAt, token) }
    func place(at token: Int) -> Int? { valid(placeAt, token) }
    /// What the language model makes of the word as an event; nil where it sees none, or where no model read the report.
    func eventWord(at token: Int) -> EventWord? { valid(eventAt, token).map { document.eventWords[$0] } }
    func chunk(at token: Int) -> Int? { valid(chunkAt, token) }
    func clause(ofToken token: Int) -> Int? { valid(clauseAt, token) }
    func clauses(ofSentence sentence: Int) -> Range<Int> { firstClause[sentence] }

    private func valid(_ table: [Int], _ token: Int) -> Int? {
        guard table.indices.contains(token), table[token] >= 0 else { return nil }
        return table[token]
    }

    /// Without punctuation at the edges.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high, document.tokens[low].isPunctuation { low += 1 }
        while low < high, document.tokens[high - 1].isPunctuation { high -= 1 }
        return low..<high
    }

    func lemma(ofVerbIn clause: Clause) -> String { document.tokens[document.chunks[clause.verb].head].lemma }
    func group(of clause: Clause) -> VerbGroup { document.group(of: clause) }

    func isPassive(_ clause: Clause) -> Bool { document.isPassive(clause) }

    func phrases(after chunk: Int) -> [(word: String, chunk: Int)] { document.phrases(after: chunk) }
}
