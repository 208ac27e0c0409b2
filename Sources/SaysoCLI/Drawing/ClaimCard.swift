import SaysoCore

/// The fields of one claim, a line each: what stands under its sentence.
struct ClaimCard {
    let number: Int
    let claim: Claim
    let chain: [Attribution]
    let outlet: String?
    let showsWhy: Bool

    /// "asserted, second hand, one unnamed link · ASSAULT (aerial)".
    var head: String {
        var words = claim.stance.participle
        switch claim.modality {
        case .occurred: break
        case .planned where [.threatens, .promises, .demands].contains(claim.stance): break
        case let modality: words += ", \(modality.rawValue)"
        }
        words += ", " + hand
        let gaps = chain.count { $0.isUnnamed }
        if gaps > 0 { words += gaps == 1 ? ", one unnamed link" : ", \(gaps) unnamed links" }
        let details = [claim.event.mode, claim.event.context].compactMap(\.self)
        return words + " · " + claim.event.type.rawValue + (details.isEmpty ? "" : " (\(details.joined(separator: ", ")))")
    }

    private var hand: String {
        switch chain.count {
        case 0: "the outlet’s own word"
        case 1: "first hand"
        case 2: "second hand"
        case 3: "third hand"
        default: "\(chain.count) links away"
        }
    }

    /// Name and value of every field that the claim has.
    var fields: [(name: String, value: String)] {
        let event = claim.event
        var fields: [(String, String)] = [("who says", ([outlet ?? "the outlet"] + chain.map(\.voice)).joined(separator: " ← "))]
        func add(_ name: String, _ value: String?) { if let value, !value.isEmpty { fields.append((name, value)) } }
        add("doer", event.actor.map(\.name).joined(separator: ", "))
        add("to", event.recipient.map(\.name).joined(separator: ", "))
        add("where", event.place.map(Self.words))
        add("when", event.time.map(Self.words))
        add("from", event.origin.map(Self.words))
        add("into", event.destination.map(Self.words))
        add("with", event.equipment.map(Self.words).joined(separator: "; "))
        add("people", event.people.map(Self.words).joined(separator: "; "))
        add("how many", event.count.map(Self.words))
        add("control", event.control.map { "\($0.place.name): \($0.from?.name ?? "?") → \($0.to?.name ?? "?")" })
        add("only if", claim.condition.isEmpty ? nil : claim.condition.words.inQuotationMarks)
        if showsWhy {
            for finding in claim.findings {
                let words = finding.words.map { " " + $0.words.inQuotationMarks } ?? ""
                add("why", "\(finding.field): \(finding.rule)\(words)\(finding.isElsewhere ? " (in another sentence)" : "")")
            }
            for link in chain { add("why", "who says: \(link.rule) \(link.cue.words.inQuotationMarks)") }
        }
        return fields
    }

    private static func words(_ place: Place) -> String {
        place.name + (place.country.map { ", \($0)" } ?? "") + " (\(place.precision.rawValue))"
    }

    private static func words(_ time: EventTime) -> String {
        var days: String
        switch (time.start, time.end) {
        case (nil, nil): days = "not told exactly"
        case (let start?, let end?): days = start == end ? "\(start)" : "\(start) to \(end)"
        case (let start?, nil): days = "since \(start)"
        case (nil, let end?): days = "until \(end)"
        }
        if let words = time.words { days += " " + words.words.inQuotationMarks }
        return days
    }

    private static func words(_ count: Count) -> String {
        switch (count.low, count.high) {
        case (nil, nil): "number not told"
        case (let low?, let high?): low == high ? "\(low)" : "\(low) to \(high)"
        case (let low?, nil): "≥ \(low)"
        case (nil, let high?): "≤ \(high)"
        }
    }

    private static func words(_ use: EquipmentUse) -> String {
        "\(use.entity.name): \(words(use.count)), \(use.role.rawValue)" + (use.owner.map { ", of \($0.name)" } ?? "")
    }

    private static func words(_ effect: PeopleEffect) -> String {
        "\(effect.role): \(words(effect.count))" + (effect.who.map { " \($0)" } ?? "")
    }
}

extension Attribution {
    var isUnnamed: Bool { speaker == nil || speaker?.kind == .unnamed }

    /// The name of the voice and the report's words for it: "Hami Aksoy (“the spokesman”)", "“reports” (unnamed)".
    var voice: String {
        let words = source.words
        if isUnnamed { return words.isEmpty ? "(origin not told)" : "\(words.inQuotationMarks) (unnamed)" }
        let name = speaker?.name ?? words
        return words.isEmpty || words == name ? name : "\(name) (\(words.inQuotationMarks))"
    }
}

extension String {
    /// “words”, but not ““words”” where they bring their own.
    var inQuotationMarks: String { hasPrefix("“") || hasPrefix("\"") || hasPrefix("«") ? self : "“\(self)”" }
}
