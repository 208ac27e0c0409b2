import Foundation
import SaysoSQLite

/// A folder of its own for one test, gone when the test is.
final class Scratch {
    let folder: URL
    var ledger: String { folder.appendingPathComponent("test.ledger").path }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("sayso-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    func store(largest: Int? = nil) throws -> SQLiteStore { try SQLiteStore(path: ledger, largest: largest) }

    deinit { try? FileManager.default.removeItem(at: folder) }
}
