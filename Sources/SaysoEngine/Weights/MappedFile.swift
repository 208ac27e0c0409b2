#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file seen as memory: read page by page when touched, shared between processes, given back under pressure.
///
/// Whoever replaces the file must rename a new one over it. One that is cut short while mapped ends the process (SIGBUS), as everywhere.
///
/// Unchecked: the pages are never written.
final class MappedFile: @unchecked Sendable {
    let path: String
    let bytes: UnsafeRawBufferPointer

    init(_ path: String) throws(LanguageModelProblem) {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .unreadable(path: path, reason: Self.reason) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw .unreadable(path: path, reason: Self.reason) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .unreadable(path: path, reason: "it is not a regular file") }
        let size = Int(status.st_size)
        guard size > 0 else { throw .unreadable(path: path, reason: "it is empty") }
        guard let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, file, 0), start != MAP_FAILED else {
            throw .unreadable(path: path, reason: Self.reason)
        }
        self.path = path
        bytes = UnsafeRawBufferPointer(start: start, count: size)
    }

    deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }

    /// Forgets the pages read so far; they come back when touched. After loading, most of the file is never looked at again.
    func release() { madvise(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count, MADV_DONTNEED) }

    /// Where a range of the file, which must lie inside it, starts in memory.
    func start(_ range: Range<Int>) -> UnsafeRawPointer {
        guard let base = bytes.baseAddress, range.upperBound <= bytes.count else { preconditionFailure("\(range) lies outside \(path)") }
        return base + range.lowerBound
    }

    private static var reason: String { String(cString: strerror(errno)) }
}
