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
    func group(of clause: Clause) -> VerbGroup { chunks[clause.verb].verb ?? VerbGroup(form: .finite, tense: .none) }

    /// The subject undergoes it: “was taken”, “taken by”.
    func isPassive(_ clause: Clause) -> Bool {
        let group = group(of: clause)
        return group.form == .pastParticiple ? clause.kind == .participle : group.isPassive
    }

    /// Prepositional phrases right behind a noun group: “the shelling *of the town* *by rebels*”.
    func phrases(after chunk: Int) -> [(word: String, chunk: Int)] {
        var found: [(word: String, chunk: Int)] = []
        var next = chunk + 1
        var at = chunks[chunk].tokens.upperBound
        while next < chunks.count, chunks[next].kind == .noun, found.count < 5 {
            let start = chunks[next].tokens.lowerBound
            guard start - at <= 2, start > at else { break }
            if tokens[at].tag == .coordinator, let last = found.last {
                found.append((last.word, next))
            } else if tokens[at].tag == .adposition || tokens[at].folded == "to" {
                found.append((tokens[at].folded, next))
            } else {
                break
            }
            at = chunks[next].tokens.upperBound
            next += 1
        }
        return found
    }

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
