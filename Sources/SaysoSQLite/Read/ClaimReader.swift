import GRDB
import SaysoCore

/// The claims of one report.
struct ClaimReader {
    let db: Database
    let names: NameReader
    let spans: SpanReader
    let attributions: [Int: AttributionID]

    func claims(of report: Int) throws -> [Claim] {
        let passages = try spans.all(
            sql: """
                SELECT claim AS owner, part, start, stop, words FROM claim_span
                WHERE claim IN (SELECT number FROM claim WHERE report = ?) ORDER BY claim, part, position
                """, report)
        let chains = try byClaim("claim_chain", report)
        let parties = try byClaim("claim_party", report)
        let equipment = try byClaim("claim_equipment", report)
        let people = try byClaim("claim_people", report)
        let findings = try byClaim("finding", report)
        return try Row.fetchAll(db.cachedStatement(sql: "SELECT * FROM claim WHERE report = ? ORDER BY number"), arguments: [report]).map {
            row in
            let fields = Fields(row, of: "claim")
            let number = try fields.number("number")
            func part(_ name: String) -> [Passage] { passages[SpanReader.Key(owner: number, part: name)] ?? [] }
            var event = try event(fields, timeWords: part("time").first)
            for party in parties[number] ?? [] {
                guard let entity = try names.entity(party.number("entity")) else { continue }
                if try party.text("role") == "actor" { event.actor.append(entity) } else { event.recipient.append(entity) }
            }
            event.equipment = try (equipment[number] ?? []).map(use)
            event.people = try (people[number] ?? []).map { fields in
                PeopleEffect(
                    role: try fields.text("role"), who: fields.optionalText("who"), count: fields.count(),
                    words: try spans.optionalPassage(fields))
            }
            return Claim(
                id: ClaimID(try fields.text("id")), evidence: part("evidence"), chain: try (chains[number] ?? []).map(link),
                stance: try fields.choice("stance"), modality: try fields.choice("modality"), condition: part("condition"), event: event,
                findings: try (findings[number] ?? []).map(finding))
        }
    }

    private func event(_ fields: Fields, timeWords: Passage?) throws -> Event {
        var event = Event(type: try fields.choice("type"))
        event.mode = fields.optionalText("mode")
        event.context = fields.optionalText("context")
        event.place = try names.place(fields.optionalNumber("place"))
        event.origin = try names.place(fields.optionalNumber("origin"))
        event.destination = try names.place(fields.optionalNumber("destination"))
        if let precision: EventTime.Precision = try fields.optionalChoice("time_precision") {
            event.time = EventTime(
                start: try fields.eventDay("time_start"), end: try fields.eventDay("time_end"), words: timeWords, precision: precision)
        }
        if let place = try names.place(fields.optionalNumber("control_place")) {
            event.control = ControlChange(
                place: place, from: try names.entity(fields.optionalNumber("control_from")),
                to: try names.entity(fields.optionalNumber("control_to")))
        }
        if try fields.number("is_counted") == 1 { event.count = fields.count() }
        return event
    }

    private func use(_ fields: Fields) throws -> EquipmentUse {
        guard let entity = try names.entity(fields.number("entity")) else { throw fields.problem("entity") }
        return EquipmentUse(
            entity: entity, count: fields.count(), role: try fields.choice("role"), owner: try names.entity(fields.optionalNumber("owner")),
            words: try spans.optionalPassage(fields))
    }

    private func link(_ fields: Fields) throws -> AttributionID {
        guard let id = attributions[try fields.number("attribution")] else { throw fields.problem("attribution") }
        return id
    }

    private func finding(_ fields: Fields) throws -> Finding {
        Finding(
            try fields.text("field"), rule: Rule(try fields.text("rule")), words: try spans.optionalPassage(fields),
            isElsewhere: try fields.number("is_elsewhere") == 1)
    }

    /// The rows of a claim's side table, by claim, in order.
    private func byClaim(_ table: String, _ report: Int) throws -> [Int: [Fields]] {
        let select = try db.cachedStatement(
            sql: "SELECT * FROM \(table) WHERE claim IN (SELECT number FROM claim WHERE report = ?) ORDER BY claim, position")
        var found: [Int: [Fields]] = [:]
        for row in try Row.fetchAll(select, arguments: [report]) {
            let fields = Fields(row, of: table)
            found[try fields.number("claim"), default: []].append(fields)
        }
        return found
    }
}
