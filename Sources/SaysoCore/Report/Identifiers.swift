/// The identity of one thing of a kind. Identifiers are types, never bare strings, so that a claim's cannot be taken for a report's.
public struct Identifier<Thing>: Hashable, Sendable, Comparable, CustomStringConvertible, RawRepresentable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(_ rawValue: String) { self.rawValue = rawValue }
    public var description: String { rawValue }
    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// SHA-256 of the bytes at the door, in hexadecimal.
public typealias ReportID = Identifier<Report>
public typealias AttributionID = Identifier<Attribution>
public typealias ClaimID = Identifier<Claim>
public typealias LabelID = Identifier<Label>
/// "wikidata:Q43", or "sayso:libyan-national-army" where there is no outside identifier that we are sure of.
public typealias EntityID = Identifier<Entity>

extension Identifier {
    /// An id that follows from what it names: the same report, kind and span give the same id on every machine and in every version,
    /// so that people's decisions survive a second reading by a better reader.
    ///
    /// 64 bits of FNV-1a: ids are compared inside one report only, where a clash is out of the question (one in 10¹³ for 1,000 findings).
    public static func stable(_ kind: StaticString, in report: ReportID, spans: [TextSpan], ordinal: Int = 0) -> Self {
        var hash = FNV1a()
        hash.add(report.rawValue.utf8)
        hash.add(String(describing: kind).utf8)
        for span in spans { hash.add(span.start); hash.add(span.end) }
        if ordinal > 0 { hash.add(ordinal) }
        return Self("\(kind)-\(hash.hexadecimal)")
    }
}

/// Fowler–Noll–Vo 1a, 64 bits: a hash that is the same on every machine (Swift's own is seeded anew each run).
public struct FNV1a: Sendable {
    public private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325
    public init() {}

    public mutating func add(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }

    public mutating func add(_ number: Int) {
        withUnsafeBytes(of: Int64(number).littleEndian) { add($0) }
    }

    public var hexadecimal: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
