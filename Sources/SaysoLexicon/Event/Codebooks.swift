public import SaysoCore

/// Other codebooks' names for PLOVER's types: CAMEO's codes, ACLED's events.
public struct Codebooks: Sendable {
    /// ACLED's event and sub-event.
    public struct Label: Hashable, Sendable {
        public let event: String
        public let subevent: String

        public init(event: String, subevent: String) {
            self.event = event
            self.subevent = subevent
        }
    }

    private struct Key: Hashable {
        let type: String
        let mode: String
        let context: String
    }

    private let cameo: [Key: String]
    private let acled: [Key: Label]
    /// CAMEO codes by the word that tells the deed; the key's mode holds the word.
    private let words: [Key: String]

    /// Reads "shared/plover-cameo.tsv", "en/cameo-words.tsv" and "shared/plover-acled.tsv".
    public init() throws(LexiconTable.Problem) {
        try self.init(
            cameo: LexiconTable(resource: "shared/plover-cameo.tsv"), words: LexiconTable(resource: "en/cameo-words.tsv"),
            acled: LexiconTable(resource: "shared/plover-acled.tsv"))
    }

    init(cameo: LexiconTable, words: LexiconTable, acled: LexiconTable) {
        self.cameo = Dictionary(
            cameo.rows.map { (Key(type: $0[0], mode: $0[1], context: $0[2]), $0[3]) }, uniquingKeysWith: { first, _ in first })
        self.words = Dictionary(
            words.rows.map { (Key(type: $0[1], mode: $0[0], context: ""), $0[2]) }, uniquingKeysWith: { first, _ in first })
        self.acled = Dictionary(
            acled.rows.map { (Key(type: $0[0], mode: $0[1], context: ""), Label(event: $0[2], subevent: $0[3])) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The code of a type, as fine as the tables tell it.
    /// - Parameter word: the lemma that tells the deed.
    public func cameo(_ type: EventType, mode: String?, context: String?, word: String) -> String? {
        if let code = words[Key(type: type.rawValue, mode: word, context: "")] { return code }
        if let mode, let code = cameo[Key(type: type.rawValue, mode: mode, context: "")] { return code }
        if let context, let code = cameo[Key(type: type.rawValue, mode: "", context: context)] { return code }
        return cameo[Key(type: type.rawValue, mode: "", context: "")]
    }

    /// ACLED's names for a type.
    public func acled(_ type: EventType, mode: String?) -> Label? {
        if let mode, let label = acled[Key(type: type.rawValue, mode: mode, context: "")] { return label }
        return acled[Key(type: type.rawValue, mode: "", context: "")]
    }
}
