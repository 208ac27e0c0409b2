import Foundation
import GRDB
import SaysoCore
import SaysoLedger

/// Writes one report with everything read in it: the inside of one transaction.
struct ReportWriter {
    let db: Database
    let draft: ReportDraft
    private var report: Int64 = 0
    private var names: NameWriter
    private var attributions: [AttributionID: Int64] = [:]

    init(_ db: Database, _ draft: ReportDraft) {
        self.db = db
        self.draft = draft
        names = NameWriter(db: db)
    }

    /// True when the report was new.
    mutating func write() throws -> Bool {
        let reading = draft.reading
        let id = reading.report.id.rawValue
        if try Int.fetchOne(db.cachedStatement(sql: "SELECT 1 FROM report WHERE id = ?"), arguments: [id]) != nil { return false }
        try writeReport(reading.report)
        try writeAttributions(reading.attributions)
        try writeClaims(reading.claims)
        try writeLabels(reading.labels)
        try writeRest(reading)
        try writeSearch()
        try CustodyLog(db: db).append(.report, subject: id, payload: draft.digest, at: draft.time)
        return true
    }

    private mutating func writeReport(_ kept: Report) throws {
        report = try next("report")
        try insert(
            "report",
            "number, id, added, name, outlet, address, title, byline, published, published_evidence, published_words, language, text",
            [
                report, kept.id.rawValue, draft.time.description, draft.original.name, kept.outlet, kept.address, kept.title, kept.byline,
                kept.published?.day.description, kept.published?.evidence.rawValue, kept.published?.words, kept.language, kept.text.string,
            ])
        let packed = draft.packed
        try insert("original", "report, encoding, size, bytes", [report, packed.encoding.rawValue, packed.size, Data(packed.bytes)])
    }

    private mutating func writeAttributions(_ kept: [Attribution]) throws {
        // Numbers are given out before the first row, because an attribution may be nested in a later one.
        let first = try next("attribution")
        for (index, attribution) in kept.enumerated() { attributions[attribution.id] = first + Int64(index) }
        for (index, attribution) in kept.enumerated() {
            let number = first + Int64(index)
            let speaker = try attribution.speaker.map { try names.number(of: $0) }
            try insert(
                "attribution", "number, id, report, kind, nested_in, speaker, stance, rule",
                [
                    number, attribution.id.rawValue, report, attribution.kind.rawValue, attribution.nestedIn.flatMap { attributions[$0] },
                    speaker,
                    attribution.stance?.rawValue, attribution.rule.name,
                ])
            for (part, passages) in [("source", attribution.source), ("cue", attribution.cue), ("content", attribution.content)] {
                try spans("attribution_span", "attribution", number, part, passages)
            }
        }
    }

    private mutating func writeClaims(_ kept: [Claim]) throws {
        let first = try next("claim")
        for (index, claim) in kept.enumerated() {
            let number = first + Int64(index)
            try writeClaim(claim, number)
            try spans("claim_span", "claim", number, "evidence", claim.evidence)
            try spans("claim_span", "claim", number, "condition", claim.condition)
            if let words = claim.event.time?.words { try spans("claim_span", "claim", number, "time", [words]) }
            for (position, id) in claim.chain.enumerated() {
                try insert("claim_chain", "claim, position, attribution", [number, position, attributions[id]])
            }
            for (role, entities) in [("actor", claim.event.actor), ("recipient", claim.event.recipient)] {
                for (position, entity) in entities.enumerated() {
                    try insert("claim_party", "claim, role, position, entity", [number, role, position, names.number(of: entity)])
                }
            }
            try writeCounted(claim.event, number)
            for (position, finding) in claim.findings.enumerated() {
                try insert(
                    "finding", "claim, position, field, rule, is_elsewhere, start, stop, words",
                    [number, position, finding.field, finding.rule.name, finding.isElsewhere ? 1 : 0] + span(finding.words))
            }
            try insert("claim_words", "rowid, words", [number, draft.claimWords[index]])
        }
    }

