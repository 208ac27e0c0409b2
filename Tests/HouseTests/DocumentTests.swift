import Foundation
import Testing

/// Documents rot where nobody looks: links and commands are looked after here.
@Suite struct DocumentTests {
    static let documents = Repository.files(in: "") { $0.hasSuffix(".md") }

    @Test(arguments: documents) func `links lead somewhere`(document: String) throws {
        let text = try Repository.text(document)
        let folder = Repository.root.appendingPathComponent(document).deletingLastPathComponent()
        var rest = Substring(text)
        while let open = rest.range(of: "](") {
            rest = rest[open.upperBound...]
            guard let close = rest.firstIndex(of: ")") else { break }
            let target = String(rest[..<close].split(separator: "#", omittingEmptySubsequences: false)[0])
            if target.isEmpty || target.contains("://") || target.hasPrefix("mailto:") { continue }
            #expect(FileManager.default.fileExists(atPath: folder.appendingPathComponent(target).path), "\(document) links to \(target)")
        }
    }

    @Test func `every make command that a document names exists`() throws {
        let makefile = try Repository.text("Makefile")
        for document in Self.documents {
            for line in try Repository.text(document).split(separator: "\n") where line.hasPrefix("    make ") || line.hasPrefix("make ") {
                let word = line.trimmingCharacters(in: .whitespaces).split(separator: " ")[1]
                #expect(makefile.contains("\n\(word):"), "\(document) names “make \(word)”")
            }
        }
    }

    @Test func `the event codebook is PLOVER's, and the program knows every type of the trigger lexicon`() throws {
        let known: Set<String> = [
            "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
            "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
        ]
        for line in try Repository.text("Sources/SaysoLexicon/Resources/en/triggers.tsv").split(separator: "\n") where !line.hasPrefix("#")
        {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
            #expect(cells.count == 6 && known.contains(String(cells[2])), "\(line)")
        }
    }
}
