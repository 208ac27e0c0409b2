package import SaysoCore

extension Document {
    /// A document of words that somebody else has cut, a space between each two, all in one paragraph: a treebank's sentences.
    package init(sentences: [[String]]) {
        self.init(Report(id: ReportID("words"), text: SourceText(sentences.lazy.map { $0.joined(separator: " ") }.joined(separator: " "))))
        var offset = 0
        for words in sentences where !words.isEmpty {
            let (first, start) = (tokens.count, offset)
            for word in words {
                let span = TextSpan(offset, offset + word.utf8.count)
                tokens.append(
                    Token(
                        span: span, text: word, folded: Folding.fold(word), shape: .of(span.start, span.end, in: text.utf8), spaceBefore: true))
                offset = span.end + 1
            }
            self.sentences.append(Sentence(span: TextSpan(start, offset - 1), tokens: first..<tokens.count, paragraph: 0))
        }
        paragraphs = [text.whole]
    }
}
