import SaysoCore
import SaysoText
import Testing

@Suite struct ChunkerTests {
    /// "[The spokesman] has {not yet left}": noun groups in brackets, verb groups in braces, both with their head's number of tokens.
    private func groups(_ text: String) -> String {
        let document = Sample.chunked(text)
        return document.chunks.map { chunk in
            let words = document.tokens[chunk.tokens].map(\.text).joined(separator: " ")
            return chunk.kind == .noun ? "[\(words)]" : "{\(words)}"
        }.joined(separator: " ")
    }

    private func verb(_ text: String, _ head: String) -> VerbGroup? {
        let document = Sample.chunked(text)
        return document.chunks.first { $0.kind == .verb && document.tokens[$0.head].text == head }?.verb
    }

    @Test(arguments: [
        ("The spokesman has not yet been told.", "[The spokesman] {has not yet been told}"),
        ("The army defended Turkey's interests.", "[The army] {defended} [Turkey 's interests]"),
        ("Rebels and soldiers killed six men in Tripoli.", "[Rebels] [soldiers] {killed} [six men] [Tripoli]"),
        ("They will never again take the besieged city.", "[They] {will never again take} [the besieged city]"),
        ("About 20 people were killed on Monday.", "[About 20 people] {were killed} [Monday]"),
        ("They hit military and civilian targets.", "[They] {hit} [military and civilian targets]"),
        ("Three Russian-made air-to-air missiles were found.", "[Three Russian - made air - to - air missiles] {were found}"),
        ("He vowed to attack the “terrorist” militias.", "[He] {vowed} {to attack} [the “ terrorist ” militias]"),
        ("President Saleh Saturday met the group.", "[President Saleh] [Saturday] {met} [the group]"),
        ("It cost $5 million.", "[It] {cost} [$ 5 million]"),
    ])
    func groupsWords(text: String, expected: String) {
        #expect(groups(text) == expected)
    }

    @Test(arguments: [
        ("The army took the town.", "took", VerbGroup(form: .finite, tense: .past)),
        ("The town has been taken.", "taken", VerbGroup(form: .finite, tense: .present, isPerfect: true, isPassive: true)),
        ("They are attacking the town.", "attacking", VerbGroup(form: .finite, tense: .present, isProgressive: true)),
        ("They will not attack the town.", "attack", VerbGroup(form: .finite, tense: .future, isNegated: true)),
        ("They could have attacked the town.", "attacked", VerbGroup(form: .finite, tense: .none, isPerfect: true, modal: "could")),
        ("He promised to leave the town.", "leave", VerbGroup(form: .infinitive, tense: .none)),
        ("He was told not to leave.", "leave", VerbGroup(form: .infinitive, tense: .none, isNegated: true)),
        ("They had to leave the town.", "leave", VerbGroup(form: .finite, tense: .past, modal: "have to")),
        ("They are going to attack the town.", "attack", VerbGroup(form: .finite, tense: .future, isProgressive: true)),
        ("They'd left the town.", "left", VerbGroup(form: .finite, tense: .past, isPerfect: true)),
        ("They are there to protect the town.", "protect", VerbGroup(form: .infinitive, tense: .none)),
        ("He never attacked the town.", "attacked", VerbGroup(form: .finite, tense: .past, isNegated: true)),
    ])
    func tellsForms(text: String, head: String, expected: VerbGroup) {
        #expect(verb(text, head) == expected)
    }

    @Test(arguments: [
        ("The commando killed the mayor.", VerbGroup.Form.finite), ("The rebels killed in the raid were young.", .pastParticiple),
        ("THE ARMY DENIED TODAY THAT IT FIRED.", .finite),
    ])
    func tellsPastTenseFromParticiple(text: String, form: VerbGroup.Form) {
        #expect(Sample.chunked(text).chunks.first { $0.kind == .verb }?.verb?.form == form)
    }

    @Test func headsAreTheLastNounAndTheMainVerb() {
        let document = Sample.chunked("Turkey's Defense Ministry has been accused.")
        #expect(document.chunks.map { document.tokens[$0.head].text } == ["Ministry", "accused"])
    }

    @Test(arguments: Sample.hostile)
    func chunksLieInSentencesAndNeverOverlap(text: String) {
        let document = Sample.chunked(text)
        var last = 0
        for chunk in document.chunks {
            #expect(chunk.tokens.lowerBound >= last && chunk.tokens.contains(chunk.head))
            #expect(
                document.sentences.contains {
                    $0.tokens.lowerBound <= chunk.tokens.lowerBound && chunk.tokens.upperBound <= $0.tokens.upperBound
                })
            #expect((chunk.verb != nil) == (chunk.kind == .verb))
            last = chunk.tokens.upperBound
        }
    }
}
