import SaysoCore

/// Bytes of any charset that news comes in, as valid UTF-8.
///
/// A byte order mark wins, then valid UTF-8 (which nothing else is by chance), then what the page declares, then windows-1252, which pages
/// mean when they say ISO-8859-1. What cannot be decoded becomes U+FFFD and a diagnostic.
enum CharsetDecoder {
    static func utf16Mark(_ bytes: [UInt8]) -> Bool? {
        guard bytes.count >= 2 else { return nil }
        if bytes[0] == 0xFF, bytes[1] == 0xFE { return false }
        return bytes[0] == 0xFE && bytes[1] == 0xFF ? true : nil
    }

    static func decode(_ bytes: [UInt8], isPage: Bool) -> (utf8: [UInt8], diagnostics: [Diagnostic]) {
        if let isBigEndian = utf16Mark(bytes) { return utf16(bytes.dropFirst(2), isBigEndian: isBigEndian) }
        let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        let body = hasMark ? Array(bytes.dropFirst(3)) : bytes
        if isValidUTF8(body) { return (withoutNUL(body), []) }
        let declared = hasMark ? "utf-8" : isPage ? declaration(body) : nil
        // Declared so, and mostly so: a stray byte is damage, not another charset.
        if declared == "utf-8" || declared == "utf8" || isMostlyUTF8(body) {
            let repaired = Array(String(decoding: body, as: UTF8.self).utf8)
            return (withoutNUL(repaired), [Diagnostic(.warning, "bytes that are no UTF-8 were replaced by U+FFFD")])
        }
        if let declared, let table = SingleByteCharset(named: declared) { return (table.decode(body), []) }
        let how = declared.map { "the charset “\($0)” is unknown" } ?? "no charset is declared"
        return (SingleByteCharset.windows1252.decode(body), [Diagnostic(.note, "\(how) and the bytes are no UTF-8: read as windows-1252")])
    }

    static func isValidUTF8(_ bytes: [UInt8]) -> Bool {
        var index = 0
        while index < bytes.count {
            guard let width = width(bytes, index) else { return false }
            index += width
        }
        return true
    }

    /// At least nine of ten non-ASCII starts are whole UTF-8 characters.
    private static func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
        var (good, bad, index) = (0, 0, 0)
        while index < bytes.count {
            guard let width = width(bytes, index) else {
                bad += 1
                index += 1
                continue
            }
            if width > 1 { good += 1 }
            index += width
        }
        return good >= 9 * bad
    }

    private static func width(_ bytes: [UInt8], _ index: Int) -> Int? {
        let lead = bytes[index]
        if lead < 0x80 { return 1 }
        let width = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        guard lead >= 0xC2, lead <= 0xF4, index + width <= bytes.count else { return nil }
        for offset in 1..<width where bytes[index + offset] & 0xC0 != 0x80 { return nil }
        let second = bytes[index + 1]
        if (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) || (lead == 0xF0 && second < 0x90)
            || (lead == 0xF4 && second > 0x8F)
        {
            return nil
        }
        return width
    }

    /// U+0000 is legal UTF-8 but ends a C string.
    private static func withoutNUL(_ bytes: [UInt8]) -> [UInt8] { bytes.contains(0) ? bytes.filter { $0 != 0 } : bytes }

    private static func utf16(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) -> ([UInt8], [Diagnostic]) {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var index = bytes.startIndex
        while index + 1 < bytes.endIndex {
            let (a, b) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            units.append(isBigEndian ? a << 8 | b : b << 8 | a)
            index += 2
        }
        let text = String(decoding: units, as: UTF16.self)
        let isOdd = index < bytes.endIndex || text.unicodeScalars.contains("\u{FFFD}")
        return (
            withoutNUL(Array(text.utf8)), isOdd ? [Diagnostic(.warning, "code units that are no UTF-16 were replaced or left out")] : []
        )
    }

    /// `<meta charset="…">`, `<meta http-equiv="Content-Type" content="text/html; charset=…">`, `<?xml encoding="…"?>` among the first
    /// 4,096 bytes.
    static func declaration(_ bytes: [UInt8]) -> String? {
        let head = bytes.prefix(4096).map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
        for word in [Array("charset".utf8), Array("encoding".utf8)] {
            var at = 0
            while at + word.count < head.count {
                guard head[at] == word[0], head[at..<(at + word.count)].elementsEqual(word) else {
                    at += 1
                    continue
                }
                at += word.count
                while at < head.count, head[at] <= 0x20 { at += 1 }
                guard at < head.count, head[at] == UInt8(ascii: "=") else { continue }
                let value = head[(at + 1)...].drop { $0 <= 0x20 || $0 == 0x22 || $0 == 0x27 }
                    .prefix { ($0 >= 0x30 && $0 <= 0x39) || ($0 >= 0x61 && $0 <= 0x7A) || $0 == 0x2D || $0 == 0x5F }
                if !value.isEmpty { return String(decoding: value, as: UTF8.self) }
            }
        }
        return nil
    }
}
