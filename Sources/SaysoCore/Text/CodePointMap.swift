/// Converts between UTF-8 offsets (inside) and Unicode code point offsets (the exchange form) of one text.
///
/// One table of checkpoints, so that a 50 MB text costs 3 MB and any conversion at most 64 steps.
public struct CodePointMap: Sendable {
    private static let stride = 64
    private let utf8: [UInt8]
    /// Number of code points before byte `i * stride`.
    private let checkpoints: [Int]
    public let count: Int

    public init(_ text: SourceText) {
        var checkpoints: [Int] = []
        checkpoints.reserveCapacity(text.count / Self.stride + 1)
        var points = 0
        for (offset, byte) in text.utf8.enumerated() {
            if offset % Self.stride == 0 { checkpoints.append(points) }
            if byte & 0xC0 != 0x80 { points += 1 }
        }
        if checkpoints.isEmpty { checkpoints.append(0) }
        self.utf8 = text.utf8
        self.checkpoints = checkpoints
        self.count = points
    }

    /// The code point offset of a UTF-8 offset; offsets beyond the text count as its end.
    public func codePoint(at offset: Int) -> Int {
        let offset = min(max(offset, 0), utf8.count)
        let block = min(offset / Self.stride, checkpoints.count - 1)
        var points = checkpoints[block]
        for byte in utf8[(block * Self.stride)..<offset] where byte & 0xC0 != 0x80 { points += 1 }
        return points
    }

    /// The UTF-8 offset of a code point offset; offsets beyond the text count as its end.
    public func utf8Offset(at codePoint: Int) -> Int {
        guard codePoint > 0 else { return 0 }
        guard codePoint < count else { return utf8.count }
        var low = 0
        var high = checkpoints.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if checkpoints[middle] <= codePoint { low = middle } else { high = middle - 1 }
        }
        var points = checkpoints[low]
        var offset = low * Self.stride
        while offset < utf8.count {
            if utf8[offset] & 0xC0 != 0x80 {
                if points == codePoint { return offset }
                points += 1
            }
            offset += 1
        }
        return utf8.count
    }

    /// The span in code points: `[start, end]` of the exchange form.
    public func codePoints(_ span: TextSpan) -> (start: Int, end: Int) {
        (codePoint(at: span.start), codePoint(at: span.end))
    }

    /// The span in UTF-8 offsets; a range that runs backward is empty.
    public func span(codePoints start: Int, _ end: Int) -> TextSpan {
        let from = utf8Offset(at: start)
        return TextSpan(from, max(from, utf8Offset(at: end)))
    }
}
