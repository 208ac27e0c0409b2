/// The names of outlets in two words or more, `shared/outlets.tsv`: "Libya Observer", "The Moscow Times".
///
/// Kept beside places because half of all newspapers bear the name of one.
public struct OutletNames: Sendable {
    /// The most words of a name that is looked for.
    public static let longest = 6

    private let names: ByteTable
    /// First words, so that most words of a text are asked once.
    private let openings: ByteTable

    /// - Throws: where the bundled file cannot be read.
    public init(folding: PlaceFolding) throws {
        let rows = try LexiconTable(resource: "shared/outlets.tsv").rows
        var names = ByteTable(capacity: rows.count * 3)
        var openings = ByteTable(capacity: rows.count * 3)
        for row in rows {
            for name in [row[2]] + row.list(3) {
                let key = folding.key(name)
                guard let space = key.firstIndex(of: 0x20) else { continue }
                names.add(0, for: key)
                openings.add(0, for: Array(key[..<space]))
            }
        }
        self.names = names
        self.openings = openings
    }

    public func mayBegin(with word: ArraySlice<UInt8>) -> Bool { openings[word] != nil }
    public func contains(_ key: ArraySlice<UInt8>) -> Bool { names[key] != nil }
}
