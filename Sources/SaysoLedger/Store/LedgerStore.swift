public import SaysoCore

/// A ledger: reports as they came in, what was read in them, and a log that nothing was changed since.
///
/// What every store promises (`LedgerChecks` in SaysoTestSupport runs these sentences against each):
///
/// - **Whole or not at all.** ``add(_:original:at:)`` returns after the original bytes, the reading and the custody entry are safe
///   together; when it throws, the ledger is as before.
/// - **The same bytes twice add nothing**, whatever they are called and whatever was read in them the second time.
/// - **What comes back is what went in**, span for span (see ``SaysoCore/Reading/asKept``).
/// - **Order of arrival does not matter** to what is known about a report; it decides only the report's number and its place in lists.
/// - **Nothing is ever changed or deleted.** An answer to a message is a new entry in the log.
/// - The store has no clock: the time is an argument.
///
/// Reads see a ledger of one moment each. All methods may be called from any number of tasks.
public protocol LedgerStore: Sendable {
    /// Adds a report with all that was read in it and one custody entry.
    ///
    /// - Throws: ``LedgerError``: `.unfit` when the reading breaks a promise of its own (a span that does not say its words, an id used
    ///   twice, a report id that is not the SHA-256 of `original`), else what the disk says.
    @discardableResult
    func add(_ reading: Reading, original: Original, at time: Moment) async throws -> AddOutcome

    /// True when a report with these bytes is already there: asked before the costly reading.
    func contains(_ report: ReportID) async throws -> Bool

    /// Reports, the last one added first.
    func reports(_ request: PageRequest) async throws -> Page<ReportEntry>

    /// One report, or nil.
    func report(_ id: ReportID) async throws -> KeptReport?

    /// The bytes that came through the door, unchanged.
    func original(of id: ReportID) async throws -> Original?

    /// The claim with its report, or nil.
    func claim(_ id: ClaimID) async throws -> KeptClaim?

    /// Ids of reports and claims that begin with `prefix` (at least four characters), at most `limit` of them, in order.
    func ids(beginningWith prefix: String, limit: Int) async throws -> [LedgerID]

    /// Other reports that have to do with this one, the closest first, each with its reasons. Empty for an unknown report.
    func related(to id: ReportID, limit: Int) async throws -> [RelatedReport]

    /// Reports and claims that hold all words of the query, the best first.
    func find(_ query: FindQuery, limit: Int) async throws -> [FindHit]

    /// Keeps a message, unless its sender has sent as many as `limit` allows.
    func add(_ message: MessageDraft, at time: Moment, limit: RateLimit) async throws -> MessageOutcome

    /// The inbox, the last one first.
    func messages(_ request: PageRequest, unanswered: Bool) async throws -> Page<Message>

    /// Writes the answer to message `number`. Returns nil when there is no such message; throws `.alreadyAnswered` when it has an answer.
    func answer(message number: Int, with text: String, at time: Moment) async throws -> Message?

    func counts() async throws -> LedgerCounts

    /// The last entry of the custody log; nil while the ledger is empty.
    func head() async throws -> CustodyEntry?

    /// The custody log, the first entry first. The request's cursor is the number of the last entry seen.
    func custody(_ request: PageRequest) async throws -> Page<CustodyEntry>

    /// Recomputes everything that can be recomputed: originals' hashes, spans' words, readings' digests, the chain.
    func verify() async throws -> Verification
}

extension LedgerStore {
    public func messages(_ request: PageRequest = PageRequest()) async throws -> Page<Message> {
        try await messages(request, unanswered: false)
    }
}
