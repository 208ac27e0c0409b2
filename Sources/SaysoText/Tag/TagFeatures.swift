import SaysoCore
import SaysoLexicon

/// What the tagger sees of a word: the same, value by value, as Training/tagger/features.py.
///
/// Words are seen folded, so that case enters only by the shape, and upper-case wire text looks like any other.
struct TagFeatures {
    static let noClass: UInt32 = 255
    /// The tag before the first word.
    static let start: UInt32 = 254
    static let classTemplate: UInt32 = 99
    static let boundary = TagFeatures()

    private(set) var word: UInt32 = 1
    private(set) var suffix1: UInt32 = 1
    private(set) var suffix2: UInt32 = 1
    private(set) var suffix3: UInt32 = 1
    private(set) var suffix4: UInt32 = 1
    private(set) var prefix2: UInt32 = 1
    private(set) var prefix3: UInt32 = 1
    private(set) var form: UInt32 = 999
    /// The most frequent tag of this word.
    private(set) var kind: UInt32 = 253
    /// It was never anything else.
    private(set) var isCertain = false

    /// How a sentence uses capitals.
    enum Casing: UInt32 { case normal, upper, title }

    private init() {}

    init(_ token: Token, isFirst: Bool, casing: Casing, model: TaggerModel) {
        let isNumber = token.shape == .number
        var folded = token.folded
        var (hasHyphen, hasDigit) = (false, false)
        folded.withUTF8 { bytes in
            let count = bytes.count
            func hash(_ range: Range<Int>) -> UInt32 {
                var value: UInt32 = 0x811C_9DC5
                for offset in range {
                    let byte = bytes[offset]
                    let isDigit = (0x30...0x39).contains(byte)
                    value = (value ^ UInt32(isNumber && isDigit ? 0x30 : byte)) &* 0x0100_0193
                }
                return value
            }
            word = hash(0..<count)
            suffix1 = hash(max(0, count - 1)..<count)
            suffix2 = hash(max(0, count - 2)..<count)
            suffix3 = hash(max(0, count - 3)..<count)
            suffix4 = hash(max(0, count - 4)..<count)
            prefix2 = hash(0..<min(2, count))
            prefix3 = hash(0..<min(3, count))
            for byte in bytes {
                if byte == UInt8(ascii: "-") { hasHyphen = count > 1 }
                if (0x30...0x39).contains(byte) { hasDigit = !isNumber }
            }
        }
        let shape = UInt32(token.shape.rawValue)
        let (position, seen): (UInt32, Casing) =
            switch token.shape {
            case .punctuation, .symbol: (token.spaceBefore ? 1 : 0, .normal)
            case .number: (0, casing)
            default: (isFirst ? 1 : 0, casing)
            }
        form = ((shape * 2 + position) * 3 + seen.rawValue) * 4 + (hasHyphen ? 2 : 0) + (hasDigit ? 1 : 0)
        if let found = model.first(Self.mix(Self.classTemplate, word)) {
            kind = UInt32(found.tag)
            // "the" needs no weighing; "US" might be "us".
            isCertain = found.weight > 1 && (token.shape != .upper || casing == .upper)
        } else {
            kind = Self.noClass
        }
    }

    /// Is this sentence upper case throughout, or a headline in title case? Otherwise capitals mean something.
    static func casing(_ tokens: ArraySlice<Token>) -> Casing {
        var (words, upper, long, capitalised) = (0, 0, 0, 0)
        for token in tokens where token.shape.rawValue <= Token.Shape.mixed.rawValue {
            let count = token.folded.utf8.count
            guard count > 1 else { continue }
            words += 1
            if token.shape == .upper { upper += 1 }
            guard count >= 4 else { continue }
            long += 1
            if token.shape != .lower { capitalised += 1 }
        }
        if words >= 2, upper * 10 >= words * (words < 5 ? 10 : 8) { return .upper }
        return long >= 4 && capitalised * 10 >= long * 9 ? .title : .normal
    }

    @inline(__always)
    static func mix(_ template: UInt32, _ a: UInt32, _ b: UInt32 = 0) -> UInt32 {
        var value = template &* 0x9E37_79B1 &+ a
        value = (value ^ (value >> 15)) &* 0x85EB_CA77
        value = value &+ b &* 0xC2B2_AE3D
        value = (value ^ (value >> 13)) &* 0x27D4_EB2F
        return value ^ (value >> 16)
    }

    /// The keys of word `i`, given the tags of the two words before it.
    static func keys(_ words: [TagFeatures], _ i: Int, last: UInt32, before: UInt32, into keys: inout [UInt32]) {
        let w = words[i]
        let a = i >= 1 ? words[i - 1] : boundary
        let aa = i >= 2 ? words[i - 2] : boundary
        let b = i + 1 < words.count ? words[i + 1] : boundary
        let bb = i + 2 < words.count ? words[i + 2] : boundary
        keys.removeAll(keepingCapacity: true)
        func add(_ template: UInt32, _ first: UInt32, _ second: UInt32 = 0) { keys.append(mix(template, first, second)) }
        add(1, w.word)
        add(2, w.word, w.form)
        add(3, w.suffix2)
        add(4, w.suffix3)
        add(5, w.suffix4)
        add(6, w.prefix3)
        add(7, w.form)
        add(8, w.suffix1, w.form)
        add(9, a.word)
        add(10, aa.word)
        add(11, b.word)
        add(12, bb.word)
        add(13, a.word, w.word)
        add(14, w.word, b.word)
        add(15, b.suffix3)
        add(16, a.suffix3)
        add(17, a.form &* 1024 &+ w.form, b.form)
        add(18, b.kind, w.word)
        add(19, b.kind, bb.kind)
        add(20, w.suffix3, w.form)
        add(21, w.kind, b.kind)
        add(22, w.prefix2, w.suffix2)
        add(23, w.kind &* 256 &+ b.kind, bb.kind)
        add(24, w.suffix3, b.kind)
        add(40, last)
        add(41, last, before)
        add(42, last, w.word)
        add(43, last, b.word)
        add(44, last, w.suffix3)
        add(45, last, b.kind)
        add(46, last, w.form)
        add(47, last &* 256 &+ before, w.word)
        add(48, last &* 256 &+ w.kind, b.kind)
        add(49, last &* 256 &+ before, w.kind)
    }
}
