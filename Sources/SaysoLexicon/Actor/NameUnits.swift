import SaysoCore

/// How names are compared: the units of a name, hashed.
///
/// “al-Qa'ida” → [qaeda] · “Izz ad-Din al-Qassam” → [izz din qassam] · “People's Defence Forces” → [people s defense forces].
/// Hyphens part units, stops and apostrophes vanish (“U.S.” = “US”), Arabic articles are dropped, spellings of one name become one
/// (actors-spellings.tsv). Two names are equal when their units are.
public struct NameUnits: Sendable {
    private let spellings: [UInt64: UInt64]

    init(spellings rows: [(String, String)]) {
        var spellings: [UInt64: UInt64] = [:]
        for (spelling, standard) in rows { spellings[Self.hash(spelling.utf8)] = Self.hash(standard.utf8) }
        self.spellings = spellings
    }

    /// The units of words that were folded by `Folding`.
    public func units(_ folded: String) -> [UInt64] {
        var units: [UInt64] = []
        append(folded, to: &units)
        return units
    }

    public func append(_ folded: String, to units: inout [UInt64]) { append(bytes: folded.utf8, to: &units) }

    /// The units of words as they are written; ASCII, which most names are, is folded on the way.
    func append(written bytes: some Collection<UInt8>, to units: inout [UInt64]) {
        if bytes.allSatisfy({ $0 < 0x80 }) {
            append(bytes: bytes, to: &units)
        } else {
            append(Folding.fold(String(decoding: bytes, as: UTF8.self)), to: &units)
        }
    }

    private func append(bytes: some Collection<UInt8>, to units: inout [UInt64]) {
        var hash = Self.seed
        var count = 0
        var short: UInt32 = 0  // the unit's first four bytes, to know an article by
        var previous: UInt8 = 0
        func close(atHyphen: Bool) {
            defer {
                hash = Self.seed
                count = 0
                short = 0
            }
            guard count > 0 else { return }
            if count <= 3, Self.isArticle(short, count, atHyphen: atHyphen) { return }
            units.append(spellings[hash] ?? hash)
        }
        for written in bytes {
            let byte = written >= UInt8(ascii: "A") && written <= UInt8(ascii: "Z") ? written + 0x20 : written
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: "/"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\""):
                close(atHyphen: false)
            case UInt8(ascii: "-"): close(atHyphen: true)
            case UInt8(ascii: "."), UInt8(ascii: "!"), 0xC2, 0xA1: break
            case UInt8(ascii: "'"): break
            case UInt8(ascii: "s") where previous == UInt8(ascii: "'") && count > 0:
                // "people's": the tokenizer makes two tokens of it, and so do we.
                close(atHyphen: false)
                (hash, count, short) = (Self.step(hash, byte), 1, UInt32(byte))
            default:
                hash = Self.step(hash, byte)
                if count < 4 { short = short << 8 | UInt32(byte) }
                count += 1
            }
            previous = byte
        }
        close(atHyphen: false)
    }

    static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
    @inline(__always) static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

    /// FNV-1a of the bytes: the unit's number.
    public static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash = seed
        for byte in bytes { hash = step(hash, byte) }
        return hash
    }

    /// "the", "al" anywhere; before a hyphen also "el-" and the assimilated forms: "ash-Sharq", "ad-Din", "ez-". (“El Salvador” keeps its
    /// article.)
    private static func isArticle(_ short: UInt32, _ count: Int, atHyphen: Bool) -> Bool {
        switch short {
        case 0x746865: count == 3  // the
        case 0x616C: count == 2  // al
        // el ul ud ad as an ar at ez az es
        case 0x656C, 0x756C, 0x7564, 0x6164, 0x6173, 0x616E, 0x6172, 0x6174, 0x657A, 0x617A, 0x6573: atHyphen && count == 2
        case 0x617368: atHyphen && count == 3  // ash
        default: false
        }
    }
}
