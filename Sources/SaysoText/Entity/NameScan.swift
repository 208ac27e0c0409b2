import SaysoCore
import SaysoLexicon

/// A document as names see it: the units and traits of its tokens, the states named in it, and whether a sentence's capitals tell anything.
struct NameScan {
    /// Words that tell of a state, at the token where they begin.
    struct StateHit {
        let state: Int
        let form: ActorState.Form
        /// Index behind the last token.
        let end: Int
    }

    let document: Document
    let lexicon: ActorLexicon
    private(set) var units: [UInt64] = []
    /// For each token the index of its first unit; one more entry closes the last.
    private(set) var firstUnit: [Int] = []
    private var tokenOfUnit: [Int32] = []
    private(set) var traits: [WordTraits] = []
    /// The sentence is written in capitals throughout.
    private(set) var isShouted: [Bool] = []
    /// Most words of the sentence begin with a capital: a headline, where capitals tell little.
    private(set) var isTitled: [Bool] = []
    private(set) var sentenceOf: [Int32] = []
    /// Which kind of place mention covers the token.
    private(set) var placeKind: [PlaceMention.Kind?] = []
    /// Units of capitalised words that stand alone: what people's family names do after their first mention.
    private(set) var loneNames: Set<UInt64> = []
    private(set) var states: [StateHit?] = []

    init(_ document: Document, lexicon: ActorLexicon) {
        self.document = document
        self.lexicon = lexicon
        let count = document.tokens.count
        firstUnit.reserveCapacity(count + 1)
        traits.reserveCapacity(count)
        for (index, token) in document.tokens.enumerated() {
            firstUnit.append(units.count)
            if token.shape != .punctuation || token.folded == "'s" { lexicon.units.append(token.folded, to: &units) }
            while tokenOfUnit.count < units.count { tokenOfUnit.append(Int32(index)) }
            traits.append(token.shape == .punctuation ? [] : lexicon.traits(of: token.folded))
        }
        firstUnit.append(units.count)
        isShouted = Array(repeating: false, count: count)
        isTitled = Array(repeating: false, count: count)
        sentenceOf = Array(repeating: -1, count: count)
        for (number, sentence) in document.sentences.enumerated() {
            var (small, large) = (0, 0)
            for index in sentence.tokens {
                let word = document.tokens[index]
                if word.shape == .lower { small += word.text.utf8.count > 3 ? 2 : 0 } else if word.isCapitalised { large += 1 }
            }
            let hasLower = sentence.tokens.contains { document.tokens[$0].shape == .lower }
            for index in sentence.tokens {
                isShouted[index] = !hasLower
                isTitled[index] = hasLower && large > 3 && small < large
                sentenceOf[index] = Int32(number)
            }
        }
        placeKind = Array(repeating: nil, count: count)
        for place in document.places {
            for token in place.tokens where token < count { placeKind[token] = place.kind }
        }
        for index in 0..<count where isNameLike(index) && firstUnit[index + 1] == firstUnit[index] + 1 && !isTitled[index] {
            let isAlone = (index == 0 || !isNameLike(index - 1)) && (index + 1 >= count || !isNameLike(index + 1))
            if isAlone { loneNames.insert(units[firstUnit[index]]) }
        }
        states = Array(repeating: nil, count: count)
        for index in 0..<count { states[index] = stateHit(at: index) }
    }

    var tokens: [Token] { document.tokens }

    /// Matches of a table that begin at `token` and end with a token, shortest first; `end` is the token behind.
    func matches(_ table: ActorLexicon.Table, at token: Int, limit: Int) -> [(end: Int, values: [Int32])] {
        let start = firstUnit[token]
        guard start < firstUnit[token + 1] else { return [] }
        let found = lexicon.matches(table, units, from: start, to: firstUnit[limit])
        if found.isEmpty { return [] }
        return found.compactMap { match in
            let last = Int(tokenOfUnit[match.end - 1])
            return firstUnit[last + 1] == match.end ? (last + 1, match.values) : nil
        }
    }

