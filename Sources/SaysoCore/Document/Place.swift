/// A place as far as it is known: name, coordinates, and how fine.
public struct Place: Hashable, Sendable {
    public enum Precision: String, Hashable, Sendable, CaseIterable { case point, city, area, admin1, country }

    public var name: String
    public var aliases: [String]
    /// "geonames:163843", "wikidata:Q…"
    public var id: String?
    public var latitude: Double?
    public var longitude: Double?
    public var precision: Precision
    /// ISO 3166-1 alpha-2 of the state in which it lies.
    public var country: String?

    public init(
        name: String, aliases: [String] = [], id: String? = nil, latitude: Double? = nil, longitude: Double? = nil,
        precision: Precision, country: String? = nil
    ) {
        self.name = name
        self.aliases = aliases
        self.id = id
        self.latitude = latitude
        self.longitude = longitude
        self.precision = precision
        self.country = country
    }
}

/// Words that name a place.
public struct PlaceMention: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
        /// "Tripoli", "eastern Libya", "Al-Watiya airbase"
        case place
        /// "Libyan": tells of a place without being there
        case demonym
        /// "Ankara said": a capital that stands for its government
        case metonym
        /// "TRIPOLI, May 18 –": where the report was written
        case dateline
    }
    public let span: TextSpan
    /// Indices into `Document.tokens`.
    public let tokens: Range<Int>
    public let kind: Kind
    public let place: Place
    public let rule: Rule

    public init(span: TextSpan, tokens: Range<Int>, kind: Kind, place: Place, rule: Rule) {
        self.span = span
        self.tokens = tokens
        self.kind = kind
        self.place = place
        self.rule = rule
    }
}
