import SaysoCore
import SaysoText
import Testing

/// Which days a time covers, in a report of Thursday, 21 May 2020.
@Suite struct TimeIntervalTests {
    private func interval(_ text: String, published: String? = "2020-05-21") -> String {
        guard let time = TimeSample.document(text, published: published).times.first?.interval else { return "none" }
        return (time.start?.description ?? "…") + ".." + (time.end?.description ?? "…") + " " + time.precision.rawValue
    }

    @Test(arguments: [
        ("It fell on Monday.", "2020-05-18..2020-05-18 day"),
        // People's week, Sunday to Saturday, where the TIMEX3 value counts ISO weeks.
        ("It fell last week.", "2020-05-10..2020-05-16 week"),
        ("It fell last weekend.", "2020-05-16..2020-05-17 range"),
        ("It fell in March.", "2020-03-01..2020-03-31 month"),
        ("It fell in the first quarter.", "2020-01-01..2020-03-31 quarter"),
        ("It fell in 2016.", "2016-01-01..2016-12-31 year"),
        ("It fell in the 1980s.", "1980-01-01..1989-12-31 decade"),
        ("It has burned since March.", "2020-03-01..… month"),
        ("The siege began in early March.", "2020-03-01..… month"),
        ("The offensive, launched on 4 April, went on.", "2020-04-04..… day"),
        ("Shells fell last night and early this morning.", "2020-05-20..2020-05-21 range"),
        ("It fell four decades ago.", "none"),
        ("They must leave by Friday.", "…..2020-05-22 day"),
        ("They held it until 2016.", "…..2016-12-31 year"),
        ("It burned between 23 December and 2 January.", "2019-12-23..2020-01-02 range"),
        ("It burned from 11 to 13 May.", "2020-05-11..2020-05-13 range"),
        ("It burned for three days.", "none"),
        ("They recently left.", "none"),
    ])
    func covers(text: String, expected: String) {
        #expect(interval(text) == expected)
    }

    @Test(arguments: [
        ("It fell three days ago.", "R-3d..R-3d day"),
        ("It fell yesterday.", "R-1d..R-1d day"),
        ("It will fall tomorrow.", "R+1d..R+1d day"),
        ("It fell today.", "R-0d..R-0d day"),
        ("It fell last year.", "R-1y..R-1y year"),
        ("It fell two months ago.", "R-2m..R-2m month"),
        ("It fell on 25 September.", "XXXX-09-25..XXXX-09-25 day"),
        ("It fell in early March.", "XXXX-03-01..XXXX-03-31 month"),
        ("It fell on Thursday.", "none"),
    ])
    func isRelativeWithoutAReportDate(text: String, expected: String) {
        #expect(interval(text, published: nil) == expected)
    }

    @Test func keepsItsWords() {
        let time = TimeSample.document("It fell on Monday.", published: "2020-05-21").times.first
        #expect(time?.interval?.words?.words == "Monday")
        #expect(time?.rule == "time.weekday")
    }
}
