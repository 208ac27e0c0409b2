import SaysoCore

/// Lays claims, their parts and speech passages over a report's text.
struct TextMarking {
    private enum Reason: Sendable {
        case claim(Int, isHead: Bool)
        case speech(Int, isHead: Bool)
        case part(Int)
    }

    private let reading: IndexedReading
    private var claims: [Claim] { reading.claims }
    private let address: (Claim) -> String
    private let lit: ClaimID?
    private let showsNumbers: Bool
    private let speeches: [Speech]
    private let levels: [Int]
    private var parts: [(span: TextSpan, roles: [(claim: Int, part: ClaimPart)])] = []

    /// - Parameters:
    ///   - lit: the claim that is looked at: its parts stand out.
    ///   - showsNumbers: false where the claim stands alone, on its own page.
    ///   - address: where a claim's number leads.
    init(_ reading: IndexedReading, lit: ClaimID?, showsNumbers: Bool = true, address: @escaping (Claim) -> String) {
        self.reading = reading
        self.showsNumbers = showsNumbers
        self.lit = lit
        self.address = address
        speeches = Speech.passages(in: reading.reading)
        levels = Self.levels(reading.claims)
        var bySpan: [TextSpan: [(claim: Int, part: ClaimPart)]] = [:]
        for (index, claim) in claims.enumerated() {
            for (part, span) in reading.parts(of: claim) {
                bySpan[reading.report.text.atWordEdges(span), default: []].append((index, part))
            }
        }
        parts = bySpan.map { ($0.key, $0.value.sorted { $0.claim < $1.claim }) }.sorted { $0.span < $1.span }
    }

    /// - Parameter title: as the page or its data tell it.
    func marked(_ paragraphs: [Paragraph], title: String?) -> MarkedText {
        let text = reading.report.text
        let marks = marks()
        let shown = paragraphs.filter { $0.span.start < MarkedText.limit }
        let kept = shown.map { Self.without(reading.reading.residue, in: $0.span, of: text) }
        let tokens = Marker.tokens(in: kept.flatMap(\.self), marks: marks)
        var next = 0
        var out: [MarkedParagraph] = []
        for (paragraph, pieces) in zip(shown, kept) where !pieces.isEmpty {
            var line: [PageToken] = []
            var voices = Voices()
            if let first = pieces.first, first.start > paragraph.span.start { line.append(PageToken(kind: .cut)) }
            for (index, _) in pieces.enumerated() {
                if index > 0 { line.append(PageToken(kind: .cut)) }
                line += tokens[next].map { page($0, &voices) }
                next += 1
            }
            if let last = pieces.last, last.end < paragraph.span.end { line.append(PageToken(kind: .cut)) }
            let isHeading = out.isEmpty && Self.isHeading(text.words(paragraph.span), title: title, of: shown.count)
            out.append(MarkedParagraph(span: paragraph.span, keepsLines: paragraph.keepsLines, tokens: line, isHeading: isHeading))
        }
        return MarkedText(paragraphs: out, isCut: shown.count < paragraphs.count)
    }

    private func marks() -> [Mark<Reason>] {
        let text = reading.report.text
        var marks: [Mark<Reason>] = []
        for (index, speech) in speeches.enumerated() {
            for (piece, span) in speech.passages.enumerated() {
                marks.append(Mark(text.atWordEdges(span), rank: 0, .speech(index, isHead: piece == 0)))
            }
        }
        for (index, claim) in claims.enumerated() {
            for (piece, passage) in claim.evidence.enumerated() {
                marks.append(Mark(text.atWordEdges(passage.span), rank: 1, .claim(index, isHead: piece == 0)))
            }
        }
        for (index, part) in parts.enumerated() { marks.append(Mark(part.span, rank: 2, .part(index))) }
        return marks
    }

    /// What stands in the margin of one paragraph. A name is not repeated there; a bracket that would run on from the one before steps
    /// aside.
    private struct Voices {
        private static let line = 75
        private var last = ""
        private var sinceEnd = line
        private var isAside = false

        mutating func passes(_ bytes: Int) { sinceEnd += bytes }
        mutating func ends() { sinceEnd = 0 }

        mutating func opens(_ speaker: String, isHead: Bool) -> SpeechMark {
            isAside = sinceEnd < Self.line && speaker != last && !isAside
            sinceEnd = 0
            guard isHead, speaker != last else { return SpeechMark(speaker: nil, isAside: isAside) }
            last = speaker
            return SpeechMark(speaker: speaker, isAside: isAside)
        }
    }

    private func page(_ token: MarkToken<Reason>, _ voices: inout Voices) -> PageToken {
        switch token {
        case .text(let span):
            voices.passes(span.count)
            return PageToken(kind: .text(reading.report.text.words(span)))
        case .open(.claim(let index, let isHead), let isFirst):
            let claim = claims[index]
            let chain = reading.chain(of: claim)
            let label = "claim \(index + 1) of \(claims.count), \(claim.stance.participle), \(chain.spoken)"
            return PageToken(
                kind: .claim(
                    ClaimMark(
                        number: index + 1, firmness: claim.firmness, level: levels[index], isLit: claim.id == lit,
                        isFirst: isFirst && isHead && showsNumbers,
                        address: address(claim), label: label.plain.clipped(to: 200))))
        case .open(.speech(let index, let isHead), let isFirst):
            let speaker = speeches[index].speaker.plain.clipped(to: 80)
            return PageToken(kind: .speech(voices.opens(speaker, isHead: isFirst && isHead)))
        case .open(.part(let index), _):
            let roles = parts[index].roles
            let own = roles.first { claims[$0.claim].id == lit }?.part.rawValue
            return PageToken(
                kind: .part(PartMark(roles: roles.map { "\($0.claim + 1):\($0.part.rawValue)" }.joined(separator: " "), lit: own)))
        case .close(.speech, _):
            voices.ends()
            return PageToken(kind: .closeSpeech)
        case .close: return PageToken(kind: .close)
        }
    }

    /// The first paragraph is set as the heading when it is the title, or, where no title is known, when it looks like one: short, without
    /// a full stop.
    private static func isHeading(_ words: String, title: String?, of paragraphs: Int) -> Bool {
        if let title { return Folding.fold(title) == Folding.fold(words) }
        guard paragraphs > 1, words.utf8.count <= 200, !words.contains("\n"), let last = words.last else { return false }
        return !".:;,".contains(last)
    }

    /// Greedy colouring: each claim gets the lowest height that no claim overlapping it has; three are told apart, more repeat.
    private static func levels(_ claims: [Claim]) -> [Int] {
        var open: [(end: Int, level: Int)] = []
        return claims.map { claim in
            guard let hull = claim.evidence.hull else { return 0 }
            open.removeAll { $0.end <= hull.start }
            let level = (0...open.count).first { level in !open.contains { $0.level == level } } ?? 0
            if open.count < Marker.depth { open.append((hull.end, level)) }
            return level % 3
        }
    }

    /// What is left of `span` when furniture is taken out; empty when nothing but white space is.
    private static func without(_ residue: [Residue], in span: TextSpan, of text: SourceText) -> [TextSpan] {
        var kept: [TextSpan] = []
        var at = span.start
        for part in residue.map(\.passage.span).filter({ $0.overlaps(span) }).sorted() {
            if part.start > at { kept.append(text.trimmed(TextSpan(at, part.start))) }
            at = max(at, part.end)
        }
        if at < span.end { kept.append(text.trimmed(TextSpan(at, span.end))) }
        return kept.filter { !$0.isEmpty }
    }
}
