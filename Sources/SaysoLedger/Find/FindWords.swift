import SaysoCore

/// Words as the full-text index cuts them: runs of letters and digits.
enum FindWords {
    struct Word {
        let folded: String
        let span: TextSpan
    }

    static func split(_ text: String, limit: Int = .max) -> [Word] {
        var words: [Word] = []
        var start: Int?
        var scalars = String.UnicodeScalarView()
        var offset = 0
        func isWord(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .letterNumber,
                .otherNumber,
                .nonspacingMark, .spacingMark, .privateUse:
                true
            default: false
            }
        }
        func close() {
            guard let from = start else { return }
            words.append(Word(folded: Folding.fold(String(scalars)), span: TextSpan(from, offset)))
            start = nil
            scalars = String.UnicodeScalarView()
        }
        for scalar in text.unicodeScalars {
            if isWord(scalar) {
                if start == nil { start = offset }
                scalars.append(scalar)
            } else {
                close()
                if words.count >= limit { return words }
            }
            offset += UTF8.width(scalar)
        }
        close()
        return words
    }
}
