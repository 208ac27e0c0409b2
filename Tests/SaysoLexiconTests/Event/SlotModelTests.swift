import Testing

@testable import SaysoLexicon

/// Weights of candidates: each slot has its own, unknown signs weigh nothing.
@Suite struct SlotModelTests {
    private let model: SlotModel

    init() throws {
        let header = "# title: t\n# source: s\n# licence: l\n# date: d\n# known problems: n\n# margin-actor: 0.5\n# columns: feature\tslot\tweight\n"
        model = SlotModel(
            try LexiconTable(path: "t", bytes: Array((header + "subject\tactor\t1.5\nsubject\trecipient\t-1\nnear\tplace\t0.25\n").utf8)))
    }

    @Test func `a sign weighs in its own slots`() {
        let score = model.score(["subject", "near", "never seen"])
        #expect(score[0] == 1.5 && score[1] == -1 && score[2] == 0.25 && score[3] == 0)
    }

    @Test func `only a slot with a margin takes a second candidate`() {
        #expect(model.margin(.actor) == 0.5)
        #expect(model.margin(.place) == 0)
    }

    @Test func `the trained weights load`() throws {
        #expect(try SlotModel().score(["none"]) != .zero)
    }
}
