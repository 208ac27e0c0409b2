import Foundation
import SaysoCore
import Testing

@testable import Sayso

/// What the language model of `Models/reader-en` makes of reports, through the whole pipeline.
@Suite(.enabled(if: ModelFolder.standard != nil, "no language model in Models/reader-en: reading by it is not tried"))
struct LanguageModelReadingTests {
    private func words(_ text: String) -> Document { Samples.reader.words(Samples.report(text)) }

    @Test func `each sentence is one tree`() {
        let document = words("Forces took the base near Sabha on Monday. Nobody was hurt, the mayor said.\n\nHe thanked them.")
        #expect(document.tree.count == document.tokens.count)
        for sentence in document.sentences {
            #expect(sentence.tokens.count { document.tree[$0].head == nil } == 1)
            for token in sentence.tokens {
                var (at, steps) = (token, 0)
                while let head = document.tree[at].head, steps <= sentence.tokens.count {
                    #expect(sentence.tokens.contains(head))
                    (at, steps) = (head, steps + 1)
                }
                #expect(steps <= sentence.tokens.count, "a circle at \(document.tokens[token].text)")
            }
        }
    }

    @Test(arguments: [
        ("Forces took the base near Sabha.", "took", UniversalTag.verb, "take"),
        ("FORCES TOOK THE BASE NEAR SABHA.", "TOOK", .verb, "take"),
        ("The army has struck the bridge.", "struck", .verb, "strike"),
    ])
    func wordsHaveTheirTags(text: String, word: String, tag: UniversalTag, lemma: String) throws {
        let token = try #require(words(text).tokens.first { $0.text == word })
        #expect(token.tag == tag && token.lemma == lemma)
    }

    @Test func `somebody says something to somebody's words`() throws {
        let document = words("The road to the airport was closed on Monday, a spokesman for the ministry said.")
        let link = try #require(document.cueLinks.first)
        #expect(document.passage(link.cue).words == "said")
        let said = document.tokens.indices.filter { link.content($0) > 0.5 }
        #expect(said.contains(1) && said.allSatisfy { $0 < link.cue.lowerBound })
        #expect(document.tokens.indices.contains { link.source($0) > 0.5 && document.tokens[$0].text == "spokesman" })
    }

    @Test func `rules alone read where there is no model, and say nothing of trees`() throws {
        let reader = try Reader(model: nil)
        #expect(reader.model == nil)
        let document = reader.document(Samples.report("The army said rebels had taken Sabha."))
        #expect(document.tree.isEmpty && document.names.isEmpty && document.cueLinks.isEmpty)
        #expect(!document.attributions.isEmpty)
    }

    @Test func `a damaged model is refused with a reason`() throws {
        let standard = try #require(ModelFolder.standard)
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("sayso-model-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var bytes = try Data(contentsOf: URL(fileURLWithPath: standard.path + "/reader-en.safetensors"))
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: folder.appendingPathComponent("reader-en.safetensors"))
        try FileManager.default.copyItem(atPath: standard.path + "/vocab.txt", toPath: folder.path + "/vocab.txt")
        let error = #expect(throws: (any Error).self) { try Reader(model: ModelFolder(folder.path)) }
        #expect("\(error.map { "\($0)" } ?? "")".contains("damaged"))
    }

    @Test func `one worker and eight read the same`() async {
        let reports = (0..<16).map { Samples.report("The army said \($0) rebels were killed near Tripoli on Monday, according to a statement.") }
        let alone = reports.map { Samples.reader.document($0) }
        let together = await withTaskGroup(of: (Int, Document).self) { group in
            for (index, report) in reports.enumerated() { group.addTask { (index, Samples.reader.document(report)) } }
            var found: [Int: Document] = [:]
            for await (index, document) in group { found[index] = document }
            return found
        }
        for (index, document) in alone.enumerated() { #expect(together[index] == document) }
    }

    @Test func `a sentence without end and words without letters are read`() {
        let long = String(repeating: "the army and the rebels and ", count: 800)
        for text in [long, String(repeating: "\u{301}", count: 500), "🚀 🚀 🚀", String(repeating: "x", count: 60_000)] {
            let document = words(text)
            #expect(document.tree.count == document.tokens.count)
        }
    }
}
