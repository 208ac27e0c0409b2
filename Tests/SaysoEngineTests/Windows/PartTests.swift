import Testing

@testable import SaysoEngine

@Suite struct PartTests {
    private func parts(_ words: [String], _ sentences: [Range<Int>], limit: Int) throws -> [Part] {
        let model = try Tiny.model()
        let excerpt = Excerpt(words: words, sentences: sentences, paragraphs: sentences.map { _ in 0 })
        return Part.parts(of: excerpt, PieceTable(words, model.network.vocabulary), limit: limit)
    }

    @Test func `a long sentence is cut before the word that would not fit`() throws {
        // "said" is one piece, "abcd" four.
        let parts = try parts(["said", "abcd", "said", "abcd", "said", "the"], [0..<5, 5..<6], limit: 6)
        #expect(parts.map(\.words) == [0..<3, 3..<5, 5..<6])
        #expect(parts.map(\.pieces) == [6, 5, 1])
        #expect(parts.map(\.isFirst) == [true, false, true])
        #expect(parts.map(\.isLast) == [false, true, true])
        #expect(parts.map(\.sentence) == [0, 0, 1])
    }

    @Test func `a word longer than the limit has a part to itself`() throws {
        let parts = try parts(["abcdefgh", "the", "abcdefgh"], [0..<3], limit: 4)
        #expect(parts.map(\.words) == [0..<1, 1..<2, 2..<3])
    }

    @Test func `an empty sentence has no part`() throws {
        let parts = try parts(["the"], [0..<0, 0..<1, 1..<1], limit: 250)
        #expect(parts.map(\.sentence) == [1])
    }
}
