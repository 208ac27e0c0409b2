/// The name of the rule (later: the engine's head) that made a finding: "attribution.cue-verb", "time.weekday".
/// Every finding carries one, and `sayso read --why` shows it.
public struct Rule: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    public let name: String
    public init(stringLiteral name: String) { self.name = name }
    public init(_ name: String) { self.name = name }
    public var description: String { name }
}
