import SaysoCore
import SaysoLexicon

/// Marks of footnotes inside a text, and notes in brackets: "fled.[1][2]", "[citation needed]", "(Source: Interfax)".
///
/// A number in brackets counts only where it clings to what stands before it: "[3] officers" is an editor's insertion.
struct NoteMarks {
    private let text: SourceText
    private let lexicon: FurnitureLexicon
    private(set) var marks: [Residue] = []

    init(_ text: SourceText, lexicon: FurnitureLexicon) {
        self.text = text
        self.lexicon = lexicon
        var offset = 0
        while offset < text.count {
            let byte = text.utf8[offset]
            guard byte == UInt8(ascii: "[") || byte == UInt8(ascii: "("), let (end, kind, rule) = note(at: offset) else {
                offset += 1
                continue
            }
            let span = TextSpan(offset, end)
            if let last = marks.last, last.passage.span.end == offset, last.kind == kind {
                marks[marks.count - 1] = Residue(passage: text.passage(last.passage.span.union(span)), kind: kind, rule: rule)
            } else {
                marks.append(Residue(passage: text.passage(span), kind: kind, rule: rule))
            }
            offset = end
        }
    }

    private func note(at start: Int) -> (end: Int, kind: Residue.Kind, rule: Rule)? {
        let isSquare = text.utf8[start] == UInt8(ascii: "[")
        let close = isSquare ? UInt8(ascii: "]") : UInt8(ascii: ")")
        let limit = min(text.count, start + 80)
        var end = start + 1
        while end < limit, text.utf8[end] != close, text.utf8[end] != 0x0A, text.utf8[end] != text.utf8[start] { end += 1 }
        guard end < limit, text.utf8[end] == close, end > start + 1 else { return nil }
        let inner = text.utf8[(start + 1)..<end]
        if isSquare {
            if inner.count <= 3, inner.allSatisfy({ (0x30...0x39).contains($0) }) {
                return start > 0 && text.utf8[start - 1] > 0x20 ? (end + 1, .boilerplate, "residue.note-mark") : nil
            }
            guard inner.count <= 40, let kind = lexicon.bracketed(String(decoding: inner, as: UTF8.self)) else { return nil }
            return (end + 1, kind, "residue.bracketed-note")
        }
        // "(Source: Interfax)": an editor's note of provenance, which nobody in the report says.
        let opening = inner.prefix(8).map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
        guard opening.starts(with: Array("source:".utf8)) || opening.elementsEqual(Array("sources:".utf8)) else { return nil }
        return (end + 1, .credit, "residue.source-note")
    }
}
