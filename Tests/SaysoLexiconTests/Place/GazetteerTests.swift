import SaysoCore
import Testing

@testable import SaysoLexicon

@Suite struct GazetteerTests {
    let gazetteer: Gazetteer
    init() throws { gazetteer = try Gazetteer.load() }

    private func countries(_ name: String) -> Set<String> { Set(gazetteer.candidates(name).compactMap { gazetteer.country($0.number) }) }

    @Test(
        "A name leads to its places",
        arguments: [
            ("Zintan", "LY"), ("Deir al-Zour", "SY"), ("Deir ez-Zor", "SY"), ("Sana'a", "YE"), ("Ndjamena", "TD"), ("N'Djamena", "TD"),
            ("São Paulo", "BR"), ("SAO PAULO", "BR"), ("Zaporizhzhia", "UA"), ("San Salvador", "SV"), ("Cabo Delgado", "MZ"),
            ("Al-Watiya airbase", "LY"),
        ])
    func leads(_ name: String, _ country: String) { #expect(countries(name).contains(country)) }

    @Test("Namesakes are all there")
    func namesakes() { #expect(countries("Tripoli").isSuperset(of: ["LY", "LB", "GR"])) }

    @Test("An abbreviation must stand in capitals")
    func capitals() {
        #expect(countries("US") == ["US"])
        #expect(!countries("us").contains("US"))
    }

    @Test("A place knows where it lies")
    func holders() throws {
        let texan = try #require(
            gazetteer.candidates("Paris").first { $0.isOwnName && gazetteer.division($0.number).map(gazetteer.name) == "Texas" })
        let point = try #require(gazetteer.point(texan.number))
        #expect(gazetteer.country(texan.number) == "US")
        #expect(abs(point.latitude - 33.66) < 0.02)
        #expect(abs(point.longitude + 95.56) < 0.02)
        #expect(gazetteer.geonames(texan.number) == 4_717_560)
    }

    @Test(
        "Adjectives and peoples lead to their state",
        arguments: [("Libyan", "Libya", false), ("Turks", "Turkey", true), ("Kurdish", "Kurdistan", false)])
    func demonyms(_ word: String, _ state: String, _ isPeople: Bool) throws {
        let demonym = try #require(gazetteer.demonym(key: gazetteer.folding.key(word)[...]))
        #expect(gazetteer.name(demonym.number) == state)
        #expect(demonym.isPeople == isPeople)
    }

    @Test(
        "States are known by their abbreviations", arguments: [("Calif.", "California"), ("N.C.", "North Carolina"), ("Ont.", "Ontario")])
    func abbreviations(_ words: String, _ name: String) throws {
        let division = try #require(gazetteer.divisions(abbreviated: gazetteer.folding.key(words)[...]).first)
        #expect(gazetteer.name(division) == name)
    }

    @Test("Every key of the file is found again")
    func everyKey() {
        // The keys of one block in a hundred, unfolded by hand: what a binary search gets wrong it gets wrong at the edges of blocks.
        let file = gazetteer.file
        var at = file.range(.keys).lowerBound
        var key: [UInt8] = []
        for index in 0..<file.keyCount {
            let (shared, rest) = (Int(file.bytes[at]), Int(file.bytes[at + 1]))
            key = Array(key.prefix(shared)) + file.bytes[(at + 2)..<(at + 2 + rest)]
            at += 2 + rest
            if index % 97 == 0 { #expect(file.find(key[...]) == index) }
        }
        #expect(at == file.range(.keys).upperBound)
    }

    @Test("What is no name is not found", arguments: ["", "zzzzzz", "a", "tripolix", "tripoliii", "\u{0}", "\u{7f}"])
    func absent(_ key: String) { #expect(gazetteer.file.find(Array(key.utf8)[...]) == nil) }

    @Test("A file that is none is refused", arguments: [[], [1, 2, 3], [UInt8](repeating: 7, count: 4096)])
    func broken(_ bytes: [UInt8]) { #expect(GazetteerFile(packed: bytes) == nil) }

    @Test("A file that was cut short is refused")
    func cut() throws {
        let whole = try LexiconResource.bytes("shared/gazetteer.bin.z")
        #expect(GazetteerFile(packed: Array(whole.prefix(whole.count / 2))) == nil)
    }
}

@Suite struct PlaceFoldingTests {
    @Test(
        "Spellings of one name have one key",
        arguments: [
            ("Sana’a", "sanaa"), ("Al-Watiya", "al watiya"), ("Şırnak", "sirnak"), ("St. Louis", "st louis"), ("Łódź", "lodz"),
            ("  Tel   Aviv ", "tel aviv"),
            ("Thừa Thiên", "thua thien"), ("U.S.", "us"), ("Straße", "strasse"), ("Ha‘il", "hail"),
        ])
    func keys(_ name: String, _ key: String) throws {
        #expect(String(decoding: try Gazetteer.load().folding.key(name), as: UTF8.self) == key)
    }

    @Test(
        "Broken bytes fold to nothing, and never trap",
        arguments: [[0xC3], [0xE2, 0x80], [0xF0, 0x9F, 0x98], [0xFF, 0xFE], [0x80, 0x61]])
    func broken(_ bytes: [UInt8]) throws {
        var key: [UInt8] = []
        try Gazetteer.load().folding.append(bytes[...], to: &key)
        #expect(key.allSatisfy { $0 < 0x80 })
    }
}
