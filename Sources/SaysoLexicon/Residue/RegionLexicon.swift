public import SaysoCore

/// Words of class names and ids that tell the parts of a page: "related", "newsletter", "comments".
public struct RegionLexicon: Sendable {
    private let kinds: [String: Residue.Kind]

    public static func bundled() throws(LexiconTable.Problem) -> RegionLexicon {
        try RegionLexicon(LexiconTable(resource: "shared/page-regions.tsv"))
    }

    public init(_ table: LexiconTable) {
        kinds = Dictionary(
            table.rows.compactMap { row in Residue.Kind(rawValue: row[1]).map { (row[0], $0) } }, uniquingKeysWith: { first, _ in first })
    }

    /// Without a word: where the data is missing.
    public init() { kinds = [:] }

    /// What "article-share_bar relatedPosts" names: words are cut at marks and before capitals; the first known one counts.
    public func kind(ofName name: String) -> Residue.Kind? {
        var word: [UInt8] = []
        for byte in name.utf8.prefix(400) {
            let isUpper = (0x41...0x5A).contains(byte)
            let isLetter = isUpper || (0x61...0x7A).contains(byte)
            if !isLetter || isUpper, !word.isEmpty {
                if let kind = kinds[String(decoding: word, as: UTF8.self)] { return kind }
                word.removeAll(keepingCapacity: true)
            }
            if isLetter { word.append(byte | 0x20) }
        }
        return word.isEmpty ? nil : kinds[String(decoding: word, as: UTF8.self)]
    }
}
