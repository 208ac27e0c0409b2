import SaysoCore

/// Where paragraphs begin and end: blank lines, indented lines, list items; and every line break, unless the text is hard-wrapped.
///
/// Old wire text breaks its lines at column 72 inside a paragraph, the web writes a paragraph a line: the lengths of the lines tell which.
/// All passes are linear, and no line is kept, so that a text of nothing but line breaks costs no memory.
struct ParagraphSplitter {
    private let utf8: [UInt8]
    private var isWrapped = false
    private var width = 0

    init(_ utf8: [UInt8]) {
        self.utf8 = utf8
        measure()
    }

    /// Paragraphs in order, white space at their edges left out.
    func paragraphs() -> [TextSpan] {
        var paragraphs: [TextSpan] = []
        var open: (start: Int, last: Line)?
        var blanks = 0
        var offset = 0
        while let line = line(at: offset) {
            offset = line.next
            if line.isBlank {
                blanks += 1
            } else if let (start, last) = open, blanks == 0 ? continues(start, last, line) : blanks == 1 && isTornApart(start, last, line) {
                open = (start, line)
                blanks = 0
            } else {
                blanks = 0
                if let (start, last) = open { paragraphs.append(TextSpan(start, last.end)) }
                open = (line.start, line)
            }
        }
        if let (start, last) = open { paragraphs.append(TextSpan(start, last.end)) }
        return paragraphs
    }

    private struct Line {
        /// First and last visible byte.
        var start: Int
        var end: Int
        var next: Int
        var indent: Int
        /// In code points, indentation included.
        var length: Int
        var firstWord: Int
        var isBlank: Bool { start == end }
    }

    /// The line that begins at `offset`; nil at the end of the text.
    private func line(at offset: Int) -> Line? {
        guard offset < utf8.count else { return nil }
        var line = Line(start: offset, end: offset, next: offset, indent: 0, length: 0, firstWord: 0)
        var (points, inFirstWord, seen) = (0, true, false)
        var at = offset
        while at < utf8.count {
            let byte = utf8[at]
            if byte == 0x0A || byte == 0x0D || byte == 0x0C || byte == 0x0B { break }
            if byte == 0xE2, at + 2 < utf8.count, utf8[at + 1] == 0x80, utf8[at + 2] & 0xFE == 0xA8 { break }  // U+2028, U+2029
            let (isSpace, step) = byte > 0x20 && byte < 0x7F ? (false, 1) : space(at)
            points += 1
            if isSpace {
                if seen { inFirstWord = false } else { line.indent += byte == 0x09 ? 8 : 1 }
            } else {
                if !seen { line.start = at }
                seen = true
                line.end = at + step
                line.length = points
                if inFirstWord { line.firstWord += 1 }
            }
            at += step
        }
        if !seen {
            line.start = at
            line.end = at
        }
        if at < utf8.count {
            if utf8[at] == 0xE2 { at += 3 } else if utf8[at] == 0x0D, at + 1 < utf8.count, utf8[at + 1] == 0x0A { at += 2 } else { at += 1 }
        }
        line.next = at
        return line
    }

    private func space(_ offset: Int) -> (Bool, Int) {
        let (kind, width) = CharacterClass.at(offset, in: utf8)
        return (kind == .space, width)
    }

    /// Wrapped: nine lines of ten end before column 110, and half of those that are followed by another could not have held its first word.
    private mutating func measure() {
        var lengths = [Int](repeating: 0, count: 257)
        var lines = 0
        var offset = 0
        while let line = line(at: offset) {
            offset = line.next
            guard !line.isBlank else { continue }
            lengths[min(line.length, 256)] += 1
            lines += 1
        }
        guard lines > 1 else { return }
        var longer = lines
        for length in 0...256 {
            longer -= lengths[length]
            if longer * 10 <= lines {
                width = length
                break
            }
        }
        guard (50...110).contains(width) else { return }
        var (inner, full) = (0, 0)
        var last: Line?
        offset = 0
        while let line = line(at: offset) {
            offset = line.next
            if !line.isBlank, let last {
                inner += 1
                if last.length + 1 + line.firstWord >= width - 8 { full += 1 }
            }
            last = line.isBlank ? nil : line
        }
        isWrapped = inner > 0 && full * 2 >= inner
    }

    private func continues(_ start: Int, _ last: Line, _ line: Line) -> Bool {
        if isBullet(line) { return false }
        if isWrapped {
            if line.indent >= 2, line.indent > last.indent { return false }
            let couldHaveHeld = last.length + 1 + line.firstWord < width - 16
            return !couldHaveHeld || !(endsSentence(last) || isUpper(line.start))
        }
        return isTornApart(start, last, line)
    }

    /// A stray break inside a sentence: "… near the old\nairport road"
    private func isTornApart(_ start: Int, _ last: Line, _ line: Line) -> Bool {
        last.end - start >= 40 && !endsSentence(last) && CharacterClass.at(line.start, in: utf8).kind == .lower
    }

    private func isUpper(_ offset: Int) -> Bool {
        let kind = CharacterClass.at(offset, in: utf8).kind
        return kind == .upper || kind == .digit
    }

    private func endsSentence(_ line: Line) -> Bool {
        var at = line.end - 1
        // Behind a closing mark of one or three bytes: said.” said.)
        while at > line.start, utf8[at] & 0xC0 == 0x80 || [0x22, 0x27, 0x29, 0x5D, 0xE2].contains(utf8[at]) { at -= 1 }
        return [0x2E, 0x21, 0x3F, 0x3A].contains(utf8[at])
    }

    /// "- item", "* item", "• item"
    private func isBullet(_ line: Line) -> Bool {
        let first = utf8[line.start]
        if first == UInt8(ascii: "-") || first == UInt8(ascii: "*") {
            return line.start + 1 < line.end && utf8[line.start + 1] == 0x20
        }
        guard first == 0xE2, line.start + 3 < line.end else { return false }
        let mark = (utf8[line.start + 1], utf8[line.start + 2])
        return mark == (0x80, 0xA2) || (mark.0 == 0x97 && [0x8F, 0xA6, 0xBE].contains(mark.1)) || mark == (0x96, 0xAA)
    }
}
