public import SaysoCore

/// The bytes at the door and what they were called there.
public struct Original: Hashable, Sendable {
    /// The file's name, an address, or "-" for standard input. For people; nothing is derived from it.
    public let name: String
    public let bytes: [UInt8]

    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}

/// What became of a report that was handed in.
public enum AddOutcome: Hashable, Sendable {
    case added
    /// The same bytes were there before: nothing was changed.
    case alreadyThere
}

/// One line of the list of reports.
public struct ReportEntry: Hashable, Sendable {
    /// 1 for the first report of this ledger. Numbers belong to this file; ``id`` travels.
    public let number: Int
    public let id: ReportID
    public let added: Moment
    /// What the original was called at the door.
    public let name: String
    public let outlet: String?
    public let address: String?
    public let title: String?
    public let byline: String?
    public let published: Publication?
    public let language: String
    public let claims: Int
    public let attributions: Int
    public let diagnostics: Int
    /// Size of the original.
    public let bytes: Int

    package init(number: Int, added: Moment, name: String, bytes: Int, reading: Reading) {
        let report = reading.report
        self.init(
            number: number, id: report.id, added: added, name: name, outlet: report.outlet, address: report.address, title: report.title,
            byline: report.byline, published: report.published, language: report.language, claims: reading.claims.count,
            attributions: reading.attributions.count, diagnostics: reading.diagnostics.count, bytes: bytes)
    }

    package init(
        number: Int, id: ReportID, added: Moment, name: String, outlet: String?, address: String?, title: String?, byline: String?,
        published: Publication?, language: String, claims: Int, attributions: Int, diagnostics: Int, bytes: Int
    ) {
        self.number = number
        self.id = id
        self.added = added
        self.name = name
        self.outlet = outlet
        self.address = address
        self.title = title
        self.byline = byline
        self.published = published
        self.language = language
        self.claims = claims
        self.attributions = attributions
        self.diagnostics = diagnostics
        self.bytes = bytes
    }
}

/// A report with all that was read in it.
public struct KeptReport: Hashable, Sendable {
    public let entry: ReportEntry
    public let reading: Reading
    package init(entry: ReportEntry, reading: Reading) {
        self.entry = entry
        self.reading = reading
    }
}

/// A claim in its report.
public struct KeptClaim: Hashable, Sendable {
    public let claim: Claim
    public let report: KeptReport
    /// The attributions of its chain, outermost first.
    public var chain: [Attribution] { report.reading.chain(of: claim) }
    package init(claim: Claim, report: KeptReport) {
        self.claim = claim
        self.report = report
    }
}

/// A report or a claim, by id.
public enum LedgerID: Hashable, Sendable, Comparable, CustomStringConvertible {
    case claim(ClaimID)
    case report(ReportID)
    public var description: String {
        switch self {
        case .claim(let id): id.rawValue
        case .report(let id): id.rawValue
        }
    }
    public static func < (a: Self, b: Self) -> Bool { a.description < b.description }
}

/// How much of everything there is.
public struct LedgerCounts: Hashable, Sendable {
    public var reports = 0
    public var attributions = 0
    public var claims = 0
    public var labels = 0
    public var messages = 0
    public var unansweredMessages = 0
    public init() {}
}

/// Which part of a list is wanted.
public struct PageRequest: Hashable, Sendable {
    public let limit: Int
    /// The ``Page/next`` of the page before; nil for the beginning.
    public let after: Int?
    public init(limit: Int = 50, after: Int? = nil) {
        self.limit = min(max(limit, 1), 1000)
        self.after = after
    }
}

/// A part of a list and where it goes on. What arrives in between moves nothing.
public struct Page<Item: Sendable>: Sendable {
    public let items: [Item]
    /// For the next request's `after`; nil at the end.
    public let next: Int?
    package init(items: [Item], next: Int?) {
        self.items = items
        self.next = next
    }
}

extension Page: Equatable where Item: Equatable {}
