import SaysoCore

/// The inflated gazetteer, searched as it stands: `Resources/shared/gazetteer.md` describes the form.
///
/// One array of 14 MB and no index of our own: opening costs an inflate (some 60 ms), a look-up some 17 comparisons.
struct GazetteerFile: Sendable {
    enum Section: Int {
        case countries, folds, ids, latitudes, longitudes, parents, owns, populations, kinds
        case nameOffsets, names, keyOffsets, keys, postingOffsets, postings, end
    }
    private static let block = 16
    private static let magic = Array("SAYSOGAZ".utf8)

    let bytes: [UInt8]
    private let starts: [Int]
    let placeCount: Int
    let keyCount: Int

    /// Nil where `packed` is not a gazetteer of this version, or is cut short.
    init?(packed: [UInt8]) {
        guard packed.count > 8 else { return nil }
        let size = (0..<4).reduce(0) { $0 | Int(packed[$1]) << (8 * $1) }
        guard let bytes = Inflate.bytes(packed[4...], size: size), bytes.count > 84, Array(bytes[0..<8]) == Self.magic else { return nil }
        func number(_ at: Int) -> Int { (0..<4).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) } }
        guard number(8) == 1 else { return nil }
        let starts = (0...Section.end.rawValue).map { number(20 + 4 * $0) }
        guard starts.last == bytes.count, zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 }) else { return nil }
        self.bytes = bytes
        self.starts = starts
        placeCount = number(12)
        keyCount = number(16)
        guard placeCount * 4 == count(.ids), placeCount == count(.kinds), keyCount > 0 else { return nil }
    }

    func range(_ section: Section) -> Range<Int> { starts[section.rawValue]..<starts[section.rawValue + 1] }
    private func count(_ section: Section) -> Int { range(section).count }

    /// A number out of byte planes: the low bytes of all places, then the next ones.
    @inline(__always)
    func column(_ section: Section, _ place: Int, width: Int) -> Int {
        var value = 0
        var at = starts[section.rawValue] + place
        for plane in 0..<width {
            value |= Int(bytes[at]) << (8 * plane)
            at += placeCount
        }
        return value
    }

    @inline(__always)
    private func offset(_ section: Section, _ index: Int) -> Int {
        let at = starts[section.rawValue] + 4 * index
        return Int(bytes[at]) | Int(bytes[at + 1]) << 8 | Int(bytes[at + 2]) << 16 | Int(bytes[at + 3]) << 24
    }

    /// The name of a place as GeoNames writes it.
    func name(_ place: Int) -> String {
        var at = starts[Section.names.rawValue] + offset(.nameOffsets, place / Self.block)
        var name: [UInt8] = []
        for _ in 0...(place % Self.block) {
            guard at + 1 < bytes.count else { break }
            let (shared, rest) = (Int(bytes[at]), Int(bytes[at + 1]))
            guard shared <= name.count, at + 2 + rest <= bytes.count else { break }
            name.removeLast(name.count - shared)
            name.append(contentsOf: bytes[(at + 2)..<(at + 2 + rest)])
            at += 2 + rest
        }
        return String(decoding: name, as: UTF8.self)
    }

    /// The number of the key that equals `key`, by binary search over blocks and a walk through one.
    func find(_ key: ArraySlice<UInt8>) -> Int? {
        let blob = starts[Section.keys.rawValue]
        let blocks = (keyCount + Self.block - 1) / Self.block
        var (low, high) = (0, blocks)
        while low < high {
            let middle = (low + high) / 2
            let at = blob + offset(.keyOffsets, middle)
            // A block's first key stands whole: nothing shared, then its length and its bytes.
            if precedesOrEquals(at + 2, Int(bytes[at + 1]), key) { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return nil }
        let first = (low - 1) * Self.block
        var at = blob + offset(.keyOffsets, low - 1)
        // Walk without building keys: `same` bytes of the key at hand equal the beginning of `key`.
        var same = 0
        for index in first..<min(first + Self.block, keyCount) {
            let (shared, rest) = (Int(bytes[at]), Int(bytes[at + 1]))
            if shared < same { return nil }  // sorted: all later keys are greater
            if shared == same {
                var (k, b) = (key.startIndex + same, at + 2)
                let end = at + 2 + rest
                while k < key.endIndex, b < end, key[k] == bytes[b] {
                    k += 1
                    b += 1
                }
                same = k - key.startIndex
                if b == end, k == key.endIndex { return index }
                if b < end, k == key.endIndex || bytes[b] > key[k] { return nil }
            }
            at += 2 + rest
        }
        return nil
    }

    /// Whether the key of `length` bytes at `at` stands before or at `key` in the order of bytes.
    @inline(__always)
    private func precedesOrEquals(_ at: Int, _ length: Int, _ key: ArraySlice<UInt8>) -> Bool {
        var (a, b) = (at, key.startIndex)
        let end = at + length
        while a < end, b < key.endIndex {
            if bytes[a] != key[b] { return bytes[a] < key[b] }
            a += 1
            b += 1
        }
        return a == end
    }

    /// Calls `body` with each place that bears the key, and whether it is its own name rather than another.
    func postings(_ key: Int, _ body: (_ place: Int, _ isOwn: Bool) -> Void) {
        let end = range(.postings).upperBound
        var at = starts[Section.postings.rawValue] + offset(.postingOffsets, key / Self.block)
        func next() -> Int {
            var (value, shift) = (0, 0)
            while at < end, shift < 35 {
                let byte = bytes[at]
                at += 1
                value |= Int(byte & 127) << shift
                if byte < 128 { break }
                shift += 7
            }
            return value
        }
        for index in 0...(key % Self.block) {
            let counts = [next(), next()]
            for (group, count) in counts.enumerated() {
                var place = 0
                for _ in 0..<count {
                    guard at < end else { return }
                    place += next()
                    if index == key % Self.block, place < placeCount { body(place, group == 0) }
                }
            }
        }
    }
}
