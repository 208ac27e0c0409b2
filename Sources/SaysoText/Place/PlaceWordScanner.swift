import SaysoLexicon

/// Cuts a text into ``PlaceWord``s in one walk over its bytes.
struct PlaceWordScanner {
    let folding: PlaceFolding
    let lexicon: PlaceWords

    func scan(_ text: [UInt8]) -> PlaceWordRun {
        var run = PlaceWordRun()
        run.words.reserveCapacity(text.count / 6)
        run.keys.reserveCapacity(text.count)
        var gap = PlaceWord.Gap.lineBreak
        var at = 0
        while at < text.count {
            if Self.letterWidth(text, at) > 0 {
                let word = self.word(text, at, gap, &run.keys)
                run.words.append(word)
                at = word.end + (word.isPossessive ? Self.possessiveWidth(text, word.end) : 0)
            }
            (gap, at) = Self.gap(text, at)
        }
        markArticles(&run)
        markUpperText(&run)
        return run
    }

    /// "near al-Watiya": an article written small and tied to a capital belongs to the name.
    private func markArticles(_ run: inout PlaceWordRun) {
        guard run.words.count > 1 else { return }
        for index in 0..<(run.words.count - 1) where !run.words[index].isCapital && run.words[index].key.count <= 3 {
            let next = run.words[index + 1]
            guard next.gap == .hyphen, next.isCapital, !next.isUpper, run.words[index].roles.contains(.article) else { continue }
            run.words[index].isCapital = true
            run.words[index].isArticle = true
        }
    }

    private func word(_ text: [UInt8], _ start: Int, _ gap: PlaceWord.Gap, _ keys: inout [UInt8]) -> PlaceWord {
        var at = start
        var isPossessive = false
        var dots = 0
        var letters = 0
        var capitals = 0
        var digits = 0
        while at < text.count {
            let width = Self.letterWidth(text, at)
            if width > 0 {
                if (0x30...0x39).contains(text[at]) {
                    digits += 1
                } else {
                    letters += 1
                    if Self.isCapital(text, at, width) { capitals += 1 }
                }
                at += width
                continue
            }
            let quote = Self.apostropheWidth(text, at)
            if quote > 0 {
                if Self.possessiveWidth(text, at) > 0 {
                    isPossessive = true
                    break
                }
                guard Self.letterWidth(text, at + quote) > 0 else { break }
                at += quote
                continue
            }
            // "U.S": a stop between single letters; the last stop is taken below.
            if text[at] == 0x2E, letters == dots + 1, digits == 0, Self.letterWidth(text, at + 1) > 0 {
                let behind = at + 1 + Self.letterWidth(text, at + 1)
                if Self.letterWidth(text, behind) == 0 {
                    dots += 1
                    at += 1
                    continue
                }
            }
            break
        }
        let hasStop = at < text.count && text[at] == 0x2E
        if dots > 0, hasStop { at += 1 }
        if !keys.isEmpty { keys.append(0x20) }
        let from = keys.count
        let isLatin = folding.append(text[start..<at], to: &keys)
        let key = isLatin ? from..<keys.count : from..<from
        let first = Self.letterWidth(text, start)
        return PlaceWord(
            start: start, end: at, key: key, gap: gap, isCapital: Self.isCapital(text, start, first),
            isUpper: capitals > 1 && capitals == letters,
            isNumber: digits > 0 && letters == 0, isPossessive: isPossessive, hasStop: hasStop, isDotted: dots > 0,
            roles: lexicon.roles(keys[key]))
    }

    /// What lies between two words, and where the next one starts.
    private static func gap(_ text: [UInt8], _ start: Int) -> (PlaceWord.Gap, Int) {
        var at = start
        var (breaks, hyphens, commas, stops, spaces, others) = (0, 0, 0, 0, 0, 0)
        while at < text.count, letterWidth(text, at) == 0 {
            switch text[at] {
            case 0x0A: breaks += 1
            case 0x20, 0x09, 0x0D: spaces += 1
            case 0x2D: hyphens += 1
            case 0x2C: commas += 1
            case 0x2E, 0x21, 0x3F: stops += 1
            case 0xC2 where at + 1 < text.count && text[at + 1] == 0xA0:
                spaces += 1
                at += 1
            case 0xE2 where at + 2 < text.count && text[at + 1] == 0x80 && (0x90...0x92).contains(text[at + 2]):
                hyphens += 1
                at += 2
            case 0xE2 where at + 2 < text.count && text[at + 1] == 0x80 && text[at + 2] == 0xAF:
                spaces += 1
                at += 2
            default: others += 1
            }
            at += 1
        }
        let gap: PlaceWord.Gap
        if breaks > 1 {
            gap = .lineBreak
        } else if others > 0 {
            gap = .other
        } else if stops > 0 {
            gap = .stop
        } else if commas > 0 {
            gap = .comma
        } else if hyphens == 1, spaces == 0 {
            gap = .hyphen
        } else if hyphens > 0 {
            gap = .other
        } else {
            gap = .space
        }
        return (gap, at)
    }

