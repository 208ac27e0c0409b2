public import SaysoCore
public import SaysoLexicon

/// Gives every token its universal tag, its Penn tag and its lemma.
///
/// *Reads* `tokens`, `sentences`; *writes* `tags`.
///
///     “Forces took Al-Watiya” → Forces NOUN NNS force · took VERB VBD take · Al-Watiya PROPN NNP Al-Watiya
///
/// An averaged perceptron, greedy from left to right (Collins 2002), trained by Training/tagger on UD English. It stands in until the
/// language engine fills the same fields. Upper-case wire text and title-case headlines were in its training; other languages come out as
/// names.
public struct Tagger: Stage {
    public let name = "tagger"
    public let reads: Set<Layer> = [.tokens, .sentences]
    public let writes: Set<Layer> = [.tags]

    private let model: TaggerModel
    private let lemmas: Lemmatizer
    private let tags: [(UniversalTag, PennTag)]

    public init(model: TaggerModel, lemmas: LemmaTable) {
        self.model = model
        self.lemmas = Lemmatizer(table: lemmas)
        tags = model.tags.map { name in
            let parts = name.split(separator: "|", maxSplits: 1)
            return (UniversalTag(rawValue: String(parts.first ?? "X")) ?? .other, PennTag(rawValue: String(parts.last ?? "_")) ?? .none)
        }
    }

    public func run(_ document: consuming Document) -> Document {
        var document = document
        var tokens = document.tokens
        document.tokens = []  // so that the tokens are changed in place
        var words: [TagFeatures] = []
        var keys: [UInt32] = []
        var scores = [Int32](repeating: 0, count: tags.count)
        for sentence in document.sentences {
            let range = sentence.tokens
            let casing = TagFeatures.casing(tokens[range])
            words.removeAll(keepingCapacity: true)
            var isFirst = true
            for index in range {
                words.append(TagFeatures(tokens[index], isFirst: isFirst, casing: casing, model: model))
                if tokens[index].shape != .punctuation { isFirst = false }
            }
            var (last, before) = (TagFeatures.start, TagFeatures.start)
            for (place, index) in range.enumerated() {
                var best = 0
                if words[place].isCertain {
                    best = Int(words[place].kind)
                } else {
                    TagFeatures.keys(words, place, last: last, before: before, into: &keys)
                    for tag in scores.indices { scores[tag] = 0 }
                    model.add(keys, to: &scores)
                    for tag in scores.indices where scores[tag] > scores[best] { best = tag }
                }
                before = last
                last = UInt32(best)
                (tokens[index].tag, tokens[index].penn) = tags[best]
                correct(&tokens[index])
                // An unknown word with a capital inside a sentence is a name, whatever its ending looks like.
                if words[place].kind == TagFeatures.noClass, casing == .normal, place > 0, tokens[index].isCapitalised,
                    isMisjudgedName(tokens[index])
                {
                    (tokens[index].tag, tokens[index].penn) = (.properNoun, tokens[index].penn == .NNS ? .NNPS : .NNP)
                }
            }
            for index in range {
                tokens[index].lemma = lemmas.lemma(tokens[index], isUpperText: casing == .upper, isFirst: index == range.lowerBound)
                // "it's been taken"
                if index > range.lowerBound, tokens[index - 1].folded == "'s", tokens[index - 1].tag == .auxiliary,
                    isAfterHave(tokens[index].folded)
                {
                    tokens[index - 1].lemma = "have"
                }
            }
        }
        document.tokens = tokens
        return document
    }

    private func isMisjudgedName(_ token: Token) -> Bool {
        switch token.tag {
        case .verb, .adverb, .other, .adposition, .interjection, .auxiliary, .pronoun, .determiner: true
        case .noun: token.penn == .NN
        default: false
        }
    }

    private func isDesignation(_ text: String) -> Bool {
        guard let first = text.utf8.first, (0x41...0x5A).contains(first) else { return false }
        return text.utf8.contains { (0x30...0x39).contains($0) }
    }

    private func isAfterHave(_ folded: String) -> Bool { folded == "been" || folded == "had" || folded == "got" }

    /// What needs no statistics.
    private func correct(_ token: inout Token) {
        // A designation ("Burkan-2H") is a name.
        if token.tag == .adjective || token.tag == .verb, token.shape == .mixed || token.shape == .upper, isDesignation(token.text) {
            (token.tag, token.penn) = (.properNoun, .NNP)
        }
        guard token.shape == .punctuation else { return }
        switch token.text {
        case "“", "«", "‘", "``", "„": (token.tag, token.penn) = (.punctuation, .openQuote)
        case "”", "»", "''": (token.tag, token.penn) = (.punctuation, .closeQuote)
        case "\"": (token.tag, token.penn) = (.punctuation, token.spaceBefore ? .openQuote : .closeQuote)
        case "(", "[": (token.tag, token.penn) = (.punctuation, .openBracket)
        case ")", "]": (token.tag, token.penn) = (.punctuation, .closeBracket)
        default: break
        }
    }
}
