import SaysoCore
import SaysoLexicon
import SaysoText
import Testing

@Suite struct MentionFinderTests {
    static let finder = MentionFinder(lexicon: try! ActorLexicon())

    private func read(_ text: String, on day: String? = nil) -> Document {
        let publication = day.flatMap { words in Day(iso: words).map { Publication(day: $0, evidence: .given, words: words) } }
        let report = Report(id: ReportID("test"), text: SourceText(text), published: publication)
        let segmented = SentenceSplitter(words: Sample.words).run(Tokenizer(words: Sample.words).run(Document(report)))
        return Self.finder.run(Chunker().run(Sample.tagger.run(segmented)))
    }

    /// What the words stand for, at their last occurrence.
    private func entity(_ words: String, in document: Document) -> Entity? {
        document.mentions.last { document.text.words($0.span) == words }.map { document.entities[$0.entity] }
    }

    private func side(_ words: String, in document: Document) -> String? {
        document.mentions.last { document.text.words($0.span) == words }?.side.map { document.entities[$0].name }
    }

    @Test(arguments: [
        ("Turkish forces shelled the town.", "Turkish forces", "Turkish Armed Forces"),
        ("The armed forces of Ukraine withdrew.", "armed forces of Ukraine", "Armed Forces of Ukraine"),
        ("Kenya's foreign ministry condemned the attack.", "Kenya's foreign ministry", "Ministry of Foreign Affairs of Kenya"),
        ("Fighters of the Lord's Resistance Army fled.", "Lord's Resistance Army", "Lord's Resistance Army"),
        ("The Libyan Government of National Accord denied it.", "Libyan Government of National Accord", "Government of National Accord"),
        ("Ankara said it would respond.", "Ankara", "Turkey"),
        ("Boko Haram gunmen attacked a village.", "Boko Haram gunmen", "Boko Haram"),
        ("SALVADORAN ARMY TROOPS BOMBED THE HILL.", "SALVADORAN ARMY TROOPS", "Salvadoran Armed Forces"),
        ("Police in Kenya arrested two men.", "Police in Kenya", "Kenyan police"),
        ("The U.S. embassy in Nairobi was attacked.", "U.S. embassy", "U.S. embassy in Nairobi"),
    ])
    func `bodies of states and groups are found under any of their names`(text: String, words: String, name: String) {
        let document = read(text)
        #expect(entity(words, in: document)?.name == name, "\(document.mentions.map { document.text.words($0.span) })")
    }

    @Test func `an office links a person to a government`() {
        let document = read("In Libya, GNA Interior Minister Fathi Bashagha said his forces had advanced.", on: "2020-05-21")
        #expect(entity("GNA Interior Minister Fathi Bashagha", in: document)?.name == "Fathi Bashagha")
        #expect(side("GNA Interior Minister Fathi Bashagha", in: document) == "Government of National Accord")
    }

    @Test(arguments: [("1989-12-20", "George H. W. Bush"), ("2003-03-20", "George W. Bush")])
    func `the day tells namesakes in office apart`(day: String, name: String) {
        let document = read("U.S. President Bush ordered the invasion.", on: day)
        #expect(entity("U.S. President Bush", in: document)?.name == name)
    }

    @Test(arguments: [
        ("Khalifa Haftar's militias withdrew.", "Khalifa Haftar's militias", "Libyan National Army"),
        ("Bashar al-Assad spoke in Syria. Assad's forces took the town.", "Assad's forces", "Syrian Army"),
        ("Haftar spoke in Libya. Khalifa Haftar and his militias withdrew.", "militias", "Libyan National Army"),
    ])
    func `a leader's men are his side`(text: String, words: String, name: String) {
        let document = read(text, on: "2019-06-01")
        #expect(entity(words, in: document)?.name == name, "\(document.mentions.map { document.text.words($0.span) })")
    }

    @Test func `an unnamed body is that of the scene`() {
        let document = read("LIMA – A bomb went off in Peru on Monday. Police arrested two men, and the army closed the road.")
        #expect(entity("Police", in: document)?.name == "Peruvian National Police")
        #expect(entity("the army", in: document)?.name == "Peruvian Armed Forces")
    }

    @Test func `the rebels are those whom the report named`() {
        let document = read("The FMLN attacked a bridge in El Salvador. The rebels then fled.")
        #expect(entity("The rebels", in: document)?.name == "Farabundo Martí National Liberation Front")
    }

    @Test func `a surname and a pronoun look back to the name`() {
        let document = read("Maria Lopez, a spokeswoman for the miners, spoke first. She was calm. Lopez said the strike would go on.")
        #expect(entity("Maria Lopez", in: document)?.kind == .person)
        #expect(entity("She", in: document)?.name == "Maria Lopez")
        #expect(entity("Lopez", in: document)?.name == "Maria Lopez")
    }

    @Test func `an abbreviation in brackets is the long name's`() {
        let document = read("The Free Valley Movement (FVM) met on Friday. The FVM wants talks.")
        #expect(entity("FVM", in: document)?.name == "Free Valley Movement")
    }

    @Test func `the spokesman is the one named behind his post`() {
        let document = read("The spokesman of the Turkish Foreign Ministry, Hami Aksoy, said no.", on: "2020-05-21")
        #expect(entity("The spokesman", in: document)?.name == "Hami Aksoy")
    }

    @Test(arguments: ["The jets were Russian-made.", "A Turkish-backed group met."])
    func `a participle with a state in it names nobody`(text: String) {
        let document = read(text)
        #expect(!document.mentions.contains { ["Russia", "Turkey"].contains(document.entities[$0.entity].name) })
    }

    @Test func `an alias names one entity only`() {
        let document = read(
            "The Syrian army and the Turkish army met Kurdish fighters near Manbij in Syria. The army said the fighters had fired at soldiers."
        )
        var owners: [String: Int] = [:]
        for (number, entity) in document.entities.enumerated() {
            for name in [entity.name] + entity.aliases {
                let key = Folding.fold(name)
                #expect(owners[key] == nil || owners[key] == number, "\(name)")
                owners[key] = number
            }
        }
    }

    @Test(arguments: Sample.hostile)
    func `odd text is no trap, and mentions are in order and in bounds`(text: String) {
        let document = read(text)
        for (one, next) in zip(document.mentions, document.mentions.dropFirst()) {
            #expect(one.tokens.upperBound <= next.tokens.lowerBound)
        }
        for mention in document.mentions {
            #expect(document.tokens.indices.contains(mention.head) && mention.tokens.contains(mention.head))
            #expect(document.entities.indices.contains(mention.entity))
            #expect(document.span(mention.tokens) == mention.span)
        }
    }
}
