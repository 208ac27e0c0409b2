import SaysoCore

/// Tells what each mark of a paragraph does.
struct QuotationMarks {
    let tokens: [Token]
    let range: Range<Int>

    enum Role: Equatable {
        case opens, closes
        /// A single mark, with the token that closes it.
        case opensSingle(Int)
        case none
    }

    /// How far a single mark looks for its fellow.
    static let reach = 150

    /// The paragraph begins with a mark that can open.
    var opensParagraph: Bool { range.first.map { ["“", "\"", "«", "``", "„"].contains(tokens[$0].text) } ?? false }

    func role(_ index: Int, isOpen: Bool) -> Role {
        let token = tokens[index]
        guard token.span.count <= 3, !token.text.utf8.isEmpty else { return .none }
        switch token.text {
        case "“", "«", "„", "``": return .opens
        case "”", "»": return .closes
        case "''": return isOpen || !opensBySpace(index) ? .closes : .opens
        case "\"":
            // 5" guns
            if !isOpen, !token.spaceBefore, index > range.lowerBound, tokens[index - 1].shape == .number { return .none }
            let (opening, closing) = (opensBySpace(index), closesBySpace(index))
            if opening == closing { return isOpen ? .closes : .opens }
            return opening ? .opens : isOpen ? .closes : .none
        case "‘", "'", "`": return single(index)
        // Some write ’so’.
        case "’": return token.spaceBefore ? single(index) : .none
        default: return .none
        }
    }

    /// Space before, none behind.
    private func opensBySpace(_ index: Int) -> Bool {
        guard index + 1 < range.upperBound else { return false }
        return (tokens[index].spaceBefore || followsOpening(index)) && !tokens[index + 1].spaceBefore
    }

    private func closesBySpace(_ index: Int) -> Bool {
        guard index > range.lowerBound, !tokens[index].spaceBefore else { return false }
        return index + 1 >= range.upperBound || tokens[index + 1].spaceBefore || tokens[index + 1].isPunctuation
    }

    private func followsOpening(_ index: Int) -> Bool {
        guard index > range.lowerBound else { return true }
        return ["(", "[", "—", "–", "--", "-", "“", "\"", "‘", ":", "/"].contains(tokens[index - 1].text)
    }

    private func single(_ index: Int) -> Role {
        guard opensBySpace(index), tokens[index + 1].shape != .punctuation || tokens[index + 1].text == "..." else { return .none }
        var possible: Int?
        for at in (index + 2)..<max(index + 2, min(range.upperBound, index + Self.reach)) {
            switch tokens[at].text {
            case "'", "’":
                guard closesBySpace(at) else { continue }
                // "the rebels' base": the mark may be theirs; one behind a stop or before a comma is none of theirs.
                let last = tokens[at - 1].folded.utf8.last
                let isBesideStop = tokens[at - 1].isPunctuation || (at + 1 < range.upperBound && tokens[at + 1].isPunctuation)
                if last != UInt8(ascii: "s") || isBesideStop || at + 1 == range.upperBound { return .opensSingle(at) }
                if possible == nil { possible = at }
            case "‘": if possible != nil { return .opensSingle(possible ?? at) }
            default: break
            }
        }
        return possible.map { .opensSingle($0) } ?? .none
    }
}
