import SaysoCore

/// CAMEO codes of bodies and groups that belong to no one state, or have a code of their own.
public struct ActorCodes: Sendable {
    private let byName: [String: String]

    /// Reads "shared/cameo-actors.tsv".
    public init() throws(LexiconTable.Problem) { try self.init(LexiconTable(resource: "shared/cameo-actors.tsv")) }

    init(_ table: LexiconTable) {
        byName = Dictionary(table.rows.map { (Folding.fold($0[0]), $0[1]) }, uniquingKeysWith: { first, _ in first })
    }

    /// The code of a body under the name that the actor files give it.
    public func code(ofName name: String) -> String? { byName[Folding.fold(name)] }
}
