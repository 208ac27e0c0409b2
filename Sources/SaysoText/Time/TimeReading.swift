import SaysoCore

/// Decides what kind of text the expressions stand in, and resolves them in order.
struct TimeReading {
    private let expressions: [TimeFinder.Expression]
    private let published: Day?
    private let isNarrative: Bool
    /// In a report without a date: the one full date told for each weekday.
    private let toldWeekdays: [Int: Day]

    init(_ report: Report, _ expressions: [TimeFinder.Expression]) {
        self.expressions = expressions
        isNarrative = Self.isNarrative(expressions, published: report.published?.day)
        published = report.published?.day ?? (isNarrative ? nil : Self.firstLineDay(report.text, expressions))
        toldWeekdays = published == nil ? Self.toldWeekdays(expressions) : [:]
    }

    /// A history names years and seldom "yesterday"; news does the opposite. Where most years told are not the report's own, dates lean on
    /// the dates before them.
    static func isNarrative(_ expressions: [TimeFinder.Expression], published: Day?) -> Bool {
        var (years, ownYears, deictic) = (0, 0, 0)
        for expression in expressions {
            switch expression.meaning {
            case .date(let date):
                guard case .year(let year) = date.year else { continue }
                years += 1
                if let published, abs(year - published.year) <= 1 { ownYears += 1 }
            case .weekday, .dayOffset, .weekend, .dayPart(_, day: .weekday?), .dayPart(_, day: .dayOffset?): deictic += 1
            case .period(_, .last), .period(_, .this), .period(_, .next), .shift(_, _, sign: _, isFromReport: true): deictic += 1
            default: break
            }
        }
        guard years >= (published == nil ? 1 : 4) else { return false }
        return ownYears * 2 < years && deictic * 4 <= years
    }

    func mentions(in document: borrowing Document) -> [TimeMention] {
        var resolver = TimeResolver(report: published, isNarrative: isNarrative)
        var mentions: [TimeMention] = []
        mentions.reserveCapacity(expressions.count)
        var intervals: [EventTime?] = []
        var values: [TimeResolver.Resolved] = []
        for expression in expressions {
            let resolved = resolver.resolve(known(expression.meaning), tense: expression.tense, sentence: expression.sentence)
            values.append(resolved)
            var interval = resolved.interval
            switch expression.bound {
            case .since: interval?.end = nil
            case .until: interval?.start = nil
            case .none: break
            }
            intervals.append(interval)
        }
        // Both ends of "between 23 December and 2 January" carry the whole: an event takes place within it, at neither end.
        for index in expressions.indices where expressions[index].joint != .none && index + 1 < expressions.count {
            guard let first = intervals[index], let last = values[index + 1].interval, first.start != nil, last.end != nil else { continue }
            if expressions[index].joint == .pair, !Self.isNext(last, after: first) { continue }
            if case .day(let start)? = first.start, case .day(let end)? = last.end, end < start { continue }
            let whole = EventTime(start: first.start, end: last.end, precision: .range)
            intervals[index] = whole
            intervals[index + 1] = whole
        }
        for (index, expression) in expressions.enumerated() {
            var interval = intervals[index]
            interval?.words = document.text.passage(expression.span)
            mentions.append(
                TimeMention(
                    span: expression.span, tokens: tokens(expression.span, document), kind: values[index].kind, value: values[index].value,
                    modifier: expression.modifier,
                    interval: interval, rule: Rule(expression.rule)))
        }
        return mentions
    }

    /// "last night and early this morning", "in 1997 and 1998": one begins where the other ends. ("in May and on Friday" are two times.)
    private static func isNext(_ last: EventTime, after first: EventTime) -> Bool {
        guard first.precision == last.precision, case .day(let end)? = first.end, case .day(let start)? = last.start else { return false }
        return start.ordinal == end.ordinal + 1
    }

    /// "died on Thursday … on the 29th March 2018": where the report's date is unknown and the one full date told is a Thursday, it is
    /// that day.
    private func known(_ meaning: TimeMeaning) -> TimeMeaning {
        guard !toldWeekdays.isEmpty else { return meaning }
        switch meaning {
        case .weekday(let weekday, .none):
            guard let day = toldWeekdays[weekday] else { return meaning }
            return .date(CalendarDate(year: .year(day.year), month: day.month, day: day.day))
        case .dayPart(let part, day: .some(let day)): return .dayPart(part, day: known(day))
        case .clock(let hour, let minute, let zone, day: .some(let day)):
            return .clock(hour: hour, minute: minute, zone: zone, day: known(day))
        default: return meaning
        }
    }

    private static func fullDay(_ meaning: TimeMeaning) -> Day? {
        guard case .date(let date) = meaning, case .year(let year) = date.year, let month = date.month, let day = date.day else {
            return nil
        }
        return Day(year: year, month: month, day: day)
    }

    private static func toldWeekdays(_ expressions: [TimeFinder.Expression]) -> [Int: Day] {
        var told: [Int: Day] = [:]
        var ambiguous: Set<Int> = []
        for day in expressions.compactMap({ fullDay($0.meaning) }) {
            if let other = told[day.weekday], other != day { ambiguous.insert(day.weekday) }
            told[day.weekday] = day
        }
        return told.filter { !ambiguous.contains($0.key) }
    }

    /// A dateline or a caption stands in for an unknown date of publication ("BAKU, April 5, 2018 –"): the one full date of the first
    /// line, if it is short.
    private static func firstLineDay(_ text: SourceText, _ expressions: [TimeFinder.Expression]) -> Day? {
        let end = text.utf8.prefix(400).firstIndex(of: 0x0A) ?? min(120, text.count)
        let days = expressions.prefix { $0.span.end <= end }.compactMap { fullDay($0.meaning) }
        return days.count == 1 ? days[0] : nil
    }

    /// The tokens that share a letter with `span`.
    private func tokens(_ span: TextSpan, _ document: borrowing Document) -> Range<Int> {
        let first = document.tokens.partitionIndex { $0.span.end > span.start }
        let last = document.tokens.partitionIndex { $0.span.start >= span.end }
        return first..<max(first, last)
    }
}
