public import SaysoCore

/// One report or claim that holds what was looked for.
public struct FindHit: Hashable, Sendable {
    public enum What: Hashable, Sendable {
        case report
        case claim(ClaimID)
    }
    public let what: What
    public let entry: ReportEntry
    /// The words around the first place found; for a claim its evidence.
    public let excerpt: Excerpt

    package init(what: What, entry: ReportEntry, excerpt: Excerpt) {
        self.what = what
        self.entry = entry
        self.excerpt = excerpt
    }
}

/// A piece of text with the found words marked.
public struct Excerpt: Hashable, Sendable {
    public let text: String
    /// UTF-8 ranges in `text`.
    public let marks: [TextSpan]
    package init(text: String, marks: [TextSpan]) {
        self.text = text
        self.marks = marks
    }
}
