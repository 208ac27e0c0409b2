/// A report's frozen text: the string and its UTF-8 bytes, which every span indexes.
///
/// Stages walk `utf8`; `String` is made at the edge, by ``words(_:)``.
public struct SourceText: Hashable, Sendable, CustomStringConvertible {
    public let string: String
    public let utf8: [UInt8]

    public init(_ string: String) {
        self.string = string
        self.utf8 = Array(string.utf8)
    }

    public var count: Int { utf8.count }
    public var description: String { string }
    public var whole: TextSpan { TextSpan(0, utf8.count) }

    /// The words that stand at `span`, which is cut to the text and to whole code points: a span can never fail to slice.
    public func words(_ span: TextSpan) -> String {
        let safe = clamped(span)
        return String(decoding: utf8[safe.start..<safe.end], as: UTF8.self)
    }

    public func passage(_ span: TextSpan) -> Passage {
        let safe = clamped(span)
        return Passage(span: safe, words: words(safe))
    }

    /// `span` cut to the text, its edges moved outward to code point boundaries.
    public func clamped(_ span: TextSpan) -> TextSpan {
        var start = min(span.start, utf8.count)
        var end = min(span.end, utf8.count)
        while start > 0, start < utf8.count, utf8[start] & 0xC0 == 0x80 { start -= 1 }
        while end < utf8.count, utf8[end] & 0xC0 == 0x80 { end += 1 }
        return TextSpan(start, max(start, end))
    }

    /// `span` without the white space (no-break spaces too) at its edges.
    public func trimmed(_ span: TextSpan) -> TextSpan {
        var start = span.start
        var end = min(span.end, utf8.count)
        while start < end, let width = whiteSpaceWidth(at: start) { start += width }
        trailing: while start < end {
            // White space is one to three bytes wide: " ", U+00A0 (C2 A0), U+202F (E2 80 AF) …
            for width in 1...3 where end - width >= start && whiteSpaceWidth(at: end - width) == width {
                end -= width
                continue trailing
            }
            break
        }
        return TextSpan(min(start, end), end)
    }

    /// How many bytes of white space start at `offset`: a code point of Unicode's White_Space, or nil.
    public func whiteSpaceWidth(at offset: Int) -> Int? {
        guard offset < utf8.count else { return nil }
        switch utf8[offset] {
        case 0x20, 0x09...0x0D: return 1
        case 0xC2: return offset + 1 < utf8.count && (utf8[offset + 1] == 0xA0 || utf8[offset + 1] == 0x85) ? 2 : nil
        case 0xE1: return bytes(at: offset, are: 0x9A, 0x80) ? 3 : nil
        case 0xE2:
            guard offset + 2 < utf8.count else { return nil }
            let (b, c) = (utf8[offset + 1], utf8[offset + 2])
            return (b == 0x80 && ((0x80...0x8A).contains(c) || c == 0xA8 || c == 0xA9 || c == 0xAF)) || (b == 0x81 && c == 0x9F) ? 3 : nil
        case 0xE3: return bytes(at: offset, are: 0x80, 0x80) ? 3 : nil
        default: return nil
        }
    }

    private func bytes(at offset: Int, are b: UInt8, _ c: UInt8) -> Bool {
        offset + 2 < utf8.count && utf8[offset + 1] == b && utf8[offset + 2] == c
    }
}
