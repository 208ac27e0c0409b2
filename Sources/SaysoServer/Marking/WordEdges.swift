import SaysoCore

extension SourceText {
    /// `span` with its edges moved outward to where words begin and end, because an element inside a word breaks the joining of Arabic
    /// letters ("مطار" cut in two shows other shapes).
    ///
    /// Scripts without spaces between words (Chinese) have no such edge near; there the span stays as it is.
    func atWordEdges(_ span: TextSpan) -> TextSpan {
        let safe = clamped(span)
        if safe.isEmpty { return safe }
        return TextSpan(wordStart(safe.start), wordEnd(safe.end))
    }

    /// No word is longer; a text without spaces must not be walked for each of its marks.
    private static let reach = 96

    private func wordStart(_ offset: Int) -> Int {
        guard offset > 0, offset < utf8.count, let here = scalar(at: offset), here.value.joins else { return offset }
        var start = offset
        while start > 0 {
            var previous = start - 1
            while previous > 0, utf8[previous] & 0xC0 == 0x80 { previous -= 1 }
            guard let scalar = scalar(at: previous), scalar.value.joins else { return start }
            start = previous
            if offset - start > Self.reach { return offset }
        }
        return start
    }

    private func wordEnd(_ offset: Int) -> Int {
        guard offset > 0, offset < utf8.count else { return offset }
        var previous = offset - 1
        while previous > 0, utf8[previous] & 0xC0 == 0x80 { previous -= 1 }
        guard let before = scalar(at: previous), before.value.joins else { return offset }
        var end = offset
        while end < utf8.count {
            guard let scalar = scalar(at: end), scalar.value.joins else { return end }
            end += scalar.width
            if end - offset > Self.reach { return offset }
        }
        return end
    }

    /// The code point that starts at `offset`, and how many bytes it has; nil inside one.
    private func scalar(at offset: Int) -> (value: Unicode.Scalar, width: Int)? {
        let lead = utf8[offset]
        let width = lead < 0x80 ? 1 : lead & 0xE0 == 0xC0 ? 2 : lead & 0xF0 == 0xE0 ? 3 : lead & 0xF8 == 0xF0 ? 4 : 0
        guard width > 0, offset + width <= utf8.count else { return nil }
        var value = UInt32(width == 1 ? lead : lead & (0xFF >> UInt8(width + 1)))
        for byte in utf8[(offset + 1)..<(offset + width)] { value = value << 6 | UInt32(byte & 0x3F) }
        return Unicode.Scalar(value).map { ($0, width) }
    }
}

extension Unicode.Scalar {
    /// Part of a word whose letters may be joined to their neighbours.
    fileprivate var joins: Bool {
        // Joiners stand inside words of Persian and of the Indic scripts.
        if value == 0x200C || value == 0x200D { return true }
        if properties.isIdeographic { return false }
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .nonspacingMark,
            .spacingMark,
            .enclosingMark:
            return true
        default: return false
        }
    }
}
