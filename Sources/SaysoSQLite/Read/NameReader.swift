import GRDB
import SaysoCore
import SaysoLedger

/// Entities and places by row number, each read once for one report.
final class NameReader {
    private let db: Database
    private var entities: [Int: Entity] = [:]
    private var places: [Int: Place] = [:]

    init(_ db: Database) { self.db = db }

    func entity(_ number: Int?) throws -> Entity? {
        guard let number else { return nil }
        if let entity = entities[number] { return entity }
        let select = try db.cachedStatement(sql: "SELECT id, name, kind FROM entity WHERE number = ?")
        guard let row = try Row.fetchOne(select, arguments: [number]) else { throw Fields.Problem(table: "entity", column: "number") }
        let fields = Fields(row, of: "entity")
        let entity = Entity(
            id: EntityID(try fields.text("id")), name: try fields.text("name"), aliases: try aliases("entity", number),
            kind: try fields.choice("kind"))
        entities[number] = entity
        return entity
    }

    func place(_ number: Int?) throws -> Place? {
        guard let number else { return nil }
        if let place = places[number] { return place }
        let select = try db.cachedStatement(sql: "SELECT id, name, latitude, longitude, precision, country FROM place WHERE number = ?")
        guard let row = try Row.fetchOne(select, arguments: [number]) else { throw Fields.Problem(table: "place", column: "number") }
        let fields = Fields(row, of: "place")
        let place = Place(
            name: try fields.text("name"), aliases: try aliases("place", number), id: fields.optionalText("id"),
            latitude: fields.optionalReal("latitude"), longitude: fields.optionalReal("longitude"),
            precision: try fields.choice("precision"),
            country: fields.optionalText("country"))
        places[number] = place
        return place
    }

    private func aliases(_ table: String, _ number: Int) throws -> [String] {
        try String.fetchAll(
            db.cachedStatement(sql: "SELECT alias FROM \(table)_alias WHERE \(table) = ? ORDER BY position"), arguments: [number])
    }
}
