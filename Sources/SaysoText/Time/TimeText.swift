import SaysoLexicon

/// The pieces of one sentence, and the small questions that scanners ask of them. Asking beyond the ends is allowed: nothing stands there.
struct TimeText {
    let pieces: [TimePiece]
    let lexicon: TimeLexicon
    /// Nearly all letters are capitals ("SAN SALVADOR, 4 OCT 89"): capitals then tell nothing.
    let isUpper: Bool

    init(_ pieces: [TimePiece], lexicon: TimeLexicon) {
        self.pieces = pieces
        self.lexicon = lexicon
        var (upper, words) = (0, 0)
        for piece in pieces where piece.kind == .word && piece.end - piece.start > 1 {
            words += 1
            if piece.isUpper { upper += 1 }
        }
        isUpper = words > 3 && upper * 10 > words * 8
    }

    subscript(index: Int) -> TimePiece { index >= 0 && index < pieces.count ? pieces[index] : .none }

    func has(_ index: Int, _ role: TimeLexicon.Roles) -> Bool {
        index >= 0 && index < pieces.count && !pieces[index].roles.isDisjoint(with: role)
    }

    func meaning(_ index: Int, _ role: TimeLexicon.Role) -> TimeLexicon.Meaning? {
        guard has(index, TimeLexicon.Roles(role)) else { return nil }
        return lexicon.words[pieces[index].word].meanings.first { $0.role == role }
    }

    func number(_ index: Int, _ role: TimeLexicon.Role) -> Int? { meaning(index, role)?.number }
    func code(_ index: Int, _ role: TimeLexicon.Role) -> String? { meaning(index, role)?.code }
    func relation(_ index: Int) -> String? { has(index, .relation) ? code(index, .relation) : nil }

    func isMark(_ index: Int, _ mark: Character) -> Bool { self[index].kind == .mark && self[index].mark == mark.asciiValue }
    /// No white space before this piece.
    func isGlued(_ index: Int) -> Bool { self[index].kind != .none && !self[index].spaceBefore }
    func isWord(_ index: Int, _ key: UInt64) -> Bool { self[index].kind == .word && self[index].key == key }

    /// Behind a hyphen that joins two words ("mid-May", "two-year"); `index` itself where there is none.
    func afterHyphen(_ index: Int) -> Int { isMark(index, "-") && isGlued(index) && isGlued(index + 1) ? index + 1 : index }
    /// Behind a comma; `index` itself where there is none.
    func afterComma(_ index: Int) -> Int { isMark(index, ",") ? index + 1 : index }
    /// Behind the full stop of an abbreviation ("Sept. 5").
    func afterStop(_ index: Int) -> Int { isMark(index, ".") && isGlued(index) ? index + 1 : index }

    /// The whole of a plain number of `digits` digits that is no part of a designation ("F-16", "B1990") or a larger number.
    func plainNumber(_ index: Int, digits: ClosedRange<Int>) -> Int? {
        let piece = self[index]
        guard piece.kind == .number, digits.contains(piece.digits), !piece.isGrouped, piece.number >= 0 else { return nil }
        if !piece.spaceBefore {
            let previous = self[index - 1]
            if previous.kind == .word || previous.kind == .number { return nil }
            if previous.kind == .mark, [0x24, 0x23, 0x2E].contains(previous.mark) { return nil }
            // "Su-25", but "mid-1990" and "pre-1990"; "Apollo-11" is none.
            if previous.mark == 0x2D, isGlued(index - 1), self[index - 2].kind == .word, !has(index - 2, [.modifier, .month]),
                piece.digits < 4 || self[index - 2].isUpper
            {
                return nil
            }
        }
        if isMark(index + 1, "%") { return nil }
        return piece.number
    }

    /// Four digits that can be a year.
    func year(_ index: Int) -> Int? {
        guard let number = plainNumber(index, digits: 4...4), (1000...2199).contains(number) else { return nil }
        if isGlued(index + 1) {
            let next = self[index + 1]
            if next.kind == .word || next.kind == .number { return nil }
            // "1990/5", "1990:3", "1990-15" (but "1990-91", "1980-1988", "1990-based")
            if next.kind == .mark, next.mark == 0x3A || next.mark == 0x2F, isGlued(index + 2), self[index + 2].kind == .number {
                return nil
            }
        }
        return number
    }

    /// "nineteen ninety-seven", "two thousand": a year in words.
    func spelledYear(_ index: Int) -> (year: Int, end: Int)? {
        guard let century = number(index, .cardinal), (16...20).contains(century), let tens = number(index + 1, .cardinal), tens >= 10
        else { return nil }
        let next = afterHyphen(index + 2)
        if tens >= 20, let ones = number(next, .cardinal), (1...9).contains(ones) {
            return (century * 100 + tens + ones, next + 1)
        }
        return (century * 100 + tens, index + 2)
    }

