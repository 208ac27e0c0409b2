import GRDB
import SaysoCore
import SaysoLedger

/// Nominates reports that may be kin to one; `Kinship` decides. Each kind nominates a bounded number, so that a ledger of millions answers
/// like one of hundreds: a report with more kin than that shows the nearest.
struct RelatedReader {
    private static let nominees = 20
    let db: Database

    func related(to id: ReportID, limit: Int) throws -> [RelatedReport] {
        let reader = ReportReader(db)
        guard limit > 0, let report = try reader.report(id) else { return [] }
        let number = report.entry.number
        var nominees = try copies(of: report) + sameEvents(number) + sameOutlet(number, limit: limit)
        if let day = report.reading.report.published?.day { nominees += try sameActors(number, day) }
        let candidates = try Set(nominees).sorted().compactMap { try reader.report(number: $0) }
        return Kinship(of: report.reading).rank(candidates, limit: limit)
    }

    private func copies(of report: KeptReport) throws -> [Int] {
        let sample = JSON.array(Shingles(report.reading).sample.map(JSON.integer)).text
        return try Int.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT report FROM shingle WHERE hash IN (SELECT value FROM json_each(?)) AND report <> ?
                    GROUP BY report ORDER BY count(*) DESC, report DESC LIMIT ?
                    """),
            arguments: [sample, report.entry.number, Self.nominees])
    }

    private func sameEvents(_ number: Int) throws -> [Int] {
        try Int.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT DISTINCT other.report FROM claim AS own JOIN place AS here ON here.number = own.place
                    JOIN place AS there ON there.identity = here.identity JOIN claim AS other ON other.place = there.number
                    WHERE own.report = ? AND own.time_start = own.time_end AND other.type = own.type AND other.time_start = own.time_start
                      AND other.time_end = own.time_end AND other.report <> own.report
                    ORDER BY other.report DESC LIMIT ?
                    """),
            arguments: [number, Self.nominees])
    }

    private func sameActors(_ number: Int, _ day: Day) throws -> [Int] {
        try Int.fetchAll(
            db.cachedStatement(
                sql: """
                    WITH own AS (
                      SELECT DISTINCT entity.id FROM claim JOIN claim_party ON claim_party.claim = claim.number
                      JOIN entity ON entity.number = claim_party.entity
                      WHERE claim.report = ?1 AND entity.kind NOT IN ('unnamed', 'population'))
                    SELECT report.number FROM report JOIN claim ON claim.report = report.number JOIN claim_party ON claim_party.claim = claim.number
                    JOIN entity ON entity.number = claim_party.entity
                    WHERE report.published BETWEEN ?2 AND ?3 AND report.number <> ?1 AND entity.id IN (SELECT id FROM own)
                    GROUP BY report.number ORDER BY count(DISTINCT entity.id) DESC, report.number DESC LIMIT ?4
                    """),
            arguments: [number, day.adding(days: -7).description, day.adding(days: 7).description, Self.nominees])
    }

    private func sameOutlet(_ number: Int, limit: Int) throws -> [Int] {
        try Int.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT other.number FROM report AS own JOIN report AS other ON other.outlet = own.outlet
                    WHERE own.number = ? AND other.number <> own.number ORDER BY other.number DESC LIMIT ?
                    """),
            arguments: [number, min(limit, Self.nominees)])
    }
}
