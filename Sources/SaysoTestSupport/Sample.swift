public import SaysoCore
public import SaysoLedger

/// Readings built by hand, small and complete: every field that a ledger keeps is filled in one of them.
public enum Sample {
    /// A moment for tests: the ledger has no clock.
    public static let noon = Moment(Day(ordinal: 18_404), hour: 12)

    /// A report and the bytes it came from, with nothing read in it.
    public static func report(
        _ text: String, outlet: String? = nil, title: String? = nil, day: String? = nil, byline: String? = nil, address: String? = nil
    ) -> (reading: Reading, original: Original) {
        let bytes = Array(((title.map { $0 + "\n" } ?? "") + (outlet.map { $0 + "\n" } ?? "") + (day.map { $0 + "\n" } ?? "") + text).utf8)
        let published = day.flatMap { words in Day(iso: words).map { Publication(day: $0, evidence: .given, words: words) } }
        let report = Report(
            id: ReportID(Digest.sha256(bytes)), text: SourceText(text), outlet: outlet, address: address, title: title, byline: byline,
            published: published)
        return (Reading(report: report), Original(name: "report.txt", bytes: bytes))
    }

    /// The passage where `words` stand first in the text. Traps when they do not stand there: a sample that is wrong should not run.
    public static func passage(_ words: String, in text: SourceText) -> Passage {
        let needle = Array(words.utf8)
        var start = 0
        while start + needle.count <= text.count {
            if text.utf8[start..<start + needle.count].elementsEqual(needle) { return text.passage(TextSpan(start, start + needle.count)) }
            start += 1
        }
        preconditionFailure("“\(words)” does not stand in the sample")
    }

    public static let army = Entity(
        id: "wikidata:Q6539617", name: "Libyan National Army", aliases: ["LNA", "Haftar's forces"], kind: .armedGroup)
    public static let government = Entity(
        id: "wikidata:Q20890634", name: "Government of National Accord", aliases: ["GNA"], kind: .government)
    public static let spokesman = Entity(id: "sayso:spokesman", name: "the spokesman", kind: .person)
    public static let system = Entity(id: "sayso:pantsir", name: "Pantsir", aliases: ["Pantsir-S1"], kind: .equipment)
    public static let base = Place(
        name: "Al-Watiya Air Base", aliases: ["al-Watiya", "Uqba bin Nafi"], id: "wikidata:Q2827395", latitude: 32.4739, longitude: 11.8975,
        precision: .point, country: "LY")
    public static let capital = Place(
        name: "Tripoli", id: "geonames:2210247", latitude: 32.88743, longitude: 13.18733, precision: .city, country: "LY")

