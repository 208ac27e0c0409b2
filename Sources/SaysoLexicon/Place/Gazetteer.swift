import SaysoCore

/// Names of places → what they may mean: 287,000 places under 650,000 names (`Resources/shared/gazetteer.md`).
///
///     let gazetteer = try Gazetteer.load()
///     gazetteer.candidates("Tripoli")   // in Libya, in Lebanon, in Greece, …
///
/// An immutable value of some 15 MB; copies share it.
public struct Gazetteer: Sendable {
    public enum Problem: Error, Equatable, CustomStringConvertible {
        case unreadable
        public var description: String {
            "the gazetteer (shared/gazetteer.bin.z) cannot be read: is the resource bundle beside the program, and whole?"
        }
    }

    /// Number of a place in this gazetteer; not stable between versions, so never stored.
    public struct Number: Hashable, Sendable {
        let value: UInt32
        init(_ value: UInt32) { self.value = value }
        /// For arrays and for a fixed order.
        public var index: Int { Int(value) }
        /// It has a row in a table of its own, beside the gazetteer's file.
        public var isNamed: Bool { value >> 31 == 1 }
        init(named entry: Int) { value = UInt32(entry) | 1 << 31 }
        /// The index into the tables of states, regions and facilities, nil for a place of the file.
        var named: Int? { value >> 31 == 1 ? Int(value & 0x7FFF_FFFF) : nil }
    }

    /// One place that a name may mean.
    public struct Candidate: Hashable, Sendable {
        public let number: Number
        /// The name is the place's own, not one of its other names.
        public let isOwnName: Bool
    }

    public let folding: PlaceFolding
    let file: GazetteerFile
    let named: NamedPlaces
    private let countryCodes: [String]
    private let countryNumbers: [String: Int]
    private let placeOfGeonames: [Int: Int]
    private let capitals: Set<UInt32>
    /// The box around a state's divisions, by its small number.
    private let extents: [Int: (south: Double, north: Double, west: Double, east: Double)]

    private static let loaded = Result { try Gazetteer(adding: nil) }

    /// The bundled gazetteer, read at the first call (some 100 ms) and shared afterwards.
    ///
    /// - Parameter added: the user's own places, in the columns of `shared/localities.tsv`: they go before everything that bears their names.
    public static func load(adding added: LexiconTable? = nil) throws -> Gazetteer {
        guard let added, !added.rows.isEmpty else { return try loaded.get() }
        return try Gazetteer(adding: added)
    }

