import SaysoCore
import SaysoText
import Testing

@Suite struct EventDaterTests {
    @Test(arguments: [
        ("Rebels attacked the town on Monday.", "attacked", "2020-05-18"),
        ("Rebels attacked the town.", "attacked", "2020-05-21"),
        ("On 3 March 2019 the mine exploded, killing two who were buried on 5 March 2019.", "exploded", "2019-03-03"),
        ("He has been held for three days.", "held", "2020-05-21"),
    ])
    func takesTheNearestTimeOfTheSentence(text: String, word: String, expected: String) throws {
        let document = TimeSample.document(text, published: "2020-05-21")
        let token = try #require(document.tokens.first { $0.text == word })
        #expect(EventDater(document).date(of: token.span) == expected)
    }

    @Test func hasNoDateWhereNothingTellsOne() {
        let document = TimeSample.document("Rebels attacked the town.", published: nil)
        #expect(EventDater(document).date(of: TextSpan(7, 15)) == nil)
    }
}
