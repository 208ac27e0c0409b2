import SaysoCore
import SaysoLexicon

/// A word that tells of an event, in its clause.
struct EventTrigger {
    enum Form: String, Equatable {
        /// "forces **took** the base"
        case verb
        /// "the **shelling** of the town continued"
        case noun
        /// "four were left **dead**": no word of the lexicon, but people counted by what happened to them
        case effect
    }
    let form: Form
    /// The token of the verb's or noun's head.
    let token: Int
    var type: EventType
    var mode: String?
    var context: String?
    let roles: TriggerLexicon.Roles
    /// Index into `Document.clauses`; nil for a noun in a line without a verb (a headline).
    let clause: Int?
    /// Index into `Document.chunks` that holds the trigger.
    let chunk: Int
    /// What becomes the claim's evidence, before it is cut to its voice's content.
    let evidence: Range<Int>
    var rule: Rule
}
