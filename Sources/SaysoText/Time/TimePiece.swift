import SaysoCore
import SaysoLexicon

/// A run of letters, a run of digits, or one mark: what the grammar of times is written in.
///
/// Finer than tokens, and independent of how these treat hyphens: "mid-1980s" is mid · - · 1980 · s, "29th" is 29 · th.
struct TimePiece {
    enum Kind: UInt8 { case none, word, number, mark }

    var kind: Kind
    var start: Int
    var end: Int
    var spaceBefore: Bool
    var isCapitalised = false
    /// All letters are capitals.
    var isUpper = false
    /// "1,989" or "3.5": no year, no day.
    var isGrouped = false
    var digits = 0
    /// In hundredths for a decimal number ("3.5": 350), see `isDecimal`; −1 where it is too large to matter.
    var number = 0
    var isDecimal = false
    /// The mark in ASCII: every dash is "-", every apostrophe "'".
    var mark: UInt8 = 0
    var key: UInt64 = 0
    var word = -1
    var roles: TimeLexicon.Roles = []

    static let none = TimePiece(kind: .none, start: 0, end: 0, spaceBefore: true)
}

/// Cuts a stretch of text into pieces.
struct TimeLexer {
    let utf8: [UInt8]
    let lexicon: TimeLexicon

    /// The pieces from `start` on, up to `end` or until there are `limit` of them; and where the next call should start.
    func pieces(from start: Int, to end: Int, limit: Int, into pieces: inout [TimePiece]) -> Int {
        var at = start
        var space = true
        utf8.withUnsafeBufferPointer { bytes in
            while at < end, pieces.count < limit {
                let byte = bytes[at]
                if byte <= 0x20 {
                    at += 1
                    space = true
                    continue
                }
                if byte >= 0x30, byte <= 0x39 {
                    pieces.append(number(bytes, &at, end, space))
                } else if byte < 0x80, !TimeLexicon.isLetter(byte) {
                    pieces.append(TimePiece(kind: .mark, start: at, end: at + 1, spaceBefore: space, mark: byte == 0x60 ? 0x27 : byte))
                    at += 1
                } else if let (width, mark) = wideMark(bytes, at, end) {
                    if mark == 0x20 {
                        at += width
                        space = true
                        continue
                    }
                    pieces.append(TimePiece(kind: .mark, start: at, end: at + width, spaceBefore: space, mark: mark))
                    at += width
                } else {
                    pieces.append(word(bytes, &at, end, space))
                }
                space = false
            }
        }
        return at
    }

    private func word(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ end: Int, _ space: Bool) -> TimePiece {
        let start = at
        var key: UInt64 = 0xcbf2_9ce4_8422_2325
        var isUpper = true
        var letters = 0
        func take() {
            let byte = bytes[at]
            let isCapital = byte >= 0x41 && byte <= 0x5A
            if !isCapital { isUpper = false }
            key = (key ^ UInt64(isCapital ? byte | 0x20 : byte)) &* 0x100_0000_01b3
            letters += 1
            at += 1
        }
        while at < end, TimeLexicon.isLetter(bytes[at]), bytes[at] < 0x80 || wideMark(bytes, at, end) == nil { take() }
        // "p.m.", "B.C.", "U.S.": single letters with full stops between them are one word, the last stop included.
        if letters == 1, at + 1 < end, bytes[at] == 0x2E {
            while at + 1 < end, bytes[at] == 0x2E, bytes[at + 1] < 0x80, TimeLexicon.isLetter(bytes[at + 1]),
                at + 2 >= end || !TimeLexicon.isLetter(bytes[at + 2])
            {
                at += 1
                take()
            }
            if letters > 1, at < end, bytes[at] == 0x2E { at += 1 }
        }
        var piece = TimePiece(kind: .word, start: start, end: at, spaceBefore: space)
        piece.isCapitalised = bytes[start] >= 0x41 && bytes[start] <= 0x5A
        piece.isUpper = isUpper
        piece.key = key
        if letters <= 14, let word = lexicon.word(key) {
            piece.word = word
            piece.roles = lexicon.words[word].roles
        }
        return piece
    }

    private func number(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ end: Int, _ space: Bool) -> TimePiece {
        var piece = TimePiece(kind: .number, start: at, end: at, spaceBefore: space)
        func isDigit(_ offset: Int) -> Bool { offset < end && bytes[offset] >= 0x30 && bytes[offset] <= 0x39 }
        func take() {
            piece.number = piece.number < 0 || piece.number > 99_999_999 ? -1 : piece.number * 10 + Int(bytes[at] - 0x30)
            piece.digits += 1
            at += 1
        }
        while isDigit(at) { take() }
        // "1,500" and "3.5" are one number; "2020.05.18", "10,11" are not.
        while at < end, bytes[at] == 0x2C, isDigit(at + 1), isDigit(at + 2), isDigit(at + 3), !isDigit(at + 4),
            piece.digits <= 3 || piece.isGrouped
        {
            piece.isGrouped = true
            at += 1
            for _ in 0..<3 { take() }
        }
        if at < end, bytes[at] == 0x2E, isDigit(at + 1), piece.number >= 0 {
            var last = at + 1
            while isDigit(last) { last += 1 }
            // "18.05.2020" is a date; "0.75" is not.
            if !(last < end && bytes[last] == 0x2E && isDigit(last + 1)) {
                let tenths = Int(bytes[at + 1] - 0x30) * 10 + (last > at + 2 ? Int(bytes[at + 2] - 0x30) : 0)
                piece.number = piece.number * 100 + tenths
                piece.isDecimal = true
                piece.isGrouped = true
                at = last
            }
        }
        piece.end = at
        return piece
    }

    /// Dashes, quotation marks and white space outside ASCII: how wide, and what they stand for.
    private func wideMark(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int) -> (width: Int, mark: UInt8)? {
        if bytes[at] == 0xC2, at + 1 < end { return bytes[at + 1] == 0xA0 ? (2, 0x20) : bytes[at + 1] < 0xC0 ? (2, 0x22) : nil }
        guard bytes[at] == 0xE2, at + 2 < end, bytes[at + 1] == 0x80 else { return nil }
        switch bytes[at + 2] {
        case 0x90...0x95: return (3, 0x2D)
        case 0x98...0x9B: return (3, 0x27)
        case 0x80...0x8B, 0xAF: return (3, 0x20)
        default: return (3, 0x22)
        }
    }
}
