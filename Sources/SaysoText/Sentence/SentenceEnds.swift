import SaysoCore
import SaysoLexicon

/// Tells where in a paragraph a sentence ends.
struct SentenceEnds {
    let tokens: [Token]
    let range: Range<Int>
    let words: TokenLexicon

    /// The index behind the last token of the sentence that begins at `start`.
    func end(from start: Int) -> Int {
        var index = start
        let stop = min(range.upperBound, start + SentenceSplitter.longest)
        while index < stop {
            if mayEnd(tokens[index]) {
                let behind = behindClosers(index + 1)
                if behind >= range.upperBound { return range.upperBound }
                if ends(at: index, behind: behind, start: start) { return behind }
                index = max(index + 1, behind)
            } else {
                index += 1
            }
        }
        return stop
    }

    private func mayEnd(_ token: Token) -> Bool {
        guard let last = token.text.utf8.last else { return false }
        return last == UInt8(ascii: ".") || last == UInt8(ascii: "?") || last == UInt8(ascii: "!") || last == UInt8(ascii: "]")
            || (last >= 0x80 && ["…", "؟", "。", "？", "！"].contains(token.text))
    }

    /// The index behind closing quotation marks and brackets at `index`, and behind a note's number: "ended.[3]"
    private func behindClosers(_ index: Int) -> Int {
        var at = index
        while at < range.upperBound {
            let token = tokens[at]
            switch token.text {
            case "”", "’", "''", "»", ")", "]": if token.spaceBefore, token.text != "”" { return at }
            case "\"", "'": if token.spaceBefore, !isClosingLoose(at) { return at }
            case "[":
                guard at + 2 < range.upperBound, tokens[at + 1].shape == .number, tokens[at + 2].text == "]" else { return at }
                at += 2
            default: return at
            }
            at += 1
        }
        return at
    }

    /// A straight mark between two spaces closes when it is the paragraph's last token.
    private func isClosingLoose(_ index: Int) -> Bool { index + 1 == range.upperBound }

    private func ends(at index: Int, behind: Int, start: Int) -> Bool {
        let token = tokens[index]
        let next = tokens[behind]
        let hasClosers = behind > index + 1
        switch token.text.utf8.last {
        case UInt8(ascii: "]"):
            // "BOGOTA, 4 SEP 89 (DPA) -- [TEXT] …": the head of a wire report
            return index >= 2 && tokens[index - 1].text == "TEXT" && tokens[index - 2].text == "["
        case UInt8(ascii: "."):
            if token.text == "." { return endsAtStop(index, next, hasClosers, start) }
            if token.text.utf8.first == UInt8(ascii: ".") { return opensCapitalised(behind) }
            return endsAtAbbreviation(index, behind)
        case UInt8(ascii: "?"), UInt8(ascii: "!"):
            if isContinuation(next) { return false }
            // "Yahoo! said" goes on; "who won? nobody knows" does not.
            if next.shape == .lower { return !hasClosers && next.spaceBefore && index > start && tokens[index - 1].shape == .lower }
            // “Who fired?” Smith asked.
            if hasClosers, behind + 1 < range.upperBound, !words.isOpener(next.folded) {
                for after in (behind + 1)..<min(behind + 4, range.upperBound) where words.isCue(tokens[after].folded) { return false }
            }
            return true
        default:
            return opensCapitalised(behind)
        }
    }

    private func endsAtStop(_ index: Int, _ next: Token, _ hasClosers: Bool, _ start: Int) -> Bool {
        if isContinuation(next) { return false }
        // "1. The army …", "b. …": the number of a list item
        if index == start + 1, tokens[start].shape == .number && tokens[start].span.count <= 2 || tokens[start].span.count == 1 {
            return false
        }
        if next.shape == .lower { return !hasClosers && next.spaceBefore && isSloppy(index) }
        if !next.spaceBefore, !hasClosers, next.shape == .number { return false }
        return true
    }

    /// Text that leaves out capitals: an ordinary word, too long for an abbreviation that nobody listed.
    private func isSloppy(_ index: Int) -> Bool {
        index > range.lowerBound && tokens[index - 1].shape == .lower && tokens[index - 1].span.count >= 4
    }

    private func isContinuation(_ next: Token) -> Bool {
        switch next.text {
        case ",", ";", ":", ")", "]", "/": true
        default: false
        }
    }

    /// The next word, behind opening marks, begins with a capital.
    private func opensCapitalised(_ index: Int) -> Bool {
        guard let word = opening(index) else { return true }
        return word.shape == .capitalised || (word.shape == .upper && word.span.count > 1)
    }

    /// The first word from `index` on, behind opening quotation marks, brackets and dashes.
    private func opening(_ index: Int) -> Token? {
        for token in tokens[min(index, range.upperBound)..<min(index + 3, range.upperBound)] where token.shape != .punctuation {
            return token
        }
        return nil
    }

    private func endsAtAbbreviation(_ index: Int, _ behind: Int) -> Bool {
        let next = tokens[behind]
        if isContinuation(next) { return false }
        guard let word = opening(behind), word.shape != .lower else { return false }
        let token = tokens[index]
        let key = Array(token.folded.utf8.dropLast())
        let isUpperText = token.shape == .upper && word.shape == .upper && index > 0 && tokens[index - 1].shape == .upper
        let hasGap = next.span.start - token.span.end >= 2
        let opens = words.isOpener(word.folded) && (!isUpperText || hasGap)
        switch words.abbreviation(key[...]) {
        case .title?, .inner?: return false
        case .number?: return word.shape != .number && opens
        case .clock?: return word.shape != .number && !words.isAfterClock(word.folded) && (!isUpperText || hasGap) && !isZone(word)
        case .end?: return word.shape == .capitalised || opens
        case .month?, .name?, .ambiguous?: return opens
        case nil:
            // An initial: "George W. Bush" goes on, "under Plan B. The …" does not.
            if key.count <= 2 { return opens && word.span.count > 1 }
            return opens
        }
    }

    /// "5 p.m. EST"
    private func isZone(_ word: Token) -> Bool { word.shape == .upper && word.span.count <= 4 }
}
