/// What an outlet published: the frozen text that all spans index, and what is known about its publication.
///
/// Optionals mean that the bytes do not say.
public struct Report: Hashable, Sendable {
    public let id: ReportID
    public var outlet: String?
    public var address: String?
    public var title: String?
    public var byline: String?
    public var published: Publication?
    /// BCP 47, "en".
    public var language: String
    public let text: SourceText
    /// Parts of the text that are page furniture: marked, never deleted.
    public var residue: [Residue]
    public var diagnostics: [Diagnostic]

    public init(
        id: ReportID, text: SourceText, outlet: String? = nil, address: String? = nil, title: String? = nil, byline: String? = nil,
        published: Publication? = nil, language: String = "en", residue: [Residue] = [], diagnostics: [Diagnostic] = []
    ) {
        self.id = id
        self.text = text
        self.outlet = outlet
        self.address = address
        self.title = title
        self.byline = byline
        self.published = published
        self.language = language
        self.residue = residue
        self.diagnostics = diagnostics
    }
}

/// The day of publication, and how it is known.
public struct Publication: Hashable, Sendable {
    public enum Evidence: String, Hashable, Sendable, CaseIterable {
        case given, jsonLD = "json-ld", openGraph = "opengraph", meta, timeElement = "time-element", address, visibleText = "visible-text"
    }
    public let day: Day
    public let evidence: Evidence
    /// As it stood: "2020-05-21T10:04:00+02:00", "May 21, 2020".
    public let words: String

    public init(day: Day, evidence: Evidence, words: String) {
        self.day = day
        self.evidence = evidence
        self.words = words
    }
}

/// A part of the text that does not belong to the report: navigation, "More Posts", "Send Us A Message".
public struct Residue: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case navigation, related, share, subscription, contact, comments, cookie, caption, credit, boilerplate
    }
    public let passage: Passage
    public let kind: Kind
    public let rule: Rule

    public init(passage: Passage, kind: Kind, rule: Rule) {
        self.passage = passage
        self.kind = kind
        self.rule = rule
    }
}
