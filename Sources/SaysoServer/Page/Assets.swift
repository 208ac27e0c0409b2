import Foundation
import SaysoCore

/// The style sheet, the script and the sign: read once at the start, named by their content so that a browser may keep them for ever.
struct Assets: Sendable {
    struct File: Sendable {
        let name: String
        let contentType: String
        let bytes: [UInt8]
        let version: String
    }

    enum Problem: Error, Hashable, CustomStringConvertible {
        case missing(String)
        var description: String {
            switch self {
            case .missing(let name): "the file \(name) is missing: install Sayso again"
            }
        }
    }

    private static let kinds = [
        "sayso.css": "text/css; charset=utf-8", "sayso.js": "text/javascript; charset=utf-8", "sayso.svg": "image/svg+xml; charset=utf-8",
    ]
    private let files: [String: File]

    init(folder: URL = Bundle.module.bundleURL.appendingPathComponent("Static")) throws(Problem) {
        var files: [String: File] = [:]
        for (name, type) in Self.kinds {
            guard let data = try? Data(contentsOf: folder.appendingPathComponent(name)) else { throw .missing(name) }
            let bytes = [UInt8](data)
            files[name] = File(name: name, contentType: type, bytes: bytes, version: String(Digest.sha256(bytes).prefix(12)))
        }
        self.files = files
    }

    subscript(name: String) -> File? { files[name] }

    func address(_ name: String) -> String { "/static/\(name)?v=\(files[name]?.version ?? "0")" }
}