    /// Sentences written in capitals: most of their longer words are, four or more of them.
    private func markUpperText(_ run: inout PlaceWordRun) {
        var start = 0
        while start < run.words.count {
            var end = start + 1
            // A stop behind a title or an initial ends no sentence, but two short halves are judged as well as one.
            while end < run.words.count, run.words[end].gap != .lineBreak, run.words[end].gap != .stop { end += 1 }
            var (upper, all) = (0, 0)
            for word in run.words[start..<end] where !word.isNumber && word.end - word.start > 2 {
                all += 1
                if word.isUpper { upper += 1 }
            }
            if upper >= 3, upper * 10 >= all * 8 {
                for index in start..<end {
                    run.words[index].isInUpperText = true
                    run.words[index].isCapital = true
                }
            }
            start = end
        }
    }
}

extension PlaceWordScanner {
    /// How many bytes of a letter, digit or mark start at `at`; 0 for everything else.
    @inline(__always)
    static func letterWidth(_ text: [UInt8], _ at: Int) -> Int {
        guard at < text.count else { return 0 }
        let byte = text[at]
        if byte < 0x80 { return (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x26 && isInside(text, at) ? 1 : 0 }
        switch byte {
        case 0xC3...0xDF: return at + 1 < text.count ? 2 : 0
        case 0xE2: return 0  // punctuation, arrows, signs
        case 0xE3 where at + 1 < text.count && text[at + 1] == 0x80: return 0  // punctuation of East Asia
        case 0xE0...0xEF: return at + 2 < text.count ? 3 : 0
        case 0xF0...0xF4: return at + 3 < text.count && text[at + 1] != 0x9F ? 4 : 0  // F0 9F…: emoji and flags
        default: return 0
        }
    }

    /// "&" between letters: "T&T".
    private static func isInside(_ text: [UInt8], _ at: Int) -> Bool {
        at > 0 && at + 1 < text.count && (text[at - 1] | 0x20) &- 0x61 < 26 && (text[at + 1] | 0x20) &- 0x61 < 26
    }

    static func apostropheWidth(_ text: [UInt8], _ at: Int) -> Int {
        guard at < text.count else { return 0 }
        if text[at] == 0x27 || text[at] == 0x60 { return 1 }
        if text[at] == 0xE2, at + 2 < text.count, text[at + 1] == 0x80, text[at + 2] == 0x98 || text[at + 2] == 0x99 { return 3 }
        return 0
    }

    /// The bytes of "'s" at `at`, or of the apostrophe alone behind "s"; 0 where there is no such ending.
    static func possessiveWidth(_ text: [UInt8], _ at: Int) -> Int {
        let quote = apostropheWidth(text, at)
        guard quote > 0, at + quote < text.count, text[at + quote] | 0x20 == 0x73, letterWidth(text, at + quote + 1) == 0 else { return 0 }
        return quote + 1
    }

    /// Whether the letter at `at` is a capital: ASCII, Latin with marks; other scripts count as small.
    @inline(__always)
    static func isCapital(_ text: [UInt8], _ at: Int, _ width: Int) -> Bool {
        if width == 1 { return text[at] &- 0x41 < 26 }
        guard width > 1 else { return false }
        let point = PlaceFolding.codePoint(text, at)
        switch point {
        case 0xC0...0xDE: return point != 0xD7
        case 0x139...0x148, 0x179...0x17E: return point & 1 == 1
        case 0x100...0x177, 0x200...0x233, 0x1E00...0x1EFF: return point & 1 == 0
        default: return false
        }
    }
}
