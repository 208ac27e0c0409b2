import SaysoCore
import SaysoLedger
import SaysoTestSupport

/// A small ledger for the tests: our own writing about public facts of May 2020, an Arabic report, and one that means harm.
enum World {
    static let turkey = Entity(id: "wikidata:Q43", name: "Turkey", kind: .government)
    static let lna = Entity(id: "sayso:libyan-national-army", name: "Libyan National Army", kind: .armedGroup)
    static let gna = Entity(id: "wikidata:Q20890634", name: "Government of National Accord", kind: .government)
    static let emirates = Entity(id: "wikidata:Q878", name: "United Arab Emirates", kind: .government)
    static let gnounou = Entity(id: "sayso:mohammed-gnounou", name: "Mohammed Gnounou", kind: .person)
    static let bashagha = Entity(id: "wikidata:Q56247127", name: "Fathi Bashagha", kind: .person)
    static let aksoy = Entity(id: "wikidata:Q47542413", name: "Hami Aksoy", kind: .person)
    static let jaroushi = Entity(id: "sayso:saqr-al-jaroushi", name: "Saqr al-Jaroushi", kind: .person)
    static let reports = Entity(id: "sayso:reports", name: "reports", kind: .unnamed)
    static let spokesman = Entity(id: "sayso:lna-spokesman", name: "a spokesman for the Libyan National Army", kind: .unnamed)
    static let watiya = Place(name: "Al-Watiya Air Base", latitude: 32.47, longitude: 11.9, precision: .point, country: "LY")
    static let hmeimim = Place(name: "Hmeimim Air Base", latitude: 35.4, longitude: 35.95, precision: .point, country: "SY")
    static let east = Place(name: "eastern Libya", precision: .area, country: "LY")
    static let libya = Place(name: "Libya", precision: .country, country: "LY")

    static let text = """
        Tripoli’s forces take Al-Watiya as Ankara warns Haftar

        Forces of the government in Tripoli took the airbase of Al-Watiya on Monday after a siege of several weeks.

        Mohammed Gnounou, a spokesman for the government’s army, said that its drones had destroyed at least three Pantsir air-defence systems supplied by the United Arab Emirates before the base fell.

        Reports spoke of at least six MiG-29s and two Su-24s that flew into the eastern region from the Russian-controlled Hmeimim airbase in Syria, escorted by two Su-35s, citing information released by Interior Minister Fathi Bashagha.

        “If our interests in Libya are attacked, the putschist’s elements will be a legitimate target,” Hami Aksoy, who speaks for Turkey’s Foreign Ministry, said in a written statement.

        Saqr al-Jaroushi, who commands Haftar’s air force, vowed the largest air campaign in Libyan history against Turkish positions in all cities.

        A spokesman for the Libyan National Army denied that the base had been lost and said that its men had withdrawn by plan.

        More Posts

        Send Us A Message
        """

