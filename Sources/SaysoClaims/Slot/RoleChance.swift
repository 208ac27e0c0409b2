import SaysoCore

/// How surely the language model lets words fill a role of one event, in steps that a linear model can weigh.
struct RoleChance {
    private let event: EventWord?

    init(_ trigger: EventTrigger, in context: ClaimContext) { event = context.eventWord(at: trigger.token) }

    /// “-” where the model did not see the two together.
    func step(_ role: EventWord.Role, _ tokens: Range<Int>) -> String {
        guard let event, event.window.overlaps(tokens) else { return "-" }
        return Self.step(event.chance(role, tokens))
    }

    /// The surest word of all that the model saw with the event.
    func most(_ role: EventWord.Role) -> String {
        guard let event else { return "-" }
        return Self.step(event.chance(role, event.window))
    }

    private static let steps: [Float] = [0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.97]
    static func step(_ chance: Float) -> String { String(steps.partitionIndex { $0 > chance }) }
}
