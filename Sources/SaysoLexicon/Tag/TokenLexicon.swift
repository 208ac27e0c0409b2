import SaysoCore

/// What the tokenizer and the sentence splitter know beforehand: abbreviations, prefixes, units, words that open sentences.
///
/// Asked with raw bytes; nothing here is asked for ordinary words, so plain dictionaries do.
public struct TokenLexicon: Sendable {
    public enum Abbreviation: String, Sendable {
        /// "Lt.", "Mr.": a name follows
        case title
        /// "No. 3", "p. 12": only before a number
        case number
        /// "Jan.", "Mon.": only when capitalised
        case month
        /// "Inc.", "Calif.": may end a sentence
        case name
        /// "p.m.", "a.m."
        case clock
        /// "etc."
        case end
        /// "e.g.", "vs.": something always follows
        case inner
        /// "Miss.", "Art.": an English word as well
        case ambiguous
    }

    private let abbreviations: [String: Abbreviation]
    private let lists: [String: Set<String>]
    private let contractions: [String: Int]
    private let states: Set<String>

    public init() throws(LexiconTable.Problem) {
        var abbreviations: [String: Abbreviation] = [:]
        for row in try LexiconTable(resource: "en/abbreviations.tsv").rows { abbreviations[row[0]] = Abbreviation(rawValue: row[1]) }
        var lists: [String: Set<String>] = [:]
        var contractions: [String: Int] = [:]
        for row in try LexiconTable(resource: "en/tokens.tsv").rows {
            if row[1] == "contraction" {
                contractions[row[0].filter { $0 != "|" }] = row[0].utf8.prefix { $0 != UInt8(ascii: "|") }.count
            } else {
                lists[row[1], default: []].insert(row[0])
            }
        }
        var states: Set<String> = []
        for row in try LexiconTable(resource: "shared/countries.tsv").rows {
            for cell in [row.list(4), row.list(5), row.list(6), row.list(7)] { states.formUnion(cell.map { Folding.fold($0) }) }
        }
        self.abbreviations = abbreviations
        self.lists = lists
        self.contractions = contractions
        self.states = states
    }

    /// The kind of abbreviation, asked without its last stop; nil for other words.
    public func abbreviation(_ word: ArraySlice<UInt8>) -> Abbreviation? { abbreviations[key(word)] }
    /// "anti", "ex", "non": stays with what it is hyphened to.
    public func isPrefix(_ word: ArraySlice<UInt8>) -> Bool { has("prefix", word) }
    /// "al", "ez", "bin": an article or particle inside a name.
    public func isArticle(_ word: ArraySlice<UInt8>) -> Bool { has("article", word) }
    /// "led", "made", "era": an English word that makes an adjective of the name before it.
    public func isTail(_ word: ArraySlice<UInt8>) -> Bool { has("tail", word) }
    /// "Iran", "Turkish", "US".
    public func isState(_ word: ArraySlice<UInt8>) -> Bool { states.contains(key(word)) }
    /// "km", "pm", "mm".
    public func isUnit(_ word: ArraySlice<UInt8>) -> Bool { has("unit", word) }
    /// A word that opens a sentence but hardly a name: "The", "He", "In".
    public func isOpener(_ folded: String) -> Bool { lists["opener"]?.contains(folded) ?? false }
    /// "said", "told": the verb that brings a quotation's speaker.
    public func isCue(_ folded: String) -> Bool { lists["cue"]?.contains(folded) ?? false }
    /// "Monday", "EST": what may follow "p.m." inside a sentence.
    public func isAfterClock(_ folded: String) -> Bool { lists["clock"]?.contains(folded) ?? false }
    /// Where "cannot" (can + not) falls apart, in bytes; nil for other words.
    public func contraction(_ word: ArraySlice<UInt8>) -> Int? { contractions[key(word)] }

    private func has(_ list: String, _ word: ArraySlice<UInt8>) -> Bool {
        word.count <= 16 && (lists[list]?.contains(key(word)) ?? false)
    }

    private func key(_ word: ArraySlice<UInt8>) -> String {
        String(decoding: word.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
}
