import Foundation
import SaysoLexicon

/// The places that a user has added: a village that no gazetteer knows, a base by its name in these reports.
///
/// A file of tab-separated values in the columns of `shared/localities.tsv`, to be edited by hand as well. What stands there goes before
/// everything else that bears the name.
public struct OwnPlaces: Sendable {
    public struct Place: Hashable, Sendable {
        public let name: String
        public let aliases: [String]
        /// One of ``OwnPlaces/kinds``.
        public let kind: String
        public let latitude: Double
        public let longitude: Double
        /// ISO 3166-1 alpha-2; "" where it lies in no state.
        public let country: String

        public init(name: String, aliases: [String] = [], kind: String, latitude: Double, longitude: Double, country: String) {
            self.name = name
            self.aliases = aliases
            self.kind = kind
            self.latitude = latitude
            self.longitude = longitude
            self.country = country
        }
    }

    public enum Problem: Error, Equatable, CustomStringConvertible {
        case unfit(String)
        case unreadable(path: String, reason: String)
        case unwritable(path: String, reason: String)

        public var description: String {
            switch self {
            case .unfit(let reason): reason
            case .unreadable(let path, let reason): "your places (\(path)) cannot be read: \(reason)"
            case .unwritable(let path, let reason): "your places (\(path)) cannot be written: \(reason)"
            }
        }
    }

    public static let kinds = ["town", "village", "quarter", "port", "area", "district", "valley", "mountain", "base", "camp", "crossing", "site"]

    public let path: String

    public init(path: String) { self.path = path }

    /// The lexicon table; nil where the user has added nothing.
    func table() throws -> LexiconTable? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        do { return try LexiconTable(path: path, bytes: Array(Data(contentsOf: URL(filePath: path)))) } catch {
            throw Problem.unreadable(path: path, reason: "\(error)")
        }
    }

    public func all() throws -> [Place] {
        try table()?.rows.map { row in
            Place(
                name: row[0], aliases: row.list(1), kind: row[2], latitude: row.number(3) ?? 0, longitude: row.number(4) ?? 0, country: row[5])
        } ?? []
    }

    /// Adds a place; one of the same name and state is replaced.
    public func add(_ place: Place) throws {
        if let objection = Self.objection(to: place) { throw Problem.unfit(objection) }
        try write(all().filter { $0.name != place.name || $0.country != place.country } + [place])
    }

    /// Removes all places of this name; how many there were.
    public func remove(_ name: String) throws -> Int {
        let before = try all()
        let after = before.filter { $0.name != name }
        if after.count < before.count { try write(after) }
        return before.count - after.count
    }

    private static func objection(to place: Place) -> String? {
        for name in [place.name] + place.aliases {
            if name.allSatisfy(\.isWhitespace) { return "a place needs a name" }
            if name.count > 200 || name.contains(where: { $0 == "\t" || $0 == "|" || $0.isNewline }) {
                return "a name has up to 200 characters, no tab, line end or “|”"
            }
        }
        if !kinds.contains(place.kind) { return "“\(place.kind)” is no kind of place: \(kinds.joined(separator: ", "))" }
        guard (-90...90).contains(place.latitude), (-180...180).contains(place.longitude) else {
            return "latitude goes from -90 to 90, longitude from -180 to 180, in decimal degrees (latitude first)"
        }
        let isCode = place.country.isEmpty || place.country.count == 2 && place.country.allSatisfy { $0.isASCII && $0.isUppercase }
        return isCode ? nil : "a state has two capital letters (ISO 3166: LY, SY, UA)"
    }

    private func write(_ places: [Place]) throws {
        let header = """
            # title: Places added by the user
            # source: the user
            # licence: the user's own
            # date: -
            # known problems: -
            # columns: name\taliases\tkind\tlat\tlon\tcountry\tgeonames\twikidata

            """
        let rows = places.map { "\($0.name)\t\($0.aliases.joined(separator: "|"))\t\($0.kind)\t\($0.latitude)\t\($0.longitude)\t\($0.country)\t\t\n" }
        do {
            try FileManager.default.createDirectory(at: URL(filePath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data((header + rows.joined()).utf8).write(to: URL(filePath: path), options: .atomic)
        } catch { throw Problem.unwritable(path: path, reason: "\(error.localizedDescription)") }
    }
}
