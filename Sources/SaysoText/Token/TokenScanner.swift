import SaysoCore
import SaysoLexicon

/// Walks UTF-8 bytes once and cuts them into tokens as UD English EWT does, except for hyphened names and designations (see
/// ``HyphenRule``).
///
/// What a run of letters may hold is decided here; how a run falls apart ("don't", "Russian-made", "ended.The") in `TokenScanner+Word`.
struct TokenScanner {
    struct Piece: Equatable {
        let start: Int
        let end: Int
        let spaceBefore: Bool
    }

    /// Longer runs without a break are cut: no word of any language comes near, but hostile text does.
    static let longestWord = 256
    static let longestAddress = 2048

    let utf8: [UInt8]
    let end: Int
    let words: TokenLexicon
    var pieces: [Piece] = []
    var spaceBefore = true

    init(_ utf8: [UInt8], words: TokenLexicon) {
        self.utf8 = utf8
        self.end = utf8.count
        self.words = words
    }

    /// Appends the tokens of `span` to ``pieces``.
    mutating func scan(_ span: TextSpan) {
        var at = span.start
        let stop = min(span.end, end)
        spaceBefore = true
        while at < stop, pieces.count <= Tokenizer.most {
            let (kind, width) = CharacterClass.at(at, in: utf8)
            switch kind {
            case .space:
                spaceBefore = true
                at += width
            case .lower, .upper, .letter, .digit:
                at = word(at, stop)
            case .punctuation, .symbol:
                at = mark(at, width, stop)
            }
        }
    }

    mutating func emit(_ start: Int, _ end: Int) {
        guard start < end else { return }
        pieces.append(Piece(start: start, end: end, spaceBefore: spaceBefore))
        spaceBefore = false
    }

    @inline(__always)
    func byte(_ offset: Int) -> UInt8 { offset >= 0 && offset < end ? utf8[offset] : 0 }

    @inline(__always)
    func isWord(_ offset: Int) -> Bool { offset < end && CharacterClass.at(offset, in: utf8).kind.isWord }

    /// The width of an apostrophe at `offset` (' ’ ‘ ʼ `), 0 where there is none.
    func apostrophe(_ offset: Int) -> Int {
        switch byte(offset) {
        case 0x27, 0x60: 1
        case 0xE2: byte(offset + 1) == 0x80 && (byte(offset + 2) == 0x99 || byte(offset + 2) == 0x98) ? 3 : 0
        default: 0
        }
    }

    /// The width of a hyphen at `offset` (-, U+2010, U+2011), 0 where there is none. Dashes are none.
    func hyphen(_ offset: Int) -> Int {
        switch byte(offset) {
        case 0x2D: 1
        case 0xE2: byte(offset + 1) == 0x80 && (byte(offset + 2) == 0x90 || byte(offset + 2) == 0x91) ? 3 : 0
        default: 0
        }
    }

    // MARK: - Marks

    /// One token of punctuation or symbols at `start`; answers where it ends.
    private mutating func mark(_ start: Int, _ width: Int, _ stop: Int) -> Int {
        let first = utf8[start]
        if first >= 0x80 {
            let after = apostropheWord(start, width, stop) ?? cluster(start, width, stop)
            emit(start, after)
            return after
        }
        switch first {
        case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "="), UInt8(ascii: "*"), UInt8(ascii: "#"),
            UInt8(ascii: "~"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "+"), UInt8(ascii: "$"):
            return run(start, stop) { $0 == first }
        case UInt8(ascii: "!"), UInt8(ascii: "?"):
            return run(start, stop) { $0 == UInt8(ascii: "!") || $0 == UInt8(ascii: "?") }
        case UInt8(ascii: "`"), UInt8(ascii: "'"):
            // `` and '' are how the wires write “ and ”.
            if byte(start + 1) == first, start + 2 <= stop {
                emit(start, start + 2)
                return start + 2
            }
            let after = apostropheWord(start, 1, stop) ?? start + 1
            emit(start, after)
            return after
        case UInt8(ascii: "@"):
            // "@spokesman" is one name; a lone "@" is a symbol.
            guard spaceBefore, isWord(start + 1) else { break }
            var at = start + 1
            while at < stop, at - start < Self.longestWord, isWord(at) || byte(at) == UInt8(ascii: "_") {
                at += CharacterClass.at(at, in: utf8).width
            }
            emit(start, at)
            return at
        case UInt8(ascii: ":"), UInt8(ascii: ";"):
            if spaceBefore, let after = smiley(start, stop) {
                emit(start, after)
                return after
            }
        default: break
        }
        emit(start, start + 1)
        return start + 1
    }

    private mutating func run(_ start: Int, _ stop: Int, while belongs: (UInt8) -> Bool) -> Int {
        var at = start
        while at < stop, at - start < Self.longestWord, belongs(utf8[at]) { at += 1 }
        emit(start, at)
        return at
    }

    /// ":)" ":-("
    private func smiley(_ start: Int, _ stop: Int) -> Int? {
        let nose = byte(start + 1) == 0x2D ? 1 : 0
        guard start + nose + 2 <= stop, [0x28, 0x29, 0x44, 0x50].contains(byte(start + nose + 1)), !isWord(start + nose + 2) else {
            return nil
        }
        return start + nose + 2
    }

    /// "'s" after a closing mark (the “Times”’s), "'90s": an apostrophe that is part of what follows.
    private func apostropheWord(_ start: Int, _ width: Int, _ stop: Int) -> Int? {
        guard apostrophe(start) > 0, start + width < stop else { return nil }
        let next = start + width
        let second = next + 1
        if byte(next) | 0x20 == UInt8(ascii: "s"), !spaceBefore, !isWord(second) { return second }
        if (0x30...0x39).contains(byte(next)), (0x30...0x39).contains(byte(second)), byte(next + 2) == UInt8(ascii: "s"), !isWord(next + 3)
        {
            return next + 3
        }
        return nil
    }

    /// A code point beyond ASCII with what joins it: emoji with skin tones, joiners and variation selectors; runs of the same dash.
    private func cluster(_ start: Int, _ width: Int, _ stop: Int) -> Int {
        var at = start + width
        let (value, _) = CharacterClass.codePoint(at: start, in: utf8)
        if (0x2010...0x2015).contains(value) || value == 0x2026 {
            while at < stop, at - start < Self.longestWord, CharacterClass.codePoint(at: at, in: utf8).value == value { at += width }
            return min(at, stop)
        }
        guard value >= 0x2190 else { return at }
        let isFlag = (0x1F1E6...0x1F1FF).contains(value)
        if isFlag, at < stop {
            let (second, step) = CharacterClass.codePoint(at: at, in: utf8)
            if (0x1F1E6...0x1F1FF).contains(second) { return at + step }
        }
        while at < stop, at - start < Self.longestWord {
            let (next, step) = CharacterClass.codePoint(at: at, in: utf8)
            if next == 0xFE0F || next == 0x20E3 || (0x1F3FB...0x1F3FF).contains(next) {
                at += step
            } else if next == 0x200D, at + step < stop, CharacterClass.at(at + step, in: utf8).kind == .symbol {
                at += step + CharacterClass.at(at + step, in: utf8).width
            } else {
                break
            }
        }
        return min(at, stop)
    }
}
