import SaysoCore
import SaysoText
import Testing

@Suite struct SentenceSplitterTests {
    private func sentences(_ text: String) -> [String] {
        let document = Sample.segmented(text)
        return document.sentences.map { document.text.words($0.span) }
    }

    @Test(arguments: [
        "Lt. Gen. George W. Gray met Mr. Saleh at 5 p.m. Monday.|He left.",
        "He lives in the U.S. The army left.",
        "The firm, Orion Inc., sold No. 3 for $1.5 million.|It left.",
        "“We left.|We ran,” he said.|“Where?” Gray asked.|No one knew.",
        "She said: “Stop!”|He did.",
        "It ended.|The army (it was late.)|Left.",
        "He paused ... and went on.|Then … he left.",
        "“We are ready.”|The spokesman left.",
        "Troops took the hill (see p. 12).|They stayed until Jan. 6.|In Calif. the governor spoke.",
    ])
    func endsSentences(text: String) {
        let parts = text.split(separator: "|").map(String.init)
        let joined = parts.joined(separator: " ")
        if parts.count == 1 {
            // "U.S. The": the stop of the abbreviation ends the sentence as well.
            #expect(sentences(joined).count == 2)
        } else {
            #expect(sentences(joined) == parts)
        }
    }

    @Test func readsUpperCaseWireText() {
        let text = """
            BOGOTA, 4 SEP 89 (DPA) -- [TEXT] THE AIRLINE SAID TODAY THAT A BOMB
            WAS FOUND NEAR THE U.S. EMBASSY.  POLICE TOOK IT TO A FIELD OUTSIDE
            THE CITY.

               LT. COL. RUIZ SAID THAT NOBODY WAS HURT IN THE OPERATION OF THE
            2D BRIGADE.
            """
        let document = Sample.segmented(text)
        #expect(document.paragraphs.count == 2)
        #expect(document.sentences.map { document.tokens[$0.tokens].first?.text } == ["BOGOTA", "THE", "POLICE", "LT."])
    }

    @Test func joinsALineTornFromItsSentence() {
        let document = Sample.segmented(
            "The convoy was stopped by troops near the old airport of the \ncapital\n and then went on.\n\nIt left.")
        #expect(document.sentences.count == 2)
    }

    @Test func keepsHeadlinesApart() {
        let document = Sample.segmented(
            "Army takes airbase near the capital\n\nThe army took the base on Monday. It stayed.\n\nA later line without stop\n\nEnd.")
        #expect(document.sentences.map(\.isHeadline) == [true, false, false, false, false])
    }

    @Test func makesAParagraphOfEveryLineWhereLinesAreLong() {
        let line = "The ministry said on Monday that the convoy had reached the town after a week on the road without losses of any kind."
        let document = Sample.segmented("A headline\nBy Our Correspondent\n\(line)\n\(line)\n- first item\n- second item")
        #expect(document.paragraphs.count == 6)
    }

    @Test(arguments: Sample.hostile)
    func sentencesLieInParagraphsAndTokensInSentences(text: String) {
        let document = Sample.segmented(text)
        #expect(document.sentences.flatMap { Array($0.tokens) } == Array(document.tokens.indices))
        for sentence in document.sentences {
            #expect(document.paragraphs[sentence.paragraph].contains(sentence.span))
            #expect(!sentence.tokens.isEmpty)
            for token in document.tokens[sentence.tokens] { #expect(sentence.span.contains(token.span)) }
        }
    }

    @Test func cutsASentenceThatNeverEnds() {
        let document = Sample.segmented(String(repeating: "word ", count: 2000))
        #expect(document.sentences.allSatisfy { $0.tokens.count <= SentenceSplitter.longest })
    }
}
