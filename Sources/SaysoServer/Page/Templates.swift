import Foundation
import Mustache

/// The pages' templates, read and compiled once at the start, so that a missing or broken one is found before the first visitor.
struct Templates: Sendable {
    enum Problem: Error, Hashable, CustomStringConvertible {
        case missing(String)
        case unreadable(String)
        case broken(String, String)
        case unescaped(String)

        var description: String {
            switch self {
            case .missing(let name): "the page template “\(name)” is missing: install Sayso again"
            case .unreadable(let folder): "the page templates in \(folder) cannot be read: install Sayso again"
            case .broken(let name, let why): "the page template “\(name)” is broken: \(why)"
            case .unescaped(let name): "the page template “\(name)” writes something unescaped: only {{ }} is allowed"
            }
        }
    }

    private let library: MustacheLibrary

    /// - Parameter folder: where `*.mustache` lies; the bundled ones unless a test says otherwise.
    init(folder: URL = Bundle.module.bundleURL.appendingPathComponent("Templates")) throws(Problem) {
        guard let files = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) else {
            throw .unreadable(folder.path)
        }
        var sources: [String: String] = [:]
        for file in files where file.pathExtension == "mustache" {
            guard let text = try? String(contentsOf: file, encoding: .utf8) else { throw .unreadable(file.path) }
            sources[file.deletingPathExtension().lastPathComponent] = text
        }
        try self.init(sources: sources)
    }

    init(sources: [String: String]) throws(Problem) {
        MustacheContentTypes.register(HTMLEscaping(), named: HTMLEscaping.name)
        var library = MustacheLibrary()
        for (name, text) in sources.sorted(by: { $0.key < $1.key }) {
            if text.contains("{{{") || text.contains("{{&") || text.contains("{{ &") { throw .unescaped(name) }
            do {
                // The line break at a file's end would stand between a word and the full stop behind it.
                let text = text.hasSuffix("\n") ? String(text.dropLast()) : text
                // Each template, partials too, begins with our own escaping; the library would fall back to its own.
                let template = try MustacheTemplate(string: "{{% CONTENT_TYPE:\(HTMLEscaping.name)}}" + text)
                library.register(template, named: name)
            } catch {
                throw .broken(name, "\(error)")
            }
        }
        for page in PageName.allCases where library.getTemplate(named: page.rawValue) == nil { throw .missing(page.rawValue) }
        for (name, text) in sources {
            for partial in Self.partials(in: text) where library.getTemplate(named: partial) == nil {
                throw .missing("\(partial)” (used by “\(name)")
            }
        }
        self.library = library
    }

    func render(_ page: PageName, _ model: any Sendable) -> String {
        // `init` has seen every name; the empty text is never reached.
        library.render(model, withTemplate: page.rawValue) ?? ""
    }

    /// "{{>chain}}" and "{{<frame}}": the other templates that this one needs.
    private static func partials(in text: String) -> [String] {
        text.split(separator: "{{", omittingEmptySubsequences: false).dropFirst().compactMap { piece in
            guard let first = piece.first, first == ">" || first == "<", let end = piece.range(of: "}}") else { return nil }
            return piece[piece.index(after: piece.startIndex)..<end.lowerBound].trimmingCharacters(in: .whitespaces)
        }
    }
}

/// The pages that exist; each has a template of its name.
enum PageName: String, CaseIterable {
    case reports, report, claim, search, messages, receipt, help, problem
}
