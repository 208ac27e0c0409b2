import Foundation

/// Reads lines of bytes from a file handle, blank ones left out.
struct LineReader {
    private let handle: FileHandle
    private var buffer: [UInt8] = []
    private var isAtEnd = false
    /// How far behind the beginning of the first line the buffer holds no line break: a long line is looked through once, not at every
    /// read.
    private var searched = 0

    init(_ handle: FileHandle) { self.handle = handle }

    /// Up to `rows` lines, fewer when they hold `bytes` together; empty at the end.
    mutating func next(rows: Int, bytes: Int) throws -> [[UInt8]] {
        var lines: [[UInt8]] = []
        var held = 0
        var start = 0
        while lines.count < rows, held < bytes {
            if let newline = buffer[(start + searched)...].firstIndex(of: 0x0A) {
                let line = buffer[start..<newline]
                start = newline + 1
                searched = 0
                if line.contains(where: { $0 > 0x20 }) {
                    lines.append(Array(line))
                    held += line.count
                }
            } else if isAtEnd {
                let line = buffer[start...]
                if line.contains(where: { $0 > 0x20 }) { lines.append(Array(line)) }
                start = buffer.count
                searched = 0
                break
            } else {
                searched = buffer.count - start
                buffer.removeFirst(start)
                start = 0
                if let more = try handle.read(upToCount: 1 << 16), !more.isEmpty { buffer.append(contentsOf: more) } else { isAtEnd = true }
            }
        }
        buffer.removeFirst(start)
        return lines
    }
}
