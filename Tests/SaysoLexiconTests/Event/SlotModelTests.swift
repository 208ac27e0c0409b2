import Testing

@testable import SaysoLexicon

@Suite struct SlotModelTests {
    @Test(arguments: Slot.allCases)
    func `the trained networks load and weigh`(slot: Slot) throws {
        let model = try SlotModel()
        #expect(model.score(["none"], slot) != model.score(["never seen"], slot))
    }

    @Test func `the trigger's network loads, and takes a thought for no event`() throws {
        let model = try TriggerModel()
        #expect(model.type(["form=verb", "rule=event.verb-unlisted", "lex=verb:none", "lem=verb:think", "ev=none", "cue"]) == nil)
    }
}
