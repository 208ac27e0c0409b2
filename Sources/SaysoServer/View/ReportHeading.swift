import SaysoCore
import SaysoLedger

/// What is known about a report's publication, and how.
struct ReportHeading: Sendable {
    let title: String
    let isTitled: Bool
    let outlet: String
    let byline: String?
    let published: String
    /// "as given", "from its JSON-LD"; nil when the day is not told.
    let evidence: String?
    let address: String?
    /// The host, as the link's text.
    let host: String?
    let added: String
    let name: String
    let id: String
    let shortID: String

    init(_ entry: ReportEntry) {
        title = entry.shownTitle
        isTitled = entry.title != nil
        outlet = entry.outlet ?? "outlet not told"
        byline = entry.byline
        published = entry.published.map { "published \($0.day.words)" } ?? "day of publication not told"
        evidence = entry.published.map { $0.evidence.words }
        address = Address.outside(entry.address)
        host = address.map { String($0.drop { $0 != "/" }.dropFirst(2).prefix { $0 != "/" }).clipped(to: 60) }
        added = entry.added.words
        name = entry.name
        id = entry.id.rawValue
        shortID = String(entry.id.rawValue.prefix(12))
    }
}

extension ReportEntry {
    /// The title, or what else the report can be called.
    var shownTitle: String {
        if let title, !title.isEmpty { return title }
        // Of a path the end tells most.
        return name.isEmpty || name == "-" ? "report \(number)" : name.split(separator: "/").suffix(2).joined(separator: "/")
    }
}

extension Publication.Evidence {
    /// How the day of publication is known.
    var words: String {
        switch self {
        case .given: "given by hand"
        case .jsonLD: "from its JSON-LD"
        case .openGraph: "from its OpenGraph data"
        case .meta: "from its meta element"
        case .timeElement: "from its time element"
        case .address: "from its address"
        case .visibleText: "from its text"
        }
    }
}
