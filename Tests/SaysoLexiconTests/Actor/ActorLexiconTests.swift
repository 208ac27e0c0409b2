import SaysoCore
import SaysoLexicon
import Testing

@Suite struct ActorLexiconTests {
    static let lexicon = try! ActorLexicon()

    private func actors(_ name: String) -> [Actor] {
        let units = Self.lexicon.units.units(Folding.fold(name))
        let match = Self.lexicon.matches(.names, units, from: 0, to: units.count).last
        guard let match, match.end == units.count else { return [] }
        return match.values.map { Self.lexicon.actor(Self.lexicon.names[Int($0)].actor) }
    }

    private func state(_ iso3: String) throws -> Int { try #require(Self.lexicon.state(iso3: iso3)) }

    @Test(arguments: [
        ("Houthi rebels", "Ansarullah"), ("Hizbullah", "Hezbollah"), ("al-Qa'ida", "al Qaeda"), ("Muammar Qadhafi", "Moammar Gadhafi"),
        ("the Lord's Resistance Army", "LRA"), ("Provisional IRA", "Irish Republican Army"),
        ("Boko Haram", "Jama'atu Ahlis Sunna Lidda'Awati Wal-Jihad"),
        ("Tamil Tigers", "LTTE"), ("Sendero Luminoso", "Shining Path"), ("M23", "March 23 Movement"), ("Haftar's forces", "LNA"),
        ("U.N.", "United Nations"), ("Mohammed Deif", "Muhammad Deif"), ("Khalifa Hifter", "Khalifa Haftar"),
    ])
    func `names of one party lead to it`(one: String, other: String) {
        let (a, b) = (Set(actors(one).map(\.id)), Set(actors(other).map(\.id)))
        #expect(!a.isDisjoint(with: b), "\(one): \(a), \(other): \(b)")
    }

    @Test(arguments: [
        ("USA", "president", "2020-05-21", "Donald Trump"), ("USA", "president", "1989-11-16", "George H. W. Bush"),
        ("SLV", "president", "1989-11-16", "Alfredo Cristiani"),
        ("TUR", "defence minister", "2020-05-21", "Hulusi Akar"), ("GBR", "prime minister", "1998-02-05", "Tony Blair"),
        ("RUS", "foreign minister", "2014-03-01", "Sergei Lavrov"),
    ])
    func `an office is held by one person on a day`(iso3: String, office: String, day: String, holder: String) throws {
        let lexicon = Self.lexicon
        let body = lexicon.states[try state(iso3)].id
        let ordinal = try #require(Day(iso: day)).ordinal
        #expect(lexicon.holders(of: [office], body: body, on: ordinal).map { lexicon.actor($0).name } == [holder])
    }

    @Test func `a fighter's side is his group, a group's side its state`() throws {
        let haftar = try #require(actors("Khalifa Haftar").first { $0.kind == .person })
        #expect(haftar.side == "sayso:libyan-national-army")
        let wagner = try #require(actors("Wagner Group").first)
        #expect(wagner.side == "wikidata:Q159")
    }

    @Test(arguments: [
        ("ISR", "armed-forces", "Israel Defense Forces", "IDF"), ("KEN", "police", "Kenyan police", "Kenyan National Police"),
        ("BEN", "armed-forces", "Beninese Armed Forces", "Armed Forces of Benin"),
        ("SLV", "armed-forces", "Salvadoran Armed Forces", "Salvadoran army"),
    ])
    func `every state has its bodies, named or by pattern`(iso3: String, concept: String, name: String, alias: String) throws {
        let lexicon = Self.lexicon
        let index = try #require(lexicon.concepts.firstIndex { $0.concept == concept })
        let body = lexicon.body(index, of: try state(iso3))
        #expect(body.name == name)
        #expect(body.aliases.contains(alias), "\(body.aliases)")
        #expect(body.side == lexicon.states[try state(iso3)].id)
    }

    @Test func `an article that was dropped must stand in the text`() throws {
        let units = Self.lexicon.units.units("jazeera")
        let match = try #require(Self.lexicon.matches(.names, units, from: 0, to: units.count).last)
        #expect(match.values.allSatisfy { Self.lexicon.names[Int($0)].needsArticle })
    }

    @Test(arguments: [
        ("Al-Qa'ida", "al qaeda"), ("Izz ad-Din", "izz al-din"), ("U.S.", "us"), ("People's Army", "people s army"), ("defence", "defense"),
    ])
    func `spellings of one name have the same units`(one: String, other: String) {
        #expect(Self.lexicon.units.units(Folding.fold(one)) == Self.lexicon.units.units(other))
    }

    @Test func `loading takes a fraction of a second`() throws {
        let time = try ContinuousClock().measure { _ = try ActorLexicon() }
        #expect(time < .seconds(8))  // debug build on a busy machine; released it is a tenth of a second
    }
}
