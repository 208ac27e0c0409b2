/// How words are compared: lower case, Latin letters without their marks, one kind of apostrophe and hyphen, single spaces.
///
/// The one folding of the house: lexicons are indexed with it and texts looked up with it.
public enum Folding {
    /// “Émile’s  MiG‑29” → "emile's mig-29".
    public static func fold(_ text: some StringProtocol) -> String {
        // Nearly every word is ASCII, and words are folded by the hundred thousand.
        if let plain = text.utf8.withContiguousStorageIfAvailable(foldASCII), let plain { return plain }
        var out = String()
        out.reserveCapacity(text.utf8.count)
        var pendingSpace = false
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x21...0x26, 0x28...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E, 0x27:
                if pendingSpace { out.append(" "); pendingSpace = false }
                let value = scalar.value
                out.unicodeScalars.append((0x41...0x5A).contains(value) ? Unicode.Scalar(UInt8(value + 0x20)) : scalar)
            case 0x09...0x0D, 0x20, 0xA0, 0x2000...0x200B, 0x202F, 0x3000:
                pendingSpace = !out.isEmpty
            default:
                if pendingSpace { out.append(" "); pendingSpace = false }
                append(scalar, to: &out)
            }
        }
        return out
    }

    /// Nil where a byte is not ASCII.
    private static func foldASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
        return String(unsafeUninitializedCapacity: bytes.count) { out in
            var count = 0
            var pendingSpace = false
            for byte in bytes {
                if byte == 0x20 || (0x09...0x0D).contains(byte) {
                    pendingSpace = count > 0
                    continue
                }
                if pendingSpace {
                    out[count] = 0x20
                    count += 1
                    pendingSpace = false
                }
                out[count] = (0x41...0x5A).contains(byte) ? byte + 0x20 : byte
                count += 1
            }
            return count
        }
    }

    private static func append(_ scalar: Unicode.Scalar, to out: inout String) {
        switch scalar.value {
        case 0x2018, 0x2019, 0x02BC, 0x02BB, 0x02BE, 0x02BF, 0x60, 0xB4: out.append("'")
        case 0x201C, 0x201D, 0x201E, 0xAB, 0xBB: out.append("\"")
        case 0x2010...0x2015, 0x2212: out.append("-")
        case 0x300...0x36F: break  // a combining mark after its letter
        case 0xDF: out.append("ss")
        case 0xE6, 0xC6: out.append("ae")
        case 0x153, 0x152: out.append("oe")
        case 0xF8, 0xD8: out.append("o")
        case 0x142, 0x141: out.append("l")
        case 0x131, 0x130: out.append("i")  // Turkish dotless and dotted i
        case 0xF0, 0xD0, 0x111, 0x110: out.append("d")
        case 0xFE, 0xDE: out.append("th")
        case 0xC0...0x24F, 0x1E00...0x1EFF:
            if let base = base(of: scalar) { out.unicodeScalars.append(base) } else { out.append(scalar.properties.lowercaseMapping) }
        default: out.append(scalar.properties.lowercaseMapping)
        }
    }

    /// The ASCII letter under a Latin letter with marks ("é" → "e"); nil where Unicode decomposes it to nothing of the kind.
    private static func base(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
        let value = Int(scalar.value)
        let letter = value < 0x250 ? latin[value - 0xC0] : latinAdditional[value - 0x1E00]
        return letter == UInt8(ascii: ".") ? nil : Unicode.Scalar(letter)
    }

    // Canonical decompositions of U+00C0–024F and U+1E00–1EFF (Unicode Character Database 14), a point where there is none.
    private static let latin: [UInt8] = Array(
        ("aaaaaa.ceeeeiiii.nooooo..uuuuy..aaaaaa.ceeeeiiii.nooooo..uuuuy.yaaaaaaccccccccdd..eeeeeeeeeegggg" +
            "gggghh..iiiiiiiii...jjkk.llllll....nnnnnn...oooooo..rrrrrrsssssssstttt..uuuuuuuuuuuuwwyyyzzzzzz." +
            "................................oo.............uu............................aaiioouuuuuuuuuu.aa" +
            "aa....ggkkoooo..j...gg..nnaa....aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............" +
            "................").utf8)
    private static let latinAdditional: [UInt8] = Array(
        ("aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrr" +
            "ssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy......aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee" +
            "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......").utf8)
}
