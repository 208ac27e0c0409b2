import SaysoCore
import SaysoLexicon
import Testing

@testable import SaysoClaims

@Suite struct RoleChanceTests {
    @Test(arguments: [(Float(0), "0"), (0.02, "1"), (0.3, "4"), (0.96, "9"), (1, "10")])
    func `counts in steps`(chance: Float, step: String) { #expect(RoleChance.step(chance) == step) }

    @Test func `knows only what the model saw with the event`() {
        var document = TreeSample.document("Rebels 2 nsubj\nseized 0 root\nSabha 2 obj\n. 2 punct")
        let silent = [Float](repeating: 0, count: 3)
        document.eventWords = [
            EventWord(
                token: 1, scores: EventType.allCases.map { $0 == .assault ? 2 : -3 }, modality: .occurred, window: 0..<3,
                roles: [[0.9, 0, 0.01], [0, 0, 0.6], silent, silent])
        ]
        let context = ClaimContext(document)
        let trigger = EventTrigger(
            form: .verb, token: 1, type: .assault, mode: nil, context: nil, roles: .subjectToObject, clause: nil, chunk: 0, evidence: 0..<3, rule: "test")
        let roles = RoleChance(trigger, in: context)
        #expect(roles.step(.actor, 0..<1) == "9" && roles.step(.actor, 2..<3) == "0" && roles.step(.recipient, 2..<3) == "6")
        #expect(roles.most(.actor) == "9" && roles.step(.actor, 3..<4) == "-")
    }
}
