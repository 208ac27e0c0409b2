import SaysoLexicon
import Testing

@Suite struct TokenLexiconTests {
    private let words = try! TokenLexicon()
    private func bytes(_ word: String) -> ArraySlice<UInt8> { Array(word.utf8)[...] }

    @Test(arguments: [
        ("Lt", TokenLexicon.Abbreviation.title), ("No", .number), ("SEPT", .month), ("Inc", .name), ("p.m", .clock), ("etc", .end),
        ("e.g", .inner), ("Miss", .ambiguous),
    ])
    func knowsAbbreviations(word: String, kind: TokenLexicon.Abbreviation) {
        #expect(words.abbreviation(bytes(word)) == kind)
    }

    @Test func knowsNoOrdinaryWord() {
        for word in ["army", "the", "said", ""] { #expect(words.abbreviation(bytes(word)) == nil) }
    }

    @Test func knowsWhatHyphensJoin() {
        #expect(words.isPrefix(bytes("anti")) && words.isArticle(bytes("Al")) && words.isTail(bytes("made")))
        #expect(words.isState(bytes("Iran")) && words.isState(bytes("Turkish")) && !words.isState(bytes("Haftar")))
    }

    @Test func cutsContractions() {
        #expect(words.contraction(bytes("CANNOT")) == 3)
        #expect(words.contraction(bytes("canopy")) == nil)
    }

    @Test func everyLemmaOfTheTableIsFound() throws {
        let table = try LemmaTable()
        #expect(
            table.lemma("took", .verb) == "take" && table.lemma("gunmen", .noun) == "gunman" && table.lemma("worse", .adjective) == "bad")
    }
}
