/// The text of a page that no parser can take: tags out, block tags as paragraph breaks, scripts and styles left out.
enum TagStripper {
    private static let inline: Set<String> = [
        "a", "b", "i", "em", "strong", "span", "sup", "sub", "u", "small", "font", "abbr", "mark", "cite", "q", "code", "time",
    ]

    static func text(_ utf8: [UInt8]) -> String {
        var out: [UInt8] = []
        var at = 0
        while at < utf8.count {
            guard utf8[at] == UInt8(ascii: "<"), at + 1 < utf8.count, utf8[at + 1] > 0x20, !(0x30...0x3D).contains(utf8[at + 1]) else {
                append(utf8[at], to: &out)
                at += 1
                continue
            }
            at += 1
            let closes = utf8[at] == UInt8(ascii: "/")
            if closes { at += 1 }
            let start = at
            while at < utf8.count, at - start < 12, utf8[at] != UInt8(ascii: ">"), utf8[at] > 0x20 { at += 1 }
            let name = String(decoding: utf8[start..<at], as: UTF8.self).lowercased()
            while at < utf8.count, utf8[at] != UInt8(ascii: ">") { at += 1 }
            at += 1
            if !closes, name == "script" || name == "style" { at = skip(name, utf8, at) }
            if !inline.contains(name), out.last.map({ $0 != 0x0A }) ?? false { out += [0x0A, 0x0A] }
        }
        return Entities.decoded(String(decoding: out, as: UTF8.self))
    }

    private static func append(_ byte: UInt8, to out: inout [UInt8]) {
        if byte > 0x20 { out.append(byte) } else if let last = out.last, last > 0x20 { out.append(0x20) }
    }

    /// Behind "</script"; a script that never ends hides the rest.
    private static func skip(_ name: String, _ utf8: [UInt8], _ from: Int) -> Int {
        let end = Array(("</" + name).utf8)
        var at = from
        while at + end.count <= utf8.count {
            if utf8[at] == end[0], zip(utf8[at..<(at + end.count)], end).allSatisfy({ $0 == $1 || $0 | 0x20 == $1 }) { return at }
            at += 1
        }
        return utf8.count
    }
}

/// Character references, for text that no parser has seen: titles in JSON-LD, stripped pages.
enum Entities {
    private static let named: [String: String] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”",
        "ndash": "–", "mdash": "—",
        "hellip": "…", "eacute": "é", "copy": "©",
    ]

    static func decoded(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        let bytes = Array(text.utf8)
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var at = 0
        while at < bytes.count {
            if bytes[at] == UInt8(ascii: "&"), let semicolon = bytes[at..<min(bytes.count, at + 12)].firstIndex(of: UInt8(ascii: ";")) {
                let name = String(decoding: bytes[(at + 1)..<semicolon], as: UTF8.self)
                if let value = named[name] ?? numeric(name) {
                    out += Array(value.utf8)
                    at = semicolon + 1
                    continue
                }
            }
            out.append(bytes[at])
            at += 1
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static func numeric(_ name: String) -> String? {
        guard name.hasPrefix("#") else { return nil }
        let digits = name.dropFirst()
        let value = digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return value.flatMap(Unicode.Scalar.init).flatMap { $0.value == 0 ? nil : String(Character($0)) }
    }
}
