/// What a code point does in a text, told from its UTF-8 bytes.
enum CharacterClass: UInt8 {
    case space, lower, upper
    /// A letter without case (Arabic, Chinese) or a mark that belongs to the letter before it.
    case letter
    case digit, punctuation, symbol

    var isLetter: Bool { self == .lower || self == .upper || self == .letter }
    var isWord: Bool { isLetter || self == .digit }

    /// The class of the code point that starts at `offset`, and its width in bytes (at least 1, never beyond the end).
    ///
    /// Control characters count as space: a NUL in a report separates words and is part of none.
    @inline(__always)
    static func at(_ offset: Int, in utf8: [UInt8]) -> (kind: CharacterClass, width: Int) {
        let byte = utf8[offset]
        return byte < 0x80 ? (ascii(byte), 1) : beyondASCII(offset, in: utf8)
    }

    @inline(__always)
    static func ascii(_ byte: UInt8) -> CharacterClass {
        switch byte {
        case 0x61...0x7A: .lower
        case 0x41...0x5A: .upper
        case 0x30...0x39: .digit
        case 0x00...0x20, 0x7F: .space
        case UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "#"), UInt8(ascii: "@"), UInt8(ascii: "+"),
            UInt8(ascii: "="), UInt8(ascii: "^"), UInt8(ascii: "|"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "~"):
            .symbol
        default: .punctuation
        }
    }

    private static func beyondASCII(_ offset: Int, in utf8: [UInt8]) -> (kind: CharacterClass, width: Int) {
        let (value, width) = codePoint(at: offset, in: utf8)
        switch value {
        case 0xDF...0xF6, 0xF8...0xFF, 0x430...0x45F: return (.lower, width)
        case 0xC0...0xD6, 0xD8...0xDE, 0x400...0x42F: return (.upper, width)
        case 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202A...0x202F, 0x205F, 0x2060, 0x2066...0x2069, 0x3000, 0xFEFF:
            return (.space, width)  // direction marks and zero-width breaks separate like a space and belong to no word
        case 0x200C...0x200F, 0xAD: return (.letter, width)  // joiners, marks and soft hyphens stay inside their word
        case 0x2010...0x2027, 0x2030...0x205E, 0xAB, 0xBB: return (.punctuation, width)
        default: break
        }
        guard let scalar = Unicode.Scalar(value) else { return (.symbol, width) }
        switch scalar.properties.generalCategory {
        case .lowercaseLetter: return (.lower, width)
        case .uppercaseLetter, .titlecaseLetter: return (.upper, width)
        case .otherLetter, .modifierLetter, .nonspacingMark, .spacingMark, .enclosingMark, .letterNumber: return (.letter, width)
        case .decimalNumber, .otherNumber: return (.digit, width)
        case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .format: return (.space, width)
        case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol, .privateUse, .surrogate, .unassigned: return (.symbol, width)
        default: return (.punctuation, width)
        }
    }

    /// The code point at `offset`; a broken sequence counts as one strange byte.
    static func codePoint(at offset: Int, in utf8: [UInt8]) -> (value: UInt32, width: Int) {
        let first = UInt32(utf8[offset])
        func tail(_ index: Int) -> UInt32? {
            guard offset + index < utf8.count, utf8[offset + index] & 0xC0 == 0x80 else { return nil }
            return UInt32(utf8[offset + index] & 0x3F)
        }
        switch first {
        case 0..<0x80: return (first, 1)
        case 0xC0..<0xE0:
            if let b = tail(1) { return ((first & 0x1F) << 6 | b, 2) }
        case 0xE0..<0xF0:
            if let b = tail(1), let c = tail(2) { return ((first & 0x0F) << 12 | b << 6 | c, 3) }
        case 0xF0...0xFF:
            if let b = tail(1), let c = tail(2), let d = tail(3) { return ((first & 0x07) << 18 | b << 12 | c << 6 | d, 4) }
        default: break
        }
        return (0xFFFD, 1)
    }
}