    private init(adding added: LexiconTable?) throws {
        guard let file = GazetteerFile(packed: try LexiconResource.bytes("shared/gazetteer.bin.z")) else { throw Problem.unreadable }
        folding = PlaceFolding(folds: file.bytes[file.range(.folds)])
        named = NamedPlaces(
            countries: try LexiconTable(resource: "shared/countries.tsv"), regions: try LexiconTable(resource: "shared/regions.tsv"),
            facilities: try LexiconTable(resource: "shared/facilities.tsv"),
            localities: try LexiconTable(resource: "shared/localities.tsv"), added: added, divisions: try LexiconTable(resource: "shared/admin1.tsv"),
            folding: folding)
        let letters = Array(file.bytes[file.range(.countries)])
        var codes = [""] + stride(from: 0, to: letters.count - 1, by: 2).map { String(decoding: letters[$0...($0 + 1)], as: UTF8.self) }
        for entry in named.entries where !entry.country.isEmpty && !codes.contains(entry.country) { codes.append(entry.country) }
        countryCodes = codes
        countryNumbers = Dictionary(codes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        // Divisions stand first in the file: the only places that are asked for by their GeoNames id.
        var places: [Int: Int] = [:]
        var extents: [Int: (south: Double, north: Double, west: Double, east: Double)] = [:]
        for place in 0..<min(file.placeCount, 65535) where file.column(.kinds, place, width: 1) == 1 {
            places[file.column(.ids, place, width: 4)] = place
            let (latitude, longitude) = (file.column(.latitudes, place, width: 3), file.column(.longitudes, place, width: 3))
            guard latitude > 0, longitude > 0 else { continue }
            let (north, east) = (Double(latitude - 90_001) / 1000, Double(longitude - 180_001) / 1000)
            let box = extents[file.column(.owns, place, width: 1)] ?? (north, north, east, east)
            extents[file.column(.owns, place, width: 1)] = (
                min(box.south, north), max(box.north, north), min(box.west, east), max(box.east, east)
            )
        }
        placeOfGeonames = places
        self.extents = extents
        self.file = file
        capitals = Self.capitals(named, file, countryNumbers)
    }

    /// Of all places in a state that bear its capital's name, the largest.
    private static func capitals(_ named: NamedPlaces, _ file: GazetteerFile, _ countryNumbers: [String: Int]) -> Set<UInt32> {
        var capitals: Set<UInt32> = []
        for capital in named.capitals {
            guard let key = file.find(capital.key[...]), let country = countryNumbers[named.entries[capital.entry].country] else {
                continue
            }
            var best: (place: Int, people: Int)?
            file.postings(key) { place, _ in
                guard file.column(.kinds, place, width: 1) == 0 else { return }
                var (holder, steps) = (place, 0)
                while file.column(.owns, holder, width: 1) == 0, steps < 4 {
                    let parent = file.column(.parents, holder, width: 2)
                    guard parent < min(65535, file.placeCount) else { break }
                    (holder, steps) = (parent, steps + 1)
                }
                let people = file.column(.populations, place, width: 1)
                if file.column(.owns, holder, width: 1) == country, people > best?.people ?? -1 { best = (place, people) }
            }
            if let best { capitals.insert(UInt32(best.place)) }
        }
        return capitals
    }

    // MARK: Names

    /// What the folded `key` may mean as the name of a place. `isUpper`: the words stand in capitals, as abbreviations must.
    public func candidates(key: ArraySlice<UInt8>, isUpper: Bool, limit: Int = 64) -> [Candidate] {
        var found: [Candidate] = []
        for value in named.names[key] ?? [] {
            let (entry, use) = NamedPlaces.unpack(value)
            guard use == .name || use == .capitals && isUpper else { continue }
            if named.entries[entry].isAdded { return [Candidate(number: Number(named: entry), isOwnName: true)] }
            found.append(Candidate(number: Number(named: entry), isOwnName: true))
        }
        if key.count > 2, let name = file.find(key) {
            file.postings(name) { place, isOwn in
                if found.count < limit { found.append(Candidate(number: Number(UInt32(place)), isOwnName: isOwn)) }
            }
        }
        return found
    }

    /// What a name that nobody knows may mean if it is only spelled in another way: "Kabasin" for "Qabbasin".
    public func candidates(softening key: ArraySlice<UInt8>) -> [Candidate] {
        guard let soft = PlaceSoftening.soften(key), let name = file.find(soft[...]) else { return [] }
        var found: [Candidate] = []
        file.postings(name) { place, _ in found.append(Candidate(number: Number(UInt32(place)), isOwnName: false)) }
        return found
    }

    /// What `name` may mean: for tests and for the curious; stages look keys up.
    public func candidates(_ name: String) -> [Candidate] {
        candidates(key: folding.key(name)[...], isUpper: name.utf8.allSatisfy { !(0x61...0x7A).contains($0) })
    }

    /// The place whose adjective ("Libyan") or people ("Libyans", "Texans") the folded `key` names.
    public func demonym(key: ArraySlice<UInt8>) -> (number: Number, isPeople: Bool)? {
        for value in named.names[key] ?? [] {
            let (entry, use) = NamedPlaces.unpack(value)
            if use == .adjective || use == .people { return (Number(named: entry), use == .people) }
        }
        if let id = named.divisionPeople[key]?.first, let place = placeOfGeonames[Int(id)] { return (Number(UInt32(place)), true) }
        return nil
    }

    /// The state whose government the folded `key` stands for: "kremlin", "downing street". Capitals are not among them: see
    /// ``isCapital(_:)``.
    public func metonym(key: ArraySlice<UInt8>) -> Number? { named.metonyms[key]?.first.map { Number(named: Int($0)) } }

    /// The states and provinces that the folded `key` abbreviates: "calif", "ca", "nc", "ont".
    /// `isAlone`: only those that are clear without a place before them, "N.C." but not "La.".
    public func divisions(abbreviated key: ArraySlice<UInt8>, isAlone: Bool = false) -> [Number] {
        ((isAlone ? named.dotted : named.abbreviations)[key] ?? []).compactMap { placeOfGeonames[Int($0)] }.map { Number(UInt32($0)) }
    }
}

extension Gazetteer {
    // MARK: Places

