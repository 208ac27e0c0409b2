import SaysoCore
import SaysoText
import Testing

@testable import SaysoClaims

@Suite struct EventPlaceFinderTests {
    /// "A man was shot in Hebron": built by hand, one token a word.
    private func document(_ words: [(String, UniversalTag)], places: [Int]) -> Document {
        let text = words.map(\.0).joined(separator: " ")
        var document = Document(Report(id: ReportID("test"), text: SourceText(text)))
        var start = 0
        for (word, tag) in words {
            let span = TextSpan(start, start + word.utf8.count)
            document.tokens.append(
                Token(
                    span: span, text: word, folded: word.lowercased(), shape: .lower, spaceBefore: true, tag: tag, lemma: word.lowercased())
            )
            start = span.end + 1
        }
        document.sentences = [Sentence(span: document.text.whole, tokens: 0..<words.count, paragraph: 0)]
        document.places = places.map { index in
            PlaceMention(
                span: document.tokens[index].span, tokens: index..<(index + 1), kind: .place,
                place: Place(name: words[index].0, precision: .city), rule: "test")
        }
        return document
    }

    @Test("The place behind the nearest preposition is the event's")
    func near() {
        let document = document(
            [
                ("Gunmen", .noun), ("from", .adposition), ("Tyre", .properNoun), ("attacked", .verb), ("a", .determiner), ("post", .noun),
                ("in", .adposition), ("Sidon", .properNoun),
            ], places: [2, 7])
        #expect(EventPlaceFinder().place(of: document.tokens[3].span, in: document) == 1)
    }

    @Test("What is taken is where it happened")
    func object() {
        let document = document([("Rebels", .noun), ("captured", .verb), ("Palmyra", .properNoun)], places: [2])
        #expect(EventPlaceFinder().place(of: document.tokens[1].span, in: document) == 0)
    }

    @Test("A name behind two other verbs is not the event's place")
    func far() {
        let document = document(
            [
                ("He", .pronoun), ("shot", .verb), ("him", .pronoun), (",", .punctuation), ("fled", .verb), ("and", .coordinator),
                ("hid", .verb), ("with", .adposition), ("Aleppo", .properNoun), ("friends", .noun),
            ], places: [8])
        #expect(EventPlaceFinder().place(of: document.tokens[1].span, in: document) == nil)
    }

    @Test("An event outside the text has none")
    func outside() {
        let document = document([("Quiet", .adjective)], places: [])
        #expect(EventPlaceFinder().place(of: TextSpan(90, 95), in: document) == nil)
    }
}
