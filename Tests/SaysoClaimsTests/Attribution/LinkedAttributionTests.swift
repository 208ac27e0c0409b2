import SaysoClaims
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
        #expect(lines("The road, Ruiz said, was open.", [parted]) == ["Ruiz | said | The road … was open"])
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

    @Test func `the next paragraph belongs to a voice only where speech goes on`() {
        let marks = Marks(cue: "said", source: "Ruiz", content: ["the road was open", "Nobody was hurt"])
        #expect(lines("Ruiz said the road was open.\n\nNobody was hurt.", [marks]) == ["Ruiz | said | the road was open"])
        let speech = Marks(cue: "said", source: "Ruiz", content: ["the road was open", "Nobody saw the guards open the gate"])
        #expect(lines("Ruiz said the road was open.\n\n“Nobody saw the guards open the gate.”", [speech]).contains { $0.contains("saw the guards") })
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

    /// The model may link anything with anything: cues before, behind and inside their words, in any order.
    @Test func `whatever is linked, spans slice and chains end`() {
        var chance = Chance(seed: 7)
        let text = "Norte quoted the mayor as saying, citing police, that Ruiz, quoted by Radio Sur, said: “The road is open.” Reportedly it was not, according to him."
        for _ in 0..<400 {
            var document = AttributionSample.document(text)
            let count = document.tokens.count
            document.tree = document.tokens.indices.map { Dependency(head: $0 + 1 < count ? $0 + 1 : nil, relation: "dep") }
            var next = 0
            while next < count {
                let start = next + chance.below(6)
                let end = min(count, start + 1 + chance.below(3))
                guard start < end else { break }
                let window = 0..<count
                let (source, content) = (chance.below(count), chance.below(count))
                document.cueLinks.append(
                    CueLink(
                        cue: start..<end, confidence: 0.9, window: window,
                        source: window.map { abs($0 - source) < 2 ? 0.9 : chance.below(12) == 0 ? 0.8 : 0.1 },
                        content: window.map { abs($0 - content) < 6 ? 0.9 : chance.below(8) == 0 ? 0.8 : 0.1 }))
                next = end
            }
            let found = AttributionSample.finder.run(document).attributions
            let parents = Dictionary(found.map { ($0.id, $0.nestedIn) }, uniquingKeysWith: { first, _ in first })
            for attribution in found {
                for passage in attribution.source + attribution.cue + attribution.content { #expect(document.text.words(passage.span) == passage.words) }
                var (up, steps) = (attribution.nestedIn, 0)
                while let id = up, steps <= found.count { (up, steps) = (parents[id] ?? nil, steps + 1) }
                #expect(steps <= found.count)
            }
        }
    }
}

/// Numbers that are the same at every run.
private struct Chance {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func below(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(limit))
    }
}
