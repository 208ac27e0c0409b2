import SaysoCore
import SaysoLexicon

/// What follows a colon at the end of a sentence: “The mayor said on Monday:” ¶ “The road is open.”
///
/// Press statements do without marks: “The minister said:” ¶ I condemn the attack. … We will help. – as long as sentences follow in which
/// nobody else speaks, if the first ones say "I" or "we".
struct AnnouncedSpeech {
    let view: AttributionView
    private static let longest = 30

    func range(_ cue: CueCandidate, _ extent: Range<Int>) -> Range<Int>? {
        let end = cue.scope.upperBound
        guard cue.kind == .verb, end > extent.lowerBound, view.word(end - 1) == ":", view.speech(at: cue.head) < 0,
            view.cues.entry(cue.key, .verb)?.sense == .report, let sentence = view.sentence(at: end)
        else { return nil }
        // The last verb before the colon announces it: "who fled the town and said:".
        for token in extent.upperBound..<max(extent.upperBound, end) where view.isVerb(at: token) && view.chunk(at: token)?.verb?.form == .finite { return nil }
        if view.isOpeningQuote(end), view.speech(at: end) >= 0, let quotation = view.quotation(at: end) { return quotation.tokens }
        return statement(from: sentence)
    }

    private func statement(from first: Int) -> Range<Int>? {
        let sentences = view.document.sentences
        var last = first
        var isOwn = false
        while last < sentences.count, last < first + Self.longest, !isOthers(sentences[last]) {
            if last < first + 3, saysI(sentences[last]) { isOwn = true }
            last += 1
        }
        guard isOwn, last > first else { return nil }
        return sentences[first].tokens.lowerBound..<sentences[last - 1].tokens.upperBound
    }

    private func saysI(_ sentence: Sentence) -> Bool {
        sentence.tokens.contains { token in
            switch view.word(token) {
            case "i", "we", "our", "my", "us": true
            default: false
            }
        }
    }

    /// A quotation begins the sentence, or somebody speaks in it who is not "I" or "we".
    private func isOthers(_ sentence: Sentence) -> Bool {
        if view.isOpeningQuote(sentence.tokens.lowerBound) { return true }
        for token in sentence.tokens {
            guard let chunk = view.chunk(at: token), chunk.kind == .verb, chunk.head == token, chunk.verb?.form == .finite else { continue }
            switch view.lemma(token) {
            case "say", "tell", "add":
                if let subject = view.nounChunk(at: chunk.tokens.lowerBound - 1), !["i", "we"].contains(view.word(subject.head)) { return true }
            default: continue
            }
        }
        return false
    }
}
