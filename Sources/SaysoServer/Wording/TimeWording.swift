import SaysoCore

extension Day {
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ]
    /// "18 May 2020": no order of figures that one half of the world reads the other way.
    var words: String { "\(day) \(Self.months[month - 1]) \(year)" }
    static func monthName(_ month: Int) -> String { (1...12).contains(month) ? months[month - 1] : "month \(month)" }
}

extension EventDay {
    var words: String {
        switch self {
        case .day(let day): day.words
        case .relative(let days): Self.distance(days, "day")
        case .relativeMonths(let months): Self.distance(months, "month")
        case .relativeYears(let years): Self.distance(years, "year")
        case .yearless(let month, let day): "\(day) \(Day.monthName(month)), year not told"
        }
    }

    /// "3 days before the report"
    private static func distance(_ count: Int, _ unit: String) -> String {
        if count == 0 { return "the \(unit) of the report" }
        return "\(count.magnitude) \(count.magnitude == 1 ? unit : unit + "s") \(count < 0 ? "before" : "after") the report"
    }
}

extension EventTime {
    /// "18 May 2020", "18 to 20 May 2020 (a week)", "since 3 March 2022".
    var dayWords: String? {
        switch (start, end) {
        case (nil, nil): return nil
        case (let start?, nil): return "since \(start.words)"
        case (nil, let end?): return "until \(end.words)"
        case (let start?, let end?):
            if start == end { return start.words }
            let grain = precision == .day || precision == .range || precision == .fuzzy ? "" : " (a \(precision.rawValue))"
            return "\(start.words) to \(end.words)\(grain)"
        }
    }

    /// The days with the words they were told in; nil where neither is there.
    var phrase: Phrase? {
        switch (dayWords, words) {
        case (let days?, let words?): .own(days + ", ") + .quote(words.words)
        case (let days?, nil): .own(days)
        case (nil, let words?): .quote(words.words) + ", day not told"
        case (nil, nil): nil
        }
    }
}
