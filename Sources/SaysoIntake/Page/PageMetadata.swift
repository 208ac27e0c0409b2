import SaysoCore

/// What a page says about itself outside its text.
struct PageMetadata {
    /// By lower-case name or property; the first of each counts.
    private var metas: [String: String] = [:]
    private(set) var pageTitle: String?
    private(set) var canonical: String?
    private(set) var language: String?
    private(set) var linked: LinkedData?
    /// `<time datetime>`, the one marked as publication first.
    private(set) var time: String?
    private(set) var hasBrokenData = false

    init(_ tree: HTMLTree) {
        var scripts: [[UInt8]] = []
        var isPublicationTime = false
        for (index, node) in tree.nodes.enumerated() where !node.isText {
            switch node.name {
            case "meta":
                guard let name = node["property"] ?? node["name"] ?? node["itemprop"], let content = node["content"], !content.isEmpty
                else { continue }
                if metas[name.lowercased()] == nil { metas[name.lowercased()] = LinkedData.clean(content) }
            case "link": if canonical == nil, node["rel"]?.lowercased() == "canonical" { canonical = node["href"] }
            case "html": language = node["lang"]
            case "title":
                guard pageTitle == nil, index + 1 < node.end else { continue }
                pageTitle = LinkedData.clean(tree.nodes[(index + 1)..<node.end].map { String(decoding: $0.text, as: UTF8.self) }.joined())
            case "script": if !node.text.isEmpty { scripts.append(node.text) }
            case "time":
                guard let value = node["datetime"], DateWords.day(value) != nil else { continue }
                let marked =
                    node["itemprop"]?.lowercased().contains("datepublished") == true
                    || node["class"]?.lowercased().contains("publish") == true
                if time == nil || marked && !isPublicationTime { time = value }
                isPublicationTime = isPublicationTime || marked
            default: break
            }
        }
        linked = LinkedData(scripts: scripts, isBroken: &hasBrokenData)
    }

    var address: String? {
        [linked?.address, canonical, metas["og:url"]].compactMap { $0 }.first { $0.hasPrefix("http://") || $0.hasPrefix("https://") }
    }

    var outlet: String? { metas["og:site_name"] ?? linked?.publisher ?? metas["application-name"] }

    var byline: String? {
        if let authors = linked?.authors, !authors.isEmpty { return authors.joined(separator: ", ") }
        for key in ["author", "article:author", "byl", "parsely-author", "sailthru.author", "dc.creator", "twitter:creator"] {
            if let value = metas[key], !value.hasPrefix("http"), !value.hasPrefix("@"), value.utf8.count < 120 {
                return value.hasPrefix("By ") || value.hasPrefix("by ") ? String(value.dropFirst(3)) : value
            }
        }
        return nil
    }

    var tag: String? {
        (linked?.language ?? language ?? metas["og:locale"]).map { $0.trimming().replacing("_", with: "-") }.flatMap {
            $0.utf8.count >= 2 && $0.utf8.count < 12 ? $0 : nil
        }
    }

    /// The days the page tells, weighed: those that agree outvote one that does not; a day in the address is seldom wrong.
    func publication(address known: String?) -> Publication? {
        var votes: [(publication: Publication, weight: Int)] = []
        func vote(_ words: String?, _ evidence: Publication.Evidence, _ weight: Int) {
            guard let words, let found = DateWords.first(in: words) else { return }
            votes.append((Publication(day: found.day, evidence: evidence, words: words), weight))
        }
        vote(linked?.published, .jsonLD, 32)
        vote(metas["article:published_time"] ?? metas["og:published_time"] ?? metas["og:article:published_time"], .openGraph, 31)
        let names = [
            "datepublished", "date", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "dc.date",
            "dc.date.issued", "dcterms.created",
            "dcterms.date", "dc.date.created", "parsely-pub-date", "sailthru.date", "article.published", "published_at",
            "cxenseparse:recs:publishtime", "originalpublicationdate",
        ]
        vote(names.compactMap { metas[$0] }.first { DateWords.day($0) != nil }, .meta, 20)
        vote(time, .timeElement, 25)
        if let words = [known, address].compactMap({ $0 }).compactMap(Self.dayInPath).first { vote(words, .address, 30) }
        func sum(_ day: Day) -> Int { votes.filter { $0.publication.day == day }.map(\.weight).reduce(0, +) }
        return votes.max { (sum($0.publication.day), $0.weight) < (sum($1.publication.day), $1.weight) }?.publication
    }

    /// "/2020/05/21/", "/2020-05-21-", "/20200521/"
    private static func dayInPath(_ address: String) -> String? {
        guard let path = address.range(of: "://").map({ address[$0.upperBound...] }), let slash = path.firstIndex(of: "/") else {
            return nil
        }
        return DateWords.first(in: path[slash...].prefix(150)).flatMap { found in
            found.words.utf8.allSatisfy { $0 < 0x3A } && found.words.utf8.count >= 8 ? found.words : nil
        }
    }

    /// The headline without the site's name.
    func title(heading: String?) -> String? {
        let graph = (metas["og:title"] ?? metas["twitter:title"]).map(withoutSite)
        let page = pageTitle.map(withoutSite)
        let headline = linked?.headline.flatMap { $0.isEmpty ? nil : $0 }
        if let heading, heading.utf8.count >= 12 {
            let folded = Folding.fold(heading)
            // What the page shows and says elsewhere, too.
            if [headline, graph, pageTitle].contains(where: { $0.map { Folding.fold($0).hasPrefix(folded) } ?? false }) { return heading }
        }
        return headline ?? graph ?? page ?? heading
    }

    /// "Army takes pass | Dunya Courier" → "Army takes pass"
    private func withoutSite(_ title: String) -> String {
        let sites = [outlet, linked?.publisher].compactMap { $0 }.map { Folding.fold($0) }
        for mark in [" | ", " - ", " – ", " — ", " :: ", " » ", " · "] {
            let parts = title.split(separator: mark)
            guard parts.count > 1, let last = parts.last else { continue }
            let tail = Folding.fold(last)
            let isSite = sites.contains { $0.contains(tail) || tail.contains($0) }
            // A bar parts headline and site even where the site's name is not told.
            if isSite || (mark == " | " && last.utf8.count < 40 && parts[0].utf8.count >= 20) {
                return parts.dropLast().joined(separator: mark).trimming()
            }
        }
        return title
    }
}
