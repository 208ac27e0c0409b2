import Foundation
import Testing

@testable import SaysoEngine

/// Excerpts nobody would write.
enum Hostile {
    static let strings = [
        "", " ", "\t\n", "\u{0}", "\u{fffd}", "\u{202e}", "\u{feff}", "é", "e\u{301}\u{301}\u{301}", "ΣΣΣ", "İ", "👨‍👩‍👧‍👦", "🇱🇾", "\u{10ffff}",
        "\u{1112}\u{1161}\u{11ab}",
        "##the", "[UNK]", "[CLS]", "[SEP]", "'''''''''''''''''''''", "x\u{20dd}", String(repeating: "ab", count: 500),
    ]

    /// Pieces of the tiny vocabulary and hostile strings, in sentences of 0 to 39 words.
    static func excerpt(words count: Int, seed: UInt64) -> Excerpt {
        var dice = Dice(state: seed &* 7919 &+ 1)
        let plain = ["the", "said", "army", "town", "it", "took", "Forces", ",", "1999", "NATO", "that", "control", "of"]
        let words = (0..<count).map { _ in (Int.random(in: 0..<5, using: &dice) == 0 ? strings : plain).randomElement(using: &dice) ?? "" }
        var (sentences, paragraphs): ([Range<Int>], [Int]) = ([], [])
        var (start, paragraph) = (0, 0)
        while start < count {
            let end = min(count, start + Int.random(in: 0..<40, using: &dice))
            sentences.append(start..<end)
            paragraphs.append(paragraph)
            if Int.random(in: 0..<3, using: &dice) == 0 { paragraph += 1 }
            start = end
        }
        return Excerpt(words: words, sentences: sentences, paragraphs: paragraphs)
    }

    /// Resident memory of this process in megabytes; nil where it cannot be told.
    static func resident() -> Int? {
        guard let status = try? String(contentsOf: URL(filePath: "/proc/self/status"), encoding: .utf8) else { return nil }
        return status.split(separator: "\n").first { $0.hasPrefix("VmRSS") }.flatMap { Int($0.filter(\.isNumber)) }.map { $0 / 1024 }
    }
}

@Suite(.serialized) struct HostileTests {
    private func read(_ words: [String], _ sentences: [Range<Int>]) throws -> ExcerptReading {
        let model = try Tiny.model()
        let excerpt = Excerpt(words: words, sentences: sentences, paragraphs: sentences.map { _ in 0 })
        return model.read(excerpt, in: Workspace(for: model), sentenceVectors: true)
    }

    @Test func `an empty excerpt has an empty reading`() throws {
        #expect(try read([], []).head.isEmpty)
        #expect(try read([], [0..<0]).sentenceVectors == [[]])
        #expect(try read(["the"], []).head == [-1])
    }

    @Test(arguments: Hostile.strings)
    func `any word can be read`(word: String) throws {
        let reading = try read([word, word, word], [0..<1, 1..<3])
        #expect(reading.head.count == 3 && reading.head.filter { $0 < 0 }.count == 2)
        #expect(reading.sentenceVectors?.allSatisfy { $0.allSatisfy(\.isFinite) } == true)
    }

    @Test func `a word of a megabyte can be read`() throws {
        for letter in ["a", "Σ", "."] {
            #expect(try read([String(repeating: letter, count: (1 << 20) / letter.utf8.count)], [0..<1]).head == [-1])
        }
    }

    @Test func `a sentence of a hundred thousand words is read in bounded memory`() throws {
        let model = try Tiny.model()
        let workspace = Workspace(for: model)
        // A debug build reads a tenth as fast.
        let count = _isDebugAssertConfiguration() ? 10_000 : 100_000
        let words = (0..<count).map { ["said", "the", "army", "it", "unmatchable☄"][$0 % 5] }
        let before = Hostile.resident()
        let reading = model.read(Excerpt(words: words, sentences: [0..<count], paragraphs: [0]), in: workspace)
        #expect(reading.head.filter { $0 < 0 }.count == 1)
        #expect(reading.cues.allSatisfy { $0.window.count <= 250 && $0.source.count == $0.window.count })
        // Other tests run beside this one: a loose bound, far below what one attention over all words would take.
        if let before, let after = Hostile.resident() { #expect(after - before < 100) }
    }

    @Test func `of more cues than a window can have, the most confident are linked`() throws {
        let model = try Tiny.model()
        let reading = model.read(Hostile.excerpt(words: 5000, seed: 3), in: Workspace(for: model))
        let windows = Dictionary(grouping: reading.cues, by: \.window)
        #expect(windows.values.allSatisfy { $0.count <= Workspace.mostCues })
        for (before, after) in zip(reading.cues, reading.cues.dropFirst()) { #expect(before.words.upperBound <= after.words.lowerBound) }
    }
}
