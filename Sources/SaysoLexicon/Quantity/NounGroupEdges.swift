/// Small words at which noun groups begin and end, for texts whose tokens have no tags yet.
public struct NounGroupEdges: Sendable {
    /// What a word does at the edge of a noun group; a word may do several things.
    public struct Marks: OptionSet, Sendable {
        public let rawValue: UInt16
        public init(rawValue: UInt16) { self.rawValue = rawValue }
        /// "a", "his": opens a group; a singular behind it is one thing.
        public static let determiner = Marks(rawValue: 1)
        /// "the", "their": opens a group and tells no number.
        public static let plain = Marks(rawValue: 2)
        /// "of", "which", "was": no group goes across it.
        public static let stop = Marks(rawValue: 4)
        public static let be = Marks(rawValue: 8)
        public static let have = Marks(rawValue: 16)
        public static let verb = Marks(rawValue: 32)
        /// "strike" in "missile strike": what equipment carries out.
        public static let event = Marks(rawValue: 64)
        /// "programme" in "missile programme": equipment only modifies it.
        public static let otherHead = Marks(rawValue: 128)
        /// Beside "stepped on", a "mine" is equipment.
        public static let equipmentVerb = Marks(rawValue: 256)
        /// "including": opens a part of those just counted.
        public static let subset = Marks(rawValue: 512)
        public static let adverb = Marks(rawValue: 1024)
        /// "Front" in "Liberation Front": makes a name of what stands before it.
        public static let nameHead = Marks(rawValue: 2048)
    }

    private var marks: [String: Marks] = [:]

    public static func english() throws(LexiconTable.Problem) -> NounGroupEdges {
        try NounGroupEdges(LexiconTable(resource: "en/noun-group-edges.tsv"))
    }

    public init(_ table: LexiconTable) {
        for row in table.rows {
            let mark: Marks =
                switch row[0] {
                case "determiner": .determiner
                case "plain": .plain
                case "stop": .stop
                case "be": .be
                case "have": .have
                case "verb": .verb
                case "event": .event
                case "other-head": .otherHead
                case "equipment-verb": .equipmentVerb
                case "subset": .subset
                case "adverb": .adverb
                case "name-head": .nameHead
                default: []
                }
            marks[row[1], default: []].formUnion(mark)
        }
    }

    /// What the folded word does.
    public subscript(folded: String) -> Marks { marks[folded] ?? [] }
}