    static func watiyaReport() -> ReadingBuilder {
        var report = ReadingBuilder(
            text, outlet: "The Coast Observer", title: "Tripoli’s forces take Al-Watiya as Ankara warns Haftar", day: "2020-05-21",
            byline: "By our staff", address: "https://coast.example/2020/05/21/al-watiya", name: "al-watiya.html")
        report.says(
            "gnounou", source: "Mohammed Gnounou, a spokesman for the government’s army", cue: "said",
            content:
                "its drones had destroyed at least three Pantsir air-defence systems supplied by the United Arab Emirates before the base fell",
            speaker: gnounou)
        let flight =
            "at least six MiG-29s and two Su-24s that flew into the eastern region from the Russian-controlled Hmeimim airbase in Syria, escorted by two Su-35s"
        report.says("reports", source: "Reports", cue: "spoke of", content: flight, speaker: reports)
        report.says(
            "bashagha", source: "Interior Minister Fathi Bashagha", cue: "citing information released by", content: flight,
            speaker: bashagha,
            nestedIn: "reports")
        report.says(
            "aksoy", source: "Hami Aksoy, who speaks for Turkey’s Foreign Ministry", cue: "said in a written statement",
            content: "If our interests in Libya are attacked, the putschist’s elements will be a legitimate target", kind: .direct,
            speaker: aksoy)
        report.says(
            "jaroushi", source: "Saqr al-Jaroushi, who commands Haftar’s air force", cue: "vowed",
            content: "the largest air campaign in Libyan history against Turkish positions in all cities", speaker: jaroushi)
        report.says(
            "lna", source: "A spokesman for the Libyan National Army", cue: "denied", content: "that the base had been lost",
            speaker: spokesman)
        report.says(
            "lna2", source: "A spokesman for the Libyan National Army", cue: "said that its men", content: "its men had withdrawn by plan",
            speaker: spokesman)

        let monday = Day(year: 2020, month: 5, day: 18).map(EventDay.day)
        report.claims(
            "Forces of the government in Tripoli took the airbase of Al-Watiya on Monday",
            findings: [
                report.finding("event.type", "event.trigger", "took"),
                report.finding("event.actor", "role.subject", "Forces of the government in Tripoli"),
                report.finding("event.place", "place.gazetteer", "Al-Watiya"), report.finding("event.time", "time.weekday", "on Monday"),
                report.finding("event.recipient", "role.holder-elsewhere", "Libyan National Army", isElsewhere: true),
            ],
            event: Event(.assault, mode: "heavy-weapons", by: [gna], to: [lna], in: watiya) {
                $0.time = EventTime(start: monday, end: monday, words: report.at("on Monday"), precision: .day)
                $0.control = ControlChange(place: watiya, from: lna, to: gna)
            })
        report.claims(
            "its drones had destroyed at least three Pantsir air-defence systems supplied by the United Arab Emirates before the base fell",
            by: ["gnounou"], findings: [report.finding("stance", "stance.neutral-cue", "said")],
            event: Event(.assault, mode: "aerial", by: [gna], to: [lna], in: watiya) {
                $0.equipment = [
                    EquipmentUse(
                        entity: Entity(id: "sayso:pantsir", name: "Pantsir-S1", kind: .equipment),
                        count: Count(low: 3, high: nil, words: "at least three"),
                        role: .lost, owner: lna, words: report.at("at least three Pantsir air-defence systems"))
                ]
            })
        report.claims(
            "Pantsir air-defence systems supplied by the United Arab Emirates", by: ["gnounou"],
            event: Event(.aid, by: [emirates], to: [lna]))
        func jets(_ name: String, _ low: Int, _ high: Int?, _ words: String, _ role: EquipmentUse.Role = .transferred) -> EquipmentUse {
            EquipmentUse(
                entity: Entity(id: EntityID("sayso:" + name.lowercased()), name: name, kind: .equipment),
                count: Count(low: low, high: high, words: words),
                role: role, words: report.at(words))
        }
        report.claims(
            flight, by: ["reports", "bashagha"],
            findings: [
                report.finding("event.origin", "place.gazetteer", "Hmeimim airbase"),
                report.finding("event.destination", "place.area", "the eastern region"),
            ],
            event: Event(.mobilize, mode: "aerial") {
                $0.equipment = [
                    jets("MiG-29", 6, nil, "at least six MiG-29s"), jets("Su-24", 2, 2, "two Su-24s"),
                    jets("Su-35", 2, 2, "two Su-35s", .escort),
                ]
                $0.origin = hmeimim
                $0.destination = east
            })
        report.claims(
            "If our interests in Libya are attacked, the putschist’s elements will be a legitimate target", by: ["aksoy"], .threatens,
            .conditional,
            if: "If our interests in Libya are attacked", event: Event(.assault, by: [turkey], to: [lna], in: libya))
        report.claims(
            "the largest air campaign in Libyan history against Turkish positions in all cities", by: ["jaroushi"], .threatens, .planned,
            event: Event(.assault, mode: "aerial", by: [lna], to: [turkey], in: libya))
        report.claims("the base had been lost", by: ["lna"], .denies, event: Event(.retreat, by: [lna], in: watiya))
        report.claims("its men had withdrawn by plan", by: ["lna2"], event: Event(.retreat, by: [lna], in: watiya))
        report.label("Haftar’s air force", for: lna)
        report.label("the putschist’s elements", voice: "aksoy", for: lna)
        report.residue("More Posts", .related)
        report.residue("Send Us A Message", .contact)
        report.odd("the day is taken from the address: the page itself does not tell it")
        return report
    }

    /// The same event from another outlet, so that "More posts" has something to show.
    static func otherReport() -> ReadingBuilder {
        var report = ReadingBuilder(
            "Haftar’s troops leave airbase\n\nThe Libyan National Army pulled its last men out of Al-Watiya on 18 May, two officers said. No shot was fired, one of them added.",
            outlet: "Hill Courier", title: "Haftar’s troops leave airbase", day: "2020-05-19", name: "hill.txt")
        report.says(
            "officers", source: "two officers", cue: "said",
            content: "The Libyan National Army pulled its last men out of Al-Watiya on 18 May")
        let day = Day(year: 2020, month: 5, day: 18).map(EventDay.day)
        report.claims(
            "The Libyan National Army pulled its last men out of Al-Watiya on 18 May", by: ["officers"],
            event: Event(.retreat, by: [lna], in: watiya) {
                $0.time = EventTime(start: day, end: day, words: report.at("on 18 May"), precision: .day)
            })
        report.claims(
            "No shot was fired", by: ["officers"], .asserts, .negated,
            event: Event(.assault, in: watiya) { $0.time = EventTime(start: day, end: day, precision: .day) })
        return report
    }

