/// A day as far as a report tells it.
public enum EventDay: Hashable, Sendable, CustomStringConvertible {
    case day(Day)
    /// Days after (or, negative, before) a report whose date is not known: "three days ago" is −3, written "R-3d".
    case relative(Int)
    /// "last month", "two years ago", where the report's date is not known: −1 month is "R-1m", −2 years "R-2y".
    case relativeMonths(Int), relativeYears(Int)
    /// A day whose year is not told: "XXXX-09-25".
    case yearless(month: Int, day: Int)

    public var description: String {
        switch self {
        case .day(let day): day.description
        case .relative(let days): Self.relative(days, "d")
        case .relativeMonths(let months): Self.relative(months, "m")
        case .relativeYears(let years): Self.relative(years, "y")
        case .yearless(let month, let day): "XXXX-" + (month < 10 ? "0" : "") + "\(month)-" + (day < 10 ? "0" : "") + "\(day)"
        }
    }

    /// "R-3d", "R+1y"; the report itself is "R-0d".
    private static func relative(_ count: Int, _ unit: String) -> String { "R" + (count > 0 ? "+\(count)" : "-\(-count)") + unit }
}

/// When something happened: first and last possible day, both inclusive. A missing end is not told ("since March").
public struct EventTime: Hashable, Sendable {
    public enum Precision: String, Hashable, Sendable { case day, week, month, season, quarter, year, decade, century, range, fuzzy }
    public var start: EventDay?
    public var end: EventDay?
    public var words: Passage?
    public var precision: Precision

    public init(start: EventDay?, end: EventDay?, words: Passage? = nil, precision: Precision) {
        self.start = start
        self.end = end
        self.words = words
        self.precision = precision
    }
}

/// Words that name a time, with their TIMEX3 value (TimeML 1.2.1) and, for dates and times of day, the days they cover.
public struct TimeMention: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable { case date = "DATE", time = "TIME", duration = "DURATION", set = "SET" }
    public let span: TextSpan
    /// Indices into `Document.tokens`.
    public let tokens: Range<Int>
    public let kind: Kind
    /// "2020-05-18", "2020-W20", "P3D", "PRESENT_REF", "XXXX-WXX-1" …
    public let value: String
    /// TimeML's `mod`: "START", "MID", "END", "APPROX", "MORE_THAN" …
    public let modifier: String?
    /// Nil for durations, sets and vague references.
    public let interval: EventTime?
    public let rule: Rule

    public init(
        span: TextSpan, tokens: Range<Int>, kind: Kind, value: String, modifier: String? = nil, interval: EventTime?, rule: Rule
    ) {
        self.span = span
        self.tokens = tokens
        self.kind = kind
        self.value = value
        self.modifier = modifier
        self.interval = interval
        self.rule = rule
    }
}
