import SaysoCore

/// A stretch of text that stands out, for some reason.
struct Mark<Reason: Sendable>: Sendable {
    let span: TextSpan
    let reason: Reason
    /// Of marks that begin and end together the lower rank holds the higher one.
    let rank: Int

    init(_ span: TextSpan, rank: Int, _ reason: Reason) {
        self.span = span
        self.rank = rank
        self.reason = reason
    }
}

/// What stands in the page, in order: every `open` has its `close`, and they nest.
enum MarkToken<Reason: Sendable>: Sendable {
    case text(TextSpan)
    /// `isFirst`: here the mark begins, it is not reopened behind a cut.
    case open(Reason, isFirst: Bool)
    /// `isLast`: here the mark ends for good.
    case close(Reason, isLast: Bool)
}

/// Lays overlapping marks over a text so that they nest as a page's elements must: where one would end inside another, that other is cut
/// in two.
///
///     A: [At least six jets]           →  <A>At least <B>six jets</B></A><B> flew in</B>
///     B:          [six jets flew in]
///
/// Linear in the text; each mark costs at most `depth` cuts.
enum Marker {
    /// Deeper nesting says nothing to a reader, and a hostile reading could make it cost the square of its marks.
    static let depth = 24

    /// The tokens of each of `ranges`, which run forward and do not overlap: a mark that runs over several is opened again in each.
    static func tokens<Reason>(in ranges: [TextSpan], marks: [Mark<Reason>]) -> [[MarkToken<Reason>]] {
        let sorted = marks.sorted { $0.span < $1.span }
        var next = 0
        var near: [Mark<Reason>] = []
        return ranges.map { range in
            near.removeAll { $0.span.end <= range.start }
            while next < sorted.count, sorted[next].span.start < range.end {
                near.append(sorted[next])
                next += 1
            }
            return tokens(in: range, marks: near)
        }
    }

    /// - Parameter marks: in any order; parts outside `range` are cut off, empty ones left out.
    static func tokens<Reason>(in range: TextSpan, marks: [Mark<Reason>]) -> [MarkToken<Reason>] {
        let marks = marks.filter { !$0.span.isEmpty && $0.span.overlaps(range) }.sorted { a, b in
            a.span != b.span ? a.span < b.span : a.rank < b.rank
        }
        var tokens: [MarkToken<Reason>] = []
        var open: [Mark<Reason>] = []
        var at = range.start
        var next = 0
        while true {
            let opening = next < marks.count ? max(marks[next].span.start, range.start) : range.end
            let closing = open.map { min($0.span.end, range.end) }.min() ?? range.end
            let stop = min(opening, closing)
            if stop > at {
                tokens.append(.text(TextSpan(at, stop)))
                at = stop
            }
            if let first = open.firstIndex(where: { min($0.span.end, range.end) <= at }) {
                // Everything opened since is closed too, and what does not end here opens again.
                for mark in open[first...].reversed() { tokens.append(.close(mark.reason, isLast: mark.span.end <= at)) }
                let cut = open[first...].filter { $0.span.end > at && at < range.end }
                open.removeSubrange(first...)
                for mark in cut { tokens.append(.open(mark.reason, isFirst: false)) }
                open += cut
            } else if next < marks.count {
                let mark = marks[next]
                next += 1
                guard open.count < depth else { continue }
                tokens.append(.open(mark.reason, isFirst: mark.span.start >= range.start))
                open.append(mark)
            } else if at >= range.end {
                return tokens
            }
        }
    }
}
