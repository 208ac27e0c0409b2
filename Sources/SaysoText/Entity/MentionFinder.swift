public import SaysoCore
public import SaysoLexicon

/// Finds who is spoken of: every mention of a person, government, organisation, armed group or people, and the entity that it stands for.
///
/// *Reads* `sentences`, `tokens`, `tags`, `chunks`, and `places` where they are there; *writes* `mentions` (and `Document.entities`).
///
///     “GNA Interior Minister Fathi Bashagha said his forces would strike.”
///     GNA Interior Minister Fathi Bashagha → Fathi Bashagha, side Government of National Accord · his → Fathi Bashagha · forces →
/// Government of National Accord
///
/// Names come first, from the lexicon and by form; then surnames, roles, generic agents and pronouns look back at them. An unnamed “army”
/// or “police” is that of the state in which the report plays. Mentions never overlap and are sorted by place. Two people of one surname
/// are told apart by who was named last; a capital is its government only where it acts.
public struct MentionFinder: Stage {
    public let name = "mention-finder"
    public let reads: Set<Layer> = [.sentences, .tokens, .tags, .chunks]
    public let writes: Set<Layer> = [.mentions]

    private let lexicon: ActorLexicon

    public init(lexicon: ActorLexicon) { self.lexicon = lexicon }

    public func run(_ document: consuming Document) -> Document {
        var document = document
        let scan = NameScan(document, lexicon: lexicon)
        var names = NameFinder(scan: scan, geography: Geography(scan))
        names.find()
        var nominals = NominalFinder(names)
        nominals.find()
        document.mentions = nominals.drafts.map { draft in
            Mention(
                span: document.span(draft.tokens), tokens: draft.tokens, head: draft.head, form: draft.form, entity: draft.entity,
                side: draft.side, rule: draft.rule)
        }
        document.entities = nominals.book.closed()
        return document
    }
}
