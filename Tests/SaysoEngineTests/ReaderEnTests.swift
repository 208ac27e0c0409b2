import Foundation
import Testing

@testable import SaysoEngine

/// The trained model, where it is in place: Models/reader-en/reader-en.safetensors and vocab.txt.
@Suite(.enabled(if: ReaderEn.isThere, "the trained model is not in Models/reader-en"))
struct ReaderEnTests {
    @Test func `loads in a moment`() throws {
        let clock = ContinuousClock()
        let spent = try clock.measure { _ = try ReaderEn.model() }
        // 40 ms in a release build on the machine it was written on; a debug build makes the vocabulary's table slowly.
        #expect(spent < .seconds(3))
    }

    @Test func `gives the same bits on every path`() throws {
        let words = "Forces of the GNA said on Monday that they had taken Al-Watiya , a base in the west . The LNA denied it .".split(
            separator: " ")
        let excerpt = Excerpt(words: words.map(String.init), sentences: [0..<18, 18..<23], paragraphs: [0, 0])
        let readings = try KernelPath.available.map { path in
            let model = try ReaderEn.model(path)
            return model.read(excerpt, in: Workspace(for: model), sentenceVectors: true)
        }
        for reading in readings { #expect(reading == readings[0]) }
    }

    /// Sums in another order round a few activations to the neighbouring 8-bit step, and that spreads: 1e-7 added to the embeddings moves the
    /// last layer by 0.03 in the mean, where values are 0.5. The tiny model, without such a case, is held to 1e-4.
    @Test func `reads the golden sentences as the training's arithmetic does`() throws {
        let model = try ReaderEn.model()
        let workspace = Workspace(for: model)
        for golden in try ReaderEn.golden() {
            let table = PieceTable(golden.words, model.network.vocabulary)
            #expect([model.network.vocabulary.start] + table.pieces + [model.network.vocabulary.end] == golden.ids)
            let excerpt = Excerpt(words: golden.words, sentences: [0..<golden.words.count], paragraphs: [0])
            let reading = model.read(excerpt, in: workspace, sentenceVectors: true)
            let width = model.network.configuration.width
            var differences: [Float] = []
            for (row, values) in golden.hidden.enumerated() {
                for (column, value) in values.enumerated() {
                    differences.append(abs(workspace.kept[2].start[row * width + column] - value))
                }
            }
            #expect(differences.reduce(0, +) / Float(differences.count) < 0.05)
            #expect(differences.max() ?? 0 < 0.5)
            let alike = zip(reading.head, golden.head).count { Int($0) + 1 == $1 }
            #expect(alike >= golden.words.count - 2)
            for (found, scores) in [(reading.upos, golden.upos), (reading.xpos, golden.xpos)] {
                for (label, row) in zip(found, scores) { #expect(row[Int(label)] > (row.max() ?? 0) - 0.3) }
            }
            #expect(near(reading.sentenceVectors?.first ?? [], golden.vector, 0.03))
            for cue in reading.cues where Array(cue.words) == golden.saysCue.map({ $0 - 1 }) {
                #expect(near(cue.source, golden.says[0], 0.1) && near(cue.content, golden.says[1], 0.1))
            }
        }
    }
}

enum ReaderEn {
    /// Beside the package's Tests folder.
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Models/reader-en").path
    static let isThere = FileManager.default.fileExists(atPath: folder + "/reader-en.safetensors")

    /// What the exporter's own arithmetic says of a few sentences; scores before soft-max.
    struct Golden: Decodable {
        let words: [String]
        let ids: [Int32]
        let hidden, upos, xpos, says: [[Float]]
        let head, saysCue: [Int]
        let vector: [Float]

        private enum CodingKeys: String, CodingKey {
            case words, ids, hidden, upos, xpos, says, head, vector
            case saysCue = "says_cue"
        }
    }

    static func golden() throws -> [Golden] {
        try JSONDecoder().decode([Golden].self, from: Data(contentsOf: URL(filePath: folder + "/golden.json")))
    }

    static func model(_ kernels: KernelPath = .best) throws -> LanguageModel {
        try LanguageModel(weights: folder + "/reader-en.safetensors", vocabulary: folder + "/vocab.txt", kernels: kernels)
    }
}
