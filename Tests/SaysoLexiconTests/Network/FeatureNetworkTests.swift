import Testing

@testable import SaysoLexicon

/// Two outputs, one hidden unit. "a": linear 1, −1 (10 and −10 tenths), hidden 2; "b": hidden −5.
@Suite struct FeatureNetworkTests {
    private static func table(_ rows: String = "a\t0.1\t0.5\tCvYE\nb\t0.1\t0.5\tAAD2\n", bias: String = "0.5 0") throws -> LexiconTable {
        let header = """
            # title: t
            # source: s
            # licence: l
            # date: d
            # known problems: n
            # outputs: no yes
            # bias: \(bias)
            # hidden bias: 0
            # output weights: 1 3
            # columns: feature\tlinear scale\thidden scale\tweights

            """
        return try LexiconTable(path: "t", bytes: Array((header + rows).utf8))
    }

    struct Case: Sendable {
        let features: [String]
        let scores: [Float]
    }

    @Test(arguments: [
        Case(features: ["a"], scores: [3.5, 5]),  // the hidden unit is open
        Case(features: ["b"], scores: [0.5, 0]),  // closed
        Case(features: ["a", "b"], scores: [1.5, -1]),  // 2 − 5 closes it
        Case(features: ["a", "a", "unheard of"], scores: [3.5, 5]),  // each once, the unknown weighs nothing
        Case(features: [], scores: [0.5, 0]),
    ])
    func `sums, opens and closes`(sample: Case) throws {
        let scores = try FeatureNetwork(Self.table()).scores(sample.features)
        for (score, wanted) in zip(scores, sample.scores) { #expect(abs(score - wanted) < 1e-5) }
    }

    @Test func `is blind to order`() throws {
        let network = try FeatureNetwork(Self.table())
        #expect(network.scores(["a", "b"]) == network.scores(["b", "a"]))
    }

    @Test(arguments: ["a\t0.1\t0.5\tCv==\n", "a\tx\t0.5\tCvYE\n", "a\t0.1\t0.5\t!!!\n"])
    func `refuses a broken row`(row: String) throws {
        let table = try Self.table(row)
        #expect(throws: LexiconTable.Problem.self) { try FeatureNetwork(table) }
    }

    @Test func `refuses a header of another size`() throws {
        let table = try Self.table(bias: "0.5")
        #expect(throws: LexiconTable.Problem.self) { try FeatureNetwork(table) }
    }
}
