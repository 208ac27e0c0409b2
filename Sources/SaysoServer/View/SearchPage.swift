import SaysoCore
import SaysoLedger

/// What was found for some words: reports and claims that hold all of them.
struct SearchPage: Sendable {
    let frame: Frame
    let query: String
    let isAsked: Bool
    let hits: [Hit]
    let summary: String
    let hasHits: Bool
    let isFull: Bool

    /// A report with what was found in it: the text itself, claims, or both.
    struct Hit: Sendable {
        let address: String
        let title: String
        let outlet: String
        let day: String
        var excerpt: [Piece] = []
        var isInText = false
        var claims: [Found] = []
        var hasClaims = false
    }

    struct Found: Sendable {
        let address: String
        let excerpt: [Piece]
    }

    struct Piece: Sendable, Equatable {
        var text: String?
        var found: String?
    }

    /// No more than this is shown; who needs more asks more narrowly.
    static let limit = 50

    init(_ query: String, hits: [FindHit], frame: Frame) {
        var frame = frame
        frame.query = query
        self.frame = frame
        self.query = query
        isAsked = !query.isEmpty
        self.hits = Self.grouped(hits)
        hasHits = !hits.isEmpty
        isFull = hits.count >= Self.limit
        summary =
            isFull
            ? "the best \(Self.limit)"
            : hits.count == 1 ? "1 place" : "\(hits.count) places in \(self.hits.count == 1 ? "1 report" : "\(self.hits.count) reports")"
    }
}

extension SearchPage {
    /// One entry for each report, in the order of its best hit.
    static func grouped(_ hits: [FindHit]) -> [Hit] {
        var groups: [Hit] = []
        var places: [ReportID: Int] = [:]
        for hit in hits {
            let place = places[hit.entry.id] ?? groups.count
            if place == groups.count {
                places[hit.entry.id] = place
                groups.append(
                    Hit(
                        address: Address.report(hit.entry.id), title: hit.entry.shownTitle, outlet: hit.entry.outlet ?? "outlet not told",
                        day: hit.entry.published?.day.words ?? "day not told"))
            }
            switch hit.what {
            case .report:
                groups[place].excerpt = pieces(hit.excerpt)
                groups[place].isInText = true
            case .claim(let id):
                groups[place].claims.append(Found(address: Address.claim(id, in: hit.entry.id), excerpt: pieces(hit.excerpt)))
                groups[place].hasClaims = true
            }
        }
        return groups
    }

    /// The excerpt cut at its marks; marks that overlap or do not fit are left out.
    static func pieces(_ excerpt: Excerpt) -> [Piece] {
        let text = SourceText(excerpt.text)
        var pieces: [Piece] = []
        var at = 0
        for mark in excerpt.marks.sorted() where mark.start >= at && mark.end <= text.count && !mark.isEmpty {
            if mark.start > at { pieces.append(Piece(text: text.words(TextSpan(at, mark.start)))) }
            pieces.append(Piece(found: text.words(mark)))
            at = mark.end
        }
        if at < text.count { pieces.append(Piece(text: text.words(TextSpan(at, text.count)))) }
        return pieces
    }
}
