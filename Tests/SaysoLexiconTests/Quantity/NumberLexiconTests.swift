import SaysoCore
import SaysoLexicon
import Testing

@Suite struct NumberLexiconTests {
    private func meanings(_ words: String) throws -> [NumberLexicon.Meaning] {
        let tokens = words.split(separator: " ").map {
            Token(span: TextSpan(0, 0), text: String($0), folded: String($0), shape: .lower, spaceBefore: true)
        }
        let matches = try NumberLexicon.english().matches(in: tokens, at: 0, before: tokens.count)
        return matches.last { $0.tokens.count == tokens.count }?.values ?? []
    }

    @Test func readsWordsAsTheContractDoes() throws {
        #expect(try meanings("at least") == [.lower(shift: 0), .afterLower])
        #expect(try meanings("more than") == [.lower(shift: 1)])
        #expect(try meanings("as many as") == [.upper(shift: 0)])
        #expect(try meanings("nearly") == [.upper(shift: -1)])
        #expect(try meanings("dozens") == [.vague(low: 24)])
        #expect(try meanings("several") == [.vague(low: 3)])
        #expect(try meanings("a dozen") == [.group(12)])
    }
}
