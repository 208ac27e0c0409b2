import Foundation

/// The data files that travel with the program.
public enum LexiconResource {
    /// The bytes of a bundled file, named relative to Resources: "en/numbers.tsv".
    public static func bytes(_ path: String) throws(LexiconTable.Problem) -> [UInt8] {
        guard let data = try? Data(contentsOf: url(path), options: .mappedIfSafe) else { throw .unreadable(path) }
        return [UInt8](data)
    }

    static func url(_ path: String) -> URL { Bundle.module.bundleURL.appendingPathComponent(path) }
}
