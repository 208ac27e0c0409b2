/// What the words around and inside a name say about its being a place: `en/place-words.tsv` and `en/place-context.tsv`.
public struct PlaceWords: Sendable {
    /// A word may be several of these at once.
    public struct Roles: OptionSet, Hashable, Sendable {
        public let rawValue: UInt32
        public init(rawValue: UInt32) { self.rawValue = rawValue }

        /// Also an English word: "Reading", "Nice".
        public static let word = Roles(rawValue: 1 << 0)
        public static let surname = Roles(rawValue: 1 << 1)
        public static let given = Roles(rawValue: 1 << 2)
        /// A person follows: "Mr.", "Gen.", "Senator".
        public static let title = Roles(rawValue: 1 << 3)
        /// "in", "near", "outside"
        public static let locative = Roles(rawValue: 1 << 4)
        /// "north", "eastern": before a place it makes an area, before "of" a distance
        public static let direction = Roles(rawValue: 1 << 5)
        /// "province", "county", "village": behind a name, or before "of" and a name
        public static let division = Roles(rawValue: 1 << 6)
        /// "airport", "river", "valley": with the name before it one name
        public static let feature = Roles(rawValue: 1 << 7)
        /// "street", "avenue": the name before it is no place
        public static let street = Roles(rawValue: 1 << 8)
        /// "said", "told": who stands before it speaks or acts
        public static let acting = Roles(rawValue: 1 << 9)
        /// "of", "de", "al": may stand small inside a name
        public static let link = Roles(rawValue: 1 << 10)
        /// Months, days, and other capitalised words that are no places
        public static let never = Roles(rawValue: 1 << 11)
        /// "Inc.", "Corp.", "Co.": what stands before is a firm
        public static let firm = Roles(rawValue: 1 << 12)

        /// "speaks", "language": an adjective beside it is a language
        public static let language = Roles(rawValue: 1 << 13)
        /// "school", "hospital", "church": an institution bears the name
        public static let institution = Roles(rawValue: 1 << 14)

        /// "man", "police", "council": what stands before it is where they are from
        public static let local = Roles(rawValue: 1 << 15)

        /// "al", "el", "ez": tied to a name with a hyphen
        public static let article = Roles(rawValue: 1 << 16)

        /// "farm", "checkpoint": a spot of its own, not the town whose name it bears
        public static let site = Roles(rawValue: 1 << 17)

        /// "gazette", "news": what ends in it, written large, is an outlet
        public static let press = Roles(rawValue: 1 << 18)

        static let named: [String: Roles] = [
            "word": .word, "surname": .surname, "given": .given, "title": .title, "locative": .locative, "direction": .direction,
            "division": .division, "feature": .feature, "street": .street, "acting": .acting, "link": .link, "never": .never, "firm": .firm,
            "language": .language, "org": .institution, "local": .local, "site": .site, "article": .article, "press": .press,
        ]
    }

    private let table: ByteTable

    private static let loaded = Result { try PlaceWords(bundled: ()) }
    /// The bundled words, read at the first call.
    public static func load() throws -> PlaceWords { try loaded.get() }

    private init(bundled: Void) throws {
        var roles: [String: Roles] = [:]
        for path in ["en/place-words.tsv", "en/place-context.tsv"] {
            for row in try LexiconTable(resource: path).rows {
                if let role = Roles.named[row[1]] { roles[row[0], default: []].formUnion(role) }
            }
        }
        var table = ByteTable(capacity: roles.count)
        for (word, role) in roles { table.add(role.rawValue, for: Array(word.utf8)) }
        self.table = table
    }

    /// The roles of a folded word, none for most.
    public func roles(_ key: ArraySlice<UInt8>) -> Roles { Roles(rawValue: table[key]?.first ?? 0) }
}
