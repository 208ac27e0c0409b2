import Foundation
import Sayso
import SaysoCore
import Testing

/// Rows that give words instead of text: how treebanks are read.
@Suite struct GivenWordsTests {
    private func annotate(_ layer: String, _ row: String) throws -> String {
        let type = try #require(AnnotationLayers.named(layer))
        return try type.init(reader: Samples.reader).annotate(ExchangeRow(Array(row.utf8)))
    }

    @Test func `given words come out as they are, a block a sentence`() throws {
        let out = try annotate("tokens", #"{"id":"a","sentences":[["don't","split","U.S.-backed"],["Yes","."]]}"#)
        let blocks = out.split(separator: "\n\n").map { $0.split(separator: "\n").map { $0.split(separator: "\t")[1] } }
        #expect(blocks == [["don't", "split", "U.S.-backed"], ["Yes", "."]])
        for line in out.split(separator: "\n") { #expect(line.split(separator: "\t").count == 10) }
    }

    @Test func `names of given words are counted in words of their sentence`() throws {
        let json = try JSON(parsing: annotate("names", #"{"id":"a","sentences":[["Yes","."],["Kofi","Annan","left","."]]}"#))
        #expect(json["id"]?.string == "a")
        #expect(Samples.reader.model == nil || json["names"]?.array?.isEmpty == false)
        for name in json["names"]?.array ?? [] { #expect((0...1).contains(name["sentence"]?.integer ?? -1)) }
    }

    @Test func `names of a text stand where they stand`() throws {
        let text = "Écoutez: Kofi Annan left Geneva."
        let json = try JSON(parsing: annotate("names", #"{"id":"a","text":"\#(text)"}"#))
        let scalars = Array(text.unicodeScalars)
        #expect(Samples.reader.model == nil || json["names"]?.array?.isEmpty == false)
        for name in json["names"]?.array ?? [] {
            let (start, end) = (name["start"]?.integer ?? -1, name["end"]?.integer ?? -1)
            #expect(start >= 0 && start < end && end <= scalars.count)
        }
    }

    @Test func `a row with neither text nor words is none`() {
        #expect(throws: ExchangeRow.RowError.self) { try ExchangeRow(Array(#"{"id":"a"}"#.utf8)) }
    }
}
