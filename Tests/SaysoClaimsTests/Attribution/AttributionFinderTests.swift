import SaysoClaims
import SaysoCore
import Testing

@Suite struct AttributionFinderTests {
    @Test(arguments: [
        ("The ministry said on Tuesday that two convoys had crossed the river.", "The ministry | said | that two convoys had crossed the river"),
        ("Two convoys crossed the river, according to the mayor.", "the mayor | according to | Two convoys crossed the river"),
        ("According to witnesses, soldiers fired into the crowd.", "witnesses | According to | soldiers fired into the crowd"),
        ("“The bridge is gone,” said Anna Ruiz, the spokeswoman for the governor.", "Anna Ruiz, the spokeswoman for the governor | said | The bridge is gone"),
        ("The army denied that its planes had hit the market.", "The army | denied | that its planes had hit the market"),
        ("The minister threatened to close the border.", "The minister | threatened | to close the border"),
        ("The council demanded the release of all prisoners.", "The council | demanded | the release of all prisoners"),
        ("“If they come,” he said, “we will fight.”", "he | said | If they come … we will fight"),
        ("His concern is that the talks will fail.", "His | concern is | that the talks will fail"),
        ("In the eyes of the opposition, the vote was a sham.", "the opposition | In the eyes of | the vote was a sham"),
        ("The president, who vowed to retake the city, flew home.", "who | vowed | to retake the city"),
        ("THE MAYOR SAID THAT THE GUERRILLAS HAD BURNED TWO BUSES.", "THE MAYOR | SAID | THAT THE GUERRILLAS HAD BURNED TWO BUSES"),
    ])
    func findsSourceCueAndContent(text: String, expected: String) {
        #expect(AttributionSample.lines(text).contains(expected), "found: \(AttributionSample.lines(text))")
    }

    @Test func `the addressee is no link of the chain`() {
        #expect(AttributionSample.lines("Karim Haddad told AFP that the road was open.") == ["Karim Haddad | told | that the road was open"])
    }

    @Test func `a hedge without a voice has an empty source`() throws {
        let found = try #require(AttributionSample.attributions("The rebels reportedly took the town on Monday.").first)
        #expect(found.source.isEmpty)
        #expect(found.cue.words == "reportedly")
    }

    @Test func `speech goes on over paragraphs until somebody else speaks`() {
        let text = "\"They shelled us all night,\" she said.\n\n\"Nobody came to help.\"\n\nThe army has left the town."
        #expect(AttributionSample.lines(text).first == "she | said | They shelled us all night … Nobody came to help")
    }

    @Test func `a voice about its own words is no second link`() {
        #expect(AttributionSample.lines("“We can confirm that the airport was hit,” a spokesman said.") == [
            "a spokesman | said | We can confirm that the airport was hit"
        ])
    }

    @Test(arguments: [
        ("The ministry said that two men had died.", Attribution.Kind.indirect),
        ("“Two men have died,” the ministry said.", .direct),
        ("The ministry said that two men had “died like heroes” in the town.", .mixed),
    ])
    func kindFollowsTheQuotationMarks(text: String, kind: Attribution.Kind) {
        #expect(AttributionSample.attributions(text).first?.kind == kind)
    }

    @Test(arguments: [
        ("The army denied that it had fired.", Stance.denies), ("The army confirmed that it had fired.", .confirms),
        ("The rebels threatened to attack the port.", .threatens), ("The army accused the rebels of firing first.", .accuses),
        ("The rebels demanded the release of the prisoners.", .demands),
    ])
    func stanceComesFromTheCue(text: String, stance: Stance) {
        #expect(AttributionSample.attributions(text).first?.stance == stance)
    }

    @Test func `a neutral cue gives no stance`() {
        #expect(AttributionSample.attributions("The army said that it had fired.").first?.stance == nil)
    }

    @Test func `the same report gives the same ids twice`() {
        let text = "The army said that it had fired. The rebels denied that they had fled."
        #expect(AttributionSample.attributions(text).map(\.id) == AttributionSample.attributions(text).map(\.id))
        #expect(Set(AttributionSample.attributions(text).map(\.id)).count == AttributionSample.attributions(text).count)
    }

    @Test func `every passage slices back to its words, whatever the text`() {
        let texts = [
            "", "“", "said said said", "“““““ he said ””””", "According to", ": : :", "“A” said “B” said “C”", "He said: “", "as saying as saying", "quoted by by by",
            String(repeating: "he said that ", count: 200), String(repeating: "“no” ", count: 200), String(repeating: "quoting police, ", count: 200),
        ]
        for text in texts {
            let document = AttributionSample.finder.run(AttributionSample.document(text))
            for attribution in document.attributions {
                for passage in attribution.source + attribution.cue + attribution.content {
                    #expect(document.text.words(passage.span) == passage.words)
                    #expect(!passage.span.isEmpty)
                }
            }
        }
    }
}
