import Testing

@testable import SaysoLexicon

@Suite struct SlotModelTests {
    @Test(arguments: Slot.allCases)
    func `the trained networks load and weigh`(slot: Slot) throws {
        let model = try SlotModel()
        #expect(model.score(["none"], slot) != model.score(["never seen"], slot))
    }

    @Test func `the trigger's network loads, and takes nothing for no event`() throws {
        #expect(try TriggerModel().type(["never seen"]) == nil)
    }
}
