import SaysoCore

/// Weekdays, weeks, months and years counted from the report or from the last date told.
extension TimeResolver {
    func weekday(_ weekday: Int, _ direction: Direction, _ tense: Tense) -> Resolved {
        let isToldBased = isNarrative || direction == .following || direction == .previous
        guard let base = isToldBased ? told?.asDay ?? report : report else {
            // No report date: the day stays open, unless a date told before is that weekday ("Thursday, 29 March 2018 … on Thursday").
            if let day = told?.asDay, day.weekday == weekday, direction == .none {
                return Resolved(value: day.description, interval: .days(day, day, .day))
            }
            return Resolved(value: "XXXX-WXX-\(weekday)")
        }
        let back = (base.weekday - weekday + 7) % 7
        let offset: Int =
            switch direction {
            case .last, .previous: back == 0 ? -7 : -back
            case .next, .following: back == 0 ? 7 : 7 - back
            case .this: tense == .past ? -back : (7 - back) % 7
            case .same: -back
            case .none: tense == .future ? (7 - back) % 7 : -back
            }
        let day = base.adding(days: offset)
        return Resolved(value: day.description, interval: .days(day, day, .day), moment: TimeMoment(day))
    }

    func weekend(_ direction: Direction, _ tense: Tense) -> Resolved {
        guard let base = base?.asDay else { return Resolved(value: "XXXX-WXX-WE") }
        // The Saturday of the ISO week in which the report appeared.
        var saturday = base.adding(days: 6 - base.weekday)
        switch direction {
        case .last, .previous: saturday = saturday.adding(days: -7)
        case .next, .following: saturday = saturday.adding(days: 7)
        case .this: break
        case .none, .same: if base.weekday < 6, tense != .future { saturday = saturday.adding(days: -7) }
        }
        let week = saturday.isoWeek
        return Resolved(
            value: "\(TimeMoment.pad(week.year, 4))-W\(TimeMoment.pad(week.week, 2))-WE",
            interval: .days(saturday, saturday.adding(days: 1), .range), moment: nil)
    }

    func period(_ unit: TimeUnit, _ direction: Direction) -> Resolved {
        let isToldBased = isNarrative || direction == .same || direction == .following || direction == .previous
        let moment = isToldBased ? told ?? base : base
        let step =
            switch direction {
            case .last, .previous: -1
            case .next, .following: 1
            case .none, .this, .same: 0
            }
        guard let moment, let year = moment.year else {
            // "this week" with no report date says nothing that a reader could use; "last week" neither: its days lie within two.
            return Resolved(
                value: unit == .year ? "XXXX" : unit == .month ? "XXXX-XX" : "XXXX-WXX",
                interval: unit == .year || unit == .month ? Self.relative(step, unit) : nil)
        }
        switch unit {
        case .year:
            let found = TimeMoment(year: Self.adding(step, to: year))
            return Resolved(value: found.value, interval: found.interval, moment: isToldBased || isNarrative ? found : nil)
        case .month:
            guard let month = moment.month else { return Resolved(value: moment.value + "-XX") }
            var found = TimeMoment(year: year, month: month + step)
            if month + step < 1 {
                found = TimeMoment(year: Self.adding(-1, to: year), month: 12)
            } else if month + step > 12 {
                found = TimeMoment(year: Self.adding(1, to: year), month: 1)
            }
            return Resolved(value: found.value, interval: found.interval, moment: isToldBased ? found : nil)
        case .week:
            guard let day = moment.asDay?.adding(days: step * 7) else { return Resolved(value: moment.value.prefix(4) + "-WXX") }
            let week = day.isoWeek
            // TIMEX3 counts ISO weeks; people's week runs from Sunday to Saturday (CLAIMS.md).
            let sunday = day.adding(days: -(day.weekday % 7))
            return Resolved(
                value: "\(TimeMoment.pad(week.year, 4))-W\(TimeMoment.pad(week.week, 2))",
                interval: .days(sunday, sunday.adding(days: 6), .week))
        case .quarter:
            guard let day = moment.middle?.adding(months: step * 3) else { return Resolved(value: "XXXX-QX") }
            let number = (day.month - 1) / 3 + 1
            return Resolved(
                value: "\(TimeMoment.pad(day.year, 4))-Q\(number)", interval: .months(day.year, number * 3 - 2, length: 3, .quarter))
        case .decade:
            guard year > 10 else { return Resolved(value: "XXX") }
            let decade = year / 10 + step
            return Resolved(value: TimeMoment.pad(decade, 3), interval: .years(decade * 10, decade * 10 + 9, .decade))
        case .century:
            guard year > 100 else { return Resolved(value: "XX") }
            let century = year / 100 + step
            return Resolved(value: TimeMoment.pad(century, 2), interval: .years(century * 100, century * 100 + 99, .century))
        default: return Resolved(value: "XXXX-XX-XX")
        }
    }

