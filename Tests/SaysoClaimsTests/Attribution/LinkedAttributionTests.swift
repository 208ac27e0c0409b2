import SaysoCore
import Testing

/// Attributions out of the language model's cue links, with links made by hand.
@Suite struct LinkedAttributionTests {
    /// A link that is sure of the words between given ones, and of no others.
    struct Marks {
        let cue: String
        let source: String
        let content: [String]
    }

    private func document(_ text: String, _ marks: [Marks]) -> Document {
        var document = AttributionSample.document(text)
        // Each word hangs on the next one: heads of ranges are their last words.
        document.tree = document.tokens.indices.map { Dependency(head: $0 + 1 < document.tokens.count ? $0 + 1 : nil, relation: "dep") }
        let window = 0..<document.tokens.count
        document.cueLinks = marks.map { mark in
            let (source, content) = (words(mark.source, in: document), mark.content.flatMap { words($0, in: document) })
            return CueLink(
                cue: words(mark.cue, in: document), confidence: 0.9, window: window, source: window.map { source.contains($0) ? 0.9 : 0.1 },
                content: window.map { content.contains($0) ? 0.9 : 0.1 })
        }
        return document
    }

    private func words(_ words: String, in document: Document) -> Range<Int> {
        let wanted = words.split(separator: " ").map(String.init)
        let texts = document.tokens.map(\.text)
        let start = texts.indices.first { texts[$0...].starts(with: wanted) } ?? 0
        return start..<start + wanted.count
    }

    private func lines(_ text: String, _ marks: [Marks]) -> [String] {
        AttributionSample.finder.run(document(text, marks)).attributions.map(AttributionSample.line)
    }

    @Test func `words that a link marks become source, cue and content without outer marks`() {
        let marks = Marks(cue: "said", source: "The mayor of Sabha ,", content: [", that the road was open ."])
        #expect(lines("The mayor of Sabha, said, that the road was open.", [marks]) == ["The mayor of Sabha | said | that the road was open"])
    }

    @Test func `a word that falls out of a content's middle is taken in, a verb that parts two is not`() {
        let gap = Marks(cue: "said", source: "Ruiz", content: ["the road", "Sabha was open"])
        #expect(lines("Ruiz said the road to Sabha was open.", [gap]) == ["Ruiz | said | the road to Sabha was open"])
        let parted = Marks(cue: "said", source: "Ruiz", content: ["The road", "was open"])
        #expect(lines("The road, Ruiz said, was open.", [parted]) == ["Ruiz | said | The road was open"])
    }

    @Test func `contents that hold others make a chain`() {
        let text = "Ruiz said the army had denied that it fired."
        let outer = Marks(cue: "said", source: "Ruiz", content: ["the army had denied that it fired"])
        let inner = Marks(cue: "had denied", source: "the army", content: ["that it fired"])
        let found = AttributionSample.finder.run(document(text, [outer, inner])).attributions
        #expect(found.count == 2)
        #expect(found.last?.nestedIn == found.first?.id && found.last?.stance == .denies)
        #expect(found.allSatisfy { $0.rule.name.hasPrefix("reader.") })
    }

    @Test func `a cue without content says nothing`() {
        #expect(lines("Ruiz spoke on Monday.", [Marks(cue: "spoke", source: "Ruiz", content: [])]).isEmpty)
    }

    @Test func `voices that only pass on are found by rule beside the model's links`() {
        let marks = Marks(cue: "said", source: "Radio Norte", content: ["that two men had died"])
        let found = lines("Radio Norte said, quoting police, that two men had died.", [marks])
        #expect(found.contains("police | quoting | that two men had died"), "\(found)")
    }

    @Test func `without a tree the rules find attributions alone`() {
        #expect(AttributionSample.attributions("Ruiz said the road was open.").allSatisfy { $0.rule.name.hasPrefix("attribution.") })
    }
}
