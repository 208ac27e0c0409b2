import SaysoCore

/// A sentence with its tree, written by hand: "Rebels 2 nsubj" – word, number of its head from 1 (0: root), relation.
enum TreeSample {
    static func document(_ rows: String, tags: [String: UniversalTag] = [:]) -> Document {
        let cells = rows.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        var document = Document(Report(id: ReportID("test"), text: SourceText(cells.map { $0[0] }.joined(separator: " "))))
        var start = 0
        for cell in cells {
            let span = TextSpan(start, start + cell[0].utf8.count)
            document.tokens.append(
                Token(
                    span: span, text: cell[0], folded: cell[0].lowercased(), shape: .lower, spaceBefore: true, tag: tags[cell[0]] ?? .noun,
                    lemma: cell[0].lowercased()))
            start = span.end + 1
        }
        document.sentences = [Sentence(span: document.text.whole, tokens: 0..<cells.count, paragraph: 0)]
        document.tree = cells.map { Dependency(head: $0[1] == "0" ? nil : Int($0[1]).map { $0 - 1 }, relation: $0[2]) }
        return document
    }
}
