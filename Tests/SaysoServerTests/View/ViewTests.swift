import SaysoCore
import SaysoLedger
import Testing

@testable import SaysoServer

@Suite struct ViewTests {
    private let reading = World.watiyaReport().reading

    private func card(_ number: Int) -> ClaimCard {
        let claims = IndexedReading(reading).claims
        return ClaimCard(claims[number - 1], in: IndexedReading(reading), number: number, count: claims.count, lit: nil)
    }

    private func row(_ label: String, _ number: Int) -> String? { card(number).rows.first { $0.label == label }?.value.text }

    @Test func aCardTellsCountsPlacesAndWhatIsNotTold() {
        #expect(row("count", 4) == "MiG-29 ≥ 6 · Su-24 = 2 · Su-35 = 2 (escort)")
        #expect(row("where", 4) == "from Hmeimim Air Base (a point) to eastern Libya (an area)")
        #expect(row("not told", 4) == "when")
        #expect(row("not told", 3) == "when, where")
        #expect(row("not told", 1) == nil)
        #expect(row("control", 1) == "Al-Watiya Air Base: from Libyan National Army to Government of National Accord")
        #expect(row("when", 1) == "18 May 2020, “on Monday”")
    }

    @Test func aCardNamesOtherReportsOfTheEventAndCountsCopies() async throws {
        let claim = IndexedReading(reading).claims[0]
        let store = try await World.ledger()
        let list = try await store.reports(PageRequest(limit: 10))
        let entry = try #require(list.items.last)
        let day = try #require(Day(iso: "2020-05-18"))
        let related = [
            RelatedReport(entry: entry, reasons: [.sameEvent(type: .assault, place: "Al-Watiya Air Base", day: day)]),
            RelatedReport(entry: entry, reasons: [.copy(share: 1, passage: claim.evidence[0])]),
            RelatedReport(entry: entry, reasons: [.sameOutlet("x")]),
        ]
        let rows = ClaimCard(claim, in: IndexedReading(reading), number: 1, count: 8, lit: nil, related: related).rows
        #expect(rows.last?.value.text == "by Hill Courier; 1 copy of this text")
        #expect(card(1).rows.last?.label != "also told")
    }

    @Test func loadedWordsStandInQuotationMarksWithTheirOwner() {
        #expect(row("words", 5) == "“the putschist’s elements”, words of Hami Aksoy for Libyan National Army")
        #expect(row("condition", 5) == "“If our interests in Libya are attacked”")
        #expect(row("words", 1) == nil)
    }

    @Test func theMessageBoxIsPresetToTheClaimThatIsLookedAt() {
        let id = IndexedReading(reading).claims[1].id
        let cards = IndexedReading(reading).claims.enumerated().map {
            ClaimCard($1, in: IndexedReading(reading), number: $0 + 1, count: 8, lit: id)
        }
        let form = MessageForm(report: reading.report.id, cards: cards, lit: id, state: MessageForm.State())
        #expect(form.claims.filter(\.isChosen).map(\.value) == [id.rawValue])
        #expect(form.topics.filter(\.isChosen).map(\.value) == ["other"])
    }

    @Test func aLinkIsKeptAsTheLastLineOfAMessage() {
        #expect(
            MessageText.parted(MessageText.joined("Wrong day.\nReally.", link: "https://a.example")) == (
                "Wrong day.\nReally.", "https://a.example"
            ))
        #expect(MessageText.parted("Link: x") == ("Link: x", nil))
        #expect(MessageText.parted(MessageText.joined("Alone", link: "")) == ("Alone", nil))
    }

    @Test(arguments: [("ar", true), ("fa-IR", true), ("HE", true), ("en", false), ("ckb", true), ("", false)])
    func rightToLeftLanguagesTurnTheColumns(language: String, isRightToLeft: Bool) {
        #expect(ReportPage.isRightToLeft(language) == isRightToLeft)
    }

    @Test func momentsAreWrittenInWords() throws {
        #expect(Moment(try #require(Day(iso: "2026-11-22")), hour: 14, minute: 30).words == "22 November 2026, 14:30 UTC")
    }

    @Test func partsOfAddressesAreEncoded() { #expect("a/b?ü\"".addressPart == "a%2Fb%3F%C3%BC%22") }

    @Test func furnitureIsCountedInLines() {
        #expect(ReportPage.LeftOut(reading.residue).summary == "page furniture (2 lines)")
        #expect(ReportPage.LeftOut([reading.residue[0]]).summary == "page furniture (1 line)")
    }
}
