import Foundation
import Testing

@testable import SaysoEngine

@Suite struct WordPiecesTests {
    private let vocabulary: Vocabulary
    private let names: [String]

    init() throws {
        names = try String(contentsOf: URL(filePath: Tiny.vocabulary), encoding: .utf8).split(separator: "\n").map(String.init)
        vocabulary = try Vocabulary(Tiny.vocabulary, pieces: names.count)
    }

    private func cut(_ word: String) -> String {
        var wordPieces = WordPieces(vocabulary)
        var pieces: [Int32] = []
        wordPieces.append(word, to: &pieces)
        return pieces.map { names[Int($0)] }.joined(separator: " ")
    }

    @Test(arguments: [
        ("the", "the"), ("The", "the"), ("taking", "t ##a ##k ##ing"), ("forces", "forces"), ("forced", "f ##o ##r ##c ##ed"),
        ("Ét", "e ##t"), ("don’t", "d ##o ##n ’ t"), ("it's", "it ' s"), ("", "[UNK]"), (" ", "[UNK]"), ("\t", "[UNK]"),
        ("a\tb", "a ##b"), ("a b", "a b"), ("東京", "東 ##京"), ("ab☃", "a ##b ##☃"), ("ab\u{2603}\u{2604}", "[UNK]"),
        ("a.\u{2604}", "a . [UNK]"), ("!!!!!!!!!!", "! ! ! ! ! ! ! !"), ("thethe", "the ##t ##h ##e"),
    ])
    func `cuts a word into the longest pieces`(word: String, pieces: String) {
        #expect(cut(word) == pieces)
    }

    @Test func `cuts and shapes odd words as Python does`() throws {
        let expected = try Tiny.expected()
        #expect(expected.torture.count > 100)
        var wordPieces = WordPieces(vocabulary)
        for odd in expected.torture {
            var pieces: [Int32] = []
            wordPieces.append(odd.word, to: &pieces)
            let scalars = odd.word.unicodeScalars.prefix(8).map { String($0.value, radix: 16) }
            #expect(pieces == odd.pieces, "“\(odd.word.prefix(20))” \(scalars): \(pieces.map { names[Int($0)] })")
            #expect(CaseShape(odd.word).rawValue == odd.shape, "“\(odd.word.prefix(20))” \(scalars)")
        }
    }

    @Test func `reads a word of a megabyte to its end`() {
        let letters = String(repeating: "a", count: 1 << 20)
        #expect(cut(letters) == "a" + String(repeating: " ##a", count: 7))
        #expect(cut(letters + "\u{2604}") == "[UNK]")
        #expect(cut(String(repeating: "Σ\u{0301}", count: 1 << 16)).hasPrefix("σ"))
    }

    @Test func `an excerpt's table keeps every word's pieces and case`() throws {
        let expected = try Tiny.expected()
        let table = PieceTable(expected.words, vocabulary)
        for (word, pieces) in expected.pieces.enumerated() {
            #expect(Array(table.pieces[table.range(of: word)]) == pieces)
            #expect(table.cases[word] == expected.cases[word])
        }
        #expect(table.count(of: 0..<expected.words.count) == table.pieces.count)
    }
}