    /// One report in which every kind of finding occurs: a chain of two, a denial, a change of hands, counts, labels, residue, a
    /// diagnostic.
    public static func full(
        outlet: String? = "Desk of the Coast", day: String? = "2020-05-20", ending: String = "More Posts"
    ) -> (reading: Reading, original: Original) {
        let body = """
            Government troops took the airbase at al-Watiya on Monday.
            The spokesman’s deputy said, according to “sources”, that at least six Pantsirs had been destroyed and that two soldiers were killed.
            If the raids go on, we will answer, he said. The militia’s “gang” denied it — “naïve” talk 🙂.
            \(ending)
            """
        var (reading, original) = report(
            body, outlet: outlet, title: "Airbase falls", day: day, byline: "A. Writer", address: "https://example.org/1")
        let text = reading.report.text
        func at(_ words: String) -> Passage { passage(words, in: text) }
        let id = reading.report.id
        func attributionID(_ passage: Passage) -> AttributionID { .stable("attribution", in: id, spans: [passage.span]) }
        func claimID(_ passage: Passage) -> ClaimID { .stable("claim", in: id, spans: [passage.span]) }

        let content = at("that at least six Pantsirs had been destroyed and that two soldiers were killed")
        let deputy = Attribution(
            id: attributionID(at("said")), source: [at("The spokesman’s deputy")], cue: [at("said")], content: [content], kind: .indirect,
            speaker: spokesman, rule: "attribution.cue-verb")
        let sources = Attribution(
            id: attributionID(at("according to")), source: [at("“sources”")], cue: [at("according to")], content: [content], kind: .mixed,
            nestedIn: deputy.id, rule: "attribution.according-to")
        let threat = Attribution(
            id: attributionID(at("he said")), source: [at("he")], cue: [at("said")], content: [at("If the raids go on, we will answer")],
            kind: .indirect, speaker: spokesman, stance: .threatens, rule: "attribution.cue-verb")
        reading.attributions = [deputy, sources, threat]

        var taking = Event(type: .assault)
        taking.mode = "heavy-weapons"
        taking.context = "military"
        taking.actor = [government]
        taking.recipient = [army]
        taking.place = base
        taking.origin = capital
        taking.destination = base
        taking.time = EventTime(
            start: Day(iso: "2020-05-18").map(EventDay.day), end: Day(iso: "2020-05-18").map(EventDay.day), words: at("on Monday"),
            precision: .day)
        taking.control = ControlChange(place: base, from: army, to: government)
        let took = at("Government troops took the airbase at al-Watiya on Monday")
        var losses = Event(type: .assault)
        losses.recipient = [army, Entity(id: "sayso:unnamed-soldiers", name: "soldiers", kind: .unnamed)]
        losses.time = EventTime(start: .relative(-2), end: nil, precision: .fuzzy)
        losses.equipment = [
            EquipmentUse(
                entity: system, count: Count(low: 6, high: nil, words: "at least six"), role: .lost, owner: army,
                words: at("at least six Pantsirs"))
        ]
        losses.people = [
            PeopleEffect(role: "killed", who: "soldiers", count: .exactly(2, words: "two"), words: at("two soldiers were killed"))
        ]
        losses.count = .exactly(1)
        var answer = Event(type: .assault)
        answer.actor = [army]
        answer.time = EventTime(start: .yearless(month: 5, day: 25), end: nil, precision: .day)
        reading.claims = [
            Claim(
                id: claimID(took), evidence: [took], chain: [], stance: .asserts, modality: .occurred, event: taking,
                findings: [
                    Finding("event.type", rule: "event.trigger", words: at("took")),
                    Finding("recipient", rule: "role.holder", words: at("militia"), isElsewhere: true),
                ]),
            Claim(
                id: claimID(content), evidence: [at("at least six Pantsirs had been destroyed"), at("two soldiers were killed")],
                chain: [deputy.id, sources.id], stance: .confirms, modality: .occurred, event: losses,
                findings: [Finding("stance", rule: "stance.cue")]),
            Claim(
                id: claimID(at("we will answer")), evidence: [at("we will answer")], chain: [threat.id], stance: .threatens,
                modality: .conditional, condition: [at("If the raids go on")], event: answer),
        ]
        reading.labels = [
            Label(
                id: .stable("label", in: id, spans: [at("“gang”").span]), voice: .outlet, words: at("“gang”"), entity: army,
                polarity: .negative,
                rule: "label.loaded-noun"),
            Label(
                id: .stable("label", in: id, spans: [at("raids").span]), voice: .attribution(threat.id), words: at("raids"), entity: nil,
                polarity: .negative, rule: "label.loaded-noun"),
        ]
        if !ending.isEmpty { reading.residue = [Residue(passage: at(ending), kind: .related, rule: "residue.related-heading")] }
        reading.diagnostics = [
            Diagnostic(.note, "“he” may stand for two people", at: at("he said").span), Diagnostic(.warning, "no language given"),
        ]
        return (reading, original)
    }
}

extension Identifier: ExpressibleByStringLiteral, ExpressibleByExtendedGraphemeClusterLiteral, ExpressibleByUnicodeScalarLiteral {
    public init(stringLiteral value: String) { self.init(value) }
}
