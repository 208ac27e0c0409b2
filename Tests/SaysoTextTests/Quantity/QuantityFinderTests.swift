import SaysoCore
import SaysoText
import Testing

@Suite struct QuantityFinderTests {
    @Test(arguments: [
        ("They saw at least six launchers.", "at least six", "6–nil"), ("Over 10 guns were lost.", "Over 10", "11–nil"),
        ("As many as 20 people fled.", "As many as 20", "nil–20"), ("Nearly 200 men came.", "Nearly 200", "nil–199"),
        ("About 70 tents burned.", "About 70", "70–70"), ("Several shells fell.", "Several", "3–nil"),
        ("Dozens of boats sank.", "Dozens", "24–nil"), ("Tens of thousands of people left.", "Tens of thousands", "20000–nil"),
        ("A few hundred recruits arrived.", "A few hundred", "300–nil"),
        ("More than half a million Angolans left.", "More than half a million", "500001–nil"),
        ("Between 3 and 5 boats sank.", "Between 3 and 5", "3–5"), ("They lost 3 to 5 boats.", "3 to 5", "3–5"),
        ("They took 14,000 tents.", "14,000", "14000–14000"), ("Some 1.2 million refugees came.", "Some 1.2 million", "1200000–1200000"),
        ("No soldiers were hurt.", "No", "0–0"), ("Twenty-five boats came.", "Twenty-five", "25–25"),
        ("One hundred and twenty boats came.", "One hundred and twenty", "120–120"), ("Two dozen boats came.", "Two dozen", "24–24"),
        ("A dozen boats came.", "A dozen", "12–12"), ("No fewer than 40 shops burned.", "No fewer than 40", "40–nil"),
        ("20 or more huts burned.", "20 or more", "20–nil"),
    ])
    func readsNumbersWithTheirBounds(text: String, words: String, bounds: String) {
        let quantity = Kit.read(text).quantities.first
        #expect(quantity?.count.words == words)
        #expect(quantity.map { Kit.bounds($0.count) } == bounds)
    }

    @Test func raisesTheUpperBoundWhereTheReportDoes() {
        let quantity = Kit.read("At least three boats sank, perhaps four.").quantities.first
        #expect(quantity.map { Kit.bounds($0.count) } == "3–4")
    }

    @Test(arguments: [
        "It began on 12 May 1994.", "It lasted 14 hours.", "He is 45 years old.", "Orlov, 45, resigned.", "It cost $1.2 million.",
        "Some 40 percent agreed.",
        "They met at 10 p.m. on Tuesday.", "It rose in 1999 and fell.", "The town is 30 km away.", "No. 2 prison is full.",
        "He no longer spoke.",
        "A 10-hour drive followed.", "Clashes lasted between 0600 and 1400.",
    ])
    func leavesOutWhatCountsNothing(text: String) {
        #expect(Kit.read(text).quantities.isEmpty)
    }

    @Test(arguments: [("The army sent six new howitzers there.", "howitzers"), ("Two armed men fled.", "men")])
    func tellsTheCountedNoun(text: String, noun: String) {
        let document = Kit.read(text)
        #expect(document.quantities.first?.counted.map { document.tokens[$0].text } == noun)
    }

    @Test(
        arguments: Sample.hostile + [
            "9999999999999999999999 men", "1,00,0 men", "one hundred million billion trillion thousand thousand men",
            "at least at least at least at least at least",
        ])
    func survivesHostileText(text: String) {
        let document = Kit.read(text)
        for quantity in document.quantities { #expect(document.text.whole.contains(quantity.span)) }
    }
}
