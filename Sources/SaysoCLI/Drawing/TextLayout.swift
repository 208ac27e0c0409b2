import SaysoCore
import SaysoLexicon
import SaysoText

/// Where a text is broken for drawing: sentences, under which cards can stand, and paragraphs, before which a line stays empty.
struct TextLayout {
    /// Every character of the text but white space stands in one unit, in order.
    let units: [TextSpan]
    let paragraphStarts: Set<Int>

    /// The layout of a text that was read.
    init(_ document: Document) {
        let text = document.text
        let starts = Set(document.sentences.map(\.span.start)).union(document.paragraphs.map(\.start))
        let edges = [0] + starts.filter { $0 > 0 && $0 < text.count }.sorted() + [text.count]
        units = zip(edges, edges.dropFirst()).map { text.trimmed(TextSpan($0, $1)) }.filter { !$0.isEmpty }
        paragraphStarts = Set(document.paragraphs.map { text.trimmed($0).start })
    }

    /// The layout of a report out of the ledger, which keeps no sentences: they are found again.
    init(_ report: Report) throws {
        let words = try TokenLexicon()
        let pipeline = try Pipeline("layout", [Tokenizer(words: words), SentenceSplitter(words: words)])
        self.init(pipeline.run(Document(report)))
    }
}
