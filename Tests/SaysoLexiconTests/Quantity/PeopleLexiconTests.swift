import SaysoCore
import SaysoLexicon
import Testing

@Suite struct PeopleLexiconTests {
    private func tokens(_ words: String) -> [Token] {
        words.split(separator: " ").map {
            Token(span: TextSpan(0, 0), text: String($0), folded: Folding.fold(String($0)), shape: .lower, spaceBefore: true)
        }
    }

    @Test(arguments: [("police officers", "police", true), ("soldier", "soldiers", false), ("Moroccans", "Moroccans", true)])
    func knowsWhoIsMeant(words: String, who: String, isPlural: Bool) throws {
        let noun = try PeopleLexicon.english().noun(in: tokens(words), at: 0, before: 2)?.values.first
        #expect(noun?.who == who && noun?.isPlural == isPlural)
    }

    @Test func givesAWordAllItsReadings() throws {
        let kinds = try PeopleLexicon.english().effect(in: tokens("wounded"), at: 0, before: 1)?.values.map(\.kind) ?? []
        #expect(kinds.contains(.verb) && kinds.contains(.state) && kinds.contains(.noun))
    }
}
