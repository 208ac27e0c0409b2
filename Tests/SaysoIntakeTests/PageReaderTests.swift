import SaysoCore
import SaysoIntake
import Testing

@Suite struct PageReaderTests {
    @Test func `the article comes first, the rest of the page behind it as furniture`() throws {
        let report = try Given.page(
            "<nav><a href=/>Home</a></nav><article><h1>Army takes pass</h1><p>\(Given.prose)</p><div class=share-bar>Share this</div><p>\(Given.prose)</p></article>"
                + "<aside><h2>More Posts</h2></aside><footer><p>© Dunya Courier</p></footer>")
        #expect(Given.article(report) == ["Army takes pass", Given.prose, Given.prose])
        #expect(report.residue.map(\.kind) == [.share, .navigation, .related, .boilerplate])
        #expect(report.title == "Army takes pass")
        #expect(report.text.string.hasPrefix("Army takes pass\n\nDunya's army"))
    }

    @Test func `inline tags neither glue words nor split them, a break is a line, hidden text is none`() throws {
        let report = try Given.page(
            "<p>The <b>ar</b>my<a href=x> left</a>\n <i>Dunya</i>.<br>It&nbsp;rained.</p><p style='display: none'>Hidden</p><style>p{}</style><noscript>No</noscript>"
                + "<table><tr><td>12<td>tanks</tr></table><ul><li>one<li>two</ul>")
        #expect(report.text.string == "The army left Dunya.\nIt rained.\n\n12\ttanks\n\none\n\ntwo")
    }

    @Test(arguments: [
        (
            #"<script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"@type":["NewsArticle"],"headline":"Army&#8217;s day","datePublished":"2020-05-21T00:30:00+02:00","dateModified":"2021-01-01","author":[{"name":"Jane Roe"},{"name":"John Roe"}],"publisher":{"name":"Dunya Courier"}}]}</script>"#,
            "json-ld", "2020-05-21"
        ),
        (
            #"<meta property="article:published_time" content="2020-05-21T10:00:00Z"><meta property="article:modified_time" content="2020-06-01">"#,
            "opengraph", "2020-05-21"
        ),
        (#"<meta name="pubdate" content="Thu, 21 May 2020 10:04:00 GMT">"#, "meta", "2020-05-21"),
        (#"<link rel="canonical" href="https://courier.example/2020/05/21/army-takes-pass">"#, "address", "2020-05-21"),
    ])
    func `the day is known, and how`(head: String, evidence: String, day: String) throws {
        let report = try Given.page("<p>\(Given.prose)</p>", head: head)
        #expect(report.published.map { "\($0.day)" } == day)
        #expect(report.published?.evidence.rawValue == evidence)
        if evidence == "json-ld" {
            #expect(report.title == "Army’s day" && report.byline == "Jane Roe, John Roe" && report.outlet == "Dunya Courier")
        }
    }

    @Test(arguments: [
        ("<time datetime='2020-05-21T10:00'>yesterday</time>", Publication.Evidence.timeElement),
        ("<p>Published: May 21, 2020</p>", .visibleText),
    ])
    func `the page's own words tell the day where nothing else does`(words: String, evidence: Publication.Evidence) throws {
        let report = try Given.page("<article><h1>Army takes the pass</h1>\(words)<p>\(Given.prose)</p></article>")
        #expect(report.published.map { "\($0.day)" } == "2020-05-21")
        #expect(report.published?.evidence == evidence)
    }

    @Test func `the site's name is no part of the title`() throws {
        let head = "<title>Army takes the high pass | Dunya Courier</title><meta property=og:site_name content='Dunya Courier'>"
        #expect(try Given.page("<p>\(Given.prose)</p>", head: head).title == "Army takes the high pass")
    }

    @Test func `nesting of any depth and closing tags without end are read`() throws {
        let deep = try Given.report("<html><body>" + String(repeating: "<div>", count: 100_000) + "Somebody left.", name: "a.html")
        #expect(deep.text.string.contains("Somebody left.") && deep.diagnostics.contains { $0.severity == .warning })
        let below = try Given.report("<html><body>" + String(repeating: "<div>", count: 5000) + "Somebody left.", name: "a.html")
        #expect(below.text.string.contains("Somebody left."))
        let closing = try Given.report(
            "<html><body>" + String(repeating: "<a><b>", count: 20_000) + "Left." + String(repeating: "</i>", count: 100_000),
            name: "a.html")
        #expect(closing.text.string.contains("Left."))
    }

    @Test func `entities of a document type are not unfolded`() throws {
        let bomb =
            "<!DOCTYPE html [<!ENTITY a \"ha\">"
            + (1...9).map { "<!ENTITY a\($0) \"" + String(repeating: "&a\($0 - 1);", count: 10) + "\">" }.joined() + "]>"
        #expect(try Given.report(bomb + "<html><body><p>Somebody left &a9;.</p></body></html>", name: "a.html").text.count < 4000)
    }

    @Test func `a page without end is read as far as it goes`() throws {
        #expect(
            Given.article(try Given.report("<html><body><article><h1>Army takes pass</h1><p>\(Given.prose)<p>He <b>left", name: "a.html"))
                == ["Army takes pass", Given.prose, "He left"])
    }
}
