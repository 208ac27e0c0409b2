import Sayso
import SaysoCore
import Testing

/// Rows of event data sets, as the scorers ask for them.
@Suite struct EventLayerTests {
    private func events(_ layer: any AnnotationLayer.Type, _ row: JSON) throws -> [JSON] {
        let line = try layer.init(reader: Samples.reader).annotate(ExchangeRow(Array(row.text.utf8)))
        return try #require(try JSON(parsing: line)["events"]?.array)
    }

    private func row(_ text: String, date: String? = nil) -> JSON {
        .members(["id": "a", "text": .string(text), "date": date.map(JSON.string)])
    }

    private func pairType(_ marked: String) throws -> String? {
        let row = JSON.members(["id": "a", "text": "", "pairs": .array([.members(["marked": .string(marked)])])])
        return try events(EventsPloverLayer.self, row).first?["type"]?.string
    }

    // MARK: PLOVER

    @Test(arguments: [
        ("<s>Norway</s> has offered <t>Chad</t> a loan for new wells.", "AGREE"),
        ("<s>Norway</s> gave <t>Chad</t> a loan for new wells.", "AID"),
        ("<s>The minister</s> refused to meet <t>the strikers</t>.", "REJECT"),
        ("<s>Peru</s> said it would withdraw its troops from <t>Ecuador</t>.", "AGREE"),
        ("<s>Peru</s> says <t>Ecuador</t> must free the fishermen.", "REQUEST"),
        ("<s>Police</s> arrested <t>two editors</t> on Friday.", "COERCE"),
        ("<t>Two editors</t> were arrested by <s>police</s> on Friday.", "COERCE"),
        ("<s>Rebels</s> launched an assault on <t>the garrison</t>.", "ASSAULT"),
        ("<s>Chile</s> lifted the ban on <t>opposition parties</t>.", "YIELD"),
        ("<s>The union</s> threatened to strike against <t>the railway</t>.", "THREATEN"),
    ])
    func `a pair has the type of what the one does to the other`(marked: String, type: String) throws {
        #expect(try pairType(marked) == type)
    }

    @Test(arguments: ["", "<s></s>", "<s>Chad", "</t><t>", "<s>Chad</s> and <t>Mali</t>", "<x>Chad</x> <", "<s>\u{0}</s> ran."])
    func `a pair always has an answer`(marked: String) throws {
        #expect(try pairType(marked) != nil)
    }

    @Test func `an event is told in the sentence's own words`() throws {
        let event = try #require(try events(EventsPloverLayer.self, row("The Kenyan government condemned the rebels on Monday.")).first)
        #expect(event["type"]?.string == "ACCUSE")
        #expect(event["actor"]?.array?.first?["text"]?.string == "Kenyan government")
        #expect(event["recipient"]?.array?.first?["text"]?.string == "rebels")
    }

    @Test(arguments: [
        ("The council on Tuesday rejected the Swedish plan.", "council", "Swedish"),
        ("A group of Kenyan farmers on Monday denounced the police.", "Kenyan farmers", "police"),
        ("Ghana and Togo signed a treaty on Friday.", "Ghana", nil),
    ])
    func `parties are found around days, counts and groups`(text: String, actor: String, recipient: String?) throws {
        let event = try #require(try events(EventsPloverLayer.self, row(text)).first)
        #expect(event["actor"]?.array?.first?["text"]?.string == actor)
        #expect(event["recipient"]?.array?.first?["text"]?.string == recipient)
    }

    @Test(arguments: ReaderTests.hostile) func `hostile text is coded without a trap`(text: String) throws {
        for layer in [EventsPloverLayer.self, EventsCameoLayer.self, EventsMUC4Layer.self, EventsLabelsLayer.self]
            as [any AnnotationLayer.Type]
        {
            _ = try events(layer, row(text))
        }
        #expect(try pairType("<s>\(text)</s> met <t>\(text)</t>") != nil)
    }

    // MARK: CAMEO

    @Test func `parties have the codes of their country and role`() throws {
        let event = try #require(try events(EventsCameoLayer.self, row("Kenyan police arrested a Ugandan student on Monday.")).first)
        #expect(event["actor"]?.string == "KENCOP")
        #expect(event["recipient"]?.string == "UGAEDU")
        #expect(event["cameo"]?.string?.hasPrefix("17") == true)
    }

    // MARK: MUC-4

    @Test func `a bombing has its weapon, its target and its victims, upper case or not`() throws {
        let text = "LIMA, 3 MAY 90 -- GUERRILLAS BOMBED A BANK LAST NIGHT. THE BOMB KILLED TWO GUARDS."
        let incidents = try events(EventsMUC4Layer.self, row(text, date: "1990-05-03"))
        let bombing = try #require(incidents.first { $0["type"]?.string == "BOMBING" })
        #expect(bombing["target"]?.array?.first?["mentions"]?.array?.first?.string == "BANK")
        #expect(bombing["perp_ind"]?.array?.first?["mentions"]?.array?.first?.string == "GUERRILLAS")
    }

    @Test func `what did not happen is no incident`() throws {
        #expect(try events(EventsMUC4Layer.self, row("The guerrillas did not attack the village.")).isEmpty)
    }

    @Test func `who claims responsibility is the organisation behind the attack before it, and says so himself`() throws {
        let text = "LIMA, 3 MAY 90 -- A BOMB DESTROYED A BANK YESTERDAY. THE SHINING PATH CLAIMED RESPONSIBILITY FOR THE ATTACK."
        let bombing = try #require(try events(EventsMUC4Layer.self, row(text, date: "1990-05-03")).first)
        let organisation = try #require(bombing["perp_org"]?.array?.first)
        #expect(organisation["mentions"]?.array?.first?.string == "SHINING PATH")
        #expect(organisation["confidence"]?.array?.first?.string == "CLAIMED OR ADMITTED")
    }

    @Test func `a victim is called by his name, without titles`() throws {
        let text = "BOGOTA, 3 MAY 90 -- JUDGE CARLOS PEREZ RUIZ WAS MURDERED YESTERDAY IN CALI BY TWO GUNMEN."
        let attack = try #require(try events(EventsMUC4Layer.self, row(text, date: "1990-05-03")).first)
        #expect(attack["victim"]?.array?.first?["name"]?.array?.first?.string == "CARLOS PEREZ RUIZ")
        #expect(attack["perp_ind"]?.array?.first?["mentions"]?.array?.first?.string == "GUNMEN")
    }

    @Test func `an attack in a state that the codebook leaves out makes no template`() throws {
        #expect(
            try events(EventsMUC4Layer.self, row("OSLO, 3 MAY 90 -- TERRORISTS BOMBED A BANK IN OSLO, NORWAY.", date: "1990-05-03")).isEmpty
        )
    }

    // MARK: Labels

    @Test(arguments: [
        ("A suicide bomber killed five people at a market.", "Suicide bomb"),
        ("Police fired tear gas to disperse students.", "Protest with intervention"),
        ("Militants attacked an army outpost on Friday.", "Armed clash"), ("Gunmen attacked a village chief on Friday.", "Attack"),
        ("Rebels and soldiers clashed near the river.", "Armed clash"), ("Gunmen kidnapped a doctor.", "Abduction/forced disappearance"),
    ])
    func `a text has ACLED's name for what it tells`(text: String, subtype: String) throws {
        #expect(try events(EventsLabelsLayer.self, row(text)).first?["subtype"]?.string == subtype)
    }
}
