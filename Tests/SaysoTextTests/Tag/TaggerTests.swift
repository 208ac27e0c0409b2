import SaysoCore
import SaysoLexicon
import SaysoText
import Testing

@Suite struct TaggerTests {
    private func tags(_ text: String) -> String {
        Sample.tagged(text).tokens.map { "\($0.text)/\($0.tag.rawValue)" }.joined(separator: " ")
    }

    @Test(arguments: [
        ("Rebel forces took the town of Qasr al-Hamra on Monday.", ["Qasr", "Monday"]),
        ("Colonel Dragan Vukovic met Ahmed al-Mansouri in Zliten.", ["Dragan", "Vukovic", "Ahmed", "al-Mansouri", "Zliten"]),
        ("The airstrike hit Al-Watiya, said Yevgeny Starodubtsev.", ["Al-Watiya", "Yevgeny", "Starodubtsev"]),
    ])
    func takesUnknownCapitalisedWordsForNames(text: String, names: [String]) {
        let tokens = Sample.tagged(text).tokens
        for name in names { #expect(tokens.first { $0.text == name }?.tag == .properNoun, "\(name)") }
    }

    @Test(arguments: ["Burkan-2H", "T-72B3", "SU-35", "Pantsir-S1"])
    func takesDesignationsForNames(word: String) {
        #expect(Sample.tagged("The army fired a \(word) missile.").tokens.first { $0.text == word }?.tag == .properNoun)
    }

    @Test(arguments: [
        "The army has attacked the city, officials said.", "THE ARMY HAS ATTACKED THE CITY, OFFICIALS SAID.",
    ])
    func readsUpperCaseLikeAnyOther(text: String) {
        let tags = Sample.tagged(text).tokens.map(\.tag)
        #expect(tags == [.determiner, .noun, .auxiliary, .verb, .determiner, .noun, .punctuation, .noun, .verb, .punctuation])
    }

    @Test(arguments: [
        ("They had besieged the city.", "besieged", "besiege"), ("Two gunmen fled.", "gunmen", "gunman"),
        ("Two gunmen fled.", "fled", "flee"),
        ("He said they were leaving.", "leaving", "leave"), ("The rebels stopped firing.", "stopped", "stop"),
        ("The cities were destroyed.", "cities", "city"), ("They did n't go.", "n't", "not"), ("It's been quiet.", "'s", "have"),
        ("They'd left by noon.", "'d", "have"), ("He saw them.", "them", "they"),
        ("The army announced losses.", "announced", "announce"), ("The army announced losses.", "losses", "loss"),
        ("The militias are escalating attacks.", "escalating", "escalate"), ("Several aircraft were hit.", "aircraft", "aircraft"),
    ])
    func findsLemmas(text: String, word: String, lemma: String) {
        #expect(Sample.tagged(text).tokens.first { $0.text == word }?.lemma == lemma)
    }

    @Test func tellsOpeningFromClosingMarks() {
        #expect(
            Sample.tagged("\"Go,\" he said. “Go.”").tokens.filter { $0.shape == .punctuation && $0.penn != .comma && $0.penn != .period }
                .map(\.penn) == [.openQuote, .closeQuote, .openQuote, .closeQuote])
    }

    @Test(arguments: Sample.hostile)
    func tagsEveryTokenOfHostileText(text: String) {
        for token in Sample.tagged(text).tokens { #expect(!token.lemma.isEmpty && token.penn != .none) }
    }

    @Test func refusesAFileThatIsNoModel() {
        for bytes in [
            [], Array("SYTG".utf8), Array(repeating: UInt8(0), count: 500_000), Array("SYTG\u{1}\u{0}\u{1}\u{0}\u{1}\u{0}\u{0}\u{0}X".utf8),
        ] {
            #expect(throws: LexiconTable.Problem.self) { try TaggerModel(path: "test", bytes: bytes) }
        }
    }
}
