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

    /// “Ford said on Tuesday it lost money in 2008”: each time is its own verb's.
    @Test func `takes the time that hangs on the event`() throws {
        var document = TimeSample.document("Ford said on Tuesday it lost money in 2008.", published: "2009-11-05")
        let heads = [2, 0, 4, 2, 6, 2, 6, 9, 6, 2]
        let verbs: Set = ["said", "lost"]
        document.tree = heads.map { Dependency(head: $0 == 0 ? nil : $0 - 1, relation: "dep") }
        for index in document.tokens.indices { document.tokens[index].tag = verbs.contains(document.tokens[index].text) ? .verb : .noun }
        func date(_ word: String) throws -> String? { EventDater(document).date(of: try #require(document.tokens.first { $0.text == word }).span) }
        #expect(try date("said") == "2009-11-03")
        #expect(try date("lost") == "2008")
        #expect(try date("money") == "2008")
    }

    @Test func hasNoDateWhereNothingTellsOne() {
        let document = TimeSample.document("Rebels attacked the town.", published: nil)
        #expect(EventDater(document).date(of: TextSpan(7, 15)) == nil)
    }
}
