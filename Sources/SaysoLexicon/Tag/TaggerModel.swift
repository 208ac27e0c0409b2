/// The tagger's weights, asked by feature key in the file's own bytes: nothing is built when it is loaded.
///
/// Layout (all numbers little-endian): "SYTG", version u16, number of tags u16, length u32, the tags' names ("VERB|VBD") a line each;
/// 65,537 starts u32; then the buckets, one for each upper half of a key: records of lower half u16, count u8, and count × (tag u8, weight
/// i8). A malformed file is refused when it is read, so that asking needs no checks.
public struct TaggerModel: Sendable {
    /// "VERB|VBD": universal and Penn tag, by number.
    public let tags: [String]
    private let bytes: [UInt8]
    /// Where the starts lie, and where the buckets begin.
    private let starts: Int
    private let body: Int

    private static let buckets = 65_536

    public init(resource path: String = "en/tagger.bin") throws(LexiconTable.Problem) {
        try self.init(path: path, bytes: LexiconResource.bytes(path))
    }

    public init(path: String, bytes: [UInt8]) throws(LexiconTable.Problem) {
        func number(_ offset: Int, _ width: Int) -> Int { (0..<width).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) } }
        guard bytes.count > 12, bytes[0..<4].elementsEqual("SYTG".utf8), number(4, 2) == 1 else { throw .unreadable(path) }
        let starts = 12 + number(8, 4)
        let body = starts + 4 * (Self.buckets + 1)
        guard body <= bytes.count else { throw .unreadable(path) }
        let tags = bytes[12..<starts].split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
        guard tags.count == number(6, 2), !tags.isEmpty, tags.count < 250 else { throw .unreadable(path) }
        // Every bucket is whole records inside the file, every tag has a name.
        var at = body
        for bucket in 0...Self.buckets {
            guard body + number(starts + 4 * bucket, 4) == at else { throw .unreadable(path) }
            guard bucket < Self.buckets else { break }
            let end = body + number(starts + 4 * (bucket + 1), 4)
            guard end <= bytes.count else { throw .unreadable(path) }
            while at < end {
                guard at + 3 <= end else { throw .unreadable(path) }
                let next = at + 3 + 2 * Int(bytes[at + 2])
                guard next <= end, stride(from: at + 3, to: next, by: 2).allSatisfy({ bytes[$0] < tags.count }) else {
                    throw .unreadable(path)
                }
                at = next
            }
        }
        self.tags = tags
        self.bytes = bytes
        self.starts = starts
        self.body = body
    }

    /// Adds the weights of every key to `scores`, which has a place for each tag.
    ///
    /// Most of the time goes into waiting for memory, so all starts are asked for before any bucket, and all buckets before any is read:
    /// requests that do not depend on one another wait together.
    public func add(_ keys: [UInt32], to scores: inout [Int32]) {
        precondition(scores.count >= tags.count, "a score for each tag")
        bytes.withUnsafeBufferPointer { bytes in
            withUnsafeTemporaryAllocation(of: Place.self, capacity: keys.count) { places in
                for (index, key) in keys.enumerated() {
                    let at = starts + 4 * Int(key >> 16)
                    places.initializeElement(at: index, to: Place(start: Self.word(at, bytes), end: Self.word(at + 4, bytes), low: 0))
                }
                for index in keys.indices where places[index].start < places[index].end {
                    places[index].low = Self.lowerHalf(body + Int(places[index].start), bytes)
                }
                scores.withUnsafeMutableBufferPointer { scores in
                    for (index, key) in keys.enumerated() {
                        let place = places[index]
                        // The first record lies behind the key already, or there is none.
                        let low = UInt16(truncatingIfNeeded: key)
                        if place.low > low || place.start == place.end { continue }
                        guard let record = Self.record(low, body + Int(place.start), body + Int(place.end), bytes) else { continue }
                        var at = record + 3
                        for _ in 0..<bytes[record + 2] {
                            scores[Int(bytes[at])] += Int32(Int8(bitPattern: bytes[at + 1]))
                            at += 2
                        }
                    }
                }
            }
        }
    }

    private struct Place {
        var start: Int32
        var end: Int32
        /// The lower half of the bucket's first key.
        var low: UInt16
    }

    /// The first tag of the record of `key` with its weight; nil where there is none.
    public func first(_ key: UInt32) -> (tag: UInt8, weight: Int8)? {
        bytes.withUnsafeBufferPointer { bytes in
            let at = starts + 4 * Int(key >> 16)
            let (start, end) = (Int(Self.word(at, bytes)), Int(Self.word(at + 4, bytes)))
            guard let record = Self.record(UInt16(truncatingIfNeeded: key), body + start, body + end, bytes), bytes[record + 2] > 0 else {
                return nil
            }
            return (bytes[record + 3], Int8(bitPattern: bytes[record + 4]))
        }
    }

    @inline(__always)
    private static func record(_ low: UInt16, _ start: Int, _ end: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var at = start
        while at < end {
            let found = lowerHalf(at, bytes)
            if found == low { return at }
            // Records lie in the order of their keys.
            if found > low { return nil }
            at += 3 + 2 * Int(bytes[at + 2])
        }
        return nil
    }

    @inline(__always)
    private static func lowerHalf(_ offset: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt16 {
        UInt16(bytes[offset]) | UInt16(bytes[offset + 1]) << 8
    }

    @inline(__always)
    private static func word(_ offset: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
        Int32(bytes[offset]) | Int32(bytes[offset + 1]) << 8 | Int32(bytes[offset + 2]) << 16 | Int32(bytes[offset + 3]) << 24
    }
}
