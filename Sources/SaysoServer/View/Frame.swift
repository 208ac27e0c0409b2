import SaysoCore
import SaysoLedger

/// What is the same on every page: the bar above and the lines below.
struct Frame: Sendable {
    /// "Al-Watiya changes hands – Sayso"
    let windowTitle: String
    /// What stands in the search box.
    var query = ""
    let reportCount: String
    /// Nil for visitors who may not see the inbox.
    let inbox: InboxLink?
    /// "this page as JSON"; nil where there is nothing to give.
    var jsonAddress: String?
    let asOf: String
    /// "ledger entry 18, hash 4f1c…"; nil while the ledger is empty.
    let head: HeadLine?
    let styleAddress: String
    let scriptAddress: String
    var isReports = false
    var isMessages = false
    var isHelp = false

    struct InboxLink: Sendable {
        let unanswered: Int
        let hasUnanswered: Bool
    }

    struct HeadLine: Sendable {
        let number: String
        let hash: String
        let shortHash: String

        init(_ entry: CustodyEntry) {
            number = entry.number.grouped
            hash = entry.hash
            shortHash = String(entry.hash.prefix(12))
        }
    }

    /// What a page needs to know of the ledger and of the visitor.
    struct Surroundings: Sendable {
        let counts: LedgerCounts
        let head: CustodyEntry?
        let now: Moment
        let maySeeInbox: Bool
        let assets: Assets
    }

    init(_ title: String, _ surroundings: Surroundings, json: String? = nil) {
        windowTitle = title.plain.clipped(to: 120) + " – Sayso"
        reportCount = surroundings.counts.reports.grouped
        inbox =
            surroundings.maySeeInbox
            ? InboxLink(unanswered: surroundings.counts.unansweredMessages, hasUnanswered: surroundings.counts.unansweredMessages > 0)
            : nil
        jsonAddress = json
        asOf = surroundings.now.words
        head = surroundings.head.map(HeadLine.init)
        styleAddress = surroundings.assets.address("sayso.css")
        scriptAddress = surroundings.assets.address("sayso.js")
    }
}

extension Moment {
    /// "22 November 2026, 14:30 UTC"
    var words: String {
        let iso = description
        return "\(day.words), \(iso.dropFirst(11).prefix(5)) UTC"
    }
}

/// Addresses inside the site: the only place that knows how they are built.
enum Address {
    static func report(_ id: ReportID) -> String { "/reports/\(id.rawValue.addressPart)" }
    static func claim(_ id: ClaimID) -> String { "/claims/\(id.rawValue.addressPart)" }
    /// The report with this claim lit, at its card.
    static func claim(_ id: ClaimID, in report: ReportID) -> String {
        "\(self.report(report))?claim=\(id.rawValue.addressPart)#\(id.rawValue.addressPart)"
    }
    static func json(_ id: ReportID) -> String { "/api/v1" + report(id) }
    static func json(_ id: ClaimID) -> String { "/api/v1" + claim(id) }

    /// An address from a report or a visitor, if a page may link to it: http and https, nothing that could run or read files.
    static func outside(_ text: String?) -> String? {
        guard let text, text.utf8.count <= 2000, !text.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else { return nil }
        let lower = text.prefix(8).lowercased()
        guard lower.hasPrefix("http://") || lower.hasPrefix("https://") else { return nil }
        // "https://bank.example@evil.example/" shows one host and goes to another.
        let authority = text.drop { $0 != "/" }.dropFirst(2).prefix { $0 != "/" && $0 != "?" && $0 != "#" && $0 != "\\" }
        return authority.isEmpty || authority.contains("@") ? nil : text
    }
}

extension String {
    /// Percent-encoded for a path or a query, RFC 3986's unreserved characters left as they are.
    var addressPart: String {
        var out = ""
        for byte in utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: out.append(Character(Unicode.Scalar(byte)))
            default: out += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return out
    }
}
