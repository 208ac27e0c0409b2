import SaysoCore
import SaysoLexicon
import Testing

@Suite struct PhraseLexiconTests {
    /// Tokens at single spaces; a "+" before a word glues it to the one before.
    private func tokens(_ text: String) -> [Token] {
        text.split(separator: " ").map { word in
            let isGlued = word.first == "+"
            let plain = String(isGlued ? word.dropFirst() : word)
            return Token(
                span: TextSpan(0, 0), text: plain, folded: Folding.fold(plain), shape: plain == "-" ? .punctuation : .lower,
                spaceBefore: !isGlued)
        }
    }

    private func found(_ phrases: [String], in text: String, ignoresSpaces: Bool = false) -> [Range<Int>] {
        var lexicon = PhraseLexicon<Int>(ignoresSpaces: ignoresSpaces)
        for (index, phrase) in phrases.enumerated() { lexicon.add(phrase, index) }
        let tokens = tokens(text)
        return lexicon.matches(in: tokens, at: 0, before: tokens.count).map(\.tokens)
    }

    @Test(arguments: ["half-a-dozen men", "half a dozen men", "half +- +a +- +dozen men"])
    func takesHyphenAndSpaceForOne(text: String) {
        #expect(found(["half a dozen"], in: text).count == 1)
    }

    @Test func givesTheShortestFirst() {
        #expect(found(["as many", "as", "as many as"], in: "as many as 20") == [0..<1, 0..<2, 0..<3])
    }

    @Test func endsAtADash() {
        #expect(found(["car bomb"], in: "car - bomb").isEmpty)
    }

    @Test(arguments: ["mig-29", "mig 29", "mig29", "mig +- +29"])
    func ignoresBordersWhereAsked(text: String) {
        #expect(found(["MiG-29"], in: text, ignoresSpaces: true).count == 1)
    }

    @Test func keepsWordsApartOtherwise() {
        #expect(found(["the rapist"], in: "therapist").isEmpty)
        #expect(found(["rapist"], in: "the rapist").isEmpty)
    }
}
