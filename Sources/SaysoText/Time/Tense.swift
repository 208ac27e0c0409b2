import SaysoCore
import SaysoLexicon

/// Whether the words around a time speak of what was or of what will be.
enum Tense { case past, future, unknown }

/// Reads tense from the verb that a time goes with: by its tag, and by the words that look ahead ("scheduled", "due", "deadline").
///
/// The nearest verb before the time decides ("were killed on Monday, police said"), the nearest behind it where the time opens its clause
/// ("said that on Monday the court will rule"). Not handled: who speaks when ("He had said on Monday that he would leave on Friday" is
/// read against the report's day).
struct TenseReader {
    let tokens: [Token]
    let lexicon: TimeLexicon

    /// - Parameters:
    ///   - time: the tokens of the time.
    ///   - sentence: the tokens of its sentence.
    func tense(of time: Range<Int>, in sentence: Range<Int>) -> Tense {
        let (first, last) = (max(sentence.lowerBound, time.lowerBound - 16), min(sentence.upperBound, time.upperBound + 12))
        let opensClause = opensClause(time.lowerBound, sentence)
        if opensClause, let tense = after(time.upperBound, last) { return tense }
        if let tense = before(time.lowerBound, first, sentence) { return tense }
        if !opensClause, let tense = after(time.upperBound, last) { return tense }
        return .unknown
    }

    private func before(_ time: Int, _ first: Int, _ sentence: Range<Int>) -> Tense? {
        var at = time - 1
        while at >= first {
            if isEnd(at) { return nil }
            if let tense = verdict(at, sentence) {
                // "to mark the country's entry on Friday": far from its time, an infinitive tells nothing of it.
                return tense == .future && time - at > 7 && tokens[at].penn == .VB ? .unknown : tense
            }
            at -= 1
        }
        return nil
    }

    private func after(_ time: Int, _ last: Int) -> Tense? {
        guard time < last else { return nil }
        for at in time..<last {
            if isEnd(at) { return nil }
            // "Tuesday's ruling, which angered …": the verb behind the noun is another clause's, but nothing better is near.
            if tokens[at].penn == .TO { continue }
            if let tense = verdict(at, time..<last) { return tense }
        }
        return nil
    }

    /// Only prepositions and determiners stand between the time and a comma, a conjunction or the sentence's start.
    private func opensClause(_ time: Int, _ sentence: Range<Int>) -> Bool {
        var at = time - 1
        while at >= sentence.lowerBound, time - at <= 3,
            tokens[at].tag == .adposition || tokens[at].tag == .determiner || tokens[at].tag == .adverb
        { at -= 1 }
        if at < sentence.lowerBound { return true }
        let token = tokens[at]
        return token.tag == .subordinator || token.penn == .openQuote || token.folded == "that" && at < time - 1
    }

    private func isEnd(_ at: Int) -> Bool { [";", "\"", "“", "”", "``", "''"].contains(tokens[at].text) }

    /// What one word tells of the time beside it; nil where it tells nothing.
    private func verdict(_ at: Int, _ sentence: Range<Int>) -> Tense? {
        let token = tokens[at]
        switch token.penn {
        // "could be reached on Wednesday" is what was said of a past as often as of a future.
        case .MD: return ["could", "might"].contains(token.folded) ? nil : isPerfect(at + 1, sentence) ? .past : .future
        case .VBD: return looksAhead(token) ? .future : .past
        case .VBN: return looksAhead(token) ? .future : participle(at, sentence)
        case .VB: return infinitive(at, sentence)
        case .VBG: return progressive(at, sentence)
        case .VBP, .VBZ:
            // The present tells neither: "ministers meet on Monday" stands beside the headline "Rebels take town on Monday".
            return looksAhead(token) ? .future : nil
        default:
            // "set to resume on Monday", "is set for Monday", "about to leave"
            if token.penn == .TO || token.folded == "for", at > sentence.lowerBound, has(tokens[at - 1], .futureTo) { return .future }
            return looksAhead(token) ? .future : nil
        }
    }

    private func looksAhead(_ token: Token) -> Bool { has(token, .futureCue) }

    private func has(_ token: Token, _ role: TimeLexicon.Role) -> Bool {
        guard let word = lexicon.word(TimeLexicon.key(token.folded.utf8)) else { return false }
        return lexicon.words[word].roles.contains(TimeLexicon.Roles(role))
    }

    /// "would have left", "must already have arrived"
    private func isPerfect(_ at: Int, _ sentence: Range<Int>) -> Bool {
        (at..<min(at + 3, sentence.upperBound)).contains { at in
            tokens[at].lemma == "have" && tokens[at].penn == .VB
                && (at + 1..<min(at + 3, sentence.upperBound)).contains { tokens[$0].penn == .VBN }
        }
    }

    /// "will be held", "was held", "to be held"; by itself ("the man arrested Monday") it tells of the past.
    private func participle(_ at: Int, _ sentence: Range<Int>) -> Tense? {
        var tense = Tense.past
        auxiliaries(before: at, sentence) { token, at in
            switch token.penn {
            case .MD: tense = isPerfect(at + 1, sentence) ? .past : ["could", "might"].contains(token.folded) ? .unknown : .future
            case .TO: tense = governor(at, sentence)
            default: break
            }
        }
        return tense
    }

    /// "will leave", "to leave", "did not leave"
    private func infinitive(_ at: Int, _ sentence: Range<Int>) -> Tense? {
        var tense: Tense?
        auxiliaries(before: at, sentence) { token, at in
            switch token.penn {
            case .MD: tense = ["could", "might"].contains(token.folded) ? .unknown : .future
            case .TO: tense = governor(at, sentence)
            case .VBD: tense = .past
            default: break
            }
        }
        return tense
    }

    /// "is arriving on Monday" looks ahead, "were leaving on Monday" back.
    private func progressive(_ at: Int, _ sentence: Range<Int>) -> Tense? {
        if looksAhead(tokens[at]) { return .future }
        var tense: Tense?
        auxiliaries(before: at, sentence) { token, _ in
            switch token.penn {
            case .MD, .VBZ, .VBP: tense = .future
            case .VBD: tense = .past
            default: break
            }
        }
        return tense
    }

    /// The auxiliaries of the verb at `at`, from the nearest outwards: adverbs, "not" and forms of "be" are passed over.
    private func auxiliaries(before at: Int, _ sentence: Range<Int>, _ body: (Token, Int) -> Void) {
        var at = at - 1
        var steps = 0
        while at >= sentence.lowerBound, steps < 5 {
            let token = tokens[at]
            switch token.penn {
            case .MD, .TO:
                body(token, at)
                return
            case .VBD, .VBZ, .VBP:
                body(token, at)
                if token.tag != .auxiliary { return }
            case .RB, .VB, .VBN, .VBG: if token.penn != .RB, token.tag != .auxiliary, token.lemma != "be" { return }
            default: return
            }
            at -= 1
            steps += 1
        }
    }

    /// What governs "to leave on Monday": "plans to", "agreed to" look ahead; "began to", "was forced to" tell what happened.
    private func governor(_ to: Int, _ sentence: Range<Int>) -> Tense {
        for at in (max(sentence.lowerBound, to - 4)..<to).reversed() {
            let token = tokens[at]
            if looksAhead(token) || has(token, .futureTo) { return .future }
            if has(token, .pastCue) { return .past }
            if token.tag == .verb { return .future }
        }
        return .future
    }
}
