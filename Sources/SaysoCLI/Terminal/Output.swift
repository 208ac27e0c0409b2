import Glibc

/// A file descriptor that text is written to, at once and whole.
///
/// A reader that goes away (`sayso read … | head -1`) ends the program without a word, as with every Unix tool: by SIGPIPE, or, where
/// somebody ignores that signal for us, by the error that comes instead.
struct Output: Sendable {
    static let standard = Output(descriptor: 1)
    static let error = Output(descriptor: 2)
    let descriptor: Int32

    func line(_ text: String) { write(text.hasSuffix("\n") ? text : text + "\n") }

    func write(_ text: String) { write(bytes: Array(text.utf8)) }

    func write(bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if written > 0 {
                rest = rest.dropFirst(written)
            } else if errno == EPIPE {
                exit(0)
            } else if errno != EINTR && errno != EAGAIN {
                if descriptor == 1 { Failure(.input, "standard output cannot be written (\(String(cString: strerror(errno))))").end() }
                return
            }
        }
    }
}
