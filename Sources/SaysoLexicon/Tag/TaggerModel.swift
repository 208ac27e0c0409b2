/// The tagger's weights, asked by feature key in the file's own bytes: nothing is built when it is loaded.
///
/// Layout (all numbers little-endian): "SYTG", version u16, number of tags u16, length u32, the tags' names ("VERB|VBD") a line each; 65,537 starts
/// u32; then the buckets, one for each upper half of a key: records of lower half u16, count u8, and count × (tag u8, weight i8). A malformed file is
/// refused when it is read, so that asking needs no checks.
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
                guard next <= end, stride(from: at + 3, to: next, by: 2).allSatisfy({ bytes[$0] < tags.count }) else { throw .unreadable(path) }
                at = next
            }
        }
        self.tags = tags
        self.bytes = bytes
        self.starts = starts
        self.body = body
    }

    /// Adds the weights of every key to `scores`, which has a place for each tag.
    public func add(_ keys: [UInt32], to scores: inout [Int32]) {
        precondition(scores.count >= tags.count, "a score for each tag")
        bytes.withUnsafeBufferPointer { bytes in
            scores.withUnsafeMutableBufferPointer { scores in
                for key in keys {
                    guard let record = Self.record(key, bytes, starts, body) else { continue }
                    var at = record + 3
                    for _ in 0..<bytes[record + 2] {
                        scores[Int(bytes[at])] += Int32(Int8(bitPattern: bytes[at + 1]))
                        at += 2
                    }
                }
            }
        }
    }

    /// The first tag of the record of `key`; nil where there is none.
    public func first(_ key: UInt32) -> UInt8? {
        bytes.withUnsafeBufferPointer { bytes in
            Self.record(key, bytes, starts, body).flatMap { bytes[$0 + 2] > 0 ? bytes[$0 + 3] : nil }
        }
    }

    @inline(__always)
    private static func record(_ key: UInt32, _ bytes: UnsafeBufferPointer<UInt8>, _ starts: Int, _ body: Int) -> Int? {
        let index = starts + 4 * Int(key >> 16)
        var at = body + word(index, bytes)
        let end = body + word(index + 4, bytes)
        let low = key & 0xFFFF
        while at < end {
            let found = UInt32(bytes[at]) | UInt32(bytes[at + 1]) << 8
            if found == low { return at }
            // Records lie in the order of their keys.
            if found > low { return nil }
            at += 3 + 2 * Int(bytes[at + 2])
        }
        return nil
    }

    @inline(__always)
    private static func word(_ offset: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        Int(bytes[offset]) | Int(bytes[offset + 1]) << 8 | Int(bytes[offset + 2]) << 16 | Int(bytes[offset + 3]) << 24
    }
}
