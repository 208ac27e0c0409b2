import SaysoCore
import Testing

@Suite struct DayTests {
    @Test func `each day from 1583 to 2400 has its number, and the number its day`() throws {
        var expected = try #require(Day(iso: "1583-01-01")).ordinal
        for year in 1583...2400 {
            for month in 1...12 {
                for day in 1...Day.length(ofMonth: month, year: year) {
                    let value = try #require(Day(year: year, month: month, day: day))
                    if value.ordinal != expected || Day(ordinal: expected) != value {
                        Issue.record("\(value) \(value.ordinal) \(expected)")
                        return
                    }
                    expected += 1
                }
            }
        }
    }

    @Test(arguments: [("1970-01-01", 4), ("2020-05-18", 1), ("1989-11-11", 6), ("2026-11-23", 1), ("1900-02-28", 3)])
    func `weekdays are as in the calendar`(iso: String, weekday: Int) throws {
        #expect(try #require(Day(iso: iso)).weekday == weekday)
    }

    @Test(arguments: [("2021-01-03", 2020, 53), ("2020-05-18", 2020, 21), ("2019-12-30", 2020, 1), ("1998-01-08", 1998, 2)])
    func `weeks are as ISO 8601 counts them`(iso: String, year: Int, week: Int) throws {
        let found = try #require(Day(iso: iso)).isoWeek
        #expect(found.year == year && found.week == week)
    }

    @Test(arguments: ["2020-02-30", "2019-02-29", "2020-13-01", "20-1-1", "", "2020-05-1", "abcd-ef-gh", "0000-01-01", "2020/05/18"])
    func `what is no day is none`(text: String) { #expect(Day(iso: text) == nil) }

    @Test func `months are added and cut to their length`() throws {
        #expect(try #require(Day(iso: "2020-01-31")).adding(months: 1).description == "2020-02-29")
        #expect(try #require(Day(iso: "2020-01-31")).adding(months: -2).description == "2019-11-30")
    }
}

@Suite struct DigestTests {
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ]) func `SHA-256 is NIST's (FIPS 180-4 examples)`(text: String, digest: String) { #expect(Digest.sha256(text) == digest) }
}

@Suite struct IdentifierTests {
    @Test func `ids follow from report, kind and spans, and from nothing else`() {
        let report = ReportID("r")
        let id = ClaimID.stable("c", in: report, spans: [TextSpan(3, 9)])
        #expect(id == .stable("c", in: report, spans: [TextSpan(3, 9)]))
        #expect(id.rawValue.count == 18)
        #expect(id != .stable("c", in: report, spans: [TextSpan(3, 10)]))
        #expect(id != .stable("c", in: ReportID("s"), spans: [TextSpan(3, 9)]))
        #expect(id.rawValue != LabelID.stable("l", in: report, spans: [TextSpan(3, 9)]).rawValue)
    }
}