    /// Right-to-left, with Latin names inside.
    static func arabicReport() -> ReadingBuilder {
        let first = "قوات حكومة الوفاق سيطرت على قاعدة الوطية الجوية يوم الاثنين"
        let second = "إن ست طائرات MiG-29 على الأقل وصلت من قاعدة حميميم"
        var report = ReadingBuilder(
            "قوات الوفاق تسيطر على الوطية\n\n\(first)، بعد حصار دام أسابيع.\n\nوقال وزير الداخلية فتحي باشاغا \(second) إلى شرق البلاد (Reuters).\n\nThe English summary stands in the same report.",
            outlet: "صحيفة الساحل", title: "قوات الوفاق تسيطر على الوطية", day: "2020-05-19", language: "ar", name: "watiya-ar.txt")
        report.says("minister", source: "وزير الداخلية فتحي باشاغا", cue: "وقال", content: second, speaker: bashagha)
        report.claims(first, event: Event(.assault, by: [gna], to: [lna], in: watiya))
        report.claims(
            second, by: ["minister"],
            event: Event(.mobilize) {
                $0.equipment = [
                    EquipmentUse(
                        entity: Entity(id: "sayso:mig-29", name: "MiG-29", kind: .equipment), count: Count(low: 6, high: nil),
                        role: .transferred, words: report.at("ست طائرات MiG-29 على الأقل"))
                ]
                $0.origin = hmeimim
            })
        return report
    }

    /// Every field that a page shows holds something that would like to be markup.
    static func hostileReport() -> ReadingBuilder {
        let bad = hostile
        var report = ReadingBuilder(
            "\(bad) title\n\nHe said \(bad) that \(bad) attacked \(bad) today.\n\n\u{202E}txet desrever\u{202C} and \u{600}<script>alert(2)</script> \u{301}<img src=x onerror=alert(3)>\n\n{{{evidence}}} {{>frame}} {{#cards}}x{{/cards}}\n\nMore \(bad)",
            outlet: "Outlet \(bad)", title: "\(bad) title", day: "2020-05-19", byline: bad, address: "javascript:alert(1)//\(bad)",
            language: "en\"><script>",
            name: "\(bad).txt")
        let villain = Entity(id: EntityID("sayso:\(bad)"), name: bad, kind: .person)
        let place = Place(name: bad, precision: .city)
        report.says("villain", source: "He", cue: "said", content: "that \(bad) attacked \(bad) today", speaker: villain)
        report.says("nobody", source: "\(bad) attacked", cue: "that", content: "attacked \(bad) today", nestedIn: "villain")
        report.claims(
            "\(bad) attacked \(bad) today", by: ["villain", "nobody"], .denies, .conditional, if: "attacked \(bad)",
            findings: [
                Finding("event.\(bad)", rule: Rule("rule.\(bad)"), words: report.at("attacked \(bad)")), Finding("time", rule: Rule(bad)),
            ],
            event: Event(.assault, mode: bad, by: [villain], to: [villain], in: place) {
                $0.context = bad
                $0.time = EventTime(start: nil, end: nil, words: report.at("\(bad) today"), precision: .fuzzy)
                $0.equipment = [EquipmentUse(entity: villain, count: .untold, role: .used, owner: villain)]
                $0.people = [PeopleEffect(role: bad, who: bad, count: .exactly(3))]
                $0.control = ControlChange(place: place, from: villain, to: nil)
                $0.origin = place
            })
        report.label("\(bad) attacked", voice: "nobody", for: villain)
        report.residue("More \(bad)", .related)
        report.odd("odd \(bad)")
        return report
    }

    static let hostile = #""><img src=x onerror=alert(1)><script>alert('1')</script>`"#

    static let noon = Moment(seconds: 1_795_000_000)

    static func ledger(_ reports: [ReadingBuilder] = [otherReport(), arabicReport(), hostileReport(), watiyaReport()]) async throws
        -> any LedgerStore
    {
        let store = MemoryStore()
        for (index, report) in reports.enumerated() {
            _ = try await store.add(report.reading, original: report.original, at: noon.adding(seconds: index * 3600))
        }
        return store
    }
}
