public import SaysoCore

/// Another report, and why it is shown beside this one: "More posts".
public struct RelatedReport: Hashable, Sendable {
    public let entry: ReportEntry
    /// At least one, the strongest first.
    public let reasons: [Reason]

    public enum Reason: Hashable, Sendable {
        /// They share their text (5-grams outside quotations): `share` of the shorter one stands in the longer one, from 0.4 to 1.
        /// `passage` is the longest shared run, in the words and offsets of *this* report.
        case copy(share: Double, passage: Passage)
        /// A claim of each tells the same type of event at one place on one day.
        case sameEvent(type: EventType, place: String, day: Day)
        /// They tell of the same actors, within a week.
        case sharedActors([String])
        /// From the same outlet.
        case sameOutlet(String)
    }

    package init(entry: ReportEntry, reasons: [Reason]) {
        self.entry = entry
        self.reasons = reasons
    }
}

extension RelatedReport.Reason: CustomStringConvertible {
    /// For people: "same text (98 % of the shorter one)".
    public var description: String {
        switch self {
        case .copy(let share, _) where share >= 0.995: "same text"
        case .copy(let share, _): "shares its text (\(Int((share * 100).rounded(.down))) % of the shorter one)"
        case .sameEvent(let type, let place, let day): "\(type.rawValue) in \(place) on \(day)"
        case .sharedActors(let names): "also about \(names.joined(separator: ", "))"
        case .sameOutlet(let outlet): "also from \(outlet)"
        }
    }

    /// The strongest kind first; within a kind the stronger case first.
    package var rank: Double {
        switch self {
        case .copy(let share, _): 30 + share
        case .sameEvent: 20
        case .sharedActors(let names): 10 + Double(min(names.count, 50)) / 100
        case .sameOutlet: 1
        }
    }
}
