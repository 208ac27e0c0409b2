/// Forms whose lemma no rule finds: "took" (verb) → "take", "gunmen" (noun) → "gunman".
public struct LemmaTable: Sendable {
    public enum WordClass: String, Sendable, CaseIterable { case verb, noun, adjective, adverb }
    private let lemmas: [WordClass: [String: String]]

    public init() throws(LexiconTable.Problem) {
        var lemmas: [WordClass: [String: String]] = [:]
        for row in try LexiconTable(resource: "en/lemmas.tsv").rows {
            if let kind = WordClass(rawValue: row[1]) { lemmas[kind, default: [:]][row[0]] = row[2] }
        }
        self.lemmas = lemmas
    }

    public func lemma(_ folded: String, _ kind: WordClass) -> String? { lemmas[kind]?[folded] }
}
