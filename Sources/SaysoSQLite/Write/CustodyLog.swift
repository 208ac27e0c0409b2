import GRDB
import SaysoCore
import SaysoLedger

/// The custody table: reading its end, adding to it.
struct CustodyLog {
    let db: Database

    func append(_ kind: CustodyEntry.Kind, subject: String, payload: String, at time: Moment) throws {
        let entry = CustodyEntry(after: try head(), at: time, kind: kind, subject: subject, payload: payload)
        try db.insert(
            "custody", "number, at, kind, subject, payload, previous, hash",
            [entry.number, entry.at.description, entry.kind.rawValue, entry.subject, entry.payload, entry.previous, entry.hash])
    }

    func head() throws -> CustodyEntry? {
        try Row.fetchOne(db.cachedStatement(sql: "SELECT * FROM custody ORDER BY number DESC LIMIT 1")).map(Self.entry)
    }

    static func entry(_ row: Row) throws -> CustodyEntry {
        let fields = Fields(row, of: "custody")
        return CustodyEntry(
            number: try fields.number("number"), at: try fields.moment("at"), kind: try fields.choice("kind"),
            subject: try fields.text("subject"),
            payload: try fields.text("payload"), previous: try fields.text("previous"), hash: try fields.text("hash"))
    }
}
