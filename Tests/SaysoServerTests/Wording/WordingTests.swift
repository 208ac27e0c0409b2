import SaysoCore
import SaysoTestSupport
import Testing

@testable import SaysoServer

@Suite struct WordingTests {
    @Test(arguments: [
        (Count(low: 6, high: nil), "≥ 6"), (.exactly(2), "= 2"), (Count(low: nil, high: 20), "≤ 20"), (Count(low: 3, high: 4), "3–4"),
        (.untold, "(number not told)"), (.exactly(12_500), "= 12\u{202F}500"), (.exactly(1200), "= 1200"),
    ])
    func countsAreWrittenAsBounds(count: Count, expected: String) { #expect(count.sign == expected) }

    @Test func timesSayTheirGrainAndWhatIsNotTold() throws {
        let first = EventDay.day(try #require(Day(iso: "2020-05-18")))
        let last = EventDay.day(try #require(Day(iso: "2020-05-24")))
        #expect(EventTime(start: first, end: first, precision: .day).dayWords == "18 May 2020")
        #expect(EventTime(start: first, end: last, precision: .week).dayWords == "18 May 2020 to 24 May 2020 (a week)")
        #expect(EventTime(start: first, end: nil, precision: .range).dayWords == "since 18 May 2020")
        #expect(EventTime(start: .relative(-3), end: .relative(-3), precision: .day).dayWords == "3 days before the report")
        #expect(EventTime(start: .relativeMonths(-1), end: .relativeMonths(-1), precision: .month).dayWords == "1 month before the report")
        #expect(EventTime(start: .relativeYears(0), end: .relativeYears(0), precision: .year).dayWords == "the year of the report")
        #expect(EventTime(start: .yearless(month: 9, day: 25), end: nil, precision: .day).dayWords == "since 25 September, year not told")
        let words = Passage(span: TextSpan(0, 6), words: "lately")
        #expect(EventTime(start: nil, end: nil, words: words, precision: .fuzzy).phrase?.text == "“lately”, day not told")
        #expect(EventTime(start: nil, end: nil, precision: .fuzzy).phrase == nil)
    }

    @Test func partiesAreToldWithTheEventsOwnPreposition() {
        #expect(Event(.assault, by: [World.turkey], to: [World.lna]).partiesPhrase?.text == "by Turkey on Libyan National Army")
        #expect(Event(.aid, to: [World.lna]).partiesPhrase?.text == "for Libyan National Army, doer not told")
        #expect(Event(.protest).partiesPhrase == nil)
    }
}

@Suite struct ChainTests {
    private let report = World.watiyaReport().reading

    private func chain(_ number: Int) -> Chain {
        let claim = IndexedReading(report).claims[number - 1]
        return Chain(outlet: report.report.outlet, report.chain(of: claim))
    }

    @Test func itRunsFromThePageToTheOriginWithItsGaps() {
        let links = chain(4).links
        #expect(links.map { $0.name ?? $0.words } == ["The Coast Observer", "Reports", "Fathi Bashagha"])
        #expect(links.map(\.gap) == [nil, "(unnamed)", nil])
        #expect(links.map(\.isRoot) == [false, false, true])
        #expect(links[2].words == "Interior Minister")
        #expect(chain(4).hand == "second hand")
        #expect(chain(4).gapWords == "one unnamed link")
    }

    @Test func theOutletAloneSpeaksInItsOwnVoice() {
        #expect(chain(1).hand == "in the outlet’s own voice")
        #expect(Chain(outlet: nil, []).links[0].name == "the outlet (not named)")
    }

    @Test func firmnessIsToldWithDistanceAndGaps() {
        let claims = IndexedReading(report).claims
        #expect(claims[3].firmnessWords(chain(4)) == "asserted, second hand, one unnamed link")
        #expect(claims[4].firmnessWords(chain(5)) == "threatened, on a condition, first hand")
        #expect(claims[5].firmnessWords(chain(6)) == "threatened, first hand")
    }

    @Test func aSourceWithoutWordsIsAnOriginNotTold() {
        let attribution = Attribution(id: "a", source: [], cue: [], content: [], kind: .indirect, rule: "x")
        #expect(Chain.Link(attribution).gap == "origin not told")
    }
}
