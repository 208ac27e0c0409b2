import SaysoCore

/// A mention before it is written into the document.
struct MentionDraft {
    var tokens: Range<Int>
    var head: Int
    var form: Mention.Form
    var entity: Int
    var side: Int?
    var rule: Rule

    init(_ tokens: Range<Int>, head: Int? = nil, _ form: Mention.Form, _ entity: Int, side: Int? = nil, rule: Rule) {
        self.tokens = tokens
        self.head = head ?? tokens.upperBound - 1
        self.form = form
        self.entity = entity
        self.side = side
        self.rule = rule
    }

    /// By name.
    init(_ tokens: Range<Int>, _ entity: Int, side: Int? = nil, rule: Rule) {
        self.init(tokens, .name, entity, side: side, rule: rule)
    }
}
