import SaysoCore
import SaysoLexicon

extension TokenScanner {
    /// What was seen while walking a run of letters: most words have nothing in them and are done.
    private struct Traits {
        var dot = false
        var apostrophe = false
        var hyphen = false
        var digit = false
        var letter = false
        var at = false
    }

    /// The tokens of the run of letters and digits at `start`; answers where it ends.
    mutating func word(_ start: Int, _ stop: Int) -> Int {
        if let after = address(start, stop) {
            emit(start, after)
            return after
        }
        var traits = Traits()
        var at = start
        while at < stop, at - start < Self.longestWord {
            let (kind, width) = CharacterClass.at(at, in: utf8)
            if kind.isWord {
                if kind == .digit { traits.digit = true } else { traits.letter = true }
                at += width
                continue
            }
            guard let joint = joint(at, stop, &traits) else { break }
            at += joint
        }
        if traits.at {
            emit(start, at)
            return at
        }
        if !traits.letter, traits.digit { return number(start, at, stop) }
        let hasStop = byte(at) == UInt8(ascii: ".") && at < stop && keepsStop(start, at, stop, traits)
        let after = hasStop ? at + 1 : at
        // "US$5", "A$20"
        if after - start <= 3, byte(after) == UInt8(ascii: "$"), after + 1 < stop, (0x30...0x39).contains(byte(after + 1)),
            Token.Shape.of(start, after, in: utf8) != .lower
        {
            emit(start, after + 1)
            return after + 1
        }
        split(start, after, traits)
        return after
    }

    /// The width of a mark at `at` that may stand inside a word: "O'Brien", "U.S", "MiG-29", "AT&T", "snake_case", "a@b.org".
    private func joint(_ at: Int, _ stop: Int, _ traits: inout Traits) -> Int? {
        let width: Int
        switch byte(at) {
        case UInt8(ascii: "."):
            width = 1
            guard at + 1 < stop, isWord(at + 1) else { return nil }
            traits.dot = true
        case UInt8(ascii: ","), UInt8(ascii: ":"):
            guard isDigit(at - 1), at + 1 < stop, isDigit(at + 1), !traits.letter else { return nil }
            return 1
        case UInt8(ascii: "/"):
            guard isDigit(at - 1), at + 1 < stop, isDigit(at + 1) else { return nil }
            return 1
        case UInt8(ascii: "&"):
            guard isUpper(at - 1), at + 1 < stop, isUpper(at + 1) else { return nil }
            return 1
        case UInt8(ascii: "@"):
            guard at + 1 < stop, isWord(at + 1) else { return nil }
            traits.at = true
            return 1
        case UInt8(ascii: "_"):
            guard at + 1 < stop, isWord(at + 1) else { return nil }
            return 1
        case UInt8(ascii: "'"), UInt8(ascii: "`"), 0xE2:
            let mark = apostrophe(at)
            if mark > 0 {
                guard at + mark < stop, isWord(at + mark), !isDigit(at + mark) else { return nil }
                traits.apostrophe = true
                return mark
            }
            fallthrough
        case UInt8(ascii: "-"):
            width = hyphen(at)
            guard width > 0, at + width < stop, isWord(at + width) else { return nil }
            traits.hyphen = true
        default: return nil
        }
        return width
    }

    private func isDigit(_ offset: Int) -> Bool { (0x30...0x39).contains(byte(offset)) }
    private func isUpper(_ offset: Int) -> Bool { (0x41...0x5A).contains(byte(offset)) }
    private func isLower(_ offset: Int) -> Bool { (0x61...0x7A).contains(byte(offset)) }

    // MARK: - Addresses

