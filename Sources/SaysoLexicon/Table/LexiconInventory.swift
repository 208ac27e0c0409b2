import Foundation

extension LexiconResource {
    /// A data file that travels with the program, and how much is in it.
    public struct Item: Hashable, Sendable {
        /// Relative to Resources: "en/numbers.tsv".
        public let path: String
        /// Lines that are no comment; 0 for a file that is no table.
        public let rows: Int
    }

    /// All data files that are found, for `sayso doctor`. Empty when the resource bundle is not beside the program.
    public static func inventory() -> [Item] {
        ["en", "shared"].flatMap { folder -> [Item] in
            let names = (try? FileManager.default.contentsOfDirectory(atPath: url(folder).path)) ?? []
            return names.filter { $0 != "README.md" }.sorted().map { name in
                let path = "\(folder)/\(name)"
                return Item(path: path, rows: name.hasSuffix(".tsv") ? rows((try? bytes(path)) ?? []) : 0)
            }
        }
    }

    private static func rows(_ bytes: [UInt8]) -> Int {
        bytes.split(separator: 0x0A).count { $0.first != UInt8(ascii: "#") && $0.contains { $0 > 0x20 } }
    }
}
