import SaysoCore
import SaysoLexicon
import SaysoText
import Testing

/// A report read up to its times.
enum TimeSample {
    static let finder = try? TimeFinder(lexicon: TimeLexicon())

    /// - Parameter published: the report's date; nil where it is not known.
    static func document(_ text: String, published: String?) -> Document {
        let tagged = Sample.tagged(text)
        let day = published.flatMap { Day(iso: $0) }
        var document = Document(
            Report(
                id: ReportID("sample"), text: tagged.text,
                published: day.map { Publication(day: $0, evidence: .given, words: $0.description) }))
        document.paragraphs = tagged.paragraphs
        document.sentences = tagged.sentences
        document.tokens = tagged.tokens
        guard let finder else { return document }
        return finder.run(document)
    }

    /// "words = value" for each expression.
    static func read(_ text: String, published: String? = "2020-05-21") -> [String] {
        let document = document(text, published: published)
        return document.times.map { document.text.words($0.span) + " = " + $0.value }
    }
}

/// The reports of these tests appear on Thursday, 21 May 2020, unless they say otherwise.
@Suite struct TimeFinderTests {
    @Test(arguments: [
        ("The base fell on 18 May.", ["18 May = 2020-05-18"]),
        ("The base fell on May 18, 2020, at dawn.", ["May 18, 2020 = 2020-05-18"]),
        ("Monday, 18 May 2020 was quiet.", ["Monday, 18 May 2020 = 2020-05-18"]),
        ("He died on the 29th March 2018.", ["29th March 2018 = 2018-03-29"]),
        ("BOGOTA, 4 SEP 89 -- THE MINISTER LEFT.", ["4 SEP 89 = 1989-09-04"]),
        ("Signed 2020-05-18 and 5/19/2020.", ["2020-05-18 = 2020-05-18", "5/19/2020 = 2020-05-19"]),
        ("Between 11-13 Dec. 2016 they met.", ["11 = 2016-12-11", "13 Dec. 2016 = 2016-12-13"]),
        ("Talks ran from March 5-9, 2018.", ["March 5 = 2020-03-05", "9, 2018 = 2018-03-09"]),
        ("In September last year he left.", ["September last year = 2019-09"]),
        ("It began in August and September 2014.", ["August = 2014-08", "September 2014 = 2014-09"]),
        ("The law of 1989 and the strike of the 1990s.", ["1989 = 1989", "the 1990s = 199"]),
        ("In the 19th century, in 480 BC and in Q3 2019.", ["the 19th century = 18", "480 BC = BC0480", "Q3 2019 = 2019-Q3"]),
        ("In the third quarter of 2019 and the spring of 2018.", ["the third quarter of 2019 = 2019-Q3", "the spring of 2018 = 2018-SP"]),
        ("In the final quarter of 2009 and the last half of 1989.", ["the final quarter of 2009 = 2009-Q4", "the last half of 1989 = 1989-H2"]),
        ("They left in early 2015.", ["early 2015 = 2015"]),
    ])
    func readsCalendarDates(text: String, expected: [String]) {
        #expect(TimeSample.read(text) == expected)
    }

    @Test(arguments: [
        ("The army took the base on Monday.", ["Monday = 2020-05-18"]),
        ("He said on Thursday that it was over.", ["Thursday = 2020-05-21"]),
        ("The court will rule on Friday.", ["Friday = 2020-05-22"]),
        ("Police said that on Friday the court will rule.", ["Friday = 2020-05-22"]),
        ("The trial was postponed until Friday.", ["Friday = 2020-05-22"]),
        ("Talks are set to resume on Friday.", ["Friday = 2020-05-22"]),
        ("He is scheduled to arrive on Friday.", ["Friday = 2020-05-22"]),
        ("They were forced to leave on Friday.", ["Friday = 2020-05-15"]),
        ("He said he would have left on Friday.", ["Friday = 2020-05-15"]),
        ("They will discuss Monday's attack.", ["Monday = 2020-05-18"]),
        ("General Haddad will succeed General Farah in February.", ["February = 2021-02"]),
        ("Earlier in the day two shells fell.", ["Earlier in the day = 2020-05-21"]),
        (
            "THE ARMY ATTACKED THE TOWN BETWEEN 0600 AND 1400, AND AGAIN AT 1755.",
            ["0600 = 2020-05-21T06:00", "1400 = 2020-05-21T14:00", "1755 = 2020-05-21T17:55"]
        ),
        ("They met last Friday and will meet next Tuesday.", ["last Friday = 2020-05-15", "next Tuesday = 2020-05-26"]),
        ("Yesterday two were killed; today none.", ["Yesterday = 2020-05-20", "today = 2020-05-21"]),
        ("Shells fell last night and this morning.", ["last night = 2020-05-20TNI", "this morning = 2020-05-21TMO"]),
        (
            "It was hit on Monday morning, at 3 p.m. on Tuesday and overnight.",
            ["Monday morning = 2020-05-18TMO", "3 p.m. on Tuesday = 2020-05-19T15:00", "overnight = 2020-05-21TNI"]
        ),
        (
            "Two weeks ago, three days ago, five months ago, ten years ago.",
            ["Two weeks ago = 2020-W19", "three days ago = 2020-05-18", "five months ago = 2019-12", "ten years ago = 2010"]
        ),
        ("It grew last week, this month and last year.", ["last week = 2020-W20", "this month = 2020-05", "last year = 2019"]),
        ("They were freed last December.", ["last December = 2019-12"]),
        ("He was arrested in October.", ["October = 2019-10"]),
        ("Elections are scheduled for October.", ["October = 2020-10"]),
        ("By the end of the year they will leave.", ["the end of the year = 2020"]),
        ("They fled at Christmas and on Easter Monday.", ["Christmas = 2019-12-25", "Easter Monday = 2020-04-13"]),
    ])
    func readsRelativeTimesAgainstTheReport(text: String, expected: [String]) {
        #expect(TimeSample.read(text) == expected)
    }

