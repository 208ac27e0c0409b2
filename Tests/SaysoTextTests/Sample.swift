import SaysoCore
import SaysoLexicon
import SaysoText

/// The small documents that these tests read.
enum Sample {
    static let words = try! TokenLexicon()

    static func segmented(_ text: String) -> Document {
        let report = Report(id: ReportID("test"), text: SourceText(text))
        return SentenceSplitter(words: words).run(Tokenizer(words: words).run(Document(report)))
    }

    static let tagger = Tagger(model: try! TaggerModel(), lemmas: try! LemmaTable())

    static func tagged(_ text: String) -> Document { tagger.run(segmented(text)) }

    static func chunked(_ text: String) -> Document { Chunker().run(tagged(text)) }

    static func quoted(_ text: String) -> Document { QuotationFinder(words: words).run(tagged(text)) }

    /// Texts that no tokenizer should stumble over.
    static let hostile: [String] = [
        "", " ", "\n\n\n", "\u{0}", "a\u{0}b\u{0}.", "e\u{301}\u{301}\u{301}cole", "\u{301}", "👩‍👩‍👧‍👦 fled 🇱🇾🇹🇷. 🏳️‍🌈",
        "مقاتلات «ميغ» في ليبيا، قال. ثم", "a\u{A0}b\u{202F}c",
        "one.\r\ntwo.\r\rthree\u{2028}four", "'''''", "\"\"\"\"", "((((((", ". . . .", "....", "U.S.U.S.U.S.", "-----", "a-", "-a", "’s",
        "n't", "'", "@", "http://", "www.",
        String(repeating: "x", count: 5000), String(repeating: ".", count: 5000), String(repeating: "a.", count: 3000),
        String(repeating: "\n", count: 5000),
        String(repeating: "-", count: 3000), String(repeating: "'", count: 3001), String(repeating: "a-", count: 3000),
        String(repeating: "\u{301}", count: 3000),
        String(repeating: "1,", count: 3000), String(repeating: "“", count: 3000), "\u{FEFF}Start", "5\u{20E3}", "\u{200D}\u{200D}",
        "10km-20km", "a@b@c@d", "U.S.-", "\u{1F1E6}",
    ]
}
