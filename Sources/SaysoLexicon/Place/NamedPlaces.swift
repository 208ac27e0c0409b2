import SaysoCore

/// The places that have a table of their own: states, regions, facilities, villages and quarters of wars, and what reports call
/// first-level divisions.
///
/// A name that leads to a place carries how: as its name, as an adjective ("Libyan"), as a people ("Libyans"), as an abbreviation that
/// must stand
/// in capitals ("US", never "us").
struct NamedPlaces: Sendable {
    struct Entry: Sendable {
        let name: String
        let aliases: [String]
        let kind: PlaceKind
        let geonames: Int?
        let wikidata: String?
        let latitude: Double
        let longitude: Double
        /// ISO 3166-1 alpha-2, "" where it lies in none or in several.
        let country: String
        /// The user's own: it goes before everything that bears the name.
        var isAdded = false
    }
    /// What a name says, packed beside the entry's number.
    enum Use: UInt32, Sendable { case name, capitals, adjective, people }

    /// Capitals of states: the state's entry and the folded name.
    private(set) var capitals: [(entry: Int, key: [UInt8])] = []
    /// "kremlin", "downing street": what stands for a government without being its capital → the state's entry.
    private(set) var metonyms: ByteTable

    private(set) var entries: [Entry] = []
    private(set) var names: ByteTable
    /// Abbreviations of states and provinces ("calif", "ca", "nc") → GeoNames ids.
    private(set) var abbreviations: ByteTable
    /// Those that are written with stops between their letters ("N.C.") and so need no comma before them.
    private(set) var dotted: ByteTable
    /// "texan", "californian" → GeoNames ids.
    private(set) var divisionPeople: ByteTable

    static func pack(_ entry: Int, _ use: Use) -> UInt32 { UInt32(entry) << 2 | use.rawValue }
    static func unpack(_ value: UInt32) -> (entry: Int, use: Use) { (Int(value >> 2), Use(rawValue: value & 3) ?? .name) }

    init(
        countries: LexiconTable, regions: LexiconTable, facilities: LexiconTable, localities: LexiconTable, added: LexiconTable?,
        divisions: LexiconTable, folding: PlaceFolding
    ) {
        names = ByteTable(capacity: 8192)
        abbreviations = ByteTable(capacity: 512)
        dotted = ByteTable(capacity: 64)
        metonyms = ByteTable(capacity: 256)
        divisionPeople = ByteTable(capacity: 64)
        // iso2 iso3 wikidata geonames name aliases adjectives people capital metonyms lat lon status
        for row in countries.rows {
            let entry = Entry(
                name: row[4], aliases: row.list(5), kind: row[12] == "ended" ? .endedState : .country,
                geonames: row.number(3).map { Int($0) },
                wikidata: row.text(2), latitude: row.number(10) ?? 0, longitude: row.number(11) ?? 0, country: row[0])
            if entry.kind == .country, !entry.country.isEmpty {
                for capital in row.list(8) { capitals.append((entries.count, folding.key(capital))) }
                for metonym in row.list(9) { metonyms.add(UInt32(entries.count), for: folding.key(metonym)) }
            }
            add(entry, adjectives: row.list(6), people: row.list(7), folding)
        }
        // name aliases adjectives kind lat lon country geonames wikidata
        for row in regions.rows {
            let kind: PlaceKind =
                switch row[3] {
                case "continent": .continent
                case "region": .region
                default: .nature
                }
            let entry = Entry(
                name: row[0], aliases: row.list(1), kind: kind, geonames: row.number(7).map { Int($0) }, wikidata: row.text(8),
                latitude: row.number(4) ?? 0, longitude: row.number(5) ?? 0, country: row[6])
            add(entry, adjectives: row.list(2), people: row.list(2).map { $0.hasSuffix("n") || $0.hasSuffix("i") ? $0 + "s" : $0 }, folding)
        }
        // name aliases kind lat lon country wikidata
        for row in facilities.rows {
            let entry = Entry(
                name: row[0], aliases: row.list(1), kind: .facility, geonames: nil, wikidata: row.text(6),
                latitude: row.number(3) ?? 0, longitude: row.number(4) ?? 0, country: row[5])
            add(entry, adjectives: [], people: [], folding)
        }
        // name aliases kind lat lon country geonames wikidata
        for (row, isAdded) in localities.rows.map({ ($0, false) }) + (added?.rows ?? []).map({ ($0, true) }) {
            let kind: PlaceKind =
                switch row[2] {
                case "town", "village", "quarter", "port": .city
                case "area", "district": .region
                case "valley", "mountain": .nature
                default: .facility
                }
            let entry = Entry(
                name: row[0], aliases: row.list(1), kind: kind, geonames: row.number(6).map { Int($0) }, wikidata: row.text(7),
                latitude: row.number(3) ?? 0, longitude: row.number(4) ?? 0, country: row[5], isAdded: isAdded)
            add(entry, adjectives: [], people: [], folding)
        }
        // geonames country name aliases abbreviations people
        for row in divisions.rows {
            guard let id = row.number(0) else { continue }
            for short in row.list(4) {
                abbreviations.add(UInt32(id), for: folding.key(short))
                if short.utf8.count == 4, short.utf8.filter({ $0 == 0x2E }).count == 2 { dotted.add(UInt32(id), for: folding.key(short)) }
            }
            for people in row.list(5) {
                divisionPeople.add(UInt32(id), for: folding.key(people))
                divisionPeople.add(UInt32(id), for: folding.key(people + "s"))
            }
        }
    }

    private mutating func add(_ entry: Entry, adjectives: [String], people: [String], _ folding: PlaceFolding) {
        let number = entries.count
        entries.append(entry)
        for name in [entry.name] + entry.aliases {
            let letters = name.utf8.filter { $0 != 0x2E && $0 != 0x20 }
            let isShort = letters.count <= 5 && letters.allSatisfy { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) }
            names.add(Self.pack(number, isShort ? .capitals : .name), for: folding.key(name))
        }
        // "West Bank settlers": a name that serves as its own adjective stays a name.
        let own = Set([entry.name] + entry.aliases)
        let adjectives = adjectives.filter { !own.contains($0) }
        let people = people.filter { !own.contains($0) }
        for adjective in adjectives { names.add(Self.pack(number, .adjective), for: folding.key(adjective)) }
        for person in people where !adjectives.contains(person) { names.add(Self.pack(number, .people), for: folding.key(person)) }
    }
}
