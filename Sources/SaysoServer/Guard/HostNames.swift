/// Which names a request may call this server by.
///
/// A page of an attacker can point a name of its own at 127.0.0.1 and then read our answers as its own (DNS rebinding). It cannot choose
/// the Host header that the browser sends with that name. So names are refused unless they are known, while numeric addresses may pass
/// where the server listens to more than this machine: nobody can rebind a number.
struct HostNames: Sendable {
    private let own: Set<String>
    private let takesNumbers: Bool

    /// - Parameters:
    ///   - host: what the server was told to listen on: "127.0.0.1", "0.0.0.0", "ledger.example.org".
    ///   - names: further names, as people type them.
    init(listening host: String, names: [String] = []) {
        let name = host.lowercased()
        let isLoopback = Loopback.isLoopback(name)
        own = Set((isLoopback || Self.isNumber(name) ? [] : [name]) + names.map { $0.lowercased() })
        takesNumbers = !isLoopback
    }

    /// - Parameter header: the Host header, "localhost:8080", "[::1]:8080".
    func accepts(_ header: String?) -> Bool {
        guard let header, header.utf8.count <= 255, let name = Self.name(header) else { return false }
        return Loopback.isLoopback(name) || own.contains(name) || (takesNumbers && Self.isNumber(name))
    }

    /// The name without its port, lower-case; nil when it is none.
    static func name(_ header: String) -> String? {
        let header = header.lowercased()
        if header.hasPrefix("[") {
            guard let end = header.firstIndex(of: "]") else { return nil }
            let rest = header[header.index(after: end)...]
            return rest.isEmpty || isPort(rest) ? String(header[header.index(after: header.startIndex)..<end]) : nil
        }
        guard let colon = header.firstIndex(of: ":") else { return header.isEmpty ? nil : header }
        return isPort(header[colon...]) && colon > header.startIndex ? String(header[..<colon]) : nil
    }

    private static func isPort(_ text: Substring) -> Bool {
        text.first == ":" && text.utf8.dropFirst().allSatisfy { (0x30...0x39).contains($0) } && (2...6).contains(text.utf8.count)
    }

    /// An IPv4 or IPv6 address, not a name.
    static func isNumber(_ name: String) -> Bool { Loopback.ipv4(name) != nil || name.contains(":") }
}

/// This machine, seen from itself.
enum Loopback {
    /// True for "localhost", "x.localhost" (RFC 6761), 127.0.0.0/8 and ::1; of an IPv4 address inside IPv6 its own number counts.
    static func isLoopback(_ name: String) -> Bool {
        let name = name.lowercased()
        if name == "localhost" || name.hasSuffix(".localhost") || name == "::1" || name == "0:0:0:0:0:0:0:1" { return true }
        let number = name.hasPrefix("::ffff:") ? String(name.dropFirst(7)) : name
        return ipv4(number)?.first == 127
    }

    /// The four numbers of "127.0.0.1"; nil for names and for spellings that only some programs read as an address ("127.1", "0x7f.0.0.1").
    static func ipv4(_ text: String) -> [Int]? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        let numbers = parts.compactMap { part in
            part.utf8.count <= 3 && part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part).flatMap { $0 < 256 ? $0 : nil } : nil
        }
        return numbers.count == 4 ? numbers : nil
    }
}
