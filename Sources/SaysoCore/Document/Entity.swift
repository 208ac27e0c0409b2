/// Somebody or something that the report speaks of, by a name that takes no side.
public struct Entity: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case person, government, organization, armedGroup = "armed-group", population, place, facility, equipment, outlet, unnamed
    }
    public let id: EntityID
    public var name: String
    /// Other names for the same thing, and for nothing else in this report.
    public var aliases: [String]
    public var kind: Kind

    public init(id: EntityID, name: String, aliases: [String] = [], kind: Kind) {
        self.id = id
        self.name = name
        self.aliases = aliases
        self.kind = kind
    }
}

/// Words that stand for an entity.
public struct Mention: Hashable, Sendable {
    public enum Form: String, Hashable, Sendable {
        /// "Fathi Bashagha", "the Libyan National Army"
        case name
        /// "the spokesman", "his forces", "police"
        case nominal
        /// "he", "they"
        case pronoun
    }
    public let span: TextSpan
    /// Indices into `Document.tokens`.
    public let tokens: Range<Int>
    public let head: Int
    public let form: Form
    /// Index into `Document.entities`.
    public var entity: Int
    /// Index into `Document.entities` of the government or group whose office the person holds or whose unit this is.
    public var side: Int?
    public let rule: Rule

    public init(span: TextSpan, tokens: Range<Int>, head: Int, form: Form, entity: Int, side: Int? = nil, rule: Rule) {
        self.span = span
        self.tokens = tokens
        self.head = head
        self.form = form
        self.entity = entity
        self.side = side
        self.rule = rule
    }
}
