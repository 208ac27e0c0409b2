/// Charsets of one byte a character: ASCII below, a table above.
struct SingleByteCharset: Sendable {
    /// The code points of 0x80…0xFF.
    private let upper: [UInt16]

    private init(c1: [UInt16], _ rest: (Int) -> UInt16) {
        upper = c1 + (0xA0...0xFF).map(rest)
    }

    func decode(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes where byte != 0 {
            if byte < 0x80 {
                out.append(byte)
                continue
            }
            let point = upper[Int(byte) - 0x80]
            if point < 0x800 {
                out += [UInt8(0xC0 | point >> 6), UInt8(0x80 | point & 0x3F)]
            } else {
                out += [UInt8(0xE0 | point >> 12), UInt8(0x80 | (point >> 6) & 0x3F), UInt8(0x80 | point & 0x3F)]
            }
        }
        return out
    }

    /// As the WHATWG Encoding Standard has it: undefined bytes stay control characters.
    static let windows1252 = SingleByteCharset(c1: western) { UInt16($0) }

    private static let western: [UInt16] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
        0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
    ]

    private static let windows1251 = SingleByteCharset(c1: [
        0x0402, 0x0403, 0x201A, 0x0453, 0x201E, 0x2026, 0x2020, 0x2021, 0x20AC, 0x2030, 0x0409, 0x2039, 0x040A, 0x040C, 0x040B, 0x040F,
        0x0452, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x98, 0x2122, 0x0459, 0x203A, 0x045A, 0x045C, 0x045B, 0x045F,
    ]) { byte in
        if byte >= 0xC0 { return UInt16(byte - 0xC0 + 0x410) }
        let row: [UInt16] = [
            0xA0, 0x040E, 0x045E, 0x0408, 0xA4, 0x0490, 0xA6, 0xA7, 0x0401, 0xA9, 0x0404, 0xAB, 0xAC, 0xAD, 0xAE, 0x0407,
            0xB0, 0xB1, 0x0406, 0x0456, 0x0491, 0xB5, 0xB6, 0xB7, 0x0451, 0x2116, 0x0454, 0xBB, 0x0458, 0x0405, 0x0455, 0x0457,
        ]
        return row[byte - 0xA0]
    }

    /// Latin-1 with Turkish letters in six places.
    private static let windows1254 = SingleByteCharset(c1: western) { byte in
        [0xD0: 0x011E, 0xDD: 0x0130, 0xDE: 0x015E, 0xF0: 0x011F, 0xFD: 0x0131, 0xFE: 0x015F][byte] ?? UInt16(byte)
    }

    private static let latin9 = SingleByteCharset(c1: western) { byte in
        [0xA4: 0x20AC, 0xA6: 0x0160, 0xA8: 0x0161, 0xB4: 0x017D, 0xB8: 0x017E, 0xBC: 0x0152, 0xBD: 0x0153, 0xBE: 0x0178][byte]
            ?? UInt16(byte)
    }

    /// Nil for a charset we do not know.
    init?(named name: String) {
        switch name {
        case "windows-1252", "cp1252", "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "us-ascii", "ascii":
            self = .windows1252
        case "windows-1251", "cp1251": self = .windows1251
        case "windows-1254", "cp1254", "iso-8859-9", "latin5": self = .windows1254
        case "iso-8859-15", "latin-9", "latin9": self = .latin9
        default: return nil
        }
    }
}
