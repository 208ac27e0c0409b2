import SaysoCore
import SaysoLexicon
import Testing

@Suite struct CueLexiconTests {
    private let cues = try! CueLexicon()

    @Test(arguments: [
        ("deny", Stance.denies), ("confirm", .confirms), ("accuse", .accuses), ("vow", .promises), ("threaten", .threatens),
        ("demand", .demands), ("predict", .predicts),
    ])
    func verbsGiveTheirStance(lemma: String, stance: Stance) {
        #expect(cues.entry(lemma, .verb)?.stance == stance)
        #expect(cues.entry(lemma, .verb)?.sense == .report)
    }

    @Test func `saying is a report, wishing an attitude, walking neither`() {
        #expect(cues.entry("say", .verb)?.sense == .report)
        #expect(cues.entry("want", .verb)?.sense == .attitude)
        #expect(cues.entry("walk", .verb) == nil)
    }

    @Test func `one word has one entry of a kind`() throws {
        let table = try LexiconTable(resource: "en/cues.tsv")
        let keys = table.rows.map { $0[1] + " " + $0[0] }
        #expect(Set(keys).count == keys.count)
    }
}

@Suite struct AttributionModelTests {
    @Test func `a model adds the weights of the features it knows`() throws {
        let header = "# title: t\n# source: s\n# licence: l\n# date: d\n# known problems: n\n# columns: model\tfeature\tweight\n"
        let table = try LexiconTable(
            path: "t", bytes: Array((header + "cue\tnext=that\t1.5\ncue\tkey+next=say|that\t2\nsource\tnext=that\t-1\n").utf8))
        let model = AttributionModel(table)
        var features = FeatureSet(keepsNames: true)
        features.add("next", "that")
        features.add("key+next", "say", "that")
        features.add("unknown", "a", "b", "c")
        #expect(model.cue.score(features) == 3.5)
        #expect(model.source.score(features) == -1)
        #expect(model.end.score(features) == 0)
        #expect(features.names == ["next=that", "key+next=say|that", "unknown=a|b|c"])
    }
}
