import SaysoClaims
import SaysoCore
import SaysoLexicon
import SaysoText

/// The order in which a report is read. Extending it is one line here.
enum StandardPipeline {
    static func stages() throws -> [any Stage<Document, Document>] {
        let lexicons = try Lexicons()
        let words = try TokenLexicon()
        return [
            Tokenizer(words: words),
            SentenceSplitter(words: words),
            Tagger(model: try TaggerModel(), lemmas: try LemmaTable()),
            try ResidueFinder(),
            Chunker(),
            QuotationFinder(words: words),
            lexicons.places,
            TimeFinder(lexicon: try TimeLexicon()),
            MentionFinder(lexicon: lexicons.actors),
            try QuantityFinder(),
            lexicons.equipment,
            try PeopleCounter(),
            try EpithetFinder(),
            lexicons.attributions,
            ClauseFinder(),
            ClaimFinder(
                triggers: try TriggerLexicon(), lightVerbs: try LightVerbs(), model: try TriggerModel(), slots: try SlotModel()),
            LabelFinder(),
        ]
    }
}
