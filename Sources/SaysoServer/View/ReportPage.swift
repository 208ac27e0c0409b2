import SaysoCore
import SaysoLedger

/// A report: its text left with the claims underlined, the claims right, below what was left out, related reports and the message box.
struct ReportPage: Sendable {
    let frame: Frame
    let heading: ReportHeading
    /// Right-to-left reports turn the page's columns around.
    let direction: String
    let language: String
    let title: MarkedParagraph?
    let paragraphs: [MarkedParagraph]
    let cut: Cut?
    let cards: [ClaimCard]
    let hasClaims: Bool
    let claimCount: String
    let legend: [LegendLine]
    let leftOut: LeftOut?
    let oddities: [Oddity]
    let hasOddities: Bool
    let related: [RelatedLine]
    let hasRelated: Bool
    let form: MessageForm

    struct LegendLine: Sendable {
        let firmness: String
        let legend: String
        let form: String
        let isDenied: Bool
    }

    struct Cut: Sendable {
        let shown: String
        let all: String
    }

    struct LeftOut: Sendable {
        /// "page furniture (2 lines)"
        let summary: String
        let lines: [Line]
        struct Line: Sendable {
            let words: String
            let kind: String
            let rule: String
        }
    }

    struct Oddity: Sendable {
        let severity: String
        let message: String
    }

    struct RelatedLine: Sendable {
        let address: String
        let title: String
        let outlet: String
        let published: String
        let reasons: [Phrase]
    }

    init(_ kept: KeptReport, related: [RelatedReport], lit: ClaimID?, form: MessageForm.State, frame: Frame) {
        let reading = kept.reading
        let report = reading.report
        self.frame = frame
        heading = ReportHeading(kept.entry)
        language = report.language.plain
        direction = Self.isRightToLeft(report.language) ? "rtl" : "ltr"
        let indexed = IndexedReading(reading)
        let claims = indexed.claims
        let marked = TextMarking(indexed, lit: lit, address: { Address.claim($0.id, in: report.id) }).marked(
            Paragraphs.split(report.text), title: report.title)
        title = marked.paragraphs.first.flatMap { $0.isHeading ? $0 : nil }
        paragraphs = marked.paragraphs.filter { !$0.isHeading }
        cut = marked.isCut ? Cut(shown: "\(MarkedText.limit / 1000) kB", all: "\(report.text.count / 1000) kB") : nil
        cards = claims.enumerated().map { ClaimCard($1, in: indexed, number: $0 + 1, count: claims.count, lit: lit, related: related) }
        hasClaims = !claims.isEmpty
        claimCount = claims.count == 1 ? "1 claim" : "\(claims.count.grouped) claims"
        let used = Set(claims.map(\.firmness))
        legend = Firmness.allCases.filter(used.contains).map {
            LegendLine(firmness: $0.rawValue, legend: $0.legend, form: $0.form, isDenied: $0 == .denied)
        }
        leftOut = reading.residue.isEmpty ? nil : LeftOut(reading.residue)
        oddities = reading.diagnostics.prefix(20).map { Oddity(severity: $0.severity.rawValue, message: $0.message) }
        hasOddities = !oddities.isEmpty
        self.related = related.map(RelatedLine.init)
        hasRelated = !related.isEmpty
        self.form = MessageForm(report: report.id, cards: cards, lit: lit, state: form)
    }

    /// Scripts are told by language: a report's own words decide each paragraph, this only the page's columns.
    static func isRightToLeft(_ language: String) -> Bool {
        ["ar", "he", "iw", "fa", "ur", "ps", "sd", "ug", "yi", "dv", "ckb", "syr"].contains(
            language.split(separator: "-").first?.lowercased() ?? "")
    }
}

extension ReportPage.LeftOut {
    init(_ residue: [Residue]) {
        lines = residue.map { Line(words: $0.passage.words, kind: $0.kind.rawValue, rule: $0.rule.name) }
        let count = residue.reduce(0) { sum, part in sum + part.passage.words.split(whereSeparator: \.isNewline).count }
        summary = "page furniture (\(count == 1 ? "1 line" : "\(count.grouped) lines"))"
    }
}

extension ReportPage.RelatedLine {
    init(_ related: RelatedReport) {
        address = Address.report(related.entry.id)
        title = related.entry.shownTitle
        outlet = related.entry.outlet ?? "outlet not told"
        published = related.entry.published?.day.words ?? "day not told"
        reasons = related.reasons.map(\.phrase)
    }
}

extension RelatedReport.Reason {
    /// Why a report is shown, with the words that show it.
    var phrase: Phrase {
        switch self {
        case .copy(let share, let passage):
            let much = share >= 0.995 ? "a copy: the same text, " : "a copy: \(Int((share * 100).rounded(.down))) % of the shorter text, "
            return .own(much) + .quote(passage.words.clipped(to: 90))
        case .sameEvent(let type, let place, let day):
            return .own("tells the same event: \(type.words) in ") + .name(place) + " on \(day.words)"
        case .sharedActors(let names):
            let shown = names.prefix(3).map { Phrase.name($0) }.joined(by: ", ")
            return .own("also about ") + shown + (names.count > 3 ? " and \(names.count - 3) more" : "")
        case .sameOutlet(let outlet): return .own("also from ") + .name(outlet)
        }
    }
}
