import SaysoCore

/// What single words tell about the names beside them.
public struct WordTraits: OptionSet, Sendable {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// "Mr", "Dr"
    public static let courtesy = WordTraits(rawValue: 1)
    /// "General", "Senator": stands before a name
    public static let title = WordTraits(rawValue: 2)
    /// "spokesman", "lawyer": what a person is
    public static let role = WordTraits(rawValue: 4)
    /// "Movement", "Committee": what an organisation is
    public static let organisationHead = WordTraits(rawValue: 8)
    /// "Brigade", "Front"
    public static let armedHead = WordTraits(rawValue: 16)
    /// "Ministry"
    public static let governmentHead = WordTraits(rawValue: 32)
    public static let maleName = WordTraits(rawValue: 64)
    public static let femaleName = WordTraits(rawValue: 128)
    /// "Who", "ICE", "Total": a name only when its capitals say so
    public static let guarded = WordTraits(rawValue: 256)

    public static let givenName: WordTraits = [.maleName, .femaleName]
    public static let anyHead: WordTraits = [.organisationHead, .armedHead, .governmentHead]

    public func isAny(of other: WordTraits) -> Bool { !isDisjoint(with: other) }
}

/// The words of person-words.tsv, given-names.tsv and name-words.tsv.
struct WordTraitTable: Sendable {
    private var traits: [UInt64: WordTraits] = [:]

    init() throws(LexiconTable.Problem) {
        let kinds: [String: WordTraits] = [
            "courtesy": .courtesy, "title": .title, "role": .role, "organisation-head": .organisationHead, "armed-head": .armedHead,
            "government-head": .governmentHead,
        ]
        for row in try LexiconTable(resource: "en/person-words.tsv").rows { add(row[0], kinds[row[1]] ?? []) }
        for row in try LexiconTable(resource: "en/given-names.tsv").rows {
            add(row[0], row[1] == "male" ? .maleName : row[1] == "female" ? .femaleName : .givenName)
        }
        for row in try LexiconTable(resource: "en/name-words.tsv").rows { add(row[0], .guarded) }
    }

    private mutating func add(_ word: String, _ trait: WordTraits) { traits[Self.key(Folding.fold(word)), default: []].formUnion(trait) }

    /// Final stops do not count: "Gen." is "gen".
    private static func key(_ folded: String) -> UInt64 {
        var hash = NameUnits.seed
        for byte in folded.utf8 where byte != UInt8(ascii: ".") { hash = NameUnits.step(hash, byte) }
        return hash
    }

    func traits(of folded: String) -> WordTraits { traits[Self.key(folded)] ?? [] }
}
