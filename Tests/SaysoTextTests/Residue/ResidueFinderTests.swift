import SaysoCore
import SaysoText
import Testing

@Suite struct ResidueFinderTests {
    private static let finder = try! ResidueFinder()

    private func read(_ text: String) -> [Residue] { Self.finder.run(Sample.tagged(text)).residue }
    private func words(_ text: String) -> [String] { read(text).map(\.passage.words) }

    private static let body = "Dunya's army said on Monday that it had taken the pass. Two men were killed.\n\nThe ministry denied it."

    @Test func `finds the lines that the page has left behind`() {
        let found = read(Self.body + "\n\n\nMore Posts\n\nSend Us A Message")
        #expect(found.map(\.passage.words) == ["More Posts", "Send Us A Message"])
        #expect(found.map(\.kind) == [.related, .contact])
    }

    @Test(arguments: [
        "Share this article", "Subscribe to our newsletter", "Advertisement", "Read more: The pass falls. What next?",
        "© 2020 Dunya Courier.",
        "Copyright 2018 by Dunya Courier. All rights reserved.", "Follow us on Twitter for more.", "Photo: Jane Roe/Courier", "Contact us",
        "Related articles:", "Reporting by Jane Roe; editing by John Roe", "Leave a comment", "(Source: Dunya Courier)", "(ab-cd)",
        "ab/cd (AFP, Reuters)",
        "Jane Roe contributed to this report.",
    ])
    func `marks furniture at the end`(line: String) {
        #expect(words(Self.body + "\n\n" + line) == [line])
        #expect(words(Self.body.replacing("\n\n", with: " ") + " " + line).first?.isEmpty == false)
    }

    @Test(arguments: [
        body, "Comments by the minister angered Dunya. Share prices fell.", "Reporting by the panel shows that men were shot. It was seen.",
        "\"Follow us on this road,\" he said. They did not.", "More posts were destroyed on the border. He left.",
        "He told [3] officers (one armed).",
        "Contact with the unit was lost. Read the letter, he said.", "Sources: 12 killed at the pass\n\nTwelve men were killed on Monday.",
    ])
    func `leaves a report's own sentences alone`(text: String) {
        #expect(words(text).isEmpty)
    }

    @Test func `takes the titles under a heading of related stories, and no prose`() {
        #expect(
            words(Self.body + "\n\nRelated stories\n\nThe pass before the war\n\nWho is who in Dunya") == [
                "Related stories", "The pass before the war", "Who is who in Dunya",
            ])
        #expect(words(Self.body + "\n\nRelated stories\n\nThe pass before the war\n\nThe army left.") == ["Related stories"])
    }

    @Test func `finds the marks of notes`() {
        #expect(words("They fled.[1][2] He stayed[3] there.[citation needed]") == ["[1][2]", "[3]", "[citation needed]"])
    }

    @Test func `keeps what intake has marked`() {
        var report = Report(id: ReportID("r"), text: SourceText("The army left.\n\nShare this article"))
        report.residue = [Residue(passage: report.text.passage(TextSpan(16, 34)), kind: .share, rule: "intake.share")]
        let document = Self.finder.run(Sample.tagger.run(SentenceReading.read(report)))
        #expect(document.residue == report.residue)
    }

    @Test(
        arguments: Sample.hostile + [
            String(repeating: "[", count: 9000), String(repeating: "More posts\n\n", count: 2000), String(repeating: "[1]", count: 5000),
        ])
    func `survives hostile text`(text: String) {
        for residue in read(text) { #expect(SourceText(text).words(residue.passage.span) == residue.passage.words) }
    }
}

private enum SentenceReading {
    static func read(_ report: Report) -> Document {
        SentenceSplitter(words: Sample.words).run(Tokenizer(words: Sample.words).run(Document(report)))
    }
}
