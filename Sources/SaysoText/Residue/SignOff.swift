import SaysoCore
import SaysoLexicon

/// How a desk or a broadcaster ends: "(ab-cd)", "ab/cd (AFP, Reuters)", "Jane Roe, NPR News.", "For the Morning, I'm Jane Roe in
/// Washington."
struct SignOff {
    let residue: Residue?

    init(_ document: Document, lexicon: FurnitureLexicon) {
        let text = document.text
        let end = text.trimmed(text.whole).end
        if let span = Self.desk(text, end, lexicon) {
            residue = Residue(passage: text.passage(span), kind: .credit, rule: "residue.desk")
        } else if let last = document.sentences.last, document.sentences.count > 1, Self.isSpoken(last, document.tokens, lexicon) {
            residue = Residue(passage: text.passage(last.span), kind: .credit, rule: "residue.sign-off")
        } else {
            residue = nil
        }
    }

    /// Initials of a desk, agencies in brackets, or both, behind the last stop.
    private static func desk(_ text: SourceText, _ end: Int, _ lexicon: FurnitureLexicon) -> TextSpan? {
        let utf8 = text.utf8
        guard end > 2, utf8[end - 1] == UInt8(ascii: ")") else { return nil }
        var open = end - 2
        while open > max(0, end - 80), utf8[open] != UInt8(ascii: "("), utf8[open] != UInt8(ascii: ")"), utf8[open] != 0x0A { open -= 1 }
        guard open > 0, utf8[open] == UInt8(ascii: "("), utf8[open - 1] <= 0x20 else { return nil }
        let inner = utf8[(open + 1)..<(end - 1)]
        if isInitials(inner) { return TextSpan(open, end) }
        guard !inner.isEmpty,
            inner.split(separator: UInt8(ascii: ",")).allSatisfy({
                lexicon.isStation(String(decoding: $0.drop { $0 == 0x20 }, as: UTF8.self))
            })
        else { return nil }
        var start = open - 1
        while start > 0, utf8[start - 1] > 0x20 {
            start -= 1
            if open - start > 16 { break }
        }
        if isInitials(utf8[start..<max(start, open - 1)]) { return TextSpan(start, end) }
        // "… said. (Reuters, AFP)", but "… the agency said (Reuters)"
        var before = open
        while before > 0, utf8[before - 1] <= 0x20 { before -= 1 }
        return before > 0 && utf8[before - 1] == UInt8(ascii: ".") ? TextSpan(open, end) : nil
    }

    /// "ab-cd", "ab/cd/ef"
    private static func isInitials(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count <= 14 else { return false }
        let parts = bytes.split(omittingEmptySubsequences: false) { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "-") }
        return parts.count >= 2 && parts.allSatisfy { (1...4).contains($0.count) && $0.allSatisfy { (0x61...0x7A).contains($0) } }
    }

    private static func isSpoken(_ sentence: Sentence, _ tokens: [Token], _ lexicon: FurnitureLexicon) -> Bool {
        let range = sentence.tokens.clamped(to: 0..<tokens.count)
        guard (4...14).contains(range.count), tokens[range.lowerBound].isCapitalised else { return false }
        if tokens[range.lowerBound].folded == "for" {
            return range.dropLast().contains {
                tokens[$0].folded == "i" && ["'m", "am"].contains(tokens[$0 + 1].folded) || tokens[$0].folded == "i'm"
            }
        }
        guard let comma = range.first(where: { tokens[$0].folded == "," }), (2...4).contains(comma - range.lowerBound),
            comma + 1 < range.upperBound,
            tokens[range.lowerBound..<comma].allSatisfy(\.isCapitalised),
            !range.contains(where: { [.VBD, .VBZ, .VBP, .MD].contains(tokens[$0].penn) })
        else { return false }
        return lexicon.matches(in: tokens, at: comma + 1, before: range.upperBound).contains { match in
            match.values.contains { $0.extent == .station }
                && (match.tokens.upperBound >= range.upperBound || tokens[match.tokens.upperBound].isPunctuation)
        }
    }
}
