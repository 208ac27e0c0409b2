import Foundation

/// Reads lines of bytes from a file handle, blank ones left out.
struct LineReader {
    private let handle: FileHandle
    private var buffer: [UInt8] = []
    private var isAtEnd = false

    init(_ handle: FileHandle) { self.handle = handle }

    /// Up to `rows` lines, fewer when they hold `bytes` together; empty at the end.
    mutating func next(rows: Int, bytes: Int) throws -> [[UInt8]] {
        var lines: [[UInt8]] = []
        var held = 0
        var start = 0
        while lines.count < rows, held < bytes {
            if let newline = buffer[start...].firstIndex(of: 0x0A) {
                let line = buffer[start..<newline]
                start = newline + 1
                if line.contains(where: { $0 > 0x20 }) { lines.append(Array(line)); held += line.count }
            } else if isAtEnd {
                let line = buffer[start...]
                if line.contains(where: { $0 > 0x20 }) { lines.append(Array(line)) }
                start = buffer.count
                break
            } else {
                buffer.removeFirst(start)
                start = 0
                if let more = try handle.read(upToCount: 1 << 16), !more.isEmpty { buffer.append(contentsOf: more) } else { isAtEnd = true }
            }
        }
        buffer.removeFirst(start)
        return lines
    }
}
