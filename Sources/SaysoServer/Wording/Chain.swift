import Mustache
import SaysoCore

/// Who says so, drawn from the page to the origin: The Libya Observer ← “Reports” (unnamed) ← Fathi Bashagha.
struct Chain: Sendable, Equatable, MustacheParent {
    struct Link: Sendable, Equatable, MustacheParent {
        /// The neutral name, where one is known.
        var name: String?
        /// The report's words for this voice, where they say more than the name.
        var words: String?
        /// "according to information released by"
        var cue: String?
        /// Nobody is named: drawn as a gap.
        let isGap: Bool
        let gap: String?
        /// The outlet: the first link of every chain.
        var isOutlet = false
        /// The last of several: the voice that the claim rests on.
        var isRoot = false
        /// How the words stand in the text: "all in quotation marks".
        var manner: String?
        var rule: String?

        func child(named key: String) -> Any? {
            switch key {
            case "name": name
            case "words": words
            case "cue": cue
            case "isGap": isGap
            case "gap": gap
            case "isOutlet": isOutlet
            case "isRoot": isRoot
            case "manner": manner
            case "rule": rule
            default: nil
            }
        }
    }
    var links: [Link]

    func child(named key: String) -> Any? { key == "links" ? links : nil }

    init(outlet: String?, _ attributions: [Attribution]) {
        links = [Link(name: outlet ?? "the outlet (not named)", isGap: false, gap: nil, isOutlet: true)] + attributions.map(Link.init)
        links[links.count - 1].isRoot = true
    }

    /// How far the page is from the origin.
    var hand: String {
        switch links.count {
        case 1: "in the outlet’s own voice"
        case 2: "first hand"
        case 3: "second hand"
        case 4: "third hand"
        default: "\(links.count - 1) links from the origin"
        }
    }

    var gaps: Int { links.count(where: \.isGap) }

    /// "one unnamed link"; nil when everybody is named.
    var gapWords: String? {
        switch gaps {
        case 0: nil
        case 1: "one unnamed link"
        default: "\(gaps) unnamed links"
        }
    }

    /// For hidden labels: "Fathi Bashagha through Reports (unnamed)".
    var spoken: String {
        if links.count == 1 { return "the outlet’s own words" }
        return links.dropFirst().reversed().map(\.spoken).joined(separator: " through ")
    }
}

extension Chain.Link {
    init(_ attribution: Attribution) {
        let words = attribution.source.words
        let isNamed = attribution.speaker.map { $0.kind != .unnamed } ?? false
        let name = isNamed ? attribution.speaker?.name : nil
        self.init(
            name: name, words: Self.rest(of: words, besides: name), cue: attribution.cue.isEmpty ? nil : attribution.cue.words,
            isGap: !isNamed, gap: isNamed ? nil : words.isEmpty ? "origin not told" : "(unnamed)", manner: attribution.kind.manner,
            rule: attribution.rule.name)
    }

    /// What the report's words say besides the name: of "Interior Minister Fathi Bashagha" the office, of "he" all; nil where nothing is
    /// left.
    private static func rest(of words: String, besides name: String?) -> String? {
        guard let name, let pieces = words.cut(at: name) else { return words.isEmpty ? nil : words }
        let edges: Set<Character> = [" ", ",", "\u{A0}", "\n", "(", ")", ";", "–"]
        let rest = pieces.map { String($0.drop { edges.contains($0) }.reversed().drop { edges.contains($0) }.reversed()) }
            .filter { !$0.isEmpty && !["the", "’s", "'s"].contains($0.lowercased()) }
        return rest.isEmpty ? nil : rest.joined(separator: " … ")
    }

    var spoken: String { [name ?? words, gap].compactMap(\.self).joined(separator: " ") }
}

extension String {
    /// What stands before and behind `name`; nil where it does not stand.
    fileprivate func cut(at name: String) -> [Substring]? {
        guard !name.isEmpty else { return nil }
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(name) { return [self[..<start], self[start...].dropFirst(name.count)] }
            start = index(after: start)
        }
        return nil
    }
}

extension Attribution.Kind {
    var manner: String {
        switch self {
        case .direct: "in quotation marks"
        case .indirect: "in the reporter’s words"
        case .mixed: "partly in quotation marks"
        }
    }
}

extension Claim {
    /// "asserted, second hand, one unnamed link".
    func firmnessWords(_ chain: Chain) -> String {
        var parts = [stance.participle]
        // "threatened, not yet" says one thing twice.
        if let remark = modality.remark, !(modality == .planned && firmness == .announced && stance != .asserts) { parts.append(remark) }
        parts.append(chain.hand)
        if let gaps = chain.gapWords { parts.append(gaps) }
        return parts.joined(separator: ", ")
    }
}
