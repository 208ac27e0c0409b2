import SaysoCore
import SaysoLedger

/// The list of reports, the last one added first.
struct ReportsPage: Sendable {
    let frame: Frame
    let rows: [ReportRow]
    let isEmpty: Bool
    let summary: String
    /// Nil on the last page.
    let olderAddress: String?
    let isFirstPage: Bool
    let hasPages: Bool

    struct ReportRow: Sendable {
        let number: Int
        let address: String
        let title: String
        let outlet: String?
        let day: String?
        let dayISO: String?
        let added: String
        let addedISO: String
        let claims: String
        let hasClaims: Bool
        /// "2 notes": something about the report was odd.
        let oddities: String
        let hasOddities: Bool

        init(_ entry: ReportEntry) {
            number = entry.number
            address = Address.report(entry.id)
            title = entry.shownTitle
            outlet = entry.outlet
            day = entry.published?.day.words
            dayISO = entry.published?.day.description
            added = entry.added.words
            addedISO = entry.added.description
            claims = entry.claims == 1 ? "1 claim" : entry.claims == 0 ? "no claim" : "\(entry.claims.grouped) claims"
            hasClaims = entry.claims > 0
            oddities = entry.diagnostics == 1 ? "1 note" : "\(entry.diagnostics.grouped) notes"
            hasOddities = entry.diagnostics > 0
        }
    }

    init(_ page: Page<ReportEntry>, counts: LedgerCounts, isFirst: Bool, frame: Frame) {
        self.frame = frame
        rows = page.items.map(ReportRow.init)
        isEmpty = counts.reports == 0
        let reports = counts.reports == 1 ? "1 report" : "\(counts.reports.grouped) reports"
        let claims = counts.claims == 1 ? "1 claim" : "\(counts.claims.grouped) claims"
        summary = "\(reports), \(claims)"
        olderAddress = page.next.map { "/reports?after=\($0)" }
        isFirstPage = isFirst
        hasPages = !isFirst || page.next != nil
    }
}
