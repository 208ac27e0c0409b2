import GRDB
import SaysoCore
import SaysoLedger

/// Full-text search over the two word tables.
struct FindReader {
    let db: Database

    func find(_ query: FindQuery, limit: Int) throws -> [FindHit] {
        guard !query.terms.isEmpty, limit > 0 else { return [] }
        let pattern = query.terms.map { term in "\"" + term.words.joined(separator: " ") + "\"" + (term.isPrefix ? " *" : "") }
            .joined(separator: " AND ")
        let reports = try Row.fetchAll(
            db.cachedStatement(sql: "SELECT rowid, rank FROM report_words WHERE report_words MATCH ? ORDER BY rank, rowid DESC LIMIT ?"),
            arguments: [pattern, limit])
        let claims = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT claim.number, claim.id, claim.report, hit.rank FROM claim_words AS hit JOIN claim ON claim.number = hit.rowid
                    WHERE claim_words MATCH ? ORDER BY hit.rank, hit.rowid DESC LIMIT ?
                    """),
            arguments: [pattern, limit])
        // Ranks of two tables cannot be compared: each report stands before its claims, the best report first, then claims whose report
        // does not hold all of the words itself (a party's other name, say).
        var hits: [FindHit] = []
        var rest = claims
        for row in reports where hits.count < limit {
            let number: Int = row[0]
            if let hit = try report(number, query) { hits.append(hit) }
            hits += try rest.filter { $0[2] == number }.compactMap { try claim($0, query) }
            rest.removeAll { $0[2] == number }
        }
        for row in rest where hits.count < limit {
            if let hit = try claim(row, query) { hits.append(hit) }
        }
        return Array(hits.prefix(limit))
    }

    private func report(_ number: Int, _ query: FindQuery) throws -> FindHit? {
        guard let entry = try EntryReader(db: db).entry(number: number) else { return nil }
        // A courtesy of 1 MB at most (see `FindQuery.excerpt`), so that a hit in a huge text costs no more than one in a small one.
        let text = try String.fetchOne(
            db.cachedStatement(sql: "SELECT substr(text, 1, 1048576) FROM report WHERE number = ?"), arguments: [number])
        return FindHit(what: .report, entry: entry, excerpt: query.excerpt(of: SourceText(text ?? "")))
    }

    private func claim(_ row: Row, _ query: FindQuery) throws -> FindHit? {
        guard let entry = try EntryReader(db: db).entry(number: row[2]) else { return nil }
        let words = try String.fetchAll(
            db.cachedStatement(sql: "SELECT words FROM claim_span WHERE claim = ? AND part = 'evidence' ORDER BY position"),
            arguments: [row[0] as Int])
        let evidence = words.joined(separator: " … ")
        return FindHit(what: .claim(ClaimID(row[1] as String)), entry: entry, excerpt: query.excerpt(of: SourceText(evidence)))
    }
}
