import SaysoCore

/// A point in the calendar as far as it is known: what a later expression ("the next day", "in March") leans on.
struct TimeMoment: Equatable {
    /// Negative before Christ; nil where no year is told ("4 March").
    var year: Int?
    var month: Int?
    var day: Int?

    init(year: Int?, month: Int? = nil, day: Int? = nil) {
        self.year = year
        self.month = month
        self.day = day
    }

    init(_ day: Day) { self.init(year: day.year, month: day.month, day: day.day) }

    /// The day; for a month or a year none.
    var asDay: Day? {
        guard let year, let month, let day else { return nil }
        return Day(year: year, month: month, day: day)
    }

    /// A day that stands for the moment when distances are measured: the middle of a month or a year.
    var middle: Day? {
        guard let year, year > 0 else { return nil }
        return Day(year: year, month: month ?? 7, day: day ?? (month == nil ? 1 : 15))
    }

    /// "2020-05-18", "2020-05", "2020", "XXXX-05-18", "BC0480-09"
    var value: String {
        var out = year.map { $0 < 0 ? "BC" + Self.pad(-$0, 4) : Self.pad($0, 4) } ?? "XXXX"
        if let month { out += "-" + Self.pad(month, 2) }
        if let day { out += "-" + (month == nil ? "XX-" : "") + Self.pad(day, 2) }
        return out
    }

    /// The day `days` later, with the year if there is one; nil unless this is a day.
    func adding(days: Int) -> TimeMoment? {
        if let asDay { return TimeMoment(asDay.adding(days: days)) }
        // Without a year a common one is counted in: "7 December" follows "6 December" in any.
        guard let month, let day, let base = Day(year: 2001, month: month, day: day) else { return nil }
        let moved = base.adding(days: days)
        return TimeMoment(year: year.map { $0 + moved.year - 2001 }, month: moved.month, day: moved.day)
    }

    /// First and last day.
    var interval: EventTime? {
        if let year, year <= 0 { return nil }
        if let month {
            let first = Day(year: year ?? 2001, month: month, day: day ?? 1)
            let last = day == nil ? Day(year: year ?? 2001, month: month, day: Day.length(ofMonth: month, year: year ?? 2001)) : first
            guard let first, let last else { return nil }
            let precision: EventTime.Precision = day == nil ? .month : .day
            return year == nil
                ? EventTime(
                    start: .yearless(month: first.month, day: first.day), end: .yearless(month: last.month, day: last.day),
                    precision: precision)
                : EventTime(start: .day(first), end: .day(last), precision: precision)
        }
        guard let year else { return nil }
        return .years(year, year, .year)
    }

    static func pad(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

extension EventTime {
    /// From the first day of one year to the last of another.
    static func years(_ first: Int, _ last: Int, _ precision: Precision) -> EventTime? {
        guard let start = Day(year: first, month: 1, day: 1), let end = Day(year: last, month: 12, day: 31) else { return nil }
        return EventTime(start: .day(start), end: .day(end), precision: precision)
    }

    /// From the first day of a month, `length` months long.
    static func months(_ year: Int, _ month: Int, length: Int, _ precision: Precision) -> EventTime? {
        guard let start = Day(year: year, month: month, day: 1) else { return nil }
        return EventTime(start: .day(start), end: .day(start.adding(months: length).adding(days: -1)), precision: precision)
    }

    static func days(_ first: Day, _ last: Day, _ precision: Precision) -> EventTime {
        EventTime(start: .day(first), end: .day(last), precision: precision)
    }
}
