/// What is known about one candidate, as hashed names: "next=that", "side=left|passive".
///
/// A feature is asked for by the hash of its name, so that no string is built while reading; training asks for the names too.
public struct FeatureSet: Sendable {
    public private(set) var keys: [UInt64] = []
    /// Only filled while training.
    public private(set) var names: [String] = []
    private let keepsNames: Bool

    public init(keepsNames: Bool = false) { self.keepsNames = keepsNames }

    public mutating func removeAll() {
        keys.removeAll(keepingCapacity: true)
        names.removeAll(keepingCapacity: true)
    }

    public mutating func add(_ name: StaticString) {
        keys.append(FeatureHash(name).value)
        if keepsNames { names.append("\(name)") }
    }

    public mutating func add(_ name: StaticString, _ value: String) {
        var hash = FeatureHash(name)
        hash.add(UInt8(ascii: "="))
        hash.add(value)
        keys.append(hash.value)
        if keepsNames { names.append("\(name)=\(value)") }
    }

    public mutating func add(_ name: StaticString, _ value: String, _ second: String) {
        var hash = FeatureHash(name)
        hash.add(UInt8(ascii: "="))
        hash.add(value)
        hash.add(UInt8(ascii: "|"))
        hash.add(second)
        keys.append(hash.value)
        if keepsNames { names.append("\(name)=\(value)|\(second)") }
    }

    public mutating func add(_ name: StaticString, _ value: String, _ second: String, _ third: String) {
        var hash = FeatureHash(name)
        hash.add(UInt8(ascii: "="))
        hash.add(value)
        hash.add(UInt8(ascii: "|"))
        hash.add(second)
        hash.add(UInt8(ascii: "|"))
        hash.add(third)
        keys.append(hash.value)
        if keepsNames { names.append("\(name)=\(value)|\(second)|\(third)") }
    }
}

/// Fowler–Noll–Vo 1a of a feature's name. Not Core's `FNV1a`: this one runs millions of times a second and must be compiled into its
/// callers.
struct FeatureHash {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    @inline(__always)
    init(_ name: StaticString) {
        for index in 0..<name.utf8CodeUnitCount { add(name.utf8Start[index]) }
    }

    init(_ name: String) { add(name) }

    @inline(__always)
    mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }

    @inline(__always)
    mutating func add(_ text: String) {
        var text = text
        value = text.withUTF8 { bytes in
            var value = value
            for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
            return value
        }
    }
}
