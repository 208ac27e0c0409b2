import SaysoClaims
import SaysoCore
import SaysoLexicon
import SaysoText

/// Who says what in a few sentences, in a form that a test can read: "source | cue | content".
enum AttributionSample {
    private static let words = try! TokenLexicon()
    private static let stages: [any Stage<Document, Document>] = [
        Tokenizer(words: words), SentenceSplitter(words: words), Tagger(model: try! TaggerModel(), lemmas: try! LemmaTable()), Chunker(),
        QuotationFinder(words: words),
    ]
    static let finder = try! AttributionFinder()

    static func document(_ text: String) -> Document {
        stages.reduce(Document(Report(id: ReportID("test"), text: SourceText(text)))) { $1.run($0) }
    }

    static func attributions(_ text: String) -> [Attribution] { finder.run(document(text)).attributions }

    static func lines(_ text: String) -> [String] { attributions(text).map(line) }

    static func line(_ attribution: Attribution) -> String {
        "\(attribution.source.words) | \(attribution.cue.words) | \(attribution.content.words)"
    }
}
