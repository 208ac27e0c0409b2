import Foundation

/// The checkout that is being tested.
enum Repository {
    static let root: URL = {
        // Tests/HouseTests/Repository.swift → the root, three levels up.
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    }()

    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }

    /// Files below `folder`, relative to the root, sorted; nothing of the build.
    static func files(in folder: String, where isWanted: (String) -> Bool) -> [String] {
        let base = root.appendingPathComponent(folder)
        let walk = FileManager.default.enumerator(atPath: base.path)
        var found: [String] = []
        while let path = walk?.nextObject() as? String {
            if path.hasPrefix(".build") || path.hasPrefix(".git/") { continue }
            if isWanted(path) { found.append(folder.isEmpty ? path : folder + "/" + path) }
        }
        return found.sorted()
    }
}
