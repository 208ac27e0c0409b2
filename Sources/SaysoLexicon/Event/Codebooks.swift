public import SaysoCore

/// Other codebooks' names for PLOVER's types: CAMEO's codes, ACLED's events.
public struct Codebooks: Sendable {
    /// ACLED's event and sub-event.
    public struct Label: Hashable, Sendable {
        public let event: String
        public let subevent: String
    }

    private struct Key: Hashable {
        let type: String
        let mode: String
        let context: String
    }

    private let cameo: [Key: String]
    private let acled: [Key: Label]

    /// Reads "shared/plover-cameo.tsv" and "shared/plover-acled.tsv".
    public init() throws(LexiconTable.Problem) {
        try self.init(cameo: LexiconTable(resource: "shared/plover-cameo.tsv"), acled: LexiconTable(resource: "shared/plover-acled.tsv"))
    }

    init(cameo: LexiconTable, acled: LexiconTable) {
        self.cameo = Dictionary(
            cameo.rows.map { (Key(type: $0[0], mode: $0[1], context: $0[2]), $0[3]) }, uniquingKeysWith: { first, _ in first })
        self.acled = Dictionary(
            acled.rows.map { (Key(type: $0[0], mode: $0[1], context: ""), Label(event: $0[2], subevent: $0[3])) }, uniquingKeysWith: { first, _ in first })
    }

    /// The code of a type, as fine as the table tells it.
    public func cameo(_ type: EventType, mode: String?, context: String?) -> String? {
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
