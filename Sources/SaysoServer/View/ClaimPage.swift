import SaysoCore
import SaysoLedger

/// One claim: its sentence in its paragraph, the chain with its gaps, every field with its words and the rule that found it.
struct ClaimPage: Sendable {
    let frame: Frame
    let heading: ReportHeading
    let reportAddress: String
    let number: Int
    let count: Int
    let evidence: String
    let firmness: String
    let firmnessWords: String
    let isDenied: Bool
    let direction: String
    let language: String
    let paragraphs: [MarkedParagraph]
    let chain: Chain
    let hasGaps: Bool
    let fields: [Field]
    /// What rules noted that is no field of this page.
    let others: [Field]
    let hasOthers: Bool
    let eventCode: String
    let id: String
    /// The claims before and after it in the report.
    let previous: String?
    let next: String?
    let messageAddress: String

    struct Field: Sendable {
        let label: String
        let value: Phrase
        let isUntold: Bool
        let part: String?
        let reasons: [Reason]
        /// Words that the claim keeps with this field and that no rule named.
        let words: [String]
    }

    /// Why a field is as it is.
    struct Reason: Sendable {
        let rule: String
        let words: String?
        /// The words stand in another sentence than the claim's own.
        let isElsewhere: Bool
        let field: String
    }

    init(_ kept: KeptClaim, frame: Frame) {
        let (claim, reading) = (kept.claim, kept.report.reading)
        let indexed = IndexedReading(reading)
        let ordered = indexed.claims
        let index = ordered.firstIndex { $0.id == claim.id } ?? 0
        self.frame = frame
        heading = ReportHeading(kept.report.entry)
        reportAddress = Address.claim(claim.id, in: reading.report.id)
        number = index + 1
        count = ordered.count
        evidence = claim.evidence.words
        chain = Chain(outlet: reading.report.outlet, kept.chain)
        hasGaps = chain.gaps > 0
        firmness = claim.firmness.rawValue
        firmnessWords = claim.firmnessWords(chain)
        isDenied = claim.firmness == .denied
        direction = ReportPage.isRightToLeft(reading.report.language) ? "rtl" : "ltr"
        language = reading.report.language.plain
        var alone = reading
        alone.claims = [claim]
        alone.labels = indexed.labels(near: claim)
        let places = claim.evidence.map(\.span)
        paragraphs =
            TextMarking(IndexedReading(alone), lit: claim.id, showsNumbers: false, address: { _ in "" })
            .marked(
                Paragraphs.split(reading.report.text).filter { paragraph in places.contains { $0.overlaps(paragraph.span) } }, title: nil
            )
            .paragraphs
        var rest = claim.findings
        fields = ClaimCard.rows(claim, in: indexed, chain: chain).map { row in
            let own = rest.filter { row.fields.contains($0.lastName) }
            rest.removeAll { row.fields.contains($0.lastName) }
            return Field(row, reasons: own.map(Reason.init))
        }
        others = rest.map { Field($0) }
        hasOthers = !others.isEmpty
        eventCode = [claim.event.type.rawValue, claim.event.mode, claim.event.context].compactMap(\.self).joined(separator: " · ")
        id = claim.id.rawValue
        previous = index > 0 ? Address.claim(ordered[index - 1].id) : nil
        next = index + 1 < ordered.count ? Address.claim(ordered[index + 1].id) : nil
        messageAddress = "\(Address.report(reading.report.id))?claim=\(claim.id.rawValue.addressPart)#message"
    }
}

extension Finding {
    /// "event.place" → "place".
    fileprivate var lastName: String { String(field.split(separator: ".").last ?? "") }
}

extension ClaimPage.Field {
    init(_ row: ClaimCard.Row, reasons: [ClaimPage.Reason]) {
        label = row.label
        value = row.value
        isUntold = row.isUntold
        part = row.part
        self.reasons = reasons
        words = row.words.filter { words in !reasons.contains { $0.words == words } }
    }

    init(_ finding: Finding) {
        label = finding.field
        value = finding.words.map { .quote($0.words) } ?? Phrase()
        isUntold = false
        part = nil
        reasons = [ClaimPage.Reason(finding)]
        words = []
    }
}

extension ClaimPage.Reason {
    init(_ finding: Finding) {
        rule = finding.rule.name
        words = finding.words?.words
        isElsewhere = finding.isElsewhere
        field = finding.field
    }
}