    private mutating func writeClaim(_ claim: Claim, _ number: Int64) throws {
        let event = claim.event
        var values: [(any DatabaseValueConvertible)?] = [
            number, claim.id.rawValue, report, claim.stance.rawValue, claim.modality.rawValue, event.type.rawValue, event.mode,
            event.context,
        ]
        for place in [event.place, event.origin, event.destination] { values.append(try place.map { try names.number(of: $0) }) }
        values += [event.time?.start?.description, event.time?.end?.description, event.time?.precision.rawValue]
        values.append(try event.control.map { try names.number(of: $0.place) })
        values.append(try event.control?.from.map { try names.number(of: $0) })
        values.append(try event.control?.to.map { try names.number(of: $0) })
        values += [event.count == nil ? 0 : 1, event.count?.low, event.count?.high, event.count?.words]
        try insert(
            "claim",
            "number, id, report, stance, modality, type, mode, context, place, origin, destination, time_start, time_end, time_precision, "
                + "control_place, control_from, control_to, is_counted, low, high, count_words", values)
    }

    private mutating func writeCounted(_ event: Event, _ number: Int64) throws {
        for (position, use) in event.equipment.enumerated() {
            let entity = try names.number(of: use.entity)
            let owner = try use.owner.map { try names.number(of: $0) }
            try insert(
                "claim_equipment", "claim, position, entity, role, owner, low, high, count_words, start, stop, words",
                [number, position, entity, use.role.rawValue, owner, use.count.low, use.count.high, use.count.words] + span(use.words))
        }
        for (position, effect) in event.people.enumerated() {
            try insert(
                "claim_people", "claim, position, role, who, low, high, count_words, start, stop, words",
                [number, position, effect.role, effect.who, effect.count.low, effect.count.high, effect.count.words] + span(effect.words))
        }
    }

    private mutating func writeLabels(_ kept: [Label]) throws {
        let first = try next("label")
        for (index, label) in kept.enumerated() {
            var voice: Int64?
            if case .attribution(let id) = label.voice { voice = attributions[id] }
            let entity = try label.entity.map { try names.number(of: $0) }
            try insert(
                "label", "number, id, report, voice, entity, polarity, rule, start, stop, words",
                [first + Int64(index), label.id.rawValue, report, voice, entity, label.polarity.rawValue, label.rule.name]
                    + span(label.words))
        }
    }

    private func writeRest(_ reading: Reading) throws {
        for (position, residue) in reading.residue.enumerated() {
            try insert(
                "residue", "report, position, kind, rule, start, stop, words",
                [report, position, residue.kind.rawValue, residue.rule.name] + span(residue.passage))
        }
        for (position, diagnostic) in reading.diagnostics.enumerated() {
            let points = diagnostic.span.map(draft.map.codePoints)
            try insert(
                "diagnostic", "report, position, severity, message, start, stop",
                [report, position, diagnostic.severity.rawValue, diagnostic.message, points?.start, points?.end])
        }
    }

    private func writeSearch() throws {
        try insert("report_words", "rowid, title, text", [report, draft.title, draft.text])
        for hash in draft.sample { try insert("shingle", "hash, report", [hash, report]) }
    }

    private func spans(_ table: String, _ owner: String, _ number: Int64, _ part: String, _ passages: [Passage]) throws {
        for (position, passage) in passages.enumerated() {
            try insert(table, "\(owner), part, position, start, stop, words", [number, part, position] + span(passage))
        }
    }

    /// `start, stop, words`, or three nulls.
    private func span(_ passage: Passage?) -> [(any DatabaseValueConvertible)?] {
        guard let passage else { return [nil, nil, nil] }
        let (start, end) = draft.map.codePoints(passage.span)
        return [start, end, passage.words]
    }

    /// The number of the next row. Safe, because a writer is alone (`BEGIN IMMEDIATE`) and nothing is ever deleted.
    private func next(_ table: String) throws -> Int64 {
        try Int64.fetchOne(db.cachedStatement(sql: "SELECT coalesce(max(number), 0) + 1 FROM \(table)")) ?? 1
    }

    private func insert(_ table: String, _ columns: String, _ values: [(any DatabaseValueConvertible)?]) throws {
        try db.insert(table, columns, values)
    }
}

extension Database {
    /// Inserts one row by a statement that is compiled once for each connection.
    func insert(_ table: String, _ columns: String, _ values: [(any DatabaseValueConvertible)?]) throws {
        let marks = repeatElement("?", count: values.count).joined(separator: ", ")
        try cachedStatement(sql: "INSERT INTO \(table) (\(columns)) VALUES (\(marks))").execute(arguments: StatementArguments(values))
    }
}
