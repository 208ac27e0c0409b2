/// A half-open range of UTF-8 offsets into one report's text.
///
/// Inside Sayso every place in a text is a `TextSpan`; the exchange form counts Unicode code points, and ``CodePointMap`` converts.
/// (Swift's own `Span` is a view of memory, hence the longer name.)
public struct TextSpan: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let start: Int
    public let end: Int

    /// - Precondition: `0 <= start <= end`.
    public init(_ start: Int, _ end: Int) {
        precondition(0 <= start && start <= end, "a span runs forward: \(start)..<\(end)")
        self.start = start
        self.end = end
    }

    public var count: Int { end - start }
    public var isEmpty: Bool { start == end }
    public var description: String { "\(start)..<\(end)" }

    public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }
    public func contains(_ other: TextSpan) -> Bool { start <= other.start && other.end <= end }
    public func overlaps(_ other: TextSpan) -> Bool { start < other.end && other.start < end }

    /// The smallest span that holds both.
    public func union(_ other: TextSpan) -> TextSpan { TextSpan(min(start, other.start), max(end, other.end)) }

    /// What both hold, or nil where they only touch or lie apart.
    public func intersection(_ other: TextSpan) -> TextSpan? {
        overlaps(other) ? TextSpan(max(start, other.start), min(end, other.end)) : nil
    }

    /// By start; of two that start together the longer one first, so that an outer span precedes what it holds.
    public static func < (a: TextSpan, b: TextSpan) -> Bool {
        a.start != b.start ? a.start < b.start : a.end > b.end
    }
}
