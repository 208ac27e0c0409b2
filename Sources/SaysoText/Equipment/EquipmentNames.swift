import SaysoCore
import SaysoLexicon

/// The names of equipment in one sentence: the longest at each place, those that are everyday words only beside an equipment word, and a
/// kind taken together with the designation it goes with ("SU-35 Russian airforce jets", "helicopter gunship Mi-24").
struct EquipmentNames {
    struct Name {
        var item: Int
        var tokens: Range<Int>
        var isPlural: Bool
        var isBoth: Bool
    }

    private struct Candidate {
        let name: Name
        let wantsCue: Bool
        let isGeneric: Bool
    }

    let lexicon: EquipmentLexicon
    let scanner: NounGroupScanner
    let sentence: Range<Int>

    func read() -> [Name] {
        let candidates = candidates()
        guard !candidates.isEmpty else { return [] }
        let kept = candidates.indices.filter { !candidates[$0].wantsCue || hasCue($0, candidates) }.map { candidates[$0] }
        return merged(kept)
    }

    private func candidates() -> [Candidate] {
        var found: [Candidate] = []
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            let matches = lexicon.matches(in: scanner.tokens, at: index, before: sentence.upperBound)
            var next = index + 1
            search: for match in matches.reversed() {
                for form in match.values
                where isWritten(match.tokens, form.letterCase) && !isSentence(match.tokens, form) && isNoun(match.tokens, form) {
                    // "tow" as a verb or "of mine" are no names at all, and must not hide what follows.
                    let item = lexicon.items[form.item]
                    next = match.tokens.upperBound
                    if item.family == .nothing { break search }
                    let isUnsure =
                        (form.letterCase == .upper && scanner.shouts[index])
                        || (form.letterCase == .capital && !form.isPlural && isPartOfName(match.tokens))
                    found.append(
                        Candidate(
                            name: Name(item: form.item, tokens: match.tokens, isPlural: form.isPlural, isBoth: form.isBoth),
                            wantsCue: form.wantsCue || isUnsure,
                            isGeneric: item.isGeneric))
                    let heads = shared(before: match.tokens, form)
                    if let first = heads.first, let last = found.popLast() {
                        // What stood there alone ("bomber and …") is one of them.
                        while let other = found.last, other.name.tokens.upperBound > first.name.tokens.lowerBound { found.removeLast() }
                        found += heads + [last]
                    }
                    break search
                }
            }
            index = next
        }
        return found
    }

    /// "biological and chemical weapons", "fighter, bomber and surveillance aircraft": one head for several kinds.
    private func shared(before range: Range<Int>, _ form: EquipmentLexicon.Form) -> [Candidate] {
        guard range.count > 1, lexicon.items[form.item].family == .arms else { return [] }
        var found: [Candidate] = []
        var start = range.lowerBound
        while found.count < 4, start - 2 >= sentence.lowerBound {
            let link = scanner.tokens[start - 1].folded
            guard link == "and" || link == "or" || (link == "," && !found.isEmpty) else { break }
            let words = [scanner.tokens[start - 2], scanner.tokens[range.upperBound - 1]]
            guard let whole = lexicon.matches(in: words, at: 0, before: 2).last, whole.tokens.count == 2, let other = whole.values.first
            else { break }
            found.append(
                Candidate(
                    name: Name(item: other.item, tokens: start - 2..<start - 1, isPlural: true, isBoth: false), wantsCue: false,
                    isGeneric: lexicon.items[other.item].isGeneric))
            start -= 2
        }
        return found.reversed()
    }

    /// "to train armies", "for technical reasons": the tag of a kind's first word is a noun's.
    private func isNoun(_ range: Range<Int>, _ form: EquipmentLexicon.Form) -> Bool {
        let item = lexicon.items[form.item]
        guard item.isGeneric else { return true }
        let first = scanner.tokens[range.lowerBound]
        if first.tag == .verb {
            return first.penn == .VBN || first.penn == .VBG
                ? range.count > 1 : scanner.shouts[range.lowerBound] && item.family == .arms && !item.isWeak
        }
        return range.count > 1 || (first.tag != .adjective && first.tag != .adverb) || (scanner.shouts[range.lowerBound] && !item.isWeak)
    }

    /// "at 10 p.m." is no AT-10: a small word and a number make a designation only when they cling together.
    private func isSentence(_ range: Range<Int>, _ form: EquipmentLexicon.Form) -> Bool {
        guard range.count > 1, !lexicon.items[form.item].isGeneric else { return false }
        let marks = scanner.marks(range.lowerBound)
        // "a bomb" is no A-bomb.
        if marks.contains(.determiner) { return true }
        let hasDigit = range.contains { scanner.tokens[$0].folded.utf8.contains { (0x30...0x39).contains($0) } }
        return hasDigit && (scanner.tokens[range.lowerBound].shape == .lower || marks.contains(.stop))
    }

    /// "Uzi Arad", "Camp Kalashnikov": a capital before or behind makes a word a part of somebody's name.
    private func isPartOfName(_ range: Range<Int>) -> Bool {
        guard !scanner.shouts[range.lowerBound] else { return false }
        let next = range.upperBound
        return next < sentence.upperBound && scanner.tokens[next].shape == .capitalised
            && lexicon.matches(in: scanner.tokens, at: next, before: sentence.upperBound).isEmpty
    }

    private func isWritten(_ range: Range<Int>, _ letterCase: EquipmentLexicon.LetterCase) -> Bool {
        let first = scanner.tokens[range.lowerBound]
        switch letterCase {
        case .any: return true
        case .capital: return first.isCapitalised
        case .upper:
            // "TOWs", "UAVs": only the plural s may be small.
            let small = first.text.utf8.filter { (0x61...0x7A).contains($0) }
            return small.isEmpty || (small.count == 1 && first.text.hasSuffix("s"))
        }
    }

    /// Beside the name stands a kind of equipment, or a number before a plural, or a neighbour in a list that is sure.
    private func hasCue(_ index: Int, _ candidates: [Candidate]) -> Bool {
        let candidate = candidates[index]
        let tokens = candidate.name.tokens
        guard candidate.isGeneric || scanner.tokens[tokens.lowerBound].isCapitalised else { return false }
        for neighbour in [index - 1, index + 1] where candidates.indices.contains(neighbour) && !candidates[neighbour].wantsCue {
            let other = candidates[neighbour]
            // "Farmers driving five tractors": vehicles of everyday life tell nothing.
            guard lexicon.items[other.name.item].family == .arms else { continue }
            let gap =
                neighbour < index ? other.name.tokens.upperBound..<tokens.lowerBound : tokens.upperBound..<other.name.tokens.lowerBound
            if gap.count <= (other.isGeneric ? 2 : 1) { return true }
        }
        if candidate.name.isPlural, !candidate.isGeneric, tokens.lowerBound > sentence.lowerBound {
            return DigitReader.read(scanner.tokens[tokens.lowerBound - 1].folded) != nil
        }
        return false
    }

    /// A designation swallows the kind that follows it, with at most two words of origin in between, and the kind that stands right before
    /// it.
    private func merged(_ candidates: [Candidate]) -> [Name] {
        var names: [Name] = []
        var index = 0
        while index < candidates.count {
            var candidate = candidates[index]
            var name = candidate.name
            if candidate.isGeneric, index + 1 < candidates.count, isAdjacent(candidate, candidates[index + 1], gap: 0) {
                // "fighter jet MiG-29"; of two kinds ("surveillance aircraft radars") the first modifies.
                index += 1
                let start = candidates[index].isGeneric ? candidates[index].name.tokens.lowerBound : name.tokens.lowerBound
                let plural = candidates[index].name.isPlural || (!candidates[index].isGeneric && name.isPlural)
                candidate = candidates[index]
                name = Name(
                    item: candidate.name.item, tokens: start..<candidate.name.tokens.upperBound, isPlural: plural,
                    isBoth: candidate.name.isBoth)
            }
            if index + 1 < candidates.count, !candidate.isGeneric, lexicon.items[candidates[index + 1].name.item].isAmmunition,
                isAdjacent(candidate, candidates[index + 1], gap: 0)
            {
                // "136 AK-47 cartridges" are cartridges.
                index += 1
                candidate = candidates[index]
                name = Name(
                    item: candidate.name.item, tokens: name.tokens.lowerBound..<candidate.name.tokens.upperBound,
                    isPlural: candidate.name.isPlural, isBoth: false)
            }
            while index + 1 < candidates.count, !candidate.isGeneric, candidates[index + 1].isGeneric,
                lexicon.items[candidates[index + 1].name.item].family == .arms
                    || lexicon.items[candidates[index + 1].name.item].family == .transport,
                isAdjacent(Candidate(name: name, wantsCue: false, isGeneric: false), candidates[index + 1], gap: 2)
            {
                index += 1
                name.tokens = name.tokens.lowerBound..<candidates[index].name.tokens.upperBound
                name.isPlural = candidates[index].name.isPlural
                name.isBoth = candidates[index].name.isBoth
            }
            names.append(name)
            index += 1
        }
        return names
    }

    private func isAdjacent(_ first: Candidate, _ second: Candidate, gap limit: Int) -> Bool {
        guard first.name.tokens.upperBound <= second.name.tokens.lowerBound else { return false }
        let gap = first.name.tokens.upperBound..<second.name.tokens.lowerBound
        let words = gap.filter { !NounGroupScanner.isJoint(scanner.tokens[$0]) }
        return words.count <= limit
            && words.allSatisfy {
                !scanner.endsGroup($0) && !scanner.marks($0).contains(.plain) && !scanner.marks($0).contains(.determiner)
            }
    }
}
