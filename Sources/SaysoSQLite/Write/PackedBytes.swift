import CZlib

/// Bytes as they lie in `original.bytes`: deflated (zlib format, RFC 1950) where that is shorter, else as they are.
struct PackedBytes: Sendable, Equatable {
    enum Encoding: String, Sendable { case plain, zlib }
    let encoding: Encoding
    let size: Int
    let bytes: [UInt8]

    init(packing original: [UInt8]) {
        var length = compressBound(UInt(original.count))
        var packed = [UInt8](repeating: 0, count: Int(length))
        let result = compress2(&packed, &length, original, UInt(original.count), 6)
        size = original.count
        if result == Z_OK, Int(length) < original.count {
            encoding = .zlib
            bytes = Array(packed[..<Int(length)])
        } else {
            encoding = .plain
            bytes = original
        }
    }

    init(encoding: Encoding, size: Int, bytes: [UInt8]) {
        self.encoding = encoding
        self.size = size
        self.bytes = bytes
    }

    /// The bytes that were packed; nil when these cannot be unpacked to `size` bytes.
    var original: [UInt8]? {
        switch encoding {
        case .plain: return bytes.count == size ? bytes : nil
        case .zlib:
            // No deflated byte stands for more than some 1,032: a damaged size must not ask for all the memory there is.
            guard size >= 0, size / 1100 <= bytes.count else { return nil }
            var length = UInt(size)
            var out = [UInt8](repeating: 0, count: max(size, 1))
            guard uncompress(&out, &length, bytes, UInt(bytes.count)) == Z_OK, Int(length) == size else { return nil }
            out.removeLast(out.count - size)
            return out
        }
    }
}
