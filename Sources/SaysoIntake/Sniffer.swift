/// What the first bytes tell.
enum Sniffer {
    private static let magics: [(bytes: [UInt8], name: String)] = [
        (Array("%PDF-".utf8), "a PDF document"), ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive or an office document"),
        ([0x89, 0x50, 0x4E, 0x47], "a PNG image"),
        (Array("GIF8".utf8), "a GIF image"), ([0xFF, 0xD8, 0xFF], "a JPEG image"), ([0x1F, 0x8B], "gzip data"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an office document"),
        ([0x7F, 0x45, 0x4C, 0x46], "a program"), (Array("SQLite format 3".utf8), "a database"), (Array("{\\rtf".utf8), "rich text"),
    ]

    /// Nil for text; else what it looks like, "" where that is unknown.
    static func binary(_ bytes: [UInt8]) -> String? {
        if CharsetDecoder.utf16Mark(bytes) != nil { return nil }
        if let magic = magics.first(where: { bytes.starts(with: $0.bytes) }) { return magic.name }
        let head = bytes.prefix(4096)
        if head.contains(0) { return "" }
        let controls = head.count { $0 < 0x20 && !(0x07...0x0D).contains($0) && $0 != 0x1B && $0 != 0x1A }
        return controls * 10 > head.count ? "" : nil
    }

    /// A page begins with a doctype, a comment or a tag; a file named so needs only one tag near its start.
    static func isPage(_ bytes: [UInt8], name: String) -> Bool {
        let head = bytes.prefix(4096).map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
        let start = head.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
        let openings = [
            "<!doctype html", "<html", "<head", "<body", "<!--", "<?xml", "<meta", "<title", "<div", "<article", "<p>", "<p ", "<main",
            "<section", "<h1", "<script",
        ]
        if openings.contains(where: { start.starts(with: Array($0.utf8)) }) { return true }
        let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
        guard ["html", "htm", "xhtml"].contains(ending) else { return false }
        return head.indices.contains {
            head[$0] == UInt8(ascii: "<") && $0 + 1 < head.count
                && ((0x61...0x7A).contains(head[$0 + 1]) || head[$0 + 1] == UInt8(ascii: "!"))
        }
    }
}
