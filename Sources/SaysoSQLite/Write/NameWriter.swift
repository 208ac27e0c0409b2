import Foundation
import GRDB
import SaysoCore
import SaysoLedger

/// Keeps entities and places once for each way in which reports describe them.
///
/// A second report that knows another alias gets a row of its own under the same id: what a report said of an entity does not change
/// because of what came later, and the order of arrival does not matter. Count by `id`, not by row.
struct NameWriter {
    let db: Database
    private var entities: [Entity: Int64] = [:]
    private var places: [Place: Int64] = [:]

    init(db: Database) { self.db = db }

    mutating func number(of entity: Entity) throws -> Int64 {
        if let number = entities[entity] { return number }
        let variant = Self.variant([entity.id.rawValue, entity.name, entity.kind.rawValue] + entity.aliases)
        let number = try row("entity", variant) { number in
            try db.insert(
                "entity", "number, id, name, kind, variant", [number, entity.id.rawValue, entity.name, entity.kind.rawValue, variant])
            for (position, alias) in entity.aliases.enumerated() {
                try db.insert("entity_alias", "entity, position, alias", [number, position, alias])
            }
        }
        entities[entity] = number
        return number
    }

    mutating func number(of place: Place) throws -> Int64 {
        if let number = places[place] { return number }
        let variant = Self.variant(
            [
                place.id, place.name, place.latitude.map { "\($0)" }, place.longitude.map { "\($0)" }, place.precision.rawValue,
                place.country,
            ] + place.aliases)
        let number = try row("place", variant) { number in
            try db.insert(
                "place", "number, id, name, latitude, longitude, precision, country, identity, variant",
                [
                    number, place.id, place.name, place.latitude, place.longitude, place.precision.rawValue, place.country, place.key,
                    variant,
                ])
            for (position, alias) in place.aliases.enumerated() {
                try db.insert("place_alias", "place, position, alias", [number, position, alias])
            }
            if let latitude = place.latitude, let longitude = place.longitude {
                try db.insert("place_box", "place, south, north, west, east", [number, latitude, latitude, longitude, longitude])
            }
        }
        places[place] = number
        return number
    }

    private func row(_ table: String, _ variant: Data, insert: (Int64) throws -> Void) throws -> Int64 {
        let find = try db.cachedStatement(sql: "SELECT number FROM \(table) WHERE variant = ?")
        if let number = try Int64.fetchOne(find, arguments: [variant]) { return number }
        let number = try Int64.fetchOne(db.cachedStatement(sql: "SELECT coalesce(max(number), 0) + 1 FROM \(table)")) ?? 1
        try insert(number)
        return number
    }

    /// The first 16 bytes of a SHA-256 over the parts, each with its length before it so that no two lists look alike.
    private static func variant(_ parts: [String?]) -> Data {
        let whole = parts.map { part in part.map { "\($0.utf8.count):\($0)" } ?? "-" }.joined(separator: ",")
        let digits = Array(Digest.sha256(whole).utf8.prefix(32))
        func value(_ digit: UInt8) -> UInt8 { digit < 0x3A ? digit - 0x30 : digit - 0x61 + 10 }
        return Data(stride(from: 0, to: digits.count, by: 2).map { value(digits[$0]) << 4 | value(digits[$0 + 1]) })
    }
}
