import SaysoCore

/// Turns what words mean into dates: against the report's date, or, in a narrative, against the date told before.
///
/// Goes through a report from its first expression to its last and remembers what was told, so that "the next day" has a day to follow.
/// News looks back: "Monday" is the last one, "in March" the nearest, unless the sentence speaks of the future.
struct TimeResolver {
    /// The day of publication; nil when it is not known: values then stay relative ("R-1d", "XXXX-05-18").
    let report: Day?
    /// The text tells of the past in its own order (a history, a background piece): dates without a year lean on the last date told.
    let isNarrative: Bool
    /// The last calendar time told.
    var told: TimeMoment?
    /// The last quarter told and its sentence, for "the year-earlier period" in business news.
    var quarter: (year: Int, number: Int, sentence: Int)?

    struct Resolved {
        var kind: TimeMention.Kind = .date
        var value: String
        var interval: EventTime?
        /// What later expressions lean on; nil where this one is vague.
        var moment: TimeMoment?
    }

    init(report: Day?, isNarrative: Bool) {
        self.report = report
        self.isNarrative = isNarrative
    }

    /// What relative words count from.
    var base: TimeMoment? { isNarrative ? told ?? report.map { TimeMoment($0) } : report.map { TimeMoment($0) } }

    mutating func resolve(_ meaning: TimeMeaning, tense: Tense, sentence: Int) -> Resolved {
        let resolved = result(meaning, tense: tense, sentence: sentence)
        if let moment = resolved.moment { told = moment }
        if case .part(let code, _) = meaning, code.hasPrefix("Q"), let year = Int(resolved.value.prefix(4)),
            let number = Int(code.dropFirst())
        {
            quarter = (year, number, sentence)
        }
        return resolved
    }

    private func result(_ meaning: TimeMeaning, tense: Tense, sentence: Int) -> Resolved {
        switch meaning {
        case .date(let date): return calendar(date, tense)
        case .decade(let decade): return Resolved(value: "\(decade)", interval: .years(decade * 10, decade * 10 + 9, .decade), moment: nil)
        case .century(let century, let isBC):
            return Resolved(
                value: (isBC ? "BC" : "") + TimeMoment.pad(century, 2),
                interval: isBC ? nil : .years(century * 100, century * 100 + 99, .century))
        case .part(let code, let year): return part(code, year, tense)
        case .samePeriod(let year): return samePeriod(year, tense)
        case .thisQuarter: return thisQuarter()
        case .weekday(let weekday, let direction): return self.weekday(weekday, direction, tense)
        case .period(let unit, let direction): return period(unit, direction)
        case .weekend(let direction): return weekend(direction, tense)
        case .shift(let amount, let unit, let sign, let isFromReport): return shift(amount, unit, sign, isFromReport, sentence)
        case .dayOffset(let days): return dayOffset(days)
        case .laterDay(let days): return laterDay(days)
        case .duration(let value): return Resolved(kind: .duration, value: value)
        case .durationWithin(let value, let date): return Resolved(kind: .duration, value: value, interval: calendar(date, tense).interval)
        case .set(let value, _, _): return Resolved(kind: .set, value: value)
        case .reference(let value): return Resolved(value: value)
        case .clock(let hour, let minute, let zone, let day):
            var resolved = timeOfDay(day, tense, sentence)
            resolved.value += "T" + TimeMoment.pad(hour, 2) + ":" + TimeMoment.pad(minute ?? 0, 2) + (zone ?? "")
            return resolved
        case .dayPart(let part, let day):
            var resolved = timeOfDay(day, tense, sentence)
            resolved.value += "T" + part
            return resolved
        case .holiday(let code, let year): return holiday(code, year, tense)
        }
    }

    /// The day to which a time of day belongs: the one named with it, else the one told before in a narrative, else the report's.
    private func timeOfDay(_ day: TimeMeaning?, _ tense: Tense, _ sentence: Int) -> Resolved {
        var resolved: Resolved
        if let day {
            resolved = result(day, tense: tense, sentence: sentence)
        } else if let told, told.day != nil {
            resolved = Resolved(value: told.value, interval: told.interval)
        } else if let report, !isNarrative {
            resolved = Resolved(value: report.description, interval: TimeMoment(report).interval)
        } else {
            resolved = Resolved(value: "XXXX-XX-XX")
        }
        if resolved.value.hasPrefix("XXXX-WXX") || !resolved.value.contains("-") { resolved.value = "XXXX-XX-XX" }
        resolved.kind = .time
        return resolved
    }

    private func dayOffset(_ days: Int) -> Resolved {
        if isNarrative, days == 0 { return Resolved(value: "PRESENT_REF") }
        guard let day = report?.adding(days: days) else {
            let relative = EventDay.relative(days)
            return Resolved(value: "XXXX-XX-XX", interval: EventTime(start: relative, end: relative, precision: .day))
        }
        return Resolved(value: day.description, interval: .days(day, day, .day), moment: TimeMoment(day))
    }

    /// "the next day": after the last day told; where none was told, after the report's.
    private func laterDay(_ days: Int) -> Resolved {
        guard let moment = (told?.day == nil ? (isNarrative ? nil : report.map { TimeMoment($0) }) : told)?.adding(days: days) else {
            return Resolved(value: "XXXX-XX-XX")
        }
        return Resolved(value: moment.value, interval: moment.interval, moment: moment)
    }
}
