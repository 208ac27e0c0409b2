import SaysoCore
import SaysoLedger

/// One claim as a reader meets it beside the text: who says so, how firmly, what, how many, when, where, in whose words.
struct ClaimCard: Sendable {
    let id: String
    let number: Int
    let count: Int
    let firmness: String
    let isDenied: Bool
    let isLit: Bool
    /// The clause in the report's own words.
    let evidence: String
    let chain: Chain
    let rows: [Row]
    /// The claim's own page.
    let address: String
    /// This report with the claim lit.
    let litAddress: String
    /// Back to its place in the text.
    let textAddress: String
    /// The message box with this claim chosen.
    let messageAddress: String
    /// For the choice in the message box.
    let choice: String

    struct Row: Sendable, Equatable {
        let label: String
        let value: Phrase
        /// The part of the text that this row speaks of; its colour when lit.
        var part: String?
        /// Nothing is told: set quietly.
        var isUntold = false
        /// The names of the rules' fields that stand behind this row.
        var fields: [String] = []
        /// The words it rests on, where the claim itself keeps them.
        var words: [String] = []
    }

    /// - Parameter related: the report's kin; those that tell this very event are named.
    init(_ claim: Claim, in reading: IndexedReading, number: Int, count: Int, lit: ClaimID?, related: [RelatedReport] = []) {
        id = claim.id.rawValue
        self.number = number
        self.count = count
        firmness = claim.firmness.rawValue
        isDenied = claim.firmness == .denied
        isLit = claim.id == lit
        evidence = claim.evidence.words.clipped(to: 1200)
        chain = reading.chain(of: claim)
        rows = Self.folded(Self.rows(claim, in: reading, chain: chain)) + Self.alsoTold(claim, related)
        address = Address.claim(claim.id)
        litAddress = Address.claim(claim.id, in: reading.report.id)
        textAddress = "#m\(number)"
        messageAddress = "\(Address.report(reading.report.id))?claim=\(claim.id.rawValue.addressPart)#message"
        choice = "claim \(number): \(claim.evidence.words.plain.clipped(to: 60))"
    }

    /// "Hill Courier and 2 copies of this text": other reports of the event, as far as day and place make sure of it.
    ///
    /// Left out where nothing was found: the ledger compares events only where both reports tell a day and a place, so "nobody" would say
    /// too much.
    private static func alsoTold(_ claim: Claim, _ related: [RelatedReport]) -> [Row] {
        var others: [Phrase] = []
        var copies = 0
        for kin in related {
            var isCopy = false
            var isSame = false
            for reason in kin.reasons {
                switch reason {
                case .copy: isCopy = true
                case .sameEvent(let type, let place, let day):
                    isSame =
                        isSame || (type == claim.event.type && place == claim.event.place?.name && claim.event.time?.start == .day(day))
                case .sharedActors, .sameOutlet: break
                }
            }
            if isCopy { copies += 1 } else if isSame { others.append(.name(kin.entry.outlet ?? kin.entry.shownTitle)) }
        }
        var parts = others.isEmpty ? [] : [others.prefix(3).joined(by: ", ") + (others.count > 3 ? " and \(others.count - 3) more" : "")]
        if copies > 0 { parts.append(.own(copies == 1 ? "1 copy of this text" : "\(copies) copies of this text")) }
        return parts.isEmpty ? [] : [Row(label: "also told", value: .own("by ") + parts.joined(by: "; "))]
    }

    /// What is not told takes one line together: "not told: when, where".
    private static func folded(_ rows: [Row]) -> [Row] {
        let untold = rows.filter(\.isUntold).map(\.label)
        if untold.isEmpty { return rows }
        return rows.filter { !$0.isUntold } + [Row(label: "not told", value: .own(untold.joined(separator: ", ")), isUntold: true)]
    }

    static func rows(_ claim: Claim, in reading: IndexedReading, chain: Chain) -> [Row] {
        let event = claim.event
        var rows = [
            Row(
                label: "firmness", value: .own(claim.firmnessWords(chain)), part: "cue", fields: ["stance", "modality"],
                words: reading.attributions(of: claim).last.map { $0.cue.map(\.words) } ?? []),
            Row(label: "what", value: what(event), part: "actor", fields: ["type", "mode", "context", "actor", "recipient"]),
        ]
        if !claim.condition.isEmpty {
            rows.append(Row(label: "condition", value: .quote(claim.condition.words), part: "condition", fields: ["condition"]))
        }
        if let control = event.controlPhrase { rows.append(Row(label: "control", value: control, part: "place", fields: ["control"])) }
        if let counts = event.countsPhrase {
            rows.append(
                Row(
                    label: "count", value: counts, part: "count", fields: ["equipment", "people", "count"],
                    words: event.equipment.compactMap { $0.words?.words } + event.people.compactMap { $0.words?.words }))
        }
        rows.append(
            event.time?.phrase.map {
                Row(label: "when", value: $0, part: "time", fields: ["time"], words: [event.time?.words?.words].compactMap(\.self))
            }
                ?? Row(label: "when", value: .own("not told"), isUntold: true, fields: ["time"]))
        rows.append(
            event.wherePhrase.map { Row(label: "where", value: $0, part: "place", fields: ["place", "origin", "destination"]) }
                ?? Row(label: "where", value: .own("not told"), isUntold: true, fields: ["place", "origin", "destination"]))
        let labels = reading.labels(near: claim)
        if !labels.isEmpty { rows.append(Row(label: "words", value: words(labels, in: reading), part: "label", fields: ["label"])) }
        return rows
    }

    private static func what(_ event: Event) -> Phrase {
        guard let parties = event.partiesPhrase else { return .own(event.kindWords) }
        return .own(event.kindWords + " ") + parties
    }

    /// “putschist elements”, Turkey’s words for Libyan National Army.
    private static func words(_ labels: [Label], in reading: IndexedReading) -> Phrase {
        labels.map { label in
            let owner: Phrase =
                switch label.voice {
                case .outlet: .own(", the outlet’s words")
                case .attribution(let id): .own(", words of ") + voice(id, in: reading)
                }
            return .quote(label.words.words) + owner + (label.entity.map { Phrase.own(" for ") + .name($0.name) } ?? Phrase())
        }.joined(by: "; ")
    }

    private static func voice(_ id: AttributionID, in reading: IndexedReading) -> Phrase {
        guard let attribution = reading.attribution(id) else { return .own("somebody not told") }
        let link = Chain.Link(attribution)
        if let name = link.name { return .name(name) }
        return link.words.map { .quote($0) + " (unnamed)" } ?? .own("somebody not told")
    }
}
