/// A posted form (application/x-www-form-urlencoded), read without trust: bounded, each name once, bad escapes kept as they stand.
struct FormFields: Sendable {
    private let values: [String: String]

    init(_ body: some Collection<UInt8>) {
        var values: [String: String] = [:]
        for pair in body.split(separator: UInt8(ascii: "&"), maxSplits: 32) {
            let cut = pair.firstIndex(of: UInt8(ascii: "="))
            let name = Self.decoded(pair[..<(cut ?? pair.endIndex)])
            let value = cut.map { Self.decoded(pair[pair.index(after: $0)...]) } ?? ""
            if values[name] == nil { values[name] = value }
        }
        self.values = values
    }

    /// The text of a field, its line breaks as "\n", white space at the edges gone; empty where it is not there.
    subscript(name: String) -> String {
        let text = values[name] ?? ""
        var scalars = String.UnicodeScalarView()
        var previous: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            if scalar == "\n", previous == "\r" {
                previous = scalar
                continue
            }
            scalars.append(scalar == "\r" ? "\n" : scalar)
            previous = scalar
        }
        let kept = scalars.drop { $0.properties.isWhitespace }
        let end = kept.lastIndex { !$0.properties.isWhitespace }
        return end.map { String(String.UnicodeScalarView(kept[...$0])) } ?? ""
    }

    private static func decoded(_ bytes: some Collection<UInt8>) -> String {
        var out: [UInt8] = []
        var at = bytes.startIndex
        while at < bytes.endIndex {
            let byte = bytes[at]
            let next = bytes.index(after: at)
            if byte == UInt8(ascii: "%"), let (value, end) = escape(bytes, from: next) {
                out.append(value)
                at = end
            } else {
                out.append(byte == UInt8(ascii: "+") ? 0x20 : byte)
                at = next
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static func escape<Bytes: Collection<UInt8>>(_ bytes: Bytes, from: Bytes.Index) -> (UInt8, Bytes.Index)? {
        guard from < bytes.endIndex, let high = hex(bytes[from]) else { return nil }
        let second = bytes.index(after: from)
        guard second < bytes.endIndex, let low = hex(bytes[second]) else { return nil }
        return (high << 4 | low, bytes.index(after: second))
    }

    private static func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}
