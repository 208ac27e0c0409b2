public import SaysoCore

/// Where one event of a sentence happened: the place that the words tie to its verb, or none, which is the answer half of the time.
///
/// “A man was **shot** in Hebron, 30 km south of Jerusalem” → Hebron. Each place of the sentence is weighed by its preposition, its distance
/// and what stands between: the weights are rounded by hand from the counts over coded sentences. Where the language model sees an event, its word counts most.
public struct EventPlaceFinder: Sendable {
    public init() {}

    /// The index of the mention in `document.places`, nil where the sentence does not say.
    public func place(of event: TextSpan, in document: Document) -> Int? {
        let trigger = document.tokens.partitionIndex { $0.span.end > event.start }
        guard trigger < document.tokens.count, let sentence = document.sentence(ofToken: trigger) else { return nil }
        let tokens = document.sentences[sentence].tokens
        var best: (score: Double, index: Int)?
        let event = document.eventWords.first { $0.token == trigger }
        let first = document.places.partitionIndex { $0.tokens.lowerBound >= tokens.lowerBound }
        for index in first..<document.places.count {
            let mention = document.places[index]
            guard mention.tokens.lowerBound < tokens.upperBound else { break }
            guard mention.kind == .place || mention.kind == .metonym, !mention.tokens.isEmpty, !mention.tokens.contains(trigger) else {
                continue
            }
            var score = score(mention, trigger, tokens, document)
            if let event { score += Self.trust * (Double(event.chance(.place, mention.tokens)) - Self.even) }
            if score > best?.score ?? Self.least { best = (score, index) }
        }
        return best?.index
    }

    /// What the language model's word for a place of the event weighs beside the rules, and the chance at which it speaks neither for nor against: chosen on the
    /// training part of the coded sentences.
    private static let (trust, even) = (12.0, 0.35)

    /// Below this the sentence does not tell the event's place.
    private static let least = 0.6

    private func score(_ mention: PlaceMention, _ trigger: Int, _ sentence: Range<Int>, _ document: Document) -> Double {
        let tie = tie(mention, sentence, document)
        let isAfter = mention.tokens.lowerBound > trigger
        var score: Double
        if Self.locating.contains(tie.word) {
            score = tie.isOf ? 3.6 : 3  // “in the town of Sirmin”, “in Hebron”
        } else if isAfter, tie.stop <= trigger {
            score = 3  // “captured Palmyra”
        } else if tie.word == "to" || tie.word == "toward" || tie.word == "towards" {
            score = 1.4
        } else {
            score = 0.3
        }
        if isModifier(mention, document) { score -= 0.9 }  // “Aleppo residents”, “Libya's army”
        let between =
            isAfter ? (trigger + 1)..<mention.tokens.lowerBound : mention.tokens.upperBound..<max(mention.tokens.upperBound, trigger)
        score -= Double(between.count) * (isAfter ? 0.04 : 0.19)
        for token in document.tokens[between] {
            if token.tag == .verb { score -= isAfter ? 0.8 : 1 }
            if token.text == "," || token.text == ";" { score -= 1.5 }
            if Self.opening.contains(token.folded) { score -= 0.35 }
        }
        // “In Baghdad, soldiers demonstrated”
        if mention.tokens.lowerBound - sentence.lowerBound < 6, Self.locating.contains(tie.word) { score += 2.2 }
        // Words are spoken somewhere too, but reports seldom say where.
        if Self.speaking.contains(document.tokens[trigger].lemma) { score -= 2.4 }
        return score
    }

    /// The preposition before a name, over articles, adjectives and nouns; `isOf`: behind an “of” (“in the city of”). `stop`: where the walk ended.
    private func tie(_ mention: PlaceMention, _ sentence: Range<Int>, _ document: Document) -> (word: String, isOf: Bool, stop: Int) {
        var at = mention.tokens.lowerBound - 1
        var steps = 0
        var isOf = false
        while at >= sentence.lowerBound, steps < 6 {
            let token = document.tokens[at]
            if token.tag == .adposition {
                guard token.folded == "of", !isOf else { return (token.folded, isOf, at) }
                isOf = true
            } else {
                switch token.tag {
                case .determiner, .adjective, .noun, .properNoun, .particle, .numeral: break
                default: if token.text != "-" { return ("", isOf, at) }
                }
            }
            at -= 1
            steps += 1
        }
        return ("", isOf, at)
    }

    private func isModifier(_ mention: PlaceMention, _ document: Document) -> Bool {
        guard mention.tokens.upperBound < document.tokens.count else { return false }
        let next = document.tokens[mention.tokens.upperBound]
        if next.folded == "'s" || next.folded == "'" { return true }
        return next.tag == .noun && !Self.grounds.contains(next.folded)
    }

    private static let locating: Set<String> = [
        "in", "at", "near", "outside", "around", "inside", "on", "over", "across", "throughout", "into", "along", "off", "within", "above",
        "through",
    ]
    private static let opening: Set<String> = [
        "who", "which", "that", "where", "when", "while", "after", "before", "because", "since", "as",
    ]
    private static let grounds: Set<String> = [
        "city", "town", "village", "province", "district", "area", "region", "governorate", "countryside", "airport",
    ]
    private static let speaking: Set<String> = [
        "say", "tell", "quote", "announce", "warn", "call", "claim", "report", "add", "insist", "vow", "demand", "urge", "deny", "accuse",
    ]
}
