import Mustache

/// Turns text of reports and visitors into text that a page can hold anywhere: between tags and inside a quoted attribute.
///
/// Why not the library's own: it looks at whole `Character`s, and "<" behind U+0600 (a mark that joins what follows) or before a combining
/// accent is another `Character` than "<", so it passes unescaped; "\u{600}<script>" would run. A browser reads code points, and so do we.
///
/// Two more things are taken away, because no report needs them and both deceive readers: control characters (HTML forbids them) and the
/// bidirectional *overrides*, which make "gpj.exe" read "exe.jpg". Each becomes U+FFFD, one for one. Embeddings and isolates stay: Arabic
/// and Hebrew texts use them, and every piece of foreign text stands in an element that ends them.
struct HTMLEscaping: MustacheContentType {
    static let name = "SAYSO"

    func escapeText(_ text: String) -> String { Self.escape(text) }

    static func escape(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        out.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x26: out.append(contentsOf: "&amp;".unicodeScalars)
            case 0x3C: out.append(contentsOf: "&lt;".unicodeScalars)
            case 0x3E: out.append(contentsOf: "&gt;".unicodeScalars)
            case 0x22: out.append(contentsOf: "&quot;".unicodeScalars)
            case 0x27: out.append(contentsOf: "&#39;".unicodeScalars)
            // Old browsers read a backtick as an attribute's quotation mark.
            case 0x60: out.append(contentsOf: "&#96;".unicodeScalars)
            case 0x09, 0x0A: out.append(scalar)
            // A lone CR would become a line break in some parsers and nothing in others.
            case 0x0D: out.append("\n")
            case 0..<0x20, 0x7F...0x9F, 0x202D, 0x202E: out.append("\u{FFFD}")
            default: out.append(scalar)
            }
        }
        return String(out)
    }
}

extension String {
    /// For attributes, titles and choices of a form, where no element can end what a bidirectional embedding began: all such marks left
    /// out.
    var plain: String {
        guard unicodeScalars.contains(where: { Self.isDirectional($0.value) }) else { return self }
        return String(String.UnicodeScalarView(unicodeScalars.filter { !Self.isDirectional($0.value) }))
    }

    private static func isDirectional(_ value: UInt32) -> Bool {
        (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value) || value == 0x200E || value == 0x200F || value == 0x061C
    }

    /// At most so many characters, cut behind a word where one ends near, with an ellipsis.
    func clipped(to limit: Int) -> String {
        guard count > limit else { return self }
        let head = prefix(limit)
        if let space = head.lastIndex(of: " "), head.distance(from: head.startIndex, to: space) > limit / 2 { return head[..<space] + "…" }
        return head + "…"
    }
}
