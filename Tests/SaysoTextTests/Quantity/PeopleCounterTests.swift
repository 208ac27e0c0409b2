import SaysoCore
import SaysoText
import Testing

@Suite struct PeopleCounterTests {
    private func people(_ text: String) -> [String] {
        Kit.read(text).people.map { "\($0.role) \($0.who ?? "people") \(Kit.bounds($0.count))" }
    }

    @Test(arguments: [
        ("The shelling killed nine villagers.", ["killed civilians 9–9"]),
        ("Fighting near the dam left three officers and about a dozen militants dead.", ["killed police 3–3", "killed militants 12–12"]),
        ("A blast hit the depot, killing four and wounding 31.", ["killed people 4–4", "injured people 31–31"]),
        ("Eleven died.", ["killed people 11–11"]),
        ("The death toll rose to 58 on Friday.", ["killed people 58–58"]),
        ("At least 40 people, including 12 children, were killed in Aden.", ["killed people 40–nil"]),
        ("A priest and six guerrillas were killed.", ["killed clergy 1–1", "killed rebels 6–6"]),
        ("Police arrested several activists and a lawyer.", ["detained activists 3–nil", "detained lawyers 1–1"]),
        ("Gunmen kidnapped two nurses near Goma.", ["abducted medics 2–2"]),
        ("Rebels abducted and killed 11 men.", ["abducted people 11–11", "killed people 11–11"]),
        ("The raid claimed 34 lives.", ["killed people 34–34"]),
        ("Some 20 teachers and doctors have been detained.", ["detained teachers 20–20"]),
        ("The bombs killed 14 people in Basra and 9 in Mosul.", ["killed people 14–14", "killed people 9–9"]),
        ("Chad expelled two Libyans.", ["deported Libyans 2–2"]),
        ("Tens of thousands of people fled the valley.", ["displaced people 20000–nil"]),
        ("Soldiers killed 300 men in late March, a rights group said.", ["killed people 300–300"]),
        ("Thousands of demonstrators marched in Lima.", ["protesters people 2000–nil"]),
        ("Five men, whose names were not given, were arrested.", ["detained people 5–5"]),
        ("Nobody knows why Orlova was arrested.", ["detained people 1–1"]),
        ("No injuries or deaths were reported.", ["injured people 0–0", "killed people 0–0"]),
        ("He drove off before being shot dead by guards.", ["killed people 1–1"]),
        ("Two suspects -- one a Kenyan -- were arrested.", ["detained people 2–2"]),
        ("The killing of six of their members shocked Quito.", ["killed people 6–6"]),
        ("Both civilians and soldiers were killed.", ["killed civilians nil–nil", "killed soldiers nil–nil"]),
        ("Hundreds of supporters of the judge had gathered.", ["protesters supporters 200–nil"]),
        ("60 soldiers from Kenya are helping.", ["deployed soldiers 60–60"]),
    ])
    func countsPeopleByWhatHappenedToThem(text: String, expected: [String]) {
        #expect(people(text) == expected)
    }

    @Test(arguments: [
        "The detained lawyers are well known.", "Two police vehicles were burned.", "Officials said talks had failed.",
        "The 12 tanks were destroyed.",
        "The government released a statement.", "An estimated 300 men were in the town in late March.",
        "Some 40 men met there on March 3, a trader said.",
    ])
    func leavesOutWhatHappenedToNobody(text: String) {
        #expect(people(text).isEmpty)
    }

    @Test(
        arguments: Sample.hostile + [
            String(repeating: "two men and ", count: 3000) + "were killed", String(repeating: "killed ", count: 5000),
        ])
    func survivesHostileText(text: String) {
        let document = Kit.read(text)
        for mention in document.people {
            #expect(document.text.whole.contains(mention.span) && document.tokens.indices.contains(mention.trigger))
        }
    }
}
