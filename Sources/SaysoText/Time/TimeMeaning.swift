/// What words of time mean before it is known when they were written: the grammar gives these, ``TimeResolver`` turns them into dates.
indirect enum TimeMeaning: Equatable {
    /// "18 May 2020", "May", "1989"
    case date(CalendarDate)
    /// "the 1980s": 198
    case decade(Int)
    /// "the 19th century": 18
    case century(Int, isBC: Bool)
    /// "the third quarter", "spring": Q3, H1, SP … of a year
    case part(String, YearReference)
    /// "the 1988 period", "the year-earlier quarter"
    case samePeriod(YearReference)
    /// "the quarter", "the latest quarter"
    case thisQuarter
    case weekday(Int, Direction)
    /// "last week", "this year"
    case period(TimeUnit, Direction)
    case weekend(Direction)
    /// "two weeks ago" (from the report), "two days later" (from the time told before)
    case shift(Amount, TimeUnit, sign: Int, isFromReport: Bool)
    /// "yesterday": −1
    case dayOffset(Int)
    /// "the next day": 1, "that day": 0
    case laterDay(Int)
    case duration(String)
    /// "the last week of March": a length within a date
    case durationWithin(String, CalendarDate)
    case set(String, quant: String?, frequency: String?)
    /// PRESENT_REF, PAST_REF, FUTURE_REF
    case reference(String)
    case clock(hour: Int, minute: Int?, zone: String?, day: TimeMeaning?)
    /// "Monday morning": MO
    case dayPart(String, day: TimeMeaning?)
    case holiday(String, YearReference)
}

struct CalendarDate: Equatable {
    var year: YearReference = .open
    var month: Int?
    var day: Int?
    var weekday: Int?
}

enum YearReference: Equatable {
    case open
    /// Before Christ: negative.
    case year(Int)
    /// "'89": of the century that brings it nearest
    case short(Int)
    /// Years after the report's.
    case relative(Int)
    /// "that year"
    case same
    /// "last March": the one before
    case last
    case next
}

enum Direction: Equatable { case none, last, this, next, same, following, previous }

/// How many, in hundredths: "two and a half" is 250; "several" is vague.
enum Amount: Equatable {
    case exact(Int)
    case vague

    /// "X", "3", "2.5"
    var text: String {
        guard case .exact(let hundredths) = self else { return "X" }
        let rest = hundredths % 100
        return "\(hundredths / 100)" + (rest == 0 ? "" : rest % 10 == 0 ? ".\(rest / 10)" : ".\(rest)")
    }
}

enum TimeUnit: String {
    case second = "TS"
    case minute = "TM"
    case hour = "TH"
    case day = "D"
    case night = "NI"
    case week = "W"
    case fortnight = "F"
    case month = "M"
    case quarter = "Q"
    case year = "Y"
    case decade = "DE"
    case century = "CE"
    case millennium = "L"
    case weekend = "WE"
    case semester = "S"

    /// The TIMEX3 duration of so many: P3D, PT2H, P20Y for two decades.
    func duration(_ amount: Amount) -> String {
        var (amount, unit) = (amount, rawValue)
        func times(_ factor: Int, _ letter: String) {
            if case .exact(let hundredths) = amount {
                amount = .exact(hundredths * factor)
                unit = letter
            }
        }
        switch self {
        case .second, .minute, .hour:
            if case .exact(let hundredths) = amount, hundredths % 100 != 0, self != .second {
                // "two and a half hours": PT2H30M
                let (whole, rest) = (hundredths / 100, hundredths % 100 * 60 / 100)
                let (big, small) = self == .hour ? ("H", "M") : ("M", "S")
                return "PT" + (whole > 0 ? "\(whole)\(big)" : "") + "\(rest)\(small)"
            }
            return "PT" + amount.text + String(rawValue.dropFirst())
        case .year:
            if case .exact(let hundredths) = amount, hundredths % 100 == 50 {
                return "P" + (hundredths > 100 ? "\(hundredths / 100)Y" : "") + "6M"
            }
        case .decade: times(10, "Y")
        case .century: times(100, "Y")
        case .millennium: times(1000, "Y")
        case .fortnight:
            times(2, "W")
            if unit == "F" { unit = "W" }
        case .night: unit = "D"
        case .weekend:
            times(2, "D")
            if unit == "WE" { unit = "W" }
        case .semester: times(6, "M")
        default: break
        }
        return "P" + amount.text + unit
    }
}
