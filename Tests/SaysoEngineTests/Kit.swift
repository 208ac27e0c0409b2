import Foundation

@testable import SaysoEngine

/// A model of 340 KB with random weights, its vocabulary, and what a second, independent reading of the specification makes of it.
enum Tiny {
    static let folder = Bundle.module.resourceURL!.appending(path: "Fixtures").path
    static let weights = folder + "/tiny.safetensors"
    static let vocabulary = folder + "/vocab.txt"

    static func model(_ kernels: KernelPath = .best) throws -> LanguageModel {
        try LanguageModel(weights: weights, vocabulary: vocabulary, kernels: kernels)
    }

    static func expected() throws -> Expected {
        try JSONDecoder().decode(Expected.self, from: Data(contentsOf: URL(filePath: folder + "/expected.json")))
    }
}

/// The form of expected.json, as Training/reader/tiny.py writes it.
struct Expected: Decodable {
    struct Span: Decodable {
        let words: Range<Int>
        let kind: String
        let confidence: Float

        init(from decoder: any Decoder) throws {
            var fields = try decoder.unkeyedContainer()
            words = try fields.decode(Int.self)..<fields.decode(Int.self)
            kind = try fields.decode(String.self)
            confidence = try fields.decode(Float.self)
        }
    }
    struct Cut: Decodable {
        let word: String
        let pieces: [Int32]
        let shape: UInt8
    }
    struct Cue: Decodable {
        let words, window: [Int]
        let confidence: Float
        let source, content: [Float]
    }
    struct Event: Decodable {
        let word, modality: Int
        let scores: [Float]
        let window: [Int]
        let roles: [[Float]]
    }

    let words: [String]
    let sentences: [[Int]]
    let paragraphs: [Int]
    let pieces: [[Int32]]
    let cases: [UInt8]
    let torture: [Cut]
    let vectors: [[Float]]
    let upos, xpos, lemma, head, deprel: [Int]
    let names, entities: [Span]
    let cues: [Cue]
    let events: [Event]

    var excerpt: Excerpt { Excerpt(words: words, sentences: sentences.map { $0[0]..<$0[1] }, paragraphs: paragraphs) }
}

/// The same numbers on every machine (SplitMix64).
struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }

    mutating func floats(_ count: Int, _ range: ClosedRange<Float> = -3...3) -> [Float] {
        (0..<count).map { _ in Float.random(in: range, using: &self) }
    }
}

/// Whether two numbers differ by less than the reference's rounding.
func near(_ a: [Float], _ b: [Float], _ tolerance: Float) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) <= tolerance }
}
