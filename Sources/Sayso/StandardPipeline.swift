import SaysoClaims
import SaysoCore
import SaysoLexicon
import SaysoText

/// The order in which a report is read. Extending it is one line here.
struct StandardPipeline {
    /// What gives words their tags: the language model, or the perceptron where there is none.
    let tagger: any Stage<Document, Document>
    /// From text to tags and trees.
    let words: [any Stage<Document, Document>]
    /// From there to claims.
    let claims: [any Stage<Document, Document>]

    init(model: ModelFolder?, places: OwnPlaces?) throws {
        let lexicons = try Lexicons(model: model, places: places)
        let tokens = try TokenLexicon()
        tagger =
            if let model = lexicons.model {
                LanguageReader(model: model, lemmas: try LemmaTable(), actors: lexicons.actors)
            } else {
                Tagger(model: try TaggerModel(), lemmas: try LemmaTable())
            }
        words = [Tokenizer(words: tokens), SentenceSplitter(words: tokens), tagger]
        claims = [
            try ResidueFinder(),
            Chunker(),
            QuotationFinder(words: tokens),
            lexicons.places,
            TimeFinder(lexicon: try TimeLexicon()),
            MentionFinder(lexicon: lexicons.actors),
            try QuantityFinder(),
            lexicons.equipment,
            try PeopleCounter(),
            try EpithetFinder(),
            lexicons.attributions,
            ClauseFinder(),
            ClaimFinder(triggers: try TriggerLexicon(), lightVerbs: try LightVerbs(), model: lexicons.triggers, slots: lexicons.slots),
            LabelFinder(),
        ]
    }
}
