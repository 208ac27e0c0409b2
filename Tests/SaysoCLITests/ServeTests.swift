import Foundation
import Glibc
import Testing

/// `sayso serve`, from outside.
@Suite struct ServeTests {
    let program: Program
    init() throws { program = try Program() }

    @Test func aPortInUseIsTold() throws {
        let holder = try Holder()
        defer { holder.close() }
        try program.run("serve", "--port", String(holder.port)).expectFailure(5, saying: "port \(holder.port) is in use", "--port")
    }

    @Test(arguments: [["--port", "70000"], ["--port", "web"], ["--host", ""]])
    func wrongOptionsAreTold(options: [String]) throws {
        try program.run("serve", options[0], options[1]).expectFailure(2, saying: "--")
    }

    @Test func aHostThatIsNotOursIsTold() throws {
        try program.run("serve", "--host", "nosuch.invalid").expectFailure(5, saying: "nosuch.invalid", "--host")
    }
}

/// Holds a port of loopback, as another program would.
private struct Holder {
    let descriptor: Int32
    let port: Int

    init() throws {
        let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, size) == 0 && listen(socket, 1) == 0 && getsockname(socket, $0, &size) == 0
            }
        }
        try #require(isListening)
        descriptor = socket
        port = Int(UInt16(bigEndian: address.sin_port))
    }

    func close() { Glibc.close(descriptor) }
}
