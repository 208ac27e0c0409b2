import SaysoCore

/// What a page's JSON-LD says of the article: schema.org's NewsArticle, Article and their kin.
struct LinkedData {
    var headline: String?
    var published: String?
    var authors: [String] = []
    var publisher: String?
    var language: String?
    var address: String?

    private static let articles: Set<String> = [
        "NewsArticle", "Article", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle", "OpinionNewsArticle",
        "ReviewNewsArticle", "BlogPosting",
        "LiveBlogPosting", "Report", "SocialMediaPosting", "WebPage",
    ]

    /// The article among all that the page's scripts describe; an article before a mere page. Nil when there is none.
    init?(scripts: [[UInt8]], isBroken: inout Bool) {
        var best: (rank: Int, object: JSON)?
        for script in scripts {
            guard let value = Self.parse(script) else {
                isBroken = true
                continue
            }
            for object in Self.objects(value) {
                let types = object["@type"].map { $0.array?.compactMap(\.string) ?? [$0.string].compactMap { $0 } } ?? []
                guard let type = types.first(where: { Self.articles.contains($0) || $0.hasSuffix("NewsArticle") }) else { continue }
                let rank = type == "WebPage" ? 0 : object["datePublished"] == nil ? 1 : type.hasSuffix("NewsArticle") ? 3 : 2
                if best.map({ rank > $0.rank }) ?? true { best = (rank, object) }
            }
        }
        guard let (rank, article) = best else { return nil }
        headline = rank > 0 ? article["headline"]?.string.map(Self.clean) : nil
        published = (article["datePublished"] ?? article["dateCreated"])?.string
        authors = Self.names(article["author"] ?? article["creator"])
        publisher = Self.names(article["publisher"]).first
        language = article["inLanguage"]?.string
        address = article["url"]?.string ?? article["mainEntityOfPage"]?.string ?? article["mainEntityOfPage"]?["@id"]?.string
    }

    /// Real pages put line breaks into strings, comments and CDATA marks around them, semicolons behind.
    private static func parse(_ script: [UInt8]) -> JSON? {
        if let value = try? JSON(parsing: script) { return value }
        let softened = script.map { $0 < 0x20 ? 0x20 : $0 }
        guard let start = softened.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }),
            let end = softened.lastIndex(where: { $0 == UInt8(ascii: "}") || $0 == UInt8(ascii: "]") }), start < end
        else { return nil }
        // "<![CDATA[" opens with a bracket, too.
        if let value = try? JSON(parsing: softened[start...end]) { return value }
        guard let brace = softened.firstIndex(of: UInt8(ascii: "{")), let close = softened.lastIndex(of: UInt8(ascii: "}")), brace < close
        else { return nil }
        return try? JSON(parsing: softened[brace...close])
    }

    /// All objects that may be the article: at the top, in arrays, in "@graph", "mainEntity". The parser bounds their depth.
    private static func objects(_ value: JSON) -> [JSON] {
        var found: [JSON] = []
        var queue = [value]
        var at = 0
        while at < queue.count, at < 2000 {
            let value = queue[at]
            at += 1
            if let array = value.array {
                queue += array
            } else if case .object = value {
                found.append(value)
                for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
                    if let inner = value[key], inner.string == nil { queue.append(inner) }
                }
            }
        }
        return found
    }

    private static func names(_ value: JSON?) -> [String] {
        guard let value else { return [] }
        let parts = value.array ?? [value]
        return parts.prefix(20).flatMap { part -> [String] in
            if let inner = part["name"]?.array { return inner.compactMap(\.string).map(clean) }
            return [part.string ?? part["name"]?.string].compactMap { $0 }.map(clean)
        }.filter { !$0.isEmpty && !$0.hasPrefix("http") }
    }

    static func clean(_ text: String) -> String { Entities.decoded(text).split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
