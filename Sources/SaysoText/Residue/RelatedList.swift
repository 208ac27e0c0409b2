import SaysoCore

/// The titles under "Related stories" at the end of a text: short lines without a stop, down to the end or to the next furniture.
struct RelatedList {
    let titles: [Residue]

    init(_ document: Document, _ found: [Residue]) {
        var titles: [Residue] = []
        let paragraphs = document.paragraphs
        for (index, heading) in found.enumerated() where heading.kind == .related && heading.rule == "residue.line" {
            let next = index + 1 < found.count ? found[index + 1].passage.span.start : document.text.count + 1
            var list: [Residue] = []
            var at = paragraphs.partitionIndex { $0.start >= heading.passage.span.end }
            while at < paragraphs.count, paragraphs[at].start < next, list.count < 40, Self.isTitle(paragraphs[at], document.text) {
                list.append(Residue(passage: document.text.passage(paragraphs[at]), kind: .related, rule: "residue.related-list"))
                at += 1
            }
            // Prose follows: the heading was a link inside the report.
            if at == paragraphs.count || paragraphs[at].start >= next, list.count < 40 { titles += list }
        }
        self.titles = titles
    }

    private static func isTitle(_ span: TextSpan, _ text: SourceText) -> Bool {
        guard span.count <= 140, span.count > 0 else { return false }
        return ![UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: ",")].contains(text.utf8[span.end - 1])
    }
}
