/// What closing tags would cost libxml2, which looks through all open tags for each that closes: hostile pages make that quadratic.
enum TagCost {
    static let bearable = 300_000_000
    static let deepest = 50_000

    /// An estimate in one pass: open tags by depth, each closing tag paid with the depth at which it stands.
    static func isBearable(_ utf8: [UInt8]) -> Bool {
        var open: [UInt64: Int] = [:]
        var depth = 0
        var cost = 0
        var at = 0
        while at + 1 < utf8.count {
            guard utf8[at] == UInt8(ascii: "<") else {
                at += 1
                continue
            }
            let closes = utf8[at + 1] == UInt8(ascii: "/")
            var name: UInt64 = 0
            at += closes ? 2 : 1
            while at < utf8.count, isLetter(utf8[at]) {
                name = name << 8 | UInt64(utf8[at] | 0x20)
                at += 1
            }
            if name == 0 { continue }
            cost += min(depth, 64)
            if closes {
                cost += depth
                if let count = open[name], count > 0 {
                    open[name] = count - 1
                    depth -= 1
                }
            } else if !void.contains(name) {
                open[name, default: 0] += 1
                depth += 1
            }
            if cost > bearable || depth > deepest { return false }
        }
        return true
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
    }

    /// Tags that hold nothing, or whose end is often left out because the next one implies it.
    private static let void: Set<UInt64> = Set(
        [
            "br", "hr", "img", "input", "meta", "link", "source", "area", "base", "col", "embed", "wbr", "track", "param", "p", "li",
            "option", "td", "tr", "dt", "dd",
        ]
        .map { $0.utf8.reduce(0) { $0 << 8 | UInt64($1) } })
}
