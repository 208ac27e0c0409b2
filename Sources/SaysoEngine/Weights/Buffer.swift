/// A fixed piece of memory of its own, zeroed, on a cache line.
final class Buffer<Element: BitwiseCopyable> {
    let start: UnsafeMutablePointer<Element>
    let count: Int

    init(_ count: Int) {
        self.count = count
        let bytes = max(count, 1) * MemoryLayout<Element>.stride
        let raw = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
        raw.initializeMemory(as: UInt8.self, repeating: 0, count: bytes)
        start = raw.assumingMemoryBound(to: Element.self)
    }

    deinit { start.deallocate() }
}
