import SaysoCore
import Testing

@testable import SaysoText

@Suite struct PlaceFinderTests {
    let finder: PlaceFinder
    init() throws { finder = try PlaceFinder() }

    private func places(_ text: String) -> [(words: String, place: PlaceMention)] {
        let source = SourceText(text)
        return finder.run(Document(Report(id: ReportID("test"), text: source))).places.map { (source.words($0.span), $0) }
    }
    private func place(_ words: String, in text: String) -> PlaceMention? { places(text).first { $0.words == words }?.place }

    @Test(
        "A name means what the report around it means",
        arguments: [
            ("Shelling went on around Tripoli for a third week, Libya's health ministry said.", "Tripoli", "LY"),
            ("Shots were fired in Tripoli's Bab al-Tabbaneh quarter, the Lebanese army said, and in Sidon.", "Tripoli", "LB"),
            ("The grain elevator in Paris, Texas, burnt down.", "Paris", "US"),
            ("The mayor of Paris met her colleagues from Lyon and Marseille.", "Paris", "FR"),
            ("Two men from Athens, Ga., were held.", "Athens", "US"),
        ])
    func resolves(_ text: String, _ words: String, _ country: String) throws {
        #expect(try #require(place(words, in: text)).place.country == country)
    }

    @Test(
        "People, words and firms are no places",
        arguments: [
            ("Michael Jordan said he would retire. Jordan gave no reason.", "Jordan"),
            ("Mr. Lincoln declined to comment.", "Lincoln"),
            ("Paris Hilton wore red.", "Paris"),
            ("Reading is good for you.", "Reading"),
            ("The SWAT team arrived late.", "SWAT"),
            ("They met on Shamrock Street.", "Shamrock"),
            ("BAKU, May 4 (Caspian Herald) - Shells fell overnight.", "Caspian"),
            ("A reporter of the Moscow Times saw two tanks.", "Moscow"),
            ("The bridge is gone, the Deir al-Zour Gazette reported.", "Deir al-Zour"),
            ("It was first told by the Voice of America on Friday.", "America"),
        ])
    func isNone(_ text: String, _ words: String) { #expect(place(words, in: text) == nil) }

    @Test("The report's own outlet is no place, wherever its name stands", arguments: ["Niger Bend", "Niger Bend (sample)"])
    func ownOutlet(_ outlet: String) {
        let source = SourceText("6 April 2022, by our staff, Niger Bend\n\nA Niger Bend reporter met him in Mopti. He fled to Niger.")
        let places = finder.run(Document(Report(id: ReportID("test"), text: source, outlet: outlet))).places
        #expect(places.map { source.words($0.span) } == ["Mopti", "Niger"])
    }

    @Test(
        "A word for outlets takes nothing from a place where it belongs to something else",
        arguments: [
            ("The press office in Tripoli was silent.", "Tripoli"), ("The governor of Homs, Radio Nova said, had fled.", "Homs"),
            ("Homs Press Office staff fled.", "Homs"),
        ])
    func stillAPlace(_ text: String, _ words: String) { #expect(place(words, in: text) != nil) }

    @Test("A word that is also a town is one behind a preposition")
    func reading() throws {
        #expect(try #require(place("Reading", in: "He was born in Reading and lives in Oxford, England.")).place.country == "GB")
    }

    @Test("A name that only another transliteration has is found near its neighbours")
    func spelling() throws {
        let text = "They fought near Kabbasin and Manbij, and around Al-Bab in Aleppo province."
        #expect(try #require(place("Kabbasin", in: text)).place.country == "SY")
    }

    @Test(
        "A village that no gazetteer has is a place without a point",
        arguments: [
            ("Rebels seized the village of Kafr Nuran in Aleppo province.", "Kafr Nuran"),
            ("Mortars hit al-Zurafa district overnight.", "al-Zurafa district"),
            ("They hid in the La Esperanza farm until dawn.", "La Esperanza farm"),
            ("Troops advanced in the Thardal Mountains.", "Thardal Mountains"),
        ])
    func unknown(_ text: String, _ words: String) throws {
        let found = try #require(place(words, in: text))
        #expect(found.place.latitude == nil)
        #expect(found.rule == "place.unknown")
    }

    @Test("What stands for a government is a metonym", arguments: ["Kremlin", "Downing Street", "Elysee Palace"])
    func seats(_ words: String) { #expect(place(words, in: "The \(words) declined to comment.")?.kind == .metonym) }

    @Test("A list of states is no list of towns")
    func states() { #expect(place("Mexico", in: "Officials of Mexico, Japan and Canada met.")?.place.id == "geonames:3996063") }

    @Test(
        "Divisions are taken with their word",
        arguments: [
            ("Warplanes struck three towns in Idlib province on Monday.", "Idlib province", "geonames:169387"),
            ("Flooding closed roads in Laurel County, Ky., overnight.", "Laurel County", "geonames:4297480"),
        ])
    func divisions(_ text: String, _ words: String, _ id: String) throws { #expect(try #require(place(words, in: text)).place.id == id) }

    @Test("A part of a state is an area", arguments: ["eastern Libya", "southern Lebanon", "northern Mali"])
    func areas(_ words: String) throws {
        #expect(try #require(place(words, in: "Fighters regrouped in \(words) last week.")).place.precision == .area)
    }

    @Test("Adjectives and peoples are demonyms")
    func demonyms() throws {
        let text = "Turkish officers trained Libyans near Misrata."
        #expect(place("Turkish", in: text)?.kind == .demonym)
        #expect(place("Libyans", in: text)?.kind == .demonym)
        #expect(place("Misrata", in: text)?.kind == .place)
    }

    @Test("A capital that acts is a metonym, one where something happens is a place")
    func metonyms() {
        #expect(place("Ankara", in: "Ankara said it would send more troops.")?.kind == .metonym)
        #expect(place("Ankara", in: "He arrived in Ankara on Friday.")?.kind == .place)
    }

    @Test("The head of a wire report is a dateline")
    func dateline() {
        #expect(place("BEIRUT", in: "BEIRUT (AP) — Rescuers dug through the night.")?.kind == .dateline)
        #expect(place("BEIRUT", in: "BEIRUT, Aug 5 (Reuters) - Rescuers dug.")?.kind == .dateline)
    }

    @Test("Wire text in capitals works too")
    func capitals() {
        let text = "GUERRILLAS ATTACKED THE TOWN OF CHALATENANGO AND THE ARMY SENT TROOPS FROM SAN SALVADOR."
        #expect(place("SAN SALVADOR", in: text)?.place.country == "SV")
    }

    @Test(
        "Spans slice back, whatever comes",
        arguments: [
            "", " ", "\u{0}", "Paris", "…Paris’s", "Al\u{2011}Watiya", "🇱🇾 Tripoli 🇱🇾", "Sana\u{2019}a.", "يقول Tripoli", "U.S.",
            "U.S.A.-Libya's", "St. St. St.",
            "Tripoli\r\nBenghazi", "e\u{301}lyse\u{301}e", "\u{202E}iloprT", String(repeating: "San ", count: 500),
            String(repeating: "A.", count: 500),
            String(repeating: "Paris, ", count: 500), String(repeating: "'", count: 500),
        ])
    func hostile(_ text: String) {
        for found in places(text) {
            #expect(!found.words.isEmpty)
            #expect(text.contains(found.words))
        }
    }

    @Test("A very long line is read in time that grows with its length only")
    func longLine() {
        let line = String(repeating: "Paris, London, Springfield and Al-Watiya met Mr. Jordan in San Jose ", count: 4_000)
        #expect(places(line).count > 4_000)
    }
}
