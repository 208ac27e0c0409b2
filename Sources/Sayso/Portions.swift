import SaysoCore

/// Reads a text that is longer than any report in portions, so that what looks at all pairs inside a report stays bounded.
///
/// The price: a name or a place of one portion does not help to understand the next; where that happens, a diagnostic says so.
struct Portions {
    /// Some 10,000 words: reports are shorter, so this cuts none of them.
    static let length = 64 << 10
    /// Some 350,000 words, a thick book: what lies behind is kept, but not read.
    static let largest = 2 << 20

    private let report: Report
    let spans: [TextSpan]

    init(_ report: Report, upTo largest: Int = Self.largest) {
        self.report = report
        var spans: [TextSpan] = []
        var start = 0
        let end = min(report.text.count, largest)
        while start < end {
            let next = Self.cut(report.text, after: start, before: end)
            spans.append(TextSpan(start, next))
            start = next
        }
        self.spans = spans
    }

    /// Behind the last paragraph, else sentence, else word that ends in the portion's second half, else anywhere between two characters.
    private static func cut(_ text: SourceText, after start: Int, before end: Int) -> Int {
        let limit = start + length
        guard limit < end else { return text.clamped(TextSpan(start, end)).end }
        var word: Int?
        var sentence: Int?
        var at = limit
        while at > start + length / 2 {
            let byte = text.utf8[at - 1]
            if byte == 0x0A { return at }
            if byte == 0x20 {
                word = word ?? at
                if sentence == nil, at > 1, [0x2E, 0x21, 0x3F].contains(text.utf8[at - 2]) { sentence = at }
            }
            at -= 1
        }
        return sentence ?? word ?? text.clamped(TextSpan(start, limit)).end
    }

    /// The reading of all portions, its spans in the whole report.
    func read(_ read: (Report) -> Reading) -> Reading {
        var whole = Reading(report: report, residue: report.residue, diagnostics: report.diagnostics)
        whole.diagnostics.append(Diagnostic(.note, "longer than a report: read in \(spans.count) portions, each by itself"))
        if let last = spans.last, last.end < report.text.count {
            whole.diagnostics.append(
                Diagnostic(
                    .warning, "longer than \(Self.largest >> 20) MB: what follows was kept, but not read: split it into one file a report",
                    at: TextSpan(last.end, report.text.count)))
        }
        for span in spans {
            let portion = portion(span)
            let known = portion.residue.count
            let reading = read(portion)
            let shift = Shift(span.start)
            whole.attributions += reading.attributions.map(shift.attribution)
            whole.claims += reading.claims.map(shift.claim)
            whole.labels += reading.labels.map { label in
                Label(
                    id: label.id, voice: label.voice, words: shift.passage(label.words), entity: label.entity, polarity: label.polarity,
                    rule: label.rule)
            }
            whole.residue += reading.residue.dropFirst(known).map(shift.residue)
            whole.diagnostics += reading.diagnostics.map { Diagnostic($0.severity, $0.message, at: $0.span.map(shift.span)) }
        }
        return whole
    }

    /// The words at `span` as a report of their own.
    fileprivate func portion(_ span: TextSpan) -> Report {
        var portion = Report(
            // Ids follow from report and span: two portions must not have one name.
            id: ReportID("\(report.id)#\(span.start)"), text: SourceText(report.text.words(span)), outlet: report.outlet,
            address: report.address, title: report.title, byline: report.byline, published: report.published, language: report.language)
        portion.residue = report.residue.filter { span.contains($0.passage.span) }.map { Shift(-span.start).residue($0) }
        return portion
    }
}

extension Report {
    /// Calls `body` with this report or, where it is longer than any report, with its portions one after the other: for layers that answer
    /// for the whole text, however long it is. `span` says where the portion stands.
    func forEachPortion(_ body: (_ portion: Report, _ span: TextSpan) throws -> Void) rethrows {
        if text.count <= Portions.length { return try body(self, text.whole) }
        let portions = Portions(self, upTo: text.count)
        for span in portions.spans { try body(portions.portion(span), span) }
    }

    /// Whether `span` begins in this portion; what stands at the end of the text belongs to the last one.
    func isIn(_ portion: TextSpan, _ span: TextSpan) -> Bool {
        span.start >= portion.start && (span.start < portion.end || portion.end == text.count)
    }
}

extension TextSpan {
    /// This span of a portion, in the text that the portion begins in at `offset`.
    func moved(by offset: Int) -> TextSpan { TextSpan(start + offset, end + offset) }
}

/// Moves what was found by so many bytes.
private struct Shift {
    let offset: Int
    init(_ offset: Int) { self.offset = offset }

    func span(_ span: TextSpan) -> TextSpan { span.moved(by: offset) }
    func passage(_ passage: Passage) -> Passage { Passage(span: span(passage.span), words: passage.words) }
    func residue(_ residue: Residue) -> Residue { Residue(passage: passage(residue.passage), kind: residue.kind, rule: residue.rule) }

    func attribution(_ attribution: Attribution) -> Attribution {
        var moved = attribution
        moved.source = moved.source.map(passage)
        moved.cue = moved.cue.map(passage)
        moved.content = moved.content.map(passage)
        return moved
    }

    func claim(_ claim: Claim) -> Claim {
        var moved = claim
        moved.evidence = moved.evidence.map(passage)
        moved.condition = moved.condition.map(passage)
        let time = claim.event.time?.words.map(passage)
        moved.event.time?.words = time
        for index in moved.event.equipment.indices { moved.event.equipment[index].words = moved.event.equipment[index].words.map(passage) }
        for index in moved.event.people.indices { moved.event.people[index].words = moved.event.people[index].words.map(passage) }
        moved.findings = moved.findings.map { Finding($0.field, rule: $0.rule, words: $0.words.map(passage), isElsewhere: $0.isElsewhere) }
        return moved
    }
}
