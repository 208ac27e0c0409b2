import SaysoCore

/// Calendar dates: which year a date without one belongs to.
extension TimeResolver {
    func calendar(_ date: CalendarDate, _ tense: Tense) -> Resolved {
        var moment = TimeMoment(year: nil, month: date.month, day: date.day)
        moment.year = year(date.year, tense) { year in
            guard let month = date.month else { return nil }
            if let weekday = date.weekday, let day = date.day, let found = Day(year: year, month: month, day: day), found.weekday != weekday
            {
                return nil
            }
            return TimeMoment(year: year, month: month, day: date.day).middle
        }
        return Resolved(value: moment.value, interval: moment.interval, moment: moment)
    }

    /// The year that a reference means; nil where it is not known. `middle` says where in a year the thing lies, nil where that year has
    /// none such ("Thursday, 29 March": only in some years).
    func year(_ reference: YearReference, _ tense: Tense, middle: (Int) -> Day?) -> Int? {
        switch reference {
        case .year(let year): return year
        case .short(let number):
            let base = (isNarrative ? told?.year ?? report?.year : report?.year) ?? told?.year ?? 1990
            let century = base / 100 * 100
            return [century - 100, century, century + 100].map { $0 + number }.filter { $0 <= base + 10 }.min {
                abs($0 - base) < abs($1 - base)
            }
        case .same: return told?.year ?? report?.year
        case .relative(let years):
            let base = isNarrative ? told?.year ?? report?.year : report?.year
            return base.map { $0 + years }
        case .open:
            if isNarrative, told?.year != nil { return narrativeYear(middle) }
            guard let report else { return nil }
            return nearest(report, tense, middle)
        case .last:
            guard let report = isNarrative ? told?.middle ?? report : report else { return nil }
            return (0...8).lazy.map { report.year - $0 }.first { middle($0).map { $0 < report && !isSameMonth($0, report) } ?? false }
        case .next:
            guard let report = isNarrative ? told?.middle ?? report : report else { return nil }
            return (0...8).lazy.map { report.year + $0 }.first { middle($0).map { $0 > report && !isSameMonth($0, report) } ?? false }
        }
    }

    private func isSameMonth(_ a: Day, _ b: Day) -> Bool { a.year == b.year && a.month == b.month }

    /// The year that puts the date nearest to the report, on the side that the tense tells.
    private func nearest(_ report: Day, _ tense: Tense, _ middle: (Int) -> Day?) -> Int? {
        var best: (year: Int, distance: Int)?
        // A weekday with its date can be years away ("Thursday, 29 March" fits one year in six or so).
        for year in (report.year - 6)...(report.year + 6) {
            guard let day = middle(year) else { continue }
            let days = day.ordinal - report.ordinal
            // Half a month of grace: a month's middle may lie after a report that speaks of the month as past.
            var distance = abs(days)
            if tense == .past, days > 16 { distance = distance * 3 + 60 }
            if tense == .unknown, days > 16 { distance *= 4 }
            if tense == .future, days < -16 { distance = distance * 3 + 60 }
            if distance < best?.distance ?? .max { best = (year, distance) }
        }
        return best?.year
    }

    /// In a narrative: the year of the last date told, or the next where the calendar has turned ("November 1939 … In January").
    private func narrativeYear(_ middle: (Int) -> Day?) -> Int? {
        guard let told, let year = told.year else { return nil }
        guard year > 0, let month = told.month, let anchor = Day(year: year, month: month, day: min(told.day ?? 15, 28)),
            let candidate = middle(year)
        else { return year }
        let distance = candidate.ordinal - anchor.ordinal
        if distance < -200 { return year + 1 }
        if distance > 240 { return year - 1 }
        return year
    }

    /// Quarters, halves, seasons.
    func part(_ code: String, _ reference: YearReference, _ tense: Tense) -> Resolved {
        let span = Self.months(of: code)
        let tense = code.hasPrefix("Q") && isJustOver(span) ? .unknown : tense
        let year = year(reference, tense) { Day(year: $0, month: min(12, span.first + span.length / 2), day: 1) }
        guard let year else { return Resolved(value: "XXXX-" + code) }
        let moment = TimeMoment(year: year)
        let value = moment.value + "-" + code
        let precision: EventTime.Precision = code.hasPrefix("Q") ? .quarter : code.hasPrefix("H") ? .range : .season
        return Resolved(
            value: value, interval: year > 0 ? .months(year, span.first, length: span.length, precision) : nil,
            moment: TimeMoment(year: year, month: span.first + span.length / 2 > 12 ? nil : span.first + span.length / 2))
    }

