/// A paragraph, heading, list item, table row or caption of a page.
struct PageBlock {
    /// The element that makes it a block: "p", "h1", "li", "tr".
    let tag: String
    /// The first text node in it: where it stands in the page.
    let node: Int
    let text: [UInt8]
    /// How much of the text is links.
    let linked: Int

    var isHeading: Bool { tag.utf8.count == 2 && tag.utf8.first == UInt8(ascii: "h") && tag != "hr" }
    /// Sentences rather than labels: what tells the article from the page around it.
    var isProse: Bool { !isHeading && tag != "figcaption" && text.count >= 60 && linked * 2 < text.count }
}

/// Cuts a page into blocks. White space runs become one space; `<br>` is a line break, two are a new block; inline tags neither glue words
/// nor split them.
struct PageBlocks {
    private(set) var blocks: [PageBlock] = []

    private static let block: Set<String> = [
        "address", "article", "aside", "blockquote", "body", "button", "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset",
        "figcaption", "figure", "footer", "form",
        "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "label", "legend", "li", "main", "menu", "nav", "ol", "p",
        "pre", "section", "summary",
        "table", "tbody", "tfoot", "thead", "tr", "ul", "caption", "option",
    ]
    private static let cell: Set<String> = ["td", "th"]

    private var text: [UInt8] = []
    private var linked = 0
    private var first = 0
    private var pendingSpace = false
    private var breaks = 0
    private var isInCell = false

    init(_ tree: HTMLTree) {
        let nodes = tree.nodes
        // The open elements, innermost last; a block's name is the innermost block element's.
        var open: [(end: Int, tag: String, isBlock: Bool, isLink: Bool)] = []
        var links = 0
        var index = 0
        while index < nodes.count {
            while let last = open.last, last.end <= index {
                open.removeLast()
                if last.isLink { links -= 1 }
                if last.isBlock { flush(last.tag) }
            }
            let node = nodes[index]
            if node.isText {
                add(node.text, at: index, isLinked: links > 0)
            } else if Self.isHidden(node) {
                if Self.block.contains(node.name) { flush(Self.tag(open)) }
                index = node.end
                continue
            } else if node.name == "br" {
                breaks += 1
                if breaks > 1 { flush(Self.tag(open)) }
            } else if Self.cell.contains(node.name) {
                if !text.isEmpty {
                    pendingSpace = true
                    isInCell = true
                }
                open.append((node.end, "tr", false, false))
            } else {
                let isBlock = Self.block.contains(node.name)
                if isBlock { flush(Self.tag(open)) }
                if node.name == "a" { links += 1 }
                open.append((node.end, node.name, isBlock, node.name == "a"))
            }
            index += 1
        }
        flush(Self.tag(open))
    }

    private static func tag(_ open: [(end: Int, tag: String, isBlock: Bool, isLink: Bool)]) -> String {
        open.suffix(64).last { $0.isBlock }?.tag ?? "body"
    }

    static func isHidden(_ node: HTMLTree.Node) -> Bool {
        if node.name == "head" || HTMLTree.dropped.contains(node.name) { return true }
        guard !node.attributes.isEmpty else { return false }
        // React streams parts of a page in as <div hidden id="S:1"> and shows them by a script.
        if node["hidden"] != nil { return node["id"]?.hasPrefix("S:") != true }
        if node["aria-hidden"] == "true" { return true }
        guard let style = node["style"], style.utf8.count < 2000 else { return false }
        let packed = style.lowercased().filter { $0 != " " }
        return packed.contains("display:none") || packed.contains("visibility:hidden")
    }

    private mutating func add(_ bytes: [UInt8], at node: Int, isLinked: Bool) {
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte <= 0x20 || byte == 0x7F || (byte == 0xC2 && index + 1 < bytes.count && bytes[index + 1] == 0xA0) {
                pendingSpace = true
                index += byte == 0xC2 ? 2 : 1
                continue
            }
            if text.isEmpty {
                first = node
            } else if breaks > 0 {
                text.append(0x0A)
            } else if isInCell {
                text.append(0x09)
            } else if pendingSpace {
                text.append(0x20)
            }
            pendingSpace = false
            breaks = 0
            isInCell = false
            let start = index
            while index < bytes.count, bytes[index] > 0x20, bytes[index] != 0x7F,
                bytes[index] != 0xC2 || index + 1 >= bytes.count || bytes[index + 1] != 0xA0
            { index += 1 }
            text += bytes[start..<index]
            if isLinked { linked += index - start + 1 }
        }
    }

    private mutating func flush(_ tag: String) {
        pendingSpace = false
        breaks = 0
        isInCell = false
        guard !text.isEmpty else { return }
        blocks.append(PageBlock(tag: tag, node: first, text: text, linked: min(linked, text.count)))
        text = []
        linked = 0
    }
}
