import CZlib

/// Undoes zlib's compression of a data file whose size is known.
enum Inflate {
    /// The `size` bytes that `packed` holds, or nil where it is not zlib's form or holds another number of bytes.
    static func bytes(_ packed: ArraySlice<UInt8>, size: Int) -> [UInt8]? {
        guard size > 0, size <= 1 << 28, !packed.isEmpty else { return nil }
        var length = uLongf(size)
        var status = Z_DATA_ERROR
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { out, count in
            packed.withUnsafeBufferPointer { source in
                status = uncompress(out.baseAddress, &length, source.baseAddress, uLong(source.count))
            }
            count = status == Z_OK ? Int(length) : 0
        }
        return status == Z_OK && bytes.count == size ? bytes : nil
    }
}
