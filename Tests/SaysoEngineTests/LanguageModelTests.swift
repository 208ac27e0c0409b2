import Foundation
import Testing

@testable import SaysoEngine

@Suite struct LanguageModelTests {
    @Test(arguments: KernelPath.available)
    func `reads as the specification does`(kernels: KernelPath) throws {
        let expected = try Tiny.expected()
        let model = try Tiny.model(kernels)
        let reading = model.read(expected.excerpt, in: Workspace(for: model), sentenceVectors: true)
        expected.compare(reading, model)
    }

    @Test func `gives the same bits on every path`() throws {
        let excerpt = Hostile.excerpt(words: 600, seed: 1)
        let readings = try KernelPath.available.map { path in
            let model = try Tiny.model(path)
            return model.read(excerpt, in: Workspace(for: model), sentenceVectors: true)
        }
        #expect(readings[0].cues.count > 5 && readings[0].events.count > 5 && readings[0].names.count > 5)
        for reading in readings { #expect(reading == readings[0]) }
    }

    @Test func `gives the same reading to two workers and to one, whatever was read before`() async throws {
        let model = try Tiny.model()
        let excerpts = (0..<12).map { Hostile.excerpt(words: 150, seed: UInt64($0)) }
        let workspace = Workspace(for: model)
        let one = excerpts.map { model.read($0, in: workspace, sentenceVectors: true) }
        let two = await withTaskGroup(of: [(Int, ExcerptReading)].self) { group in
            for worker in 0..<2 {
                group.addTask {
                    let workspace = Workspace(for: model)
                    return stride(from: 11 - worker, through: 0, by: -2).map {
                        ($0, model.read(excerpts[$0], in: workspace, sentenceVectors: true))
                    }
                }
            }
            return await group.reduce(into: [Int: ExcerptReading]()) { all, some in for (index, reading) in some { all[index] = reading } }
        }
        for index in excerpts.indices { #expect(two[index] == one[index]) }
    }

    @Test func `a window reads the same in whatever batch it lies`() throws {
        let model = try Tiny.model()
        let workspace = Workspace(for: model)
        // Forty pieces fill the tiny model's window, so each sentence is one.
        let sentence = (0..<10).map { index in Array(repeating: ["the", "said", "army", "1"][(index * 7) % 4], count: 39) + ["."] }
        let together = model.read(
            Excerpt(words: Array(sentence.joined()), sentences: (0..<10).map { $0 * 40..<$0 * 40 + 40 }, paragraphs: Array(0..<10)),
            in: workspace,
            sentenceVectors: true)
        for index in 0..<10 {
            let alone = model.read(
                Excerpt(words: sentence[index], sentences: [0..<40], paragraphs: [0]), in: workspace, sentenceVectors: true)
            #expect(alone.upos == Array(together.upos[index * 40..<index * 40 + 40]))
            #expect(alone.sentenceVectors?[0] == together.sentenceVectors?[index])
        }
    }

    @Test func `a long sentence is one tree, its later parts' roots in parataxis`() throws {
        let model = try Tiny.model()
        let words = (0..<700).map { ["the", "army", "said", "it", ","][$0 * $0 % 5] }
        let reading = model.read(
            Excerpt(words: words, sentences: [0..<700], paragraphs: [0]), in: Workspace(for: model), sentenceVectors: true)
        #expect(SpanningTree.isTree(reading.head.map { Int($0) + 1 }))
        let root = try #require(reading.head.firstIndex(of: -1))
        #expect(root < 250)
        for (part, word) in [(1, 250), (2, 500)] {
            let own = (word..<min(word + 250, 700)).filter { reading.head[$0] < word }
            #expect(own.count == 1, "part \(part)")
            for index in own {
                #expect(Int(reading.head[index]) == root)
                #expect(model.labels.deprel[Int(reading.deprel[index])] == "parataxis")
            }
        }
        let vector = try #require(reading.sentenceVectors?.first)
        #expect(abs(vector.reduce(0) { $0 + $1 * $1 } - 1) < 1e-4)
    }

    @Test func `says nothing of words outside every sentence`() throws {
        let model = try Tiny.model()
        let reading = model.read(
            Excerpt(words: Array(repeating: "said", count: 30), sentences: [3..<9, 9..<9, 20..<28], paragraphs: [0, 0, 0]),
            in: Workspace(for: model),
            sentenceVectors: true)
        for word in [0, 1, 2, 9, 10, 19, 28, 29] { #expect(reading.head[word] == -1 && reading.upos[word] == 0) }
        for cue in reading.cues {
            #expect(cue.window == 3..<28 && cue.source.count == 25 && cue.content.count == 25)
            for word in 9..<20 { #expect(cue.source[word - 3] == 0) }
        }
        #expect(reading.sentenceVectors?.map(\.isEmpty) == [false, true, false])
    }

    @Test func `only root hangs on nothing`() throws {
        let model = try Tiny.model()
        let excerpt = Hostile.excerpt(words: 300, seed: 9)
        let reading = model.read(excerpt, in: Workspace(for: model))
        for sentence in excerpt.sentences where !sentence.isEmpty {
            let heads = reading.head[sentence].map { $0 < 0 ? 0 : Int($0) - sentence.lowerBound + 1 }
            #expect(SpanningTree.isTree(heads))
            for word in sentence { #expect((model.labels.deprel[Int(reading.deprel[word])] == "root") == (reading.head[word] < 0)) }
        }
    }
}