    /// "will report its third quarter", told in October: a quarter that ended within the last two months is the one spoken of, whatever
    /// the tense.
    private func isJustOver(_ span: (first: Int, length: Int)) -> Bool {
        guard let report else { return false }
        return (0..<2).contains((report.month - span.first - 3 + 12) % 12)
    }

    /// First month and length. A winter counts to the year in which it begins.
    static func months(of code: String) -> (first: Int, length: Int) {
        switch code {
        case "Q1": (1, 3)
        case "Q2": (4, 3)
        case "Q3": (7, 3)
        case "Q4": (10, 3)
        case "H1": (1, 6)
        case "H2": (7, 6)
        case "SP": (3, 3)
        case "SU": (6, 3)
        case "FA": (9, 3)
        default: (12, 3)
        }
    }

    /// "the 1988 period", "the year-earlier quarter": the quarter spoken of, in that year; the whole year where none was.
    func samePeriod(_ reference: YearReference, _ tense: Tense) -> Resolved {
        guard let quarter else { return calendar(CalendarDate(year: reference), tense) }
        let year = year(reference, tense) { _ in nil } ?? quarter.year - 1
        let step = reference == .relative(-1) ? quarter.year - 1 : year
        return Resolved(
            value: "\(TimeMoment.pad(max(step, 0), 4))-Q\(quarter.number)",
            interval: .months(step, quarter.number * 3 - 2, length: 3, .quarter))
    }

    func thisQuarter() -> Resolved {
        if let quarter {
            return Resolved(
                value: "\(quarter.year)-Q\(quarter.number)", interval: .months(quarter.year, quarter.number * 3 - 2, length: 3, .quarter))
        }
        guard let report else { return Resolved(value: "XXXX-QX") }
        // Results are told after their quarter has ended.
        let last = report.adding(months: -3)
        let number = (last.month - 1) / 3 + 1
        return Resolved(
            value: "\(TimeMoment.pad(last.year, 4))-Q\(number)", interval: .months(last.year, number * 3 - 2, length: 3, .quarter))
    }

    /// "12-25", "11-4-4" (fourth Thursday of November), "05-L-1" (last Monday of May), "E+1" (the day after Easter).
    func holiday(_ code: String, _ reference: YearReference, _ tense: Tense) -> Resolved {
        let year = year(reference, tense) { Self.holiday(code, in: $0) }
        if let year, let day = Self.holiday(code, in: year) {
            return Resolved(value: day.description, interval: .days(day, day, .day), moment: TimeMoment(day))
        }
        let parts = code.split(separator: "-")
        guard parts.count == 2, let month = Int(parts[0]), let day = Int(parts[1]) else { return Resolved(value: "XXXX-XX-XX") }
        let moment = TimeMoment(year: nil, month: month, day: day)
        return Resolved(value: moment.value, interval: moment.interval, moment: moment)
    }

    static func holiday(_ code: String, in year: Int) -> Day? {
        guard (1...9998).contains(year) else { return nil }
        if code.hasPrefix("E"), let offset = Int(code.dropFirst()) { return easter(year)?.adding(days: offset) }
        let parts = code.split(separator: "-")
        guard let month = parts.first.flatMap({ Int($0) }), (1...12).contains(month) else { return nil }
        if parts.count == 2 { return Int(parts[1]).flatMap { Day(year: year, month: month, day: $0) } }
        guard parts.count == 3, let weekday = Int(parts[2]) else { return nil }
        if parts[1] == "L" {
            guard let last = Day(year: year, month: month, day: Day.length(ofMonth: month, year: year)) else { return nil }
            return last.adding(days: -((last.weekday - weekday + 7) % 7))
        }
        guard let first = Day(year: year, month: month, day: 1), let week = Int(parts[1]) else { return nil }
        return first.adding(days: (weekday - first.weekday + 7) % 7 + (week - 1) * 7)
    }

    /// Easter Sunday of the western churches (the anonymous Gregorian computus).
    private static func easter(_ year: Int) -> Day? {
        let (a, b, c) = (year % 19, year / 100, year % 100)
        let (d, e, f) = (b / 4, b % 4, (b + 8) / 25)
        let g = (b - f + 1) / 3
        let h = (19 * a + b - d - g + 15) % 30
        let (i, k) = (c / 4, c % 4)
        let l = (32 + 2 * e + 2 * i - h - k) % 7
        let m = (a + 11 * h + 22 * l) / 451
        let n = h + l - 7 * m + 114
        return Day(year: year, month: n / 31, day: n % 31 + 1)
    }
}
