/// A span together with the words that stand there, so that a finding can be read, checked and kept without its report.
public struct Passage: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let span: TextSpan
    public let words: String

    public init(span: TextSpan, words: String) {
        self.span = span
        self.words = words
    }

    public var description: String { "“\(words)” \(span)" }
    public static func < (a: Passage, b: Passage) -> Bool { a.span < b.span }
}

extension Array where Element == Passage {
    /// The words of all pieces, with an ellipsis where the text in between is left out.
    public var words: String { map(\.words).joined(separator: " … ") }

    /// The smallest span that holds all pieces; nil when there is none.
    public var hull: TextSpan? {
        guard let first else { return nil }
        return dropFirst().reduce(first.span) { $0.union($1.span) }
    }
}
