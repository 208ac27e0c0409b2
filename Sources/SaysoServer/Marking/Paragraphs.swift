import SaysoCore

/// A paragraph of a report as the page shows it.
struct Paragraph: Sendable, Equatable {
    let span: TextSpan
    /// Short lines that were meant as lines (a byline, a dateline, a list): their breaks are kept.
    let keepsLines: Bool
}

enum Paragraphs {
    /// Blank lines part paragraphs; where a text has none, every line is one.
    static func split(_ text: SourceText) -> [Paragraph] {
        let lines = lines(of: text)
        let hasBlankLines = zip(lines, lines.dropFirst()).contains { $0.isEmpty && !$1.isEmpty } && !lines.isEmpty
        var paragraphs: [Paragraph] = []
        var held: [TextSpan] = []
        func close() {
            if let first = held.first, let last = held.last {
                paragraphs.append(Paragraph(span: TextSpan(first.start, last.end), keepsLines: held.count > 1 && !isWrapped(held)))
            }
            held = []
        }
        for line in lines {
            if line.isEmpty { close() } else { held.append(line) }
            if !hasBlankLines { close() }
        }
        close()
        return paragraphs
    }

    /// Lines without the white space at their edges; blank ones are empty.
    private static func lines(of text: SourceText) -> [TextSpan] {
        var lines: [TextSpan] = []
        var start = 0
        for (offset, byte) in text.utf8.enumerated() where byte == 0x0A {
            lines.append(text.trimmed(TextSpan(start, offset)))
            start = offset + 1
        }
        lines.append(text.trimmed(TextSpan(start, text.count)))
        return lines
    }

    /// True for running text that an editor broke at a fixed width, as news wires do: every line but the last is nearly as long as the
    /// longest.
    private static func isWrapped(_ lines: [TextSpan]) -> Bool {
        let longest = lines.map(\.count).max() ?? 0
        return longest >= 45 && lines.dropLast().allSatisfy { $0.count * 3 >= longest * 2 }
    }
}
