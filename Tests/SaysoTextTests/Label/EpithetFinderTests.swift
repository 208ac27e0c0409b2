import SaysoCore
import SaysoText
import Testing

@Suite struct EpithetFinderTests {
    private func words(_ text: String) -> [String] {
        let document = Kit.read(text)
        return document.epithets.map { document.text.words($0.span) }
    }

    @Test(arguments: [
        ("The minister blamed the putschist Orlov elements.", "the putschist Orlov elements"),
        ("Dunya’s terrorist militias will pay.", "Dunya’s terrorist militias"),
        ("He said illegitimate militias loyal to Orlov had crossed.", "illegitimate militias loyal to Orlov"),
        ("They fought the regime for years.", "the regime"), ("Our martyred brothers will not be forgotten.", "Our martyred brothers"),
        ("It was a cowardly attack.", "a cowardly attack"), ("THE TERRORISTS FLED.", "THE TERRORISTS"),
    ])
    func takesTheWholeNounGroup(text: String, expected: String) {
        #expect(words(text) == [expected])
    }

    @Test(arguments: [("They are heroic.", Label.Polarity.positive), ("They are terrorists.", .negative)])
    func tellsPraiseFromBlame(text: String, polarity: Label.Polarity) {
        #expect(Kit.read(text).epithets.first?.polarity == polarity)
    }

    @Test(arguments: [
        "The National Liberation Front agreed.", "Counter-terrorism police came.", "Local militias guard the road.",
        "Rebel forces withdrew.",
    ])
    func leavesOutNamesAndPlainWords(text: String) {
        #expect(words(text).isEmpty)
    }

    @Test func takesAPlainWordBehindSoCalled() {
        #expect(words("The so-called army has withdrawn.") == ["The so-called army"])
    }

    @Test(arguments: Sample.hostile + [String(repeating: "terrorist ", count: 4000)])
    func survivesHostileText(text: String) {
        let document = Kit.read(text)
        for epithet in document.epithets { #expect(document.text.whole.contains(epithet.span)) }
    }
}
