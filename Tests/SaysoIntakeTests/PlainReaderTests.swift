import SaysoCore
import SaysoIntake
import Testing

@Suite struct PlainReaderTests {
    @Test(arguments: [
        "May 9, 2022", "Published: May 9, 2022", "Monday, 9 May 2022", "9th May 2022", "2022-05-09", "Updated 09 May 2022 10:04 GMT",
        "Published: 2022-05-09T23:30:00-05:00",
    ])
    func `a line under the headline tells the day`(line: String) throws {
        let report = try Given.report("Army takes pass\n\n\(line)\n\nDunya's army left. It rained.")
        #expect(report.published.map { "\($0.day)" } == "2022-05-09")
        #expect(report.published?.evidence == .visibleText)
        #expect(Given.article(report) == ["Army takes pass", "Dunya's army left. It rained."])
    }

    @Test(arguments: ["On May 9, 2022 the army left. It rained.", "The army left on 9 May 2022."])
    func `a day in the report's own sentence is no day of publication`(text: String) throws {
        #expect(try Given.report("Army takes pass\n\n" + text).published == nil)
    }

    @Test func `a dateline tells the day and the outlet`() throws {
        let report = try Given.report("DUNYA CITY, 3 Feb 2011 (Dunya Courier) - The army left.")
        #expect(report.published.map { "\($0.day)" } == "2011-02-03")
        #expect(report.outlet == "Dunya Courier" && report.title == nil)
    }

    @Test(arguments: [
        "One sentence only.", "the army\nleft", "The army left.\n\nIt rained.",
        "THE ARMY, WHICH HAD HELD THE PASS FOR TWO YEARS AND FOUR MONTHS, LEFT\nit on Monday.",
    ])
    func `a first line that is no headline is no title`(text: String) throws {
        #expect(try Given.report(text).title == nil)
    }
}
