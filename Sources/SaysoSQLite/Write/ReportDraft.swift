import SaysoCore
import SaysoLedger

/// A report made ready for its transaction: all that costs time is done before the ledger is locked.
struct ReportDraft: Sendable {
    let reading: Reading
    let original: Original
    let packed: PackedBytes
    let digest: String
    let sample: [Int]
    let title: String
    let text: String
    let claimWords: [String]
    let map: CodePointMap
    let time: Moment

    /// - Throws: `.unfit` when the reading breaks a promise of its own.
    init(_ reading: Reading, original: Original, at time: Moment) throws(LedgerError) {
        let reading = reading.asKept
        if let fault = reading.fault(original: original) { throw .unfit(fault) }
        self.reading = reading
        self.original = original
        self.time = time
        packed = PackedBytes(packing: original.bytes)
        digest = LedgerForm.digest(of: reading)
        sample = Shingles(reading).sample
        title = Folding.fold(reading.report.title ?? "")
        text = Folding.fold(reading.report.text.string)
        claimWords = reading.claims.map { Folding.fold(reading.searchText(of: $0)) }
        map = CodePointMap(reading.report.text)
    }
}
