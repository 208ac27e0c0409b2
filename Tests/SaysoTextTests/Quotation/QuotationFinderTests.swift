import SaysoCore
import SaysoText
import Testing

@Suite struct QuotationFinderTests {
    private func quotations(_ text: String) -> [String] {
        let document = Sample.quoted(text)
        return document.quotations.map { document.text.words($0.span) }
    }

    @Test(arguments: [
        ("“We left,” he said. “We won't be back.”", ["“We left,”", "“We won't be back.”"]),
        ("\"We left,\" he said. \"We won't be back.\"", ["\"We left,\"", "\"We won't be back.\""]),
        ("«Nous» and ``they'' went", ["«Nous»", "``they''"]),
        ("‘We don’t know,’ he said of the army’s plans.", ["‘We don’t know,’"]),
        ("'It isn't ours,' said the rebels' leader.", ["'It isn't ours,'"]),
        ("The soldiers' camp and the army's base don't matter.", []),
        ("Two 5\" guns of the \"Orion\" fired.", ["\"Orion\""]),
        ("“He told me ‘no deal’,” she said.", ["“He told me ‘no deal’,”", "‘no deal’"]),
    ])
    func findsWhatStandsInMarks(text: String, expected: [String]) {
        #expect(quotations(text) == expected)
    }

    @Test func runsOverSentencesAndParagraphs() {
        let text = "He said: “We came at dawn. We left at noon.\n\n“Nobody was hurt. We are home.”\n\nHe then left."
        let document = Sample.quoted(text)
        #expect(document.quotations.count == 1)
        #expect(document.quotations.first.map { document.text.words($0.span) }?.hasSuffix("home.”") == true)
        #expect(document.quotations.first?.isOpen == false)
    }

    @Test func endsWithItsParagraphWhenNothingClosesIt() {
        let document = Sample.quoted("He said: “We came at dawn.\n\nThe army left. “Yes,” he said.")
        #expect(document.quotations.map(\.isOpen) == [true, false])
        #expect(document.quotations.first.map { document.text.words($0.span) } == "“We came at dawn.")
    }

    @Test(arguments: [
        ("The “terrorist” militias left.", true), ("The so-called \"Free Army\" left.", true), ("“No,” he said.", false),
        ("He said: “Never.”", false),
        ("He said “no”.", false), ("“We will never leave this town,” he said.", false), ("‘Yes’, she said.", false),
        ("The ship \"Orion\" sank.", true),
    ])
    func tellsNamesFromSpeech(text: String, isScare: Bool) {
        #expect(Sample.quoted(text).quotations.map(\.isScare) == [isScare])
    }

    @Test(arguments: Sample.hostile + ["“a “b “c\n“d\n\n‘e ‘f", "\" \" \" \"", "'a' 'b' 'c'", "“”", "a ' b ' c"])
    func quotationsSliceBackAndLieInTheText(text: String) {
        let document = Sample.quoted(text)
        for quotation in document.quotations {
            #expect(document.span(quotation.tokens) == quotation.span)
            #expect(quotation.tokens.upperBound <= document.tokens.count && !quotation.tokens.isEmpty)
        }
    }
}