    /// "29", "29th", "the eighth", "fourth": a day of a month.
    func dayOfMonth(_ index: Int) -> (day: Int, end: Int)? {
        if let day = plainNumber(index, digits: 1...2), (1...31).contains(day) {
            if isGlued(index + 1), has(index + 1, .ordinalEnding) { return (day, index + 2) }
            if isGlued(index + 1), self[index + 1].kind == .word { return nil }
            return (day, index + 1)
        }
        if let (number, end) = ordinal(index), number <= 31 { return (number, end) }
        return nil
    }

    /// "third", "3rd", "twenty-first"
    func ordinal(_ index: Int) -> (number: Int, end: Int)? {
        if let number = number(index, .ordinal) { return (number, index + 1) }
        if let tens = number(index, .cardinal), tens >= 20, tens % 10 == 0 {
            let next = afterHyphen(index + 1)
            if next > index + 1, let ones = number(next, .ordinal), ones < 10 { return (tens + ones, next + 1) }
        }
        let piece = self[index]
        if piece.kind == .number, !piece.isGrouped, piece.number > 0, isGlued(index + 1), has(index + 1, .ordinalEnding) {
            return (piece.number, index + 2)
        }
        return nil
    }

    /// The phrase of several words that begins here.
    func phrase(_ index: Int, _ roles: Set<TimeLexicon.Role>) -> (meaning: TimeLexicon.Meaning, end: Int)? {
        guard has(index, .phrase) else { return nil }
        for phrase in lexicon.words[pieces[index].word].phrases where roles.contains(phrase.meaning.role) {
            var at = index + 1
            var isWhole = true
            for key in phrase.rest {
                while isGlued(at), isMark(at, "'") || isMark(at, "-") { at += 1 }
                guard isWord(at, key) else {
                    isWhole = false
                    break
                }
                at += 1
            }
            if isWhole { return (phrase.meaning, at) }
        }
        return nil
    }
}

extension TimeLexicon.Roles {
    static let modifier = Self(.modifier), relation = Self(.relation), phrase = Self(.phrase), determiner = Self(.determiner)
    static let approximator = Self(.approximator), noon = Self(.noon), zone = Self(.zone)
    static let month = Self(.month), unit = Self(.unit), units = Self(.units), article = Self(.article), several = Self(.several)
    static let between = Self(.between), ordinalEnding = Self(.ordinalEnding), openStart = Self(.openStart), openEnd = Self(.openEnd)
    static let counted = Self(.counted), yearCue = Self(.yearCue), lengthCue = Self(.lengthCue), weekdays = Self(.weekdays),
        cardinal = Self(.cardinal)
    static let beginCue = Self(.beginCue), shift = Self(.shift), weekday = Self(.weekday)
}

extension TimeLexicon {
    /// Keys of the few words that scanners name.
    enum Keys {
        static let of = key("of".utf8), and = key("and".utf8), to = key("to".utf8), or = key("or".utf8), the = key("the".utf8),
            s = key("s".utf8)
        static let from = key("from".utf8), now = key("now".utf8), period = key("period".utf8)
        static let clock = key("clock".utf8), o = key("o".utf8), hours = key("hours".utf8), hrs = key("hrs".utf8), h = key("h".utf8)
        static let local = key("local".utf8), time = key("time".utf8), at = key("at".utf8), on = key("on".utf8), in_ = key("in".utf8)
        static let may = key("may".utf8), march = key("march".utf8), between = key("between".utf8), old = key("old".utf8),
            long = key("long".utf8)
        static let per = key("per".utf8), half = key("half".utf8), few = key("few".utf8), couple = key("couple".utf8), so = key("so".utf8)
        static let days = key("days".utf8), years = key("years".utf8), day = key("day".utf8), during = key("during".utf8),
            year = key("year".utf8)
        static let month = key("month".utf8), later = key("later".utf8), earlier = key("earlier".utf8), sometime = key("sometime".utf8)
        static let once = key("once".utf8), twice = key("twice".utf8), hundred = key("hundred".utf8), late = key("late".utf8),
            early = key("early".utf8)
        static let age = key("age".utf8), sept = key("sept".utf8), week = key("week".utf8), quarter = key("quarter".utf8),
            for_ = key("for".utf8), part = key("part".utf8)
        static let than = key("than".utf8), good = key("good".utf8), ahead = key("ahead".utf8), ended = key("ended".utf8),
            end = key("end".utf8)
        static let two = key("two".utf8), by = key("by".utf8), some = key("some".utf8), after = key("after".utf8),
            before = key("before".utf8)
        static let as_ = key("as".utf8), soon = key("soon".utf8)
    }
}