    /// "https://…", "www.…": to the next space, closing marks and stops left out.
    private func address(_ start: Int, _ stop: Int) -> Int? {
        let first = byte(start) | 0x20
        guard first == UInt8(ascii: "h") || first == UInt8(ascii: "w") || first == UInt8(ascii: "f") else { return nil }
        guard ["http://", "https://", "www.", "ftp://"].contains(where: { matches($0, at: start) }) else { return nil }
        var at = start
        while at < stop, at - start < Self.longestAddress {
            let (kind, width) = CharacterClass.at(at, in: utf8)
            let byte = utf8[at]
            if kind == .space || byte == 0x22 || byte == 0x3C || byte == 0x3E || byte == 0x5D || (byte >= 0x80 && kind == .punctuation) {
                break
            }
            at += width
        }
        while at > start + 4, [0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x29, 0x27].contains(utf8[at - 1]) { at -= 1 }
        return at
    }

    private func matches(_ prefix: StaticString, at start: Int) -> Bool {
        guard start + prefix.utf8CodeUnitCount < end else { return false }
        return prefix.withUTF8Buffer { prefix in prefix.indices.allSatisfy { utf8[start + $0] | 0x20 == prefix[$0] | 0x20 } }
    }

    // MARK: - Numbers

    /// "10,000", "3:30", "9/11", "713-853-3989", "2020-05-18" stay whole; "2011-2015" is two numbers and a hyphen.
    private mutating func number(_ start: Int, _ after: Int, _ stop: Int) -> Int {
        var hyphens: [Int] = []
        var at = start
        while at < after {
            if hyphen(at) > 0 { hyphens.append(at) }
            at += CharacterClass.at(at, in: utf8).width
        }
        // "555-0142" is a telephone number
        guard hyphens.count == 1, hyphens[0] - start != 3 || after - hyphens[0] != 5 else {
            emit(start, after)
            return after
        }
        let width = hyphen(hyphens[0])
        emit(start, hyphens[0])
        emit(hyphens[0], hyphens[0] + width)
        emit(hyphens[0] + width, after)
        return after
    }

    // MARK: - Stops

    /// Whether the stop at `at` belongs to the word before it: "U.S.", "George W.", "Lt.", "Okla.,".
    private func keepsStop(_ start: Int, _ at: Int, _ stop: Int, _ traits: Traits) -> Bool {
        guard !traits.hyphen, !traits.apostrophe, at - start <= 12, byte(at + 1) != UInt8(ascii: ".") else { return false }
        if traits.dot { return isAcronym(start, at) || words.abbreviation(utf8[start..<at]) != nil }
        let follow = following(at + 1, stop)
        if at - start <= 2, CharacterClass.at(start, in: utf8) == (.upper, at - start) {
            // An initial; a single letter that ends its paragraph ("Plan B.") is none, and "I." seldom.
            return follow != .nothing && (byte(start) != UInt8(ascii: "I") || follow == .upper)
        }
        guard let kind = words.abbreviation(utf8[start..<at]) else { return follow == .comma && at - start <= 5 && !isLower(start) }
        switch kind {
        case .number: return follow == .digit
        case .ambiguous: return !isLower(start) && (follow == .upper || follow == .digit || follow == .comma)
        case .month: return !isLower(start)
        case .title: return follow != .nothing
        default: return true
        }
    }

    private enum Following { case upper, lower, digit, comma, other, nothing }

    private func following(_ offset: Int, _ stop: Int) -> Following {
        var at = offset
        while at < stop {
            let (kind, width) = CharacterClass.at(at, in: utf8)
            switch kind {
            case .space: at += width
            case .upper: return .upper
            case .lower, .letter: return .lower
            case .digit: return .digit
            case .punctuation, .symbol:
                if utf8[at] == UInt8(ascii: ",") || utf8[at] == UInt8(ascii: ";") { return at == offset ? .comma : .other }
                return utf8[at] == 0x22 || utf8[at] == 0xE2 || utf8[at] == 0x29 ? (at + width >= stop ? .nothing : .other) : .other
            }
        }
        return .nothing
    }

    /// "U.S", "p.m", "a.k.a", "Ph.D": single letters (or two) between stops.
    private func isAcronym(_ start: Int, _ after: Int) -> Bool {
        var part = 0
        var at = start
        while at < after {
            if utf8[at] == UInt8(ascii: ".") {
                part = 0
            } else {
                guard CharacterClass.at(at, in: utf8).kind.isLetter else { return false }
                part += 1
                if part > 1 { return false }
            }
            at += CharacterClass.at(at, in: utf8).width
        }
        return true
    }