    func shift(_ amount: Amount, _ unit: TimeUnit, _ sign: Int, _ isFromReport: Bool, _ sentence: Int) -> Resolved {
        guard case .exact(let hundredths) = amount, hundredths < 10_000_000 else {
            return Resolved(value: sign < 0 ? "PAST_REF" : "FUTURE_REF")
        }
        if unit == .year, hundredths == 100, sign < 0, !isNarrative, let quarter, sentence - quarter.sentence <= 5 {
            // Business news compares a quarter with the same one of the year before: "a year ago", "the year-earlier period".
            return Resolved(
                value: "\(TimeMoment.pad(quarter.year - 1, 4))-Q\(quarter.number)",
                interval: .months(quarter.year - 1, quarter.number * 3 - 2, length: 3, .quarter))
        }
        let count = sign * hundredths / 100
        let moment = isFromReport ? base : told ?? base
        guard let moment else {
            return Resolved(value: unit == .year ? "XXXX" : "XXXX-XX-XX", interval: isFromReport ? Self.relative(count, unit) : nil)
        }
        switch unit {
        case .second, .minute, .hour:
            return Resolved(value: moment.value, interval: moment.interval)
        case .day, .night:
            guard let found = moment.adding(days: count) else { return Resolved(value: "XXXX-XX-XX") }
            return Resolved(value: found.value, interval: found.interval, moment: found)
        case .week, .fortnight:
            let days = count * (unit == .week ? 7 : 14)
            guard let found = moment.adding(days: days), let day = found.asDay else { return Resolved(value: "XXXX-WXX") }
            if isNarrative || !isFromReport { return Resolved(value: found.value, interval: found.interval, moment: found) }
            let week = day.isoWeek
            return Resolved(
                value: "\(TimeMoment.pad(week.year, 4))-W\(TimeMoment.pad(week.week, 2))", interval: .days(day, day, .fuzzy), moment: nil)
        case .month, .quarter, .semester:
            let months = count * (unit == .month ? 1 : unit == .quarter ? 3 : 6)
            guard let year = moment.year, year > 0, let month = moment.month, abs(months) < 12_000 else {
                return Resolved(value: "XXXX-XX")
            }
            let index = year * 12 + month - 1 + months
            guard index >= 12 else { return Resolved(value: "XXXX-XX") }
            let found = TimeMoment(year: index / 12, month: index % 12 + 1)
            return Resolved(value: found.value, interval: found.interval, moment: isNarrative ? found : nil)
        case .year, .decade, .century, .millennium:
            let factor = unit == .year ? 1 : unit == .decade ? 10 : unit == .century ? 100 : 1000
            guard let year = moment.year, abs(count) < 5000 else { return Resolved(value: "PAST_REF") }
            let found = TimeMoment(year: Self.adding(count * factor, to: year))
            // "four decades ago" names no year, whatever its value says.
            return Resolved(value: found.value, interval: factor == 1 ? found.interval : nil, moment: isNarrative ? found : nil)
        case .weekend: return Resolved(value: "XXXX-WXX-WE")
        }
    }

    /// So long before (or after) a report whose date is not known: "R-3d", "R-1m", "R-2y".
    private static func relative(_ count: Int, _ unit: TimeUnit) -> EventTime? {
        let (day, precision): (EventDay, EventTime.Precision)
        switch unit {
        case .day, .night: (day, precision) = (.relative(count), .day)
        case .week: (day, precision) = (.relative(count * 7), .day)
        case .fortnight: (day, precision) = (.relative(count * 14), .day)
        case .month: (day, precision) = (.relativeMonths(count), .month)
        case .year: (day, precision) = (.relativeYears(count), .year)
        default: return nil
        }
        return EventTime(start: day, end: day, precision: precision)
    }

    /// Years before Christ are negative, and there is no year nought.
    private static func adding(_ years: Int, to year: Int) -> Int {
        let sum = year + years
        return year < 0 && sum >= 0 ? sum + 1 : year > 0 && sum <= 0 ? sum - 1 : sum
    }
}
