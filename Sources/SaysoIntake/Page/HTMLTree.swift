import CLibXML2

/// A page as a flat list of nodes in document order: no recursion anywhere, however deep its tags are nested.
struct HTMLTree {
    struct Node {
        /// "p"; "" for text.
        let name: String
        let parent: Int
        /// One past the last node inside.
        var end: Int
        /// Of the attributes that tell us something; the others are left in the page.
        let attributes: [(name: String, value: String)]
        /// Of text, and of script elements that hold data.
        let text: [UInt8]

        var isText: Bool { name.isEmpty }
        subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }
    }

    private(set) var nodes: [Node] = []

    private static let kept: Set<String> = [
        "class", "id", "role", "hidden", "style", "aria-hidden", "datetime", "content", "property", "name", "itemprop", "rel", "href",
        "type", "lang", "title",
    ]
    /// Nothing in these is text that a reader of the page sees. Buttons are not among them: libxml2 lets a `<div>` left open inside one
    /// swallow the page.
    static let dropped: Set<String> = [
        "script", "style", "template", "noscript", "svg", "math", "canvas", "iframe", "object", "embed", "audio", "video", "select",
        "textarea", "input",
        "datalist",
    ]

    /// Once, before the first page: libxml2 asks for it where several threads read.
    private static let isPrepared: Bool = {
        xmlInitParser()
        return true
    }()

    /// Nil when libxml2 gives up.
    init?(_ utf8: [UInt8]) {
        guard Self.isPrepared else { return nil }
        let options = HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue
        let page = utf8.withUnsafeBytes { buffer in
            htmlReadMemory(
                buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: buffer.count), nil, "UTF-8", Int32(options))
        }
        guard let page else { return nil }
        defer { xmlFreeDoc(page) }
        guard let root = xmlDocGetRootElement(page) else { return nil }
        flatten(root)
    }

    /// libxml2 stops without a word at 256 open tags, and the rest of the page is lost.
    var isCut: Bool { depth >= 254 }
    private var depth = 0

    private mutating func flatten(_ root: xmlNodePtr) {
        nodes.reserveCapacity(4096)
        var parents: [Int] = []
        var next: xmlNodePtr? = root
        while let node = next {
            let parent = parents.last ?? -1
            var children: xmlNodePtr?
            switch node.pointee.type {
            case XML_ELEMENT_NODE:
                let name = node.pointee.name.map { String(cString: $0) } ?? ""
                let attributes = Self.attributes(node)
                let isData = name == "script" && attributes.contains { $0.name == "type" && $0.value.lowercased().contains("ld+json") }
                let isDropped = Self.dropped.contains(name)
                nodes.append(
                    Node(
                        name: name.isEmpty ? "?" : name, parent: parent, end: nodes.count + 1, attributes: attributes,
                        text: isData ? node.pointee.children.map(Self.content) ?? [] : []))
                if !isDropped { children = node.pointee.children }
            case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
                nodes.append(Node(name: "", parent: parent, end: nodes.count + 1, attributes: [], text: Self.content(node)))
            default: break
            }
            if let children {
                parents.append(nodes.count - 1)
                depth = max(depth, parents.count)
                next = children
                continue
            }
            var at: xmlNodePtr? = node
            while let current = at, current.pointee.next == nil {
                guard current != root, let open = parents.popLast() else {
                    at = nil
                    break
                }
                nodes[open].end = nodes.count
                at = current.pointee.parent
                if at == root { at = nil }
            }
            next = at.flatMap { $0.pointee.next }
        }
        for open in parents { nodes[open].end = nodes.count }
    }

    private static func content(_ node: xmlNodePtr) -> [UInt8] {
        guard let content = node.pointee.content else { return [] }
        return Array(UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content))))
    }

    private static func attributes(_ node: xmlNodePtr) -> [(name: String, value: String)] {
        var attributes: [(name: String, value: String)] = []
        var next = node.pointee.properties
        while let attribute = next {
            next = attribute.pointee.next
            guard let name = attribute.pointee.name.map({ String(cString: $0) }), kept.contains(name) else { continue }
            // A value is one text node, unless an entity is left in it.
            var value = ""
            var part = attribute.pointee.children
            while let text = part {
                if let content = text.pointee.content { value += String(cString: content) }
                part = text.pointee.next
            }
            attributes.append((name, value))
        }
        return attributes
    }
}
