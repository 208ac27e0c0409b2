import GRDB
import SaysoCore
import SaysoLedger

/// The columns of one row, taken out with care: a ledger that somebody changed by hand gives an error that names the column, never a trap.
struct Fields {
    /// A column does not hold what the schema says.
    struct Problem: Error, CustomStringConvertible {
        let table: String
        let column: String
        var description: String { "table \(table), column \(column) does not hold what it should" }
    }

    private let row: Row
    private let table: String

    init(_ row: Row, of table: String) {
        self.row = row
        self.table = table
    }

    func optionalText(_ column: String) -> String? { row[column].flatMap { String.fromDatabaseValue($0) } }
    func optionalNumber(_ column: String) -> Int? { row[column].flatMap { Int.fromDatabaseValue($0) } }
    func optionalReal(_ column: String) -> Double? { row[column].flatMap { Double.fromDatabaseValue($0) } }

    func text(_ column: String) throws -> String {
        guard let value = optionalText(column) else { throw problem(column) }
        return value
    }

    func number(_ column: String) throws -> Int {
        guard let value = optionalNumber(column) else { throw problem(column) }
        return value
    }

    func moment(_ column: String) throws -> Moment {
        guard let value = Moment(iso: try text(column)) else { throw problem(column) }
        return value
    }

    /// One of an enumeration's names.
    func choice<Choice: RawRepresentable<String>>(_ column: String) throws -> Choice {
        guard let value = Choice(rawValue: try text(column)) else { throw problem(column) }
        return value
    }

    func optionalChoice<Choice: RawRepresentable<String>>(_ column: String) throws -> Choice? {
        optionalText(column) == nil ? nil : try choice(column)
    }

    func eventDay(_ column: String) throws -> EventDay? {
        guard let text = optionalText(column) else { return nil }
        guard let day = EventDay(exchange: text) else { throw problem(column) }
        return day
    }

    func count() -> Count { Count(low: optionalNumber("low"), high: optionalNumber("high"), words: optionalText("count_words")) }

    func problem(_ column: String) -> Problem { Problem(table: table, column: column) }
}

extension Row {
    /// The raw value of a column; nil when it is null or not there.
    fileprivate subscript(_ column: String) -> DatabaseValue? {
        guard hasColumn(column) else { return nil }
        let value: DatabaseValue = self[column]
        return value.isNull ? nil : value
    }
}

extension EventDay {
    /// What ``description`` writes: "2020-05-18", "R-3d", "R-1y", "XXXX-09-25".
    init?(exchange text: String) {
        if text.hasPrefix("R") {
            guard let count = Int(text.dropFirst().dropLast()) else { return nil }
            switch text.last {
            case "d": self = .relative(count)
            case "m": self = .relativeMonths(count)
            case "y": self = .relativeYears(count)
            default: return nil
            }
            return
        }
        if text.hasPrefix("XXXX-") {
            let parts = text.dropFirst(5).split(separator: "-")
            guard parts.count == 2, let month = Int(parts[0]), let day = Int(parts[1]) else { return nil }
            self = .yearless(month: month, day: day)
            return
        }
        guard text.utf8.count == 10, let day = Day(iso: text) else { return nil }
        self = .day(day)
    }
}
