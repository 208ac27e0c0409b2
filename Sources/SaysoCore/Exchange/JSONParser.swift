extension JSON {
    /// Where and why a text is no JSON.
    public struct SyntaxError: Error, Hashable, CustomStringConvertible {
        public let offset: Int
        public let message: String
        public var description: String { "not JSON at byte \(offset): \(message)" }
    }

    /// Reads one JSON value and nothing behind it (RFC 8259). A lone surrogate escape becomes U+FFFD: one code point, as others count it.
    /// Nesting deeper than 200 is refused, so that hostile input cannot exhaust the stack.
    public init(parsing bytes: some Collection<UInt8>) throws(SyntaxError) {
        let array = Array(bytes)
        var parser = Parser(bytes: array)
        let value = try parser.value(depth: 0)
        parser.skipSpace()
        guard parser.at == array.count else { throw SyntaxError(offset: parser.at, message: "something follows the value") }
        self = value
    }

    public init(parsing text: String) throws(SyntaxError) { try self.init(parsing: Array(text.utf8)) }

    private struct Parser {
        let bytes: [UInt8]
        var at = 0

        init(bytes: [UInt8]) { self.bytes = bytes }

        func error(_ message: String) -> SyntaxError { SyntaxError(offset: at, message: message) }

        mutating func skipSpace() {
            while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x0A || bytes[at] == 0x0D || bytes[at] == 0x09 { at += 1 }
        }

        mutating func value(depth: Int) throws(SyntaxError) -> JSON {
            guard depth <= 200 else { throw error("nested deeper than 200") }
            skipSpace()
            guard at < bytes.count else { throw error("the text ends where a value should stand") }
            switch bytes[at] {
            case UInt8(ascii: "{"): return try object(depth: depth)
            case UInt8(ascii: "["): return try array(depth: depth)
            case UInt8(ascii: "\""): return .string(try string())
            case UInt8(ascii: "t"): return try word("true", .bool(true))
            case UInt8(ascii: "f"): return try word("false", .bool(false))
            case UInt8(ascii: "n"): return try word("null", .null)
            case 0x30...0x39, UInt8(ascii: "-"): return try number()
            default: throw error("no value begins like this")
            }
        }

        mutating func word(_ word: StaticString, _ value: JSON) throws(SyntaxError) -> JSON {
            let end = at + word.utf8CodeUnitCount
            let expected = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
            guard end <= bytes.count, bytes[at..<end].elementsEqual(expected) else { throw error("unknown word") }
            at = end
            return value
        }

        mutating func object(depth: Int) throws(SyntaxError) -> JSON {
            at += 1
            var members: [Member] = []
            skipSpace()
            if at < bytes.count, bytes[at] == UInt8(ascii: "}") {
                at += 1
                return .object([])
            }
            while true {
                skipSpace()
                guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else { throw error("a key in quotation marks should stand here") }
                let key = try string()
                skipSpace()
                guard at < bytes.count, bytes[at] == UInt8(ascii: ":") else { throw error("“:” is missing") }
                at += 1
                members.append(Member(key, try value(depth: depth + 1)))
                if try ends(with: UInt8(ascii: "}")) { return .object(members) }
            }
        }

        mutating func array(depth: Int) throws(SyntaxError) -> JSON {
            at += 1
            var values: [JSON] = []
            skipSpace()
            if at < bytes.count, bytes[at] == UInt8(ascii: "]") {
                at += 1
                return .array([])
            }
            while true {
                values.append(try value(depth: depth + 1))
                if try ends(with: UInt8(ascii: "]")) { return .array(values) }
            }
        }

        mutating func ends(with bracket: UInt8) throws(SyntaxError) -> Bool {
            skipSpace()
            guard at < bytes.count else { throw error("the text ends inside an object or array") }
            defer { at += 1 }
            if bytes[at] == bracket { return true }
            guard bytes[at] == UInt8(ascii: ",") else { throw error("“,” is missing") }
            return false
        }

        mutating func number() throws(SyntaxError) -> JSON {
            let start = at
            var isInteger = true
            while at < bytes.count {
                switch bytes[at] {
                case 0x30...0x39, UInt8(ascii: "-"): at += 1
                case UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
                    isInteger = false
                    at += 1
                default:
                    return try finish(start, isInteger)
                }
            }
            return try finish(start, isInteger)
        }

        private func finish(_ start: Int, _ isInteger: Bool) throws(SyntaxError) -> JSON {
            let text = String(decoding: bytes[start..<at], as: UTF8.self)
            if isInteger, let value = Int(text) { return .integer(value) }
            guard let value = Double(text), value.isFinite else { throw SyntaxError(offset: start, message: "no number") }
            return .number(value)
        }

        mutating func string() throws(SyntaxError) -> String {
            at += 1
            var out: [UInt8] = []
            while at < bytes.count {
                let byte = bytes[at]
                switch byte {
                case UInt8(ascii: "\""):
                    at += 1
                    return String(decoding: out, as: UTF8.self)
                case UInt8(ascii: "\\"):
                    at += 1
                    try escape(into: &out)
                case 0..<0x20:
                    throw error("a control character in a string")
                default:
                    out.append(byte)
                    at += 1
                }
            }
            throw error("the string does not end")
        }

        mutating func escape(into out: inout [UInt8]) throws(SyntaxError) {
            guard at < bytes.count else { throw error("the string does not end") }
            let byte = bytes[at]
            at += 1
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(byte)
            case UInt8(ascii: "b"): out.append(0x08)
            case UInt8(ascii: "f"): out.append(0x0C)
            case UInt8(ascii: "n"): out.append(0x0A)
            case UInt8(ascii: "r"): out.append(0x0D)
            case UInt8(ascii: "t"): out.append(0x09)
            case UInt8(ascii: "u"):
                var value = try hex()
                if (0xD800..<0xDC00).contains(value), at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"),
                    bytes[at + 1] == UInt8(ascii: "u")
                {
                    let second = at
                    at += 2
                    let low = try hex()
                    if (0xDC00..<0xE000).contains(low) { value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00) } else { at = second }
                }
                let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
                out.append(contentsOf: String(Character(scalar)).utf8)
            default: throw error("unknown escape")
            }
        }

        mutating func hex() throws(SyntaxError) -> UInt32 {
            guard at + 4 <= bytes.count, let value = UInt32(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16),
                !bytes[at..<at + 4].contains(UInt8(ascii: "+"))
            else { throw error("four hexadecimal digits should stand here") }
            at += 4
            return value
        }
    }
}
