import SaysoCore
import SaysoLexicon

/// A document as the attribution finder looks at it: for every token its chunk, its sentence and the quotation it stands in.
struct AttributionView {
    let document: Document
    let cues: CueLexicon
    /// Index of the chunk that holds a token, -1 where none does.
    private let chunkOfToken: [Int32]
    /// Index of the quotation that holds a token (its marks included), -1 where none does.
    private let quotationOfToken: [Int32]
    private let sentenceOfToken: [Int32]
    private var kinds: [String]

    init(_ document: Document, cues: CueLexicon) {
        self.document = document
        self.cues = cues
        let count = document.tokens.count
        var chunks = [Int32](repeating: -1, count: count)
        for (index, chunk) in document.chunks.enumerated() {
            for token in chunk.tokens.clamped(to: 0..<count) { chunks[token] = Int32(index) }
        }
        var quotations = [Int32](repeating: -1, count: count)
        // Of nested quotations the outer one counts: “She said ‘no’ and left.”
        for (index, quotation) in document.quotations.enumerated() {
            for token in quotation.tokens.clamped(to: 0..<count) where quotations[token] < 0 { quotations[token] = Int32(index) }
        }
        var sentences = [Int32](repeating: -1, count: count)
        for (index, sentence) in document.sentences.enumerated() {
            for token in sentence.tokens.clamped(to: 0..<count) { sentences[token] = Int32(index) }
        }
        (chunkOfToken, quotationOfToken, sentenceOfToken) = (chunks, quotations, sentences)
        kinds = []
        kinds = document.tokens.indices.map { classify($0) }
    }

    var tokens: [Token] { _read { yield document.tokens } }

    func chunk(at token: Int) -> Chunk? {
        guard chunkOfToken.indices.contains(token), chunkOfToken[token] >= 0 else { return nil }
        return document.chunks[Int(chunkOfToken[token])]
    }

    func nounChunk(at token: Int) -> Chunk? {
        guard let chunk = chunk(at: token), chunk.kind == .noun else { return nil }
        return chunk
    }

    func isVerb(at token: Int) -> Bool { chunk(at: token)?.kind == .verb }

    func sentence(at token: Int) -> Int? {
        guard sentenceOfToken.indices.contains(token), sentenceOfToken[token] >= 0 else { return nil }
        return Int(sentenceOfToken[token])
    }

    func quotation(at token: Int) -> Quotation? {
        guard quotationOfToken.indices.contains(token), quotationOfToken[token] >= 0 else { return nil }
        return document.quotations[Int(quotationOfToken[token])]
    }

    /// -1 outside of speech; a scare quotation ("the “regime” said") is not speech that could hide a cue.
    func speech(at token: Int) -> Int32 {
        guard quotationOfToken.indices.contains(token), quotationOfToken[token] >= 0 else { return -1 }
        return document.quotations[Int(quotationOfToken[token])].isScare ? -1 : quotationOfToken[token]
    }

    func word(_ token: Int) -> String { tokens.indices.contains(token) ? tokens[token].folded : "" }
    func lemma(_ token: Int) -> String {
        guard tokens.indices.contains(token) else { return "" }
        let token = tokens[token]
        return token.lemma.isEmpty ? token.folded : token.lemma
    }
    func penn(_ token: Int) -> String { tokens.indices.contains(token) ? tokens[token].penn.rawValue : "" }

    func isOpeningQuote(_ token: Int) -> Bool {
        guard let quotation = quotation(at: token) else { return false }
        return quotation.tokens.lowerBound == token
    }

    func isClosingQuote(_ token: Int) -> Bool {
        guard let quotation = quotation(at: token), !quotation.isOpen else { return false }
        return quotation.tokens.upperBound == token + 1
    }

    func isComma(_ token: Int) -> Bool { word(token) == "," }
    func isDash(_ token: Int) -> Bool {
        switch word(token) {
        case "-", "--", "---": tokens[token].spaceBefore || tokens[token].shape == .punctuation && word(token).utf8.count > 1
        case "–", "—", "_": true
        default: false
        }
    }

    /// Marks that part clauses: , ; : ( ) dashes.
    func isBreak(_ token: Int) -> Bool {
        switch word(token) {
        case ",", ";", ":", "(", ")", "[", "]": true
        default: isDash(token)
        }
    }

    func isFinalPoint(_ token: Int) -> Bool {
        switch word(token) {
        case ".", "!", "?", "...", "…": true
        default: false
        }
    }

    /// How far a cue sees: no sentence that people wrote is longer, and a text without stops must not cost the square of its length.
    private static let reach = 150

    /// The tokens of the sentence; a cue inside speech sees no further than its quotation, one outside sees the whole sentence.
    func scope(of token: Int) -> Range<Int> {
        guard let sentence = sentence(at: token) else { return token..<token + 1 }
        let tokens = document.sentences[sentence].tokens.clamped(to: max(0, token - Self.reach)..<token + Self.reach)
        guard speech(at: token) >= 0, let quotation = quotation(at: token) else { return tokens }
        return tokens.clamped(to: quotation.tokens)
    }

    /// What a token is, in a word: the coarse class that features speak of.
    func kind(_ token: Int) -> String { kinds.indices.contains(token) ? kinds[token] : "edge" }

    private func classify(_ token: Int) -> String {
        if isOpeningQuote(token) { return "openquote" }
        if isClosingQuote(token) { return "closequote" }
        let here = tokens[token]
        switch here.folded {
        case "that", "to", "whether", "if", "how", "why", "what", "who", "when", "where", "which", "as", "for", "of", "on", "about", "by", "in", "with",
            "against", "at", "from", "and", "but", "or", "because", "while", "after", "than", "not", ",", ":", ";", ".":
            return here.folded
        default: break
        }
        if isDash(token) { return "dash" }
        if let chunk = chunk(at: token) {
            guard chunk.kind == .noun else {
                switch chunk.verb?.form {
                case .finite: return "finite"
                case .infinitive: return "infinitive"
                case .participle: return "participle"
                case .pastParticiple: return "pastparticiple"
                case nil: return "verb"
                }
            }
            return here.tag == .pronoun ? "pronoun" : here.isCapitalised ? "name" : "noun"
        }
        return here.penn == .none ? here.tag.rawValue : here.penn.rawValue
    }

    /// Where the noun group that starts at `start` ends, "of", "for", "from" … and their noun groups taken in:
    /// "the deputy head of the delegation to the forum".
    func phraseEnd(from start: Int, limit: Int, coordinated: Bool = true) -> Int {
        guard let chunk = nounChunk(at: start) else { return min(start + 1, limit) }
        var end = min(chunk.tokens.upperBound, limit)
        for _ in 0..<6 {
            var next = end
            switch word(next) {
            case "of", "for", "from", "in", "at", "with", "to", "on", "'s", "near", "inside", "within": next += 1
            case "and", "&":
                // "the unrest in the north and he has urged": a pronoun begins a clause of its own.
                guard coordinated, !(next + 1 < limit && tokens[next + 1].penn == .PRP) else { return end }
                next += 1
            default: return end
            }
            guard next < limit, let more = nounChunk(at: next), more.tokens.lowerBound == next else { return end }
            // "told reporters on Tuesday": a day is no part of the name before it.
            if CueLexicon.isTimeWord(word(more.head)) { return end }
            end = min(more.tokens.upperBound, limit)
        }
        return end
    }
}
