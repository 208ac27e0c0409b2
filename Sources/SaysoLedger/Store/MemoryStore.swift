public import SaysoCore

/// A ledger that is gone when the program ends: for tests, for trying things out, for `sayso serve` over a folder.
///
/// Keeps every promise of ``LedgerStore`` but the disk's. An actor, because the ledger truly changes.
public actor MemoryStore: LedgerStore {
    private struct Kept {
        let report: KeptReport
        let original: Original
    }

    private var kept: [Kept] = []
    private var numbers: [ReportID: Int] = [:]
    private var owners: [ClaimID: Int] = [:]
    private var inbox: [Message] = []
    private var log: [CustodyEntry] = []

    public init() {}

    @discardableResult
    public func add(_ reading: Reading, original: Original, at time: Moment) throws -> AddOutcome {
        let reading = reading.asKept
        if numbers[reading.report.id] != nil { return .alreadyThere }
        if let fault = reading.fault(original: original) { throw LedgerError.unfit(fault) }
        for claim in reading.claims where owners[claim.id] != nil { throw LedgerError.unfit("\(claim.id) is a claim of another report") }
        let number = kept.count + 1
        let entry = ReportEntry(number: number, added: time, name: original.name, bytes: original.bytes.count, reading: reading)
        kept.append(Kept(report: KeptReport(entry: entry, reading: reading), original: original))
        numbers[reading.report.id] = number
        for claim in reading.claims { owners[claim.id] = number }
        append(.report, subject: reading.report.id.rawValue, payload: LedgerForm.digest(of: reading), at: time)
        return .added
    }

    public func contains(_ report: ReportID) -> Bool { numbers[report] != nil }

    public func reports(_ request: PageRequest) -> Page<ReportEntry> {
        page(kept.map(\.report.entry).reversed(), request, number: \.number)
    }

    public func report(_ id: ReportID) -> KeptReport? { numbers[id].map { kept[$0 - 1].report } }
    public func original(of id: ReportID) -> Original? { numbers[id].map { kept[$0 - 1].original } }

    public func claim(_ id: ClaimID) -> KeptClaim? {
        guard let number = owners[id] else { return nil }
        let report = kept[number - 1].report
        return report.reading.claims.first { $0.id == id }.map { KeptClaim(claim: $0, report: report) }
    }

    public func ids(beginningWith prefix: String, limit: Int) -> [LedgerID] {
        guard prefix.utf8.count >= 4 else { return [] }
        let found = numbers.keys.filter { $0.rawValue.hasPrefix(prefix) }.map(LedgerID.report)
            + owners.keys.filter { $0.rawValue.hasPrefix(prefix) }.map(LedgerID.claim)
        return Array(found.sorted().prefix(max(limit, 0)))
    }

    public func related(to id: ReportID, limit: Int) -> [RelatedReport] {
        guard let report = report(id) else { return [] }
        return Kinship(of: report.reading).rank(kept.map(\.report).filter { $0.entry.id != id }, limit: limit)
    }

    public func find(_ query: FindQuery, limit: Int) -> [FindHit] {
        var hits: [FindHit] = []
        for report in kept.reversed().map(\.report) {
            if hits.count >= limit { break }
            let title = report.reading.report.title ?? ""
            if query.matches(in: title + "\n" + report.reading.report.text.string) != nil {
                hits.append(FindHit(what: .report, entry: report.entry, excerpt: query.excerpt(of: report.reading.report.text)))
            }
            for claim in report.reading.claims where query.matches(in: report.reading.searchText(of: claim)) != nil {
                hits.append(
                    FindHit(what: .claim(claim.id), entry: report.entry, excerpt: query.excerpt(of: SourceText(claim.evidence.words))))
            }
        }
        return Array(hits.prefix(max(limit, 0)))
    }

    public func add(_ message: MessageDraft, at time: Moment, limit: RateLimit) -> MessageOutcome {
        let draft = message.bounded
        guard !draft.isEmpty else { return .empty }
        let own = inbox.filter { $0.draft.sender == draft.sender }.map(\.received)
        if let until = limit.wait(own: own, all: inbox.map(\.received), at: time) { return .tooMany(until: until) }
        let message = Message(number: inbox.count + 1, received: time, draft: draft)
        inbox.append(message)
        append(.message, subject: "\(message.number)", payload: LedgerForm.digest(of: draft), at: time)
        return .kept(receipt: message.number)
    }

    public func messages(_ request: PageRequest, unanswered: Bool) -> Page<Message> {
        page(inbox.filter { !unanswered || $0.answer == nil }.reversed(), request, number: \.number)
    }

    public func answer(message number: Int, with text: String, at time: Moment) throws -> Message? {
        guard inbox.indices.contains(number - 1) else { return nil }
        guard inbox[number - 1].answer == nil else { throw LedgerError.alreadyAnswered(message: number) }
        let answer = Message.Answer(text: text, at: time)
        inbox[number - 1].answer = answer
        append(.answer, subject: "\(number)", payload: LedgerForm.digest(of: answer), at: time)
        return inbox[number - 1]
    }

    public func counts() -> LedgerCounts {
        var counts = LedgerCounts()
        counts.reports = kept.count
        counts.messages = inbox.count
        counts.unansweredMessages = inbox.count { $0.answer == nil }
        for reading in kept.map(\.report.reading) {
            counts.attributions += reading.attributions.count
            counts.claims += reading.claims.count
            counts.labels += reading.labels.count
        }
        return counts
    }

    public func head() -> CustodyEntry? { log.last }

    public func custody(_ request: PageRequest) -> Page<CustodyEntry> {
        let rest = log.dropFirst(max(request.after ?? 0, 0))
        let items = Array(rest.prefix(request.limit))
        return Page(items: items, next: rest.count > items.count ? items.last?.number : nil)
    }

    public func verify() -> Verification {
        var audit = Audit()
        for entry in log { audit.follow(entry) }
        for kept in kept { audit.check(kept.report.reading, original: kept.original) }
        for message in inbox { audit.check(message) }
        return audit.close()
    }

    private func append(_ kind: CustodyEntry.Kind, subject: String, payload: String, at time: Moment) {
        log.append(CustodyEntry(after: log.last, at: time, kind: kind, subject: subject, payload: payload))
    }

    /// Items come in falling order of their number; the cursor is the last number shown.
    private func page<Item>(_ items: some Sequence<Item>, _ request: PageRequest, number: (Item) -> Int) -> Page<Item> {
        let rest = items.filter { item in request.after.map { number(item) < $0 } ?? true }
        let shown = Array(rest.prefix(request.limit))
        return Page(items: shown, next: rest.count > shown.count ? shown.last.map(number) : nil)
    }
}