    public func kind(_ number: Number) -> PlaceKind {
        if let entry = number.named { return named.entries[entry].kind }
        return PlaceKind(rawValue: UInt8(file.column(.kinds, Int(number.value), width: 1))) ?? .city
    }

    public func name(_ number: Number) -> String {
        number.named.map { named.entries[$0].name } ?? file.name(Int(number.value))
    }

    public func aliases(_ number: Number) -> [String] { number.named.map { named.entries[$0].aliases } ?? [] }

    public func geonames(_ number: Number) -> Int? {
        if let entry = number.named { return named.entries[entry].geonames }
        return file.column(.ids, Int(number.value), width: 4)
    }

    public func wikidata(_ number: Number) -> String? { number.named.flatMap { named.entries[$0].wikidata } }

    /// Degrees north and east; nil where none is known.
    public func point(_ number: Number) -> (latitude: Double, longitude: Double)? {
        if let entry = number.named { return (named.entries[entry].latitude, named.entries[entry].longitude) }
        let latitude = file.column(.latitudes, Int(number.value), width: 3)
        let longitude = file.column(.longitudes, Int(number.value), width: 3)
        guard latitude > 0, longitude > 0 else { return nil }
        return (Double(latitude - 90_001) / 1000, Double(longitude - 180_001) / 1000)
    }

    /// To 7 %; of a division the sum of its places; 0 where unknown.
    public func logPopulation(_ number: Number) -> Double {
        guard number.named == nil else { return 0 }
        let step = file.column(.populations, Int(number.value), width: 1)
        return step == 0 ? 0 : Double(step - 1) * 0.07
    }

    /// The division or subdivision in which it lies.
    public func parent(_ number: Number) -> Number? {
        guard number.named == nil else { return nil }
        let parent = file.column(.parents, Int(number.value), width: 2)
        return parent == 65535 || parent >= file.placeCount ? nil : Number(UInt32(parent))
    }

    /// The first-level division in which it lies, itself if it is one.
    public func division(_ number: Number) -> Number? {
        var at: Number? = number
        for _ in 0..<4 {
            guard let here = at else { return nil }
            if kind(here) == .division { return here }
            at = parent(here)
        }
        return nil
    }

    /// A small number for the state in which it lies; 0 for none.
    public func countryNumber(_ number: Number) -> Int {
        if let entry = number.named { return countryNumbers[named.entries[entry].country] ?? 0 }
        var at: Number? = number
        for _ in 0..<4 {
            guard let here = at else { return 0 }
            let own = file.column(.owns, Int(here.value), width: 1)
            if own != 0 { return own < countryCodes.count ? own : 0 }
            at = parent(here)
        }
        return 0
    }

    /// About the middle of a part of a state, "eastern Libya": a quarter of the way from its middle to its edge and beyond. Nil where
    /// its extent is unknown.
    /// - Parameters: north, east: -1, 0 or 1.
    public func middle(ofPart number: Number, north: Int, east: Int) -> (latitude: Double, longitude: Double)? {
        guard kind(number) == .country, let extent = extents[countryNumber(number)] else { return nil }
        let (height, width) = (extent.north - extent.south, extent.east - extent.west)
        // Over the date line a box says nothing.
        guard width < 90 else { return nil }
        return (
            (extent.south + extent.north) / 2 + Double(north) * height * 0.3, (extent.west + extent.east) / 2 + Double(east) * width * 0.3
        )
    }

    /// A state's seat of government.
    public func isCapital(_ number: Number) -> Bool { capitals.contains(number.value) }

    /// The state with this ISO 3166-1 alpha-2 code.
    public func state(_ iso: String) -> Number? {
        named.entries.firstIndex { $0.kind == .country && $0.country == iso }.map { Number(named: $0) }
    }

    /// ISO 3166-1 alpha-2.
    public func country(_ number: Number) -> String? {
        let code = countryCodes[countryNumber(number)]
        return code.isEmpty ? nil : code
    }

    /// How many small numbers of states there are.
    public var countryCount: Int { countryCodes.count }
}
