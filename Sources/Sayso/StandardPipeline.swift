import SaysoClaims
import SaysoCore
import SaysoLexicon
import SaysoText

/// The order in which a report is read. Extending it is one line here.
enum StandardPipeline {
    static func stages() throws -> [any Stage<Document, Document>] {
        let words = try TokenLexicon()
        return [
            Tokenizer(words: words),
            SentenceSplitter(words: words),
            Tagger(model: try TaggerModel(), lemmas: try LemmaTable()),
            try ResidueFinder(),
            Chunker(),
            QuotationFinder(words: words),
            try PlaceFinder(),
            TimeFinder(lexicon: try TimeLexicon()),
            MentionFinder(lexicon: try ActorLexicon()),
            try QuantityFinder(),
            try EquipmentFinder(),
            try PeopleCounter(),
            try EpithetFinder(),
            try AttributionFinder(),
            ClauseFinder(),
            ClaimFinder(triggers: try TriggerLexicon(), lightVerbs: try LightVerbs(), model: try TriggerModel()),
            LabelFinder(),
        ]
    }
}
