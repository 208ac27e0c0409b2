import SaysoCore

/// Reads one noun group: determiner, numbers, modifiers, nouns, and whatever a possessive adds.
struct NounGroupParser {
    let tokens: [Token]
    let range: Range<Int>

    /// What a token is to a noun group.
    private enum Part { case determiner, number, modifier, adverb, noun, pronoun, possessive, participle, hyphen, currency, none }

    /// The group that begins at `start`; nil where none does.
    func group(at start: Int) -> Chunk? {
        var index = start
        var head: Int?
        // What was read since the last noun or possessive, and whether it can carry a participle ("the besieged city").
        var (hasOpened, hasNumber, isInMarks) = (false, false, false)
        // No noun yet, or none since a possessive.
        var isAwaiting = true
        reading: while index < range.upperBound {
            let (kind, end) = unit(index)
            switch kind {
            case .pronoun:
                guard index == start else { break reading }
                return Chunk(kind: .noun, tokens: start..<end, head: end - 1)
            case .determiner:
                guard head == nil, !hasNumber else { break reading }
                hasOpened = true
            case .adverb:
                // "some very old tanks", "about 20 men": only before what goes on
                guard isAwaiting, let next = part(at: end), next == .number || (hasOpened && (next == .modifier || next == .participle))
                else {
                    break reading
                }
            case .currency:
                guard isAwaiting || hasNumber else { break reading }
                hasOpened = true
            case .number:
                if let head, !isAwaiting, !attachesNumber(index, end, head) { break reading }
                hasNumber = true
                hasOpened = true
                // "six" of "six men" is no head, "six" alone is.
                if head == nil, !goesOn(end) { head = end - 1 }
            case .modifier:
                guard continuesModifier(index, end, isAwaiting ? nil : head) else { break reading }
                hasOpened = true
            case .participle:
                // "the attacking forces", "three wounded men"; but "the army attacking Sirte" is a verb
                guard isAwaiting, hasOpened, let next = part(at: end), next == .noun || next == .modifier else {
                    break reading
                }
            case .noun:
                if !isAwaiting, opensTime(index) { break reading }
                head = end - 1
                isAwaiting = false
            case .possessive:
                guard head != nil else { break reading }
                guard let next = part(at: end),
                    next == .noun || next == .modifier || next == .number || next == .participle || next == .adverb
                else {
                    index = end
                    break reading
                }
                hasNumber = false
                isAwaiting = true
                hasOpened = true
            case .hyphen, .none:
                // the “terrorist” militias
                if isAwaiting, hasOpened, !isInMarks, tokens[index].penn == .openQuote, let next = part(at: end),
                    next == .noun || next == .modifier
                {
                    isInMarks = true
                    break
                }
                if isInMarks, tokens[index].penn == .closeQuote {
                    isInMarks = false
                    break
                }
                // "military and civilian targets"
                guard tokens[index].penn == .CC, index > start, isAwaiting, hasOpened, tokens[index - 1].tag == .adjective,
                    part(at: end) == .modifier, part(at: unit(end).end) == .noun
                else { break reading }
            }
            index = end
        }
        guard index > start else { return nil }
        if let head, head < index { return Chunk(kind: .noun, tokens: start..<index, head: head) }
        // "six", "$5 million", "the wounded"
        let last = index - 1
        let isNominal = hasNumber || (tokens[last].tag == .adjective && (tokens[start].tag == .determiner || tokens[start].penn == .PRPS))
        let isBareDeterminer = last == start && tokens[start].tag == .determiner
        guard isNominal, !isBareDeterminer else { return nil }
        return Chunk(kind: .noun, tokens: start..<index, head: last)
    }

    /// The part that begins at `index` and where it ends: words joined by hyphens ("air-to-air", "Russian-made") are one.
    private func unit(_ index: Int) -> (part: Part, end: Int) {
        guard index < range.upperBound else { return (.none, index) }
        var end = index + 1
        while end + 1 < range.upperBound, tokens[end].text == "-" || tokens[end].penn == .HYPH, !tokens[end].spaceBefore,
            !tokens[end + 1].spaceBefore, tokens[end + 1].shape != .punctuation
        {
            end += 2
        }
        guard end > index + 1 else { return (part(of: tokens[index]), end) }
        switch tokens[end - 1].tag {
        case .noun, .properNoun:
            // "15-year old": a number and its measure modify what follows
            return (tokens[index].tag == .numeral && end < range.upperBound && tokens[end].tag == .noun ? .modifier : .noun, end)
        case .numeral: return (.number, end)
        default: return (.modifier, end)
        }
    }

    private func part(at index: Int) -> Part? { index < range.upperBound ? unit(index).part : nil }

    private func part(of token: Token) -> Part {
        if token.penn == .NNP, token.tag == .verb { return .noun }  // "the United Nations"
        switch token.tag {
        case .determiner: return token.penn == .WDT ? .none : .determiner
        case .pronoun:
            switch token.penn {
            case .PRPS, .WPS: return .determiner
            case .PRP, .NN, .DT: return .pronoun
            default: return .none
            }
        case .numeral: return .number
        case .adjective: return .modifier
        case .adverb: return .adverb
        case .noun, .properNoun, .other: return .noun
        case .verb: return token.penn == .VBN || token.penn == .VBG ? .participle : .none
        case .particle: return token.penn == .POS ? .possessive : .none
        case .symbol: return token.text == "%" ? .noun : token.penn == .dollar ? .currency : .none
        default: return .none
        }
    }

    private func goesOn(_ index: Int) -> Bool {
        guard let next = part(at: index) else { return false }
        return next == .noun || next == .modifier || next == .number || next == .participle
    }

    /// "World War II", "May 18", "Brigade 22"; but "on Monday 12 men" begins anew.
    private func attachesNumber(_ index: Int, _ end: Int, _ head: Int) -> Bool {
        guard let next = part(at: end) else { return true }
        if tokens[head].tag == .numeral || tokens[head].penn == .CD { return true }
        return next != .noun && next != .modifier
    }

    /// Adjectives stand before common nouns, but also between names: "US military officials", "Free Syrian Army".
    private func continuesModifier(_ index: Int, _ end: Int, _ head: Int?) -> Bool {
        guard let head else { return true }
        guard let next = part(at: end), next == .noun || next == .modifier else { return false }
        if tokens[index].penn == .NNP { return true }  // "attorney General", "army Chief"
        return tokens[head].tag == .properNoun && !["last", "next", "early", "late"].contains(tokens[index].folded)
    }

    /// "President Abbas Saturday called": the day is a group of its own, unless it opens a name ("Black Saturday" does not).
    private func opensTime(_ index: Int) -> Bool {
        switch tokens[index].folded {
        case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "tomorrow", "tonight":
            return tokens[index - 1].tag != .adjective && part(at: index + 1) != .possessive
        default: return false
        }
    }
}
