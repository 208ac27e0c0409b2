import Hummingbird
import HummingbirdTesting
import NIOCore
import SaysoCore
import SaysoLedger
import Testing

@testable import SaysoServer

/// A report whose every field would like to be markup, on every page that shows it.
@Suite(.serialized) struct HostilePageTests {
    @Test func nothingFromAReportOrAVisitorIsMarkup() async throws {
        let store = try await World.ledger()
        let hostile = World.hostileReport().reading
        let bad = World.hostile.addressPart
        let claim = hostile.claims[0].id
        let pages = [
            "/reports", "/reports/\(hostile.report.id)", "/reports/\(hostile.report.id)?claim=\(claim)",
            "/reports/\(hostile.report.id)?claim=\(bad)",
            "/reports?after=\(bad)", "/claims/\(claim)", "/claims/\(bad)", "/search?q=\(bad)", "/search?q=script", "/messages",
            "/receipts/1", "/\(bad)",
            "/reports/\(World.otherReport().reading.report.id)",
        ]
        try await SaysoServer(store: store).application().test(.live) { client in
            let fields = "topic=\(bad)&text=\(bad)&contact=\(bad)&claim=\(claim)"
            let sent = try await client.execute(
                uri: "/reports/\(hostile.report.id)/messages", method: .post, headers: [.contentType: "application/x-www-form-urlencoded"],
                body: ByteBuffer(string: fields))
            #expect(sent.status == .seeOther)
            for address in pages {
                let page = String(buffer: try await client.execute(uri: address, method: .get).body)
                let fault = Markup.fault(in: page)
                #expect(fault == nil, "\(address): \(fault ?? "")")
            }
            // Sent back with its faults, the form holds the words again.
            let again = try await client.execute(
                uri: "/reports/\(hostile.report.id)/messages", method: .post, headers: [.contentType: "application/x-www-form-urlencoded"],
                body: ByteBuffer(string: fields + "&link=\(bad)"))
            #expect(Markup.fault(in: String(buffer: again.body)) == nil)
        }
    }

    @Test func jsonCannotBeReadAsAPage() async throws {
        let hostile = World.hostileReport().reading
        try await SaysoServer(store: World.ledger()).application().test(.live) { client in
            let answer = try await client.execute(uri: "/api/v1/reports/\(hostile.report.id)", method: .get)
            #expect(answer.headers[.contentType] == "application/json; charset=utf-8")
            #expect(!String(buffer: answer.body).contains("</script"))
        }
    }

    @Test func theCheckItselfSeesWhatItShould() {
        #expect(Markup.fault(in: "<p>fine &lt;script&gt;</p>") == nil)
        #expect(Markup.fault(in: "<p><script>x</script></p>") != nil)
        #expect(Markup.fault(in: "<p>\u{600}<img src=x></p>") != nil)
        #expect(Markup.fault(in: "<p title=\"\"onclick=\"x\">") != nil)
        #expect(Markup.fault(in: "<a href=\"javascript:x\">") != nil)
        #expect(Markup.fault(in: "<p>\u{202E}</p>") != nil)
    }
}

/// Reads a page as a browser's tokenizer does, code point by code point, and compares each element with what our templates may write.
enum Markup {
    private static let elements: Set<String> = [
        "!doctype", "html", "head", "meta", "title", "link", "script", "body", "header", "footer", "main", "nav", "article", "section",
        "aside", "div", "span",
        "p", "a", "ol", "ul", "li", "dl", "dt", "dd", "h1", "h2", "h3", "q", "bdi", "code", "kbd", "pre", "mark", "time", "strong", "em",
        "details", "summary",
        "form", "label", "input", "select", "option", "textarea", "button", "table", "thead", "tbody", "tr", "th", "td",
    ]

    /// What is wrong; nil for a page that holds only our own markup.
    static func fault(in page: String) -> String? {
        let scalars = Array(page.unicodeScalars)
        if let odd = scalars.first(where: { $0.value == 0x202E || $0.value == 0x202D || ($0.value < 0x20 && $0 != "\n" && $0 != "\t") }) {
            return "holds U+\(String(odd.value, radix: 16))"
        }
        var at = 0
        while let open = scalars[at...].firstIndex(of: "<") {
            var end = open + 1
            var quoted = false
            while end < scalars.count, quoted || scalars[end] != ">" {
                if scalars[end] == "\"" { quoted.toggle() }
                if !quoted, scalars[end] == "<" || scalars[end] == "'" || scalars[end] == "`" { return "a tag inside a tag" }
                end += 1
            }
            if let fault = tagFault(String(String.UnicodeScalarView(scalars[(open + 1)..<min(end, scalars.count)]))) { return fault }
            at = min(end + 1, scalars.count)
        }
        return nil
    }

    private static func tagFault(_ tag: String) -> String? {
        let name = tag.drop { $0 == "/" }.prefix { $0 != " " && $0 != "\n" }.lowercased()
        if !elements.contains(name) { return "<\(tag)>" }
        if name == "script", !tag.hasPrefix("/"), !tag.hasPrefix("script src=\"/static/sayso.js?v=") { return "<\(tag)>" }
        // Behind each closing quotation mark comes a space or the end: otherwise a value has broken out.
        let pieces = tag.split(separator: "\"", omittingEmptySubsequences: false)
        for (index, piece) in pieces.enumerated() where index % 2 == 0 {
            if index > 0, index < pieces.count - 1, !piece.hasPrefix(" ") && !piece.hasPrefix("\n") { return "<\(tag)>" }
            for word in piece.split(separator: " ") where word.lowercased().hasPrefix("on") || word.contains("onerror") {
                return "<\(tag)>"
            }
        }
        for index in stride(from: 1, to: pieces.count, by: 2)
        where pieces[index - 1].hasSuffix("href=") || pieces[index - 1].hasSuffix("src=") {
            let value = pieces[index]
            if !value.hasPrefix("/") && !value.hasPrefix("#") && !value.hasPrefix("https://") && !value.hasPrefix("http://") {
                return "<\(tag)>"
            }
            if value.hasPrefix("//") { return "<\(tag)>" }
        }
        return nil
    }
}
