import SaysoCore

/// A document with the look-ups that event coding needs.
struct CodingView {
    let document: Document
    /// Indices by token; −1 where there is none.
    private let chunkAt: [Int]
    private let mentionAt: [Int]
    private let clauseOfVerb: [Int: Int]
    private let clausesOfSentence: [Range<Int>]
    /// Claims whose evidence begins in a sentence.
    private let claimsOfSentence: [[Int]]

    init(_ document: Document) {
        self.document = document
        var chunkAt = [Int](repeating: -1, count: document.tokens.count)
        var mentionAt = chunkAt
        let all = document.tokens.indices
        for (index, chunk) in document.chunks.enumerated() {
            for token in chunk.tokens.clamped(to: all) { chunkAt[token] = index }
        }
        for (index, mention) in document.mentions.enumerated() {
            for token in mention.tokens.clamped(to: all)
            where mentionAt[token] < 0 || document.mentions[mentionAt[token]].tokens.count < mention.tokens.count {
                mentionAt[token] = index
            }
        }
        self.chunkAt = chunkAt
        self.mentionAt = mentionAt
        clauseOfVerb = Dictionary(document.clauses.enumerated().map { ($1.verb, $0) }, uniquingKeysWith: { first, _ in first })
        clausesOfSentence = document.sentences.map { sentence in
            let low = document.clauses.partitionIndex { document.chunks[$0.verb].tokens.lowerBound >= sentence.tokens.lowerBound }
            let high = document.clauses.partitionIndex { document.chunks[$0.verb].tokens.lowerBound >= sentence.tokens.upperBound }
            return low..<max(low, high)
        }
        var claimsOfSentence = [[Int]](repeating: [], count: document.sentences.count)
        for (index, claim) in document.claims.enumerated() {
            guard let start = claim.evidence.first?.span.start else { continue }
            let sentence = document.sentences.partitionIndex { $0.span.end > start }
            if sentence < claimsOfSentence.count { claimsOfSentence[sentence].append(index) }
        }
        self.claimsOfSentence = claimsOfSentence
    }

    func claims(ofSentence sentence: Int) -> [Claim] {
        claimsOfSentence.indices.contains(sentence) ? claimsOfSentence[sentence].map { document.claims[$0] } : []
    }

    var tokens: [Token] { document.tokens }
    var chunks: [Chunk] { document.chunks }
    var clauses: [Clause] { document.clauses }

    func chunk(at token: Int) -> Int? { chunkAt.indices.contains(token) && chunkAt[token] >= 0 ? chunkAt[token] : nil }
    func mention(at token: Int) -> Mention? {
        mentionAt.indices.contains(token) && mentionAt[token] >= 0 ? document.mentions[mentionAt[token]] : nil
    }
    func clauses(ofSentence sentence: Int) -> Range<Int> {
        clausesOfSentence.indices.contains(sentence) ? clausesOfSentence[sentence] : 0..<0
    }

    func sentenceEnd(after token: Int) -> Int {
        document.sentence(ofToken: token).map { document.sentences[$0].tokens.upperBound } ?? tokens.count
    }

    func head(of clause: Clause) -> Int { chunks[clause.verb].head }
    func group(of clause: Clause) -> VerbGroup { document.group(of: clause) }

    func isPassive(_ clause: Clause) -> Bool { document.isPassive(clause) }

    func phrases(after chunk: Int) -> [(word: String, chunk: Int)] { document.phrases(after: chunk) }

    /// Whether `words` stand behind `start` in order, each at most `gap` words on, inside the sentence.
    func follow(_ words: ArraySlice<String>, after start: Int, gap: Int = 3) -> Bool {
        let end = sentenceEnd(after: start)
        var at = start + 1
        for word in words {
            let limit = min(at + gap + 1, end)
            guard let next = (at..<max(at, limit)).first(where: { tokens[$0].lemma == word || tokens[$0].folded == word }) else {
                return false
            }
            at = next + 1
        }
        return true
    }

    /// Whether `words` end at `head` without a gap: the compound “car bombing”.
    func precede(_ words: [String], endingAt head: Int) -> Bool {
        let start = head - words.count + 1
        guard start >= 0 else { return false }
        return zip(start...head, words).allSatisfy { tokens[$0].lemma == $1 || tokens[$0].folded == $1 }
    }
}
