import Glibc
public import SaysoCore

/// A second in UTC. Whoever calls the ledger says what time it is; the ledger has no clock.
public struct Moment: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Seconds since 1970-01-01T00:00:00Z, between the years 1 and 9999.
    public let seconds: Int

    public init(seconds: Int) { self.seconds = min(max(seconds, Self.first), Self.last) }

    /// The beginning of `day`, and so many hours, minutes and seconds later.
    public init(_ day: Day, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        self.init(seconds: day.ordinal * 86_400 + hour * 3600 + minute * 60 + second)
    }

    /// "2020-05-21T10:04:00Z", as ``description`` writes it; nil for anything else.
    public init?(iso text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 20, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
            bytes[19] == UInt8(ascii: "Z"), let day = Day(iso: text)
        else { return nil }
        func number(_ at: Int) -> Int? {
            guard (0x30...0x39).contains(bytes[at]), (0x30...0x39).contains(bytes[at + 1]) else { return nil }
            return Int(bytes[at] - 0x30) * 10 + Int(bytes[at + 1] - 0x30)
        }
        guard let hour = number(11), let minute = number(14), let second = number(17), hour < 24, minute < 60, second < 60 else {
            return nil
        }
        self.init(day, hour: hour, minute: minute, second: second)
    }

    /// What the machine's clock says: for the edge (command line, server), where a moment enters.
    public static func now() -> Moment { Moment(seconds: Int(time(nil))) }

    public var day: Day { Day(ordinal: seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400) }

    /// ISO 8601 in UTC: "2020-05-21T10:04:00Z".
    public var description: String {
        let rest = seconds - day.ordinal * 86_400
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(day)T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
    }

    public func adding(seconds more: Int) -> Moment { Moment(seconds: seconds + more) }
    public static func < (a: Moment, b: Moment) -> Bool { a.seconds < b.seconds }

    private static let first = -62_135_596_800
    private static let last = 253_402_300_799
}
