import Testing

@testable import SaysoEngine

@Suite struct CaseShapeTests {
    @Test(arguments: [
        ("the", CaseShape.lower), ("don't", .lower), ("’s", .lower), ("Libya", .capitalised), ("O'brien", .capitalised), ("NATO", .upper),
        ("U.S.", .upper), ("I", .initial), ("É", .initial), ("McCain", .mixed), ("iPhone", .mixed), ("MiG-29", .digit), ("1990s", .digit),
        ("x²", .digit), ("…", .noLetter), ("", .noLetter), ("$", .noLetter), ("東京", .mixed), ("محمد", .mixed), ("ªb", .lower),
        ("ǅ", .mixed), ("Élysée", .capitalised), ("ÉLYSÉE", .upper), ("'Tis", .mixed),
    ])
    func `tells how a word is written`(word: String, shape: CaseShape) {
        #expect(CaseShape(word) == shape)
    }
}