    @Test(arguments: [
        ("A two-hour meeting after three days of talks.", ["two-hour = PT2H", "three days = P3D"]),
        (
            "For several months, half a century and two and a half years.",
            ["several months = PXM", "half a century = P50Y", "two and a half years = P2Y6M"]
        ),
        ("In the past five years and for more than a month.", ["the past five years = P5Y", "more than a month = P1M"]),
        ("They patrol daily, every Monday and every two weeks.", ["daily = P1D", "every Monday = XXXX-WXX-1", "every two weeks = P2W"]),
        (
            "Now and in recent days they recently spoke of the future.",
            ["Now = PRESENT_REF", "recent days = PAST_REF", "recently = PAST_REF", "the future = FUTURE_REF"]
        ),
    ])
    func readsLengthsSetsAndReferences(text: String, expected: [String]) {
        #expect(TimeSample.read(text) == expected)
    }

    @Test(arguments: [
        "It may rain, and troops may march on.",
        "A MiG-29, an F-16 and 2,000 soldiers flew 1500 people out.",
        "The second man, 37 years old, paid $1,990.",
        "Prices rose 3.5% to 1462.93.",
        "The fall of the city was a spring for hope.",
        "The quarter-finals ended 2-1.",
    ])
    func leavesOtherWordsAlone(text: String) {
        #expect(TimeSample.read(text) == [])
    }

    @Test func keepsModifiers() {
        let document = TimeSample.document("In early 2015, about three years and late last week.", published: "2020-05-21")
        #expect(document.times.map(\.modifier) == ["START", "APPROX", "END"])
    }

    @Test(arguments: [
        ("Yesterday they left.", "Yesterday = XXXX-XX-XX"),
        ("On Thursday they left.", "Thursday = XXXX-WXX-4"),
        ("On 25 September they left.", "25 September = XXXX-09-25"),
    ])
    func staysRelativeWithoutAReportDate(text: String, expected: String) {
        #expect(TimeSample.read(text, published: nil) == [expected])
    }

    @Test func takesTheOneFullDateForItsWeekday() {
        let text = "The sergeant died on Thursday, a spokesman said today.\n\nHe was killed on the 29th March 2018, the ministry said."
        #expect(TimeSample.read(text, published: nil).first == "Thursday = 2018-03-29")
    }

    @Test func leansOnTheStoryInANarrative() {
        let text = """
            The war began on 3 March 1871. In April the capital fell, and the next day the king fled. By 1872 the south was lost. On 30 December 1872 \
            a truce was signed. In January it was broken; two months later the fleet sailed. In 1874 peace came.
            """
        #expect(
            TimeSample.read(text) == [
                "3 March 1871 = 1871-03-03", "April = 1871-04", "the next day = XXXX-XX-XX", "1872 = 1872", "30 December 1872 = 1872-12-30",
                "January = 1873-01", "two months later = 1873-03", "1874 = 1874",
            ])
    }

    @Test func comparesQuartersInBusinessNews() {
        let text = "Profit in the third quarter was $5 million. A year earlier it was $4 million."
        #expect(TimeSample.read(text, published: "1989-11-02") == ["the third quarter = 1989-Q3", "A year earlier = 1988-Q3"])
    }

    @Test func takesTheQuarterJustOver() {
        #expect(TimeSample.read("The firm will report its third quarter soon.", published: "1989-10-26") == ["its third quarter = 1989-Q3"])
    }

    @Test(arguments: Sample.hostile)
    func spansSliceBackInHostileText(text: String) {
        let document = TimeSample.document(text + " on 18 May 2020 " + text, published: "2020-05-21")
        for time in document.times {
            #expect(!document.text.words(time.span).isEmpty)
            #expect(document.tokens.indices.contains(time.tokens.lowerBound))
        }
    }

    @Test func readsALongLineInParts() {
        let text = String(repeating: "on 5 May 2020 and 1990-91-92-93 the the of of ", count: 1_000)
        #expect(TimeSample.document(text, published: nil).times.count >= 1_000)
    }
}
