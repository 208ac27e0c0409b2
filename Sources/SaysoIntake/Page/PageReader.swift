import SaysoCore
import SaysoLexicon

/// A page: its article first, everything else that is text behind it, marked as furniture.
enum PageReader {
    /// Without the data file pages are still read; only class names say nothing then.
    private static let regions = (try? RegionLexicon.bundled()) ?? RegionLexicon()

    static func read(_ utf8: [UInt8], options: IntakeOptions) -> ReportDraft {
        let tree = TagCost.isBearable(utf8) ? HTMLTree(utf8) : nil
        let metadata = tree.map(PageMetadata.init)
        var draft = ReportDraft()
        draft.byline = metadata?.byline
        draft.outlet = metadata?.outlet
        draft.address = metadata?.address
        draft.language = metadata?.tag
        draft.published = metadata?.publication(address: options.address)
        guard let tree, let metadata, !tree.nodes.isEmpty, !tree.isCut else {
            draft.title = metadata?.title(heading: nil)
            draft.text = TagStripper.text(utf8)
            draft.diagnostics = [
                Diagnostic(
                    .warning, "the page is nested too deep or too broken to be parsed: its tags were taken out and all its text kept")
            ]
            return draft
        }
        let blocks = PageBlocks(tree).blocks
        let all = prose(blocks, tree) { _ in true }
        var kinds = PageRegions(tree, prose: all, lexicon: regions).kinds
        var open = prose(blocks, tree) { kinds[$0.node] == nil }
        if (open.last ?? 0) * 5 < (all.last ?? 0) * 2 {
            kinds = PageRegions(tree, prose: all, lexicon: nil).kinds
            open = prose(blocks, tree) { kinds[$0.node] == nil }
        }
        let main = MainContent.node(of: tree, prose: open)
        let range = main..<tree.nodes[main].end

        let heading = heading(blocks, kinds, metadata, range)
        draft.title = metadata.title(heading: heading.map { words(blocks[$0]) })
        draft.published = draft.published ?? visibleDate(blocks, range)
        if metadata.hasBrokenData { draft.diagnostics.append(Diagnostic(.note, "a script of linked data is no JSON: left out")) }

        var page = PageText()
        if let heading { page.add(blocks[heading], nil) }
        let title = heading.map { blocks[$0].text }
        var outside: [Int] = []
        for (index, block) in blocks.enumerated() where index != heading {
            guard range.contains(block.node) else {
                outside.append(index)
                continue
            }
            // The headline again, as a heading: once is enough to read, the other stays as furniture.
            if block.isHeading, block.text == title {
                page.add(block, .navigation, "intake.repeated-headline")
                continue
            }
            if let kind = kinds[block.node] {
                page.add(block, kind)
                continue
            }
            let isLink = block.linked * 10 >= block.text.count * 9 && block.text.count < 200 && !block.isHeading
            page.add(block, isLink ? .related : nil, "intake.link")
        }
        if page.isBare { draft.diagnostics.append(Diagnostic(.note, "no article found on the page: all its text is furniture")) }
        for index in outside {
            page.add(
                blocks[index], kinds[blocks[index].node] ?? .navigation,
                kinds[blocks[index].node] == nil ? "intake.outside-article" : "intake.region")
        }
        draft.text = page.text
        draft.residue = page.marks
        return draft
    }

    /// Bytes of prose before each node, one entry more than nodes.
    private static func prose(_ blocks: [PageBlock], _ tree: HTMLTree, _ counts: (PageBlock) -> Bool) -> [Int] {
        var sums = [Int](repeating: 0, count: tree.nodes.count + 1)
        for block in blocks where block.isProse && counts(block) { sums[block.node + 1] += block.text.count }
        for index in 1..<sums.count { sums[index] += sums[index - 1] }
        return sums
    }

    private static func words(_ block: PageBlock) -> String { LinkedData.clean(String(decoding: block.text, as: UTF8.self)) }

    /// The h1 that is the headline: the one the page's title repeats, else the first in the article, else the only one.
    private static func heading(_ blocks: [PageBlock], _ kinds: [Residue.Kind?], _ metadata: PageMetadata, _ main: Range<Int>) -> Int? {
        let candidates = blocks.indices.filter { blocks[$0].tag == "h1" && blocks[$0].text.count < 600 }
        let titles = [metadata.pageTitle, metadata.title(heading: nil)].compactMap { $0 }.map { Folding.fold($0) }
        if let told = candidates.first(where: { index in
            let folded = Folding.fold(words(blocks[index]))
            return folded.utf8.count >= 8 && titles.contains { $0.hasPrefix(folded) || folded.hasPrefix($0) }
        }) {
            return told
        }
        return candidates.first { main.contains(blocks[$0].node) && kinds[blocks[$0].node] == nil }
            ?? (candidates.count == 1 ? candidates.first : nil)
    }

    /// "Published: May 21, 2020" among the article's first short blocks, or just above it.
    private static func visibleDate(_ blocks: [PageBlock], _ main: Range<Int>) -> Publication? {
        let first = blocks.firstIndex { main.contains($0.node) } ?? 0
        for block in blocks[max(0, first - 6)..<min(blocks.count, first + 12)] where block.text.count <= 140 {
            let text = String(decoding: block.text, as: UTF8.self)
            if let found = DateWords.first(in: text),
                found.range.count * 3 >= block.text.count || text.lowercased().contains("publish") || text.lowercased().contains("posted")
            {
                return Publication(day: found.day, evidence: .visibleText, words: found.words)
            }
        }
        return nil
    }
}

/// The text of a page as it grows, and the marks in it.
struct PageText {
    private var bytes: [UInt8] = []
    private(set) var marks: [ReportDraft.Mark] = []
    private(set) var isBare = true

    var text: String { String(decoding: bytes, as: UTF8.self) }

    mutating func add(_ block: PageBlock, _ kind: Residue.Kind?, _ rule: Rule = "intake.region") {
        if !bytes.isEmpty { bytes += [0x0A, 0x0A] }
        let start = bytes.count
        bytes += block.text
        if let kind { marks.append(.init(span: TextSpan(start, bytes.count), kind: kind, rule: rule)) } else { isBare = false }
    }
}