    // MARK: - Falling apart

    /// Emits the parts of a run: first at a missing space, then at hyphens, then a clitic.
    private mutating func split(_ start: Int, _ end: Int, _ traits: Traits) {
        guard traits.dot || traits.hyphen || traits.apostrophe || traits.digit || end - start <= 7 else {
            emit(start, end)
            return
        }
        var from = start
        if traits.dot, let cut = missingSpace(start, end) {
            dehyphen(from, cut)
            emit(cut, cut + 1)
            from = cut + 1
        }
        dehyphen(from, end)
    }

    /// "ended.The": the stop between a lower-case ending and a capitalised word. "Booking.com" and "Node.js" have none.
    private func missingSpace(_ start: Int, _ end: Int) -> Int? {
        var at = start + 2
        while at + 1 < end {
            if utf8[at] == UInt8(ascii: "."), isUpper(at + 1), isLower(at - 1) || isDigit(at - 1), isLower(at - 2) || isDigit(at - 2),
                at + 2 >= end || !isUpper(at + 2)
            {
                return at
            }
            at += 1
        }
        return nil
    }

    private mutating func dehyphen(_ start: Int, _ end: Int) {
        var parts: [TextSpan] = []
        var (part, at) = (start, start)
        while at < end {
            let width = hyphen(at)
            if width > 0 {
                parts.append(TextSpan(part, at))
                at += width
                part = at
            } else {
                at += 1
            }
        }
        guard !parts.isEmpty else { return clitic(start, end) }
        parts.append(TextSpan(part, end))
        let rule = HyphenRule(utf8: utf8, words: words)
        if rule.isWhole(parts) { return clitic(start, end) }
        var left = start
        for index in 1..<parts.count where !rule.joins(parts[index - 1], parts[index]) {
            clitic(left, parts[index - 1].end)
            emit(parts[index - 1].end, parts[index].start)
            left = parts[index].start
        }
        clitic(left, end)
    }

    /// "don't" → do + n't, "Turkey’s" → Turkey + ’s, "cannot" → can + not, "10km" → 10 + km.
    private mutating func clitic(_ start: Int, _ end: Int) {
        var at = end - 1
        while at > start, end - at < 6 {
            let width = apostrophe(at)
            if width > 0 {
                let tail = end - at - width
                let first = byte(at + width) | 0x20
                let second = byte(at + width + 1) | 0x20
                if tail == 1, first == UInt8(ascii: "t"), byte(at - 1) | 0x20 == UInt8(ascii: "n"), at - 1 > start {
                    emit(start, at - 1)
                    emit(at - 1, end)
                    return
                }
                let isClitic =
                    (tail == 1 && (first == UInt8(ascii: "s") || first == UInt8(ascii: "d") || first == UInt8(ascii: "m")))
                    || (tail == 2
                        && ((first == UInt8(ascii: "r") && second == UInt8(ascii: "e"))
                            || (first == UInt8(ascii: "v") && second == UInt8(ascii: "e"))
                            || (first == UInt8(ascii: "l") && second == UInt8(ascii: "l"))))
                emit(start, isClitic ? at : end)
                if isClitic { emit(at, end) }
                return
            }
            at -= 1
        }
        if isDigit(start), !isDigit(end - 1), let unit = unit(start, end) {
            emit(start, unit)
            emit(unit, end)
        } else if end - start <= 7, let cut = words.contraction(utf8[start..<end]) {
            emit(start, start + cut)
            emit(start + cut, end)
        } else {
            emit(start, end)
        }
    }

    /// Where the unit begins in "10km", "5.30pm", "155mm"; nil in "1st", "2S19".
    private func unit(_ start: Int, _ end: Int) -> Int? {
        var at = start
        while at < end, isDigit(at) || [0x2E, 0x2C, 0x3A].contains(utf8[at]) { at += 1 }
        return at < end && words.isUnit(utf8[at..<end]) ? at : nil
    }
}
