public import SaysoCore

/// Gives loaded words their voice: in quotation marks or direct speech the speaker's, in indirect speech the outlet's (CLAIMS.md, Labels).
///
/// Reads epithets and attributions, writes labels.
public struct LabelFinder: Stage {
    public let name = "label-finder"
    public let reads: Set<Layer> = [.epithets, .mentions, .attributions, .quotations]
    public let writes: Set<Layer> = [.labels]

    public init() {}

    public func run(_ document: consuming Document) -> Document {
        var document = document
        let context = ClaimContext(document)
        let chains = ChainFinder(document)
        document.labels = document.epithets.enumerated().map { _, epithet in
            let speaker = chains.chain(over: document.tokens[epithet.loaded].span).last
            let isQuoted = document.quotations.contains { $0.span.contains(document.tokens[epithet.loaded].span) }
            let voice: Label.Voice = speaker.map { isQuoted || $0.kind == .direct ? .attribution($0.id) : .outlet } ?? .outlet
            let entity = epithet.tokens.reversed().lazy.compactMap { context.mention(at: $0) }.first
                .map { document.entities[document.mentions[$0].entity] }
            return Label(
                id: .stable("l", in: document.report.id, spans: [epithet.span]), voice: voice, words: document.text.passage(epithet.span),
                entity: entity, polarity: epithet.polarity, rule: epithet.rule)
        }
        return document
    }
}
