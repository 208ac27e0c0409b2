import Foundation
import Testing

/// Data without a source is hearsay: each file says what it is, where it comes from, under which licence, of when, and what is wrong with
/// it.
@Suite struct DataHeaderTests {
    static let fields = ["source", "licence", "date", "known problems"]
    static let folders = ["Sources/SaysoLexicon/Resources"]

    @Test func `every data file states source, licence, date and known problems`() throws {
        let files = Self.folders.flatMap {
            Repository.files(in: $0) { path in
                let name = path.split(separator: "/").last ?? ""
                return name.contains(".") && !name.hasSuffix(".md")
            }
        }
        #expect(files.count > 5)
        for file in files {
            let statement = file.hasSuffix(".tsv") ? try Self.header(file) : try Self.neighbour(file)
            for field in Self.fields {
                #expect(statement.contains(field + ":"), "\(file) does not state its \(field)")
            }
        }
    }

    /// The lines before the first row.
    private static func header(_ file: String) throws -> String {
        try Repository.text(file).split(separator: "\n").prefix { $0.hasPrefix("#") }.joined(separator: "\n").lowercased()
    }

    /// What stands beside a binary file: a page of its own ("gazetteer.md" for "gazetteer.bin.z"), or its section of the README.
    private static func neighbour(_ file: String) throws -> String {
        let folder = file.split(separator: "/").dropLast().joined(separator: "/")
        let name = String(file.split(separator: "/").last ?? "")
        let stem = String(name.prefix { $0 != "." })
        if let page = try? Repository.text("\(folder)/\(stem).md") { return page.lowercased() }
        let sections = try Repository.text(folder + "/README.md").components(separatedBy: "\n## ")
        return (sections.first { $0.contains(name) } ?? "").lowercased()
    }
}
