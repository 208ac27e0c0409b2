import SaysoCore

/// A report for people: its text, claims underlined by firmness, and under each sentence the claims that begin in it.
struct ReportDrawing {
    let reading: Reading
    let terminal: Terminal
    let showsWhy: Bool
    private let layout: TextLayout

    init(_ reading: Reading, layout: TextLayout, terminal: Terminal, showsWhy: Bool = false) {
        self.reading = reading
        self.layout = layout
        self.terminal = terminal
        self.showsWhy = showsWhy
    }

    /// The drawing, line by line.
    func draw(_ line: (String) -> Void) {
        heading(line)
        let marks = ClaimMarks(reading)
        let columns = terminal.textColumns
        // A card ends with an empty line, so the paragraph behind it needs none of its own.
        var isApart = true
        for unit in layout.units {
            if !isApart, layout.paragraphStarts.contains(unit.start) { line("") }
            for wrapped in marks.styled(unit, on: terminal).wrapped(columns) { line(wrapped.text(on: terminal)) }
            let own = marks.claims(beginningIn: unit)
            for (number, claim) in own { card(number, claim, line) }
            isApart = !own.isEmpty
            if isApart { line("") }
        }
        foot(line)
    }

    /// Only the heading and what holds a claim.
    func drawClaimsOnly(_ line: (String) -> Void) {
        heading(line)
        let marks = ClaimMarks(reading)
        for unit in layout.units {
            let own = marks.claims(beginningIn: unit)
            guard !own.isEmpty else { continue }
            for wrapped in marks.styled(unit, on: terminal).wrapped(terminal.textColumns) { line(wrapped.text(on: terminal)) }
            for (number, claim) in own { card(number, claim, line) }
            line("")
        }
    }

    private func heading(_ line: (String) -> Void) {
        let report = reading.report
        if let title = report.title { line(StyledText(Printable.oneLine(title), .bold).text(on: terminal)) }
        var parts = [report.outlet, report.byline].compactMap(\.self).map { Printable.oneLine($0) }
        if let published = report.published {
            parts.append("\(published.day) (\(published.evidence.rawValue))")
        } else {
            parts.append("date not known")
        }
        line(StyledText(parts.joined(separator: " · "), .dim).text(on: terminal))
        line("")
    }

    private func card(_ number: Int, _ claim: Claim, _ line: (String) -> Void) {
        let card = ClaimCard(
            number: number, claim: claim, chain: reading.chain(of: claim), outlet: reading.report.outlet, showsWhy: showsWhy)
        line("  " + StyledText("\(number) \(card.head)", .bold).text(on: terminal))
        for (name, value) in card.fields {
            let label = "    " + name + String(repeating: " ", count: max(1, 10 - name.count))
            for (index, wrapped) in StyledText(Printable.oneLine(value)).wrapped(max(terminal.textColumns - 14, 20)).enumerated() {
                let lead = index == 0 ? StyledText(label, .dim).text(on: terminal) : String(repeating: " ", count: 14)
                line(lead + wrapped.text(on: terminal))
            }
        }
    }

    private func foot(_ line: (String) -> Void) {
        func section(_ title: String, _ lines: [String]) {
            guard !lines.isEmpty else { return }
            line("")
            line(StyledText(title, .bold).text(on: terminal))
            for text in lines {
                for (index, wrapped) in StyledText(Printable.oneLine(text)).wrapped(terminal.textColumns - 4).enumerated() {
                    line((index == 0 ? "  " : "    ") + wrapped.text(on: terminal))
                }
            }
        }
        section(
            "Loaded words",
            reading.labels.map { label in
                var voice = "the outlet"
                if case .attribution(let id) = label.voice { voice = reading.attributions.first { $0.id == id }?.voice ?? voice }
                return "\(label.words.words.inQuotationMarks) – \(voice)" + (label.entity.map { ", of \($0.name)" } ?? "") + why(label.rule)
            })
        section(
            "Left out of the text: page furniture",
            reading.residue.map { residue in
                let words = residue.passage.words
                return "\((words.count > 200 ? words.prefix(200) + "…" : words).inQuotationMarks) (\(residue.kind.rawValue))"
                    + why(residue.rule)
            })
        section("Remarks", reading.diagnostics.map { "\($0.severity.rawValue): \($0.message)" })
        if reading.claims.isEmpty {
            section("No claim found", ["The report may tell of no event between parties, or in words that Sayso does not know."])
        }
    }

    private func why(_ rule: Rule) -> String { showsWhy ? " [\(rule)]" : "" }
}
