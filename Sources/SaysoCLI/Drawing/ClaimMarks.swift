import SaysoCore

/// Which words of a text which claims rest on.
struct ClaimMarks {
    private let text: SourceText
    private let claims: [Claim]
    /// Residue is drawn dim: marked, never deleted.
    private let residue: [TextSpan]
    /// Pieces of evidence by start, with their claim's index.
    private let pieces: [(span: TextSpan, claim: Int, isLast: Bool)]
    private let longest: Int
    /// Claims by where their evidence begins.
    private let beginnings: [(start: Int, claim: Int)]

    init(_ reading: Reading) {
        text = reading.report.text
        claims = reading.claims
        residue = reading.residue.map(\.passage.span)
        pieces = reading.claims.enumerated().flatMap { index, claim in
            let evidence = claim.evidence.sorted()
            return evidence.enumerated().map { ($1.span, index, $0 == evidence.count - 1) }
        }.sorted { $0.0 < $1.0 }
        longest = pieces.map(\.span.count).max() ?? 0
        beginnings = reading.claims.enumerated().compactMap { index, claim in claim.evidence.min().map { ($0.span.start, index) } }
            .sorted { ($0.0, $0.1) < ($1.0, $1.1) }
    }

    /// The claims whose evidence begins in `unit`, with their numbers, counted through the report.
    func claims(beginningIn unit: TextSpan) -> [(number: Int, claim: Claim)] {
        let first = beginnings.partitionIndex { $0.start >= unit.start }
        return beginnings[first...].prefix { $0.start < unit.end }.map { ($0.claim + 1, claims[$0.claim]) }
    }

    /// The words of `unit` with underlines, or, where there are none, brackets: "[took the airbase](1)", "[will strike](2 announced)".
    func styled(_ unit: TextSpan, on terminal: Terminal) -> StyledText {
        let first = pieces.partitionIndex { $0.span.start >= unit.start - longest }
        let here = pieces[first...].prefix { $0.span.start < unit.end }.filter { $0.span.overlaps(unit) }
        var cuts: Set<Int> = [unit.start, unit.end]
        for piece in here { cuts.formUnion([max(piece.span.start, unit.start), min(piece.span.end, unit.end)]) }
        for span in residue { if let part = span.intersection(unit) { cuts.formUnion([part.start, part.end]) } }
        let edges = cuts.sorted()
        let isPlain = terminal.underlines == .none
        var out = StyledText()
        for (start, end) in zip(edges, edges.dropFirst()) {
            if isPlain { out.append(String(repeating: "[", count: here.count { $0.span.start == start })) }
            var style = StyledText.Style()
            // Of several the shortest: the inner claim would vanish under the outer one's line.
            let over = here.filter { $0.span.start <= start && end <= $0.span.end }.min { $0.span.count < $1.span.count }
            if let over { style.underline = claims[over.claim].firmness }
            if residue.contains(where: { $0.start <= start && end <= $0.end }) { style.isDim = true }
            out.append(Printable.oneLine(text.words(TextSpan(start, end))), style)
            for piece in here where piece.span.end == end {
                let firmness = claims[piece.claim].firmness
                if isPlain {
                    let note = firmness == .asserted ? "" : " \(firmness.rawValue)"
                    out.append(piece.isLast ? "](\(piece.claim + 1)\(note))" : "]…")
                } else if piece.isLast {
                    out.append((firmness == .denied ? " not" : "") + Self.superscript(piece.claim + 1), .dim)
                }
            }
        }
        return out
    }

    private static func superscript(_ number: Int) -> String {
        let digits = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
        return String(number).utf8.map { digits[Int($0) - 0x30] }.joined()
    }
}