    func sentenceRange(of token: Int) -> Range<Int> {
        let number = Int(sentenceOf[token])
        return number >= 0 ? document.sentences[number].tokens : token..<token + 1
    }

    func isHeadline(_ token: Int) -> Bool {
        let number = Int(sentenceOf[token])
        return number >= 0 && document.sentences[number].isHeadline
    }

    func text(_ range: Range<Int>) -> String { document.text.words(document.span(range)) }

    /// The noun group that holds a token, by binary search.
    func nounGroup(of token: Int) -> Chunk? {
        let chunks = document.chunks
        let index = chunks.partitionIndex { $0.tokens.upperBound > token }
        return index < chunks.count && chunks[index].tokens.contains(token) && chunks[index].kind == .noun ? chunks[index] : nil
    }

    /// “Russian-made”, “Turkish-backed”: the state is only part of an adjective.
    func isHyphened(_ end: Int) -> Bool {
        end < tokens.count && !tokens[end].spaceBefore && tokens[end].text.hasPrefix("-")
            && !(end + 1 < tokens.count && states[end + 1] != nil)
    }

    /// "'s", or the bare apostrophe behind a plural.
    func isPossessive(_ token: Int) -> Bool {
        token >= 0 && token < tokens.count
            && (tokens[token].penn == .POS || tokens[token].folded == "'s" || (tokens[token].folded == "'" && !tokens[token].spaceBefore))
    }

    /// Written like a name: a capital where capitals mean something, the tagger's word where they do not.
    func isNameLike(_ token: Int) -> Bool {
        let word = tokens[token]
        guard word.shape != .punctuation, word.shape != .number, word.shape != .symbol else { return false }
        if isShouted[token] { return word.tag == .properNoun }
        if word.shape == .mixed, ["al-", "el-", "ad-", "as-", "ar-", "an-", "ash-", "ul-"].contains(where: word.text.hasPrefix) {
            return true
        }
        guard word.isCapitalised else { return false }
        switch word.tag {
        case .pronoun, .determiner, .adposition, .auxiliary, .coordinator, .subordinator, .particle, .adverb, .numeral: return false
        case .verb, .adjective, .noun, .interjection: return sentenceRange(of: token).lowerBound != token
        default: return true
        }
    }

    private func stateHit(at token: Int) -> StateHit? {
        let word = tokens[token]
        guard word.isCapitalised, word.tag != .pronoun || word.text != "US" || !isShouted[token] else { return nil }
        let limit = min(sentenceRange(of: token).upperBound, token + 6)
        // “Central American presidents”, “Latin America”: a part of the world, not the state.
        if token > 0, word.folded.hasPrefix("america"), ["central", "latin", "south", "north"].contains(tokens[token - 1].folded) {
            return nil
        }
        guard let match = matches(.states, at: token, limit: limit).last else { return nil }
        for index in token..<match.end where tokens[index].shape == .lower && match.end - token == 1 { return nil }
        // “Turkey” shouted could be the bird, “US” the pronoun: the tagger decides.
        if isShouted[token], match.end - token == 1, traits[token].contains(.guarded), word.tag != .properNoun { return nil }
        var best: StateHit?
        let isShort = match.end == token + 1 && word.shape == .capitalised && word.text.utf8.count < 5
        for value in match.values {
            guard let form = ActorState.Form(rawValue: value % 4) else { continue }
            let state = Int(value / 4)
            // “Car bomb”: CAR is an abbreviation.
            if isShort, lexicon.states[state].aliases.contains(word.text.uppercased()), lexicon.states[state].name != word.text { continue }
            if let known = best, rank(known.state) <= rank(state) { continue }
            best = StateHit(state: state, form: form, end: match.end)
        }
        return best
    }

    /// Of namesakes the living state first, then parts of states, then the dead.
    private func rank(_ state: Int) -> Int { lexicon.states[state].isEnded ? 2 : lexicon.states[state].isDependent ? 1 : 0 }
}
