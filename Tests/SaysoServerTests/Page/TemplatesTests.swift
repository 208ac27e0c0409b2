import Foundation
import Testing

@testable import SaysoServer

@Suite struct TemplatesTests {
    private var blank: [String: String] { Dictionary(uniqueKeysWithValues: PageName.allCases.map { ($0.rawValue, "x") }) }

    @Test func theBundledTemplatesCompile() throws { _ = try Templates() }

    @Test func aMissingPageIsAStartError() {
        var sources = blank
        sources["claim"] = nil
        #expect(throws: Templates.Problem.missing("claim")) { try Templates(sources: sources) }
    }

    @Test func aMissingPartIsAStartError() {
        var sources = blank
        sources["claim"] = "{{>chain}}"
        #expect(throws: Templates.Problem.self) { try Templates(sources: sources) }
    }

    @Test func aBrokenTemplateIsAStartError() {
        var sources = blank
        sources["claim"] = "{{#open}}"
        #expect(throws: Templates.Problem.self) { try Templates(sources: sources) }
    }

    @Test(arguments: ["{{{name}}}", "{{&name}}", "{{& name}}"])
    func unescapedTagsAreRefused(tag: String) {
        var sources = blank
        sources["claim"] = tag
        #expect(throws: Templates.Problem.unescaped("claim")) { try Templates(sources: sources) }
    }

    @Test func aMissingFolderIsAStartError() {
        #expect(throws: Templates.Problem.unreadable("/nowhere")) { try Templates(folder: URL(fileURLWithPath: "/nowhere")) }
    }
}
