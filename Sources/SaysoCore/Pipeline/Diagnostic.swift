/// Something odd about a report: what, where, and what Sayso did instead. Reading goes on.
public struct Diagnostic: Hashable, Sendable, CustomStringConvertible {
    public enum Severity: String, Hashable, Sendable, Comparable {
        case note, warning, error
        public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }
        private var rank: Int { switch self { case .note: 0; case .warning: 1; case .error: 2 } }
    }
    public let severity: Severity
    public let message: String
    public let span: TextSpan?

    public init(_ severity: Severity, _ message: String, at span: TextSpan? = nil) {
        self.severity = severity
        self.message = message
        self.span = span
    }

    public var description: String { "\(severity.rawValue): \(message)" + (span.map { " (\($0))" } ?? "") }
}
