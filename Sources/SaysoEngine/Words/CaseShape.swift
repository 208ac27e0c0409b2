/// How a word is written: what an uncased vocabulary forgets. Raw values are rows of `emb.case`.
enum CaseShape: UInt8, Hashable, Sendable {
    /// "the"
    case lower = 0
    /// "Libya"
    case capitalised = 1
    /// "NATO"
    case upper = 2
    /// "McCain", "iPhone"
    case mixed = 3
    /// "MiG-29": any digit
    case digit = 4
    /// "…": no letter; an empty word too
    case noLetter = 5
    /// "I"
    case initial = 6
    /// [CLS] and [SEP]
    case special = 7

    /// Letters, digits and cases by Unicode's properties, as Python's `str` methods tell them.
    init(_ word: String) {
        var count = 0
        var isDigit = false
        var isLetter = false
        var first: Case = .none
        var (restLower, restUpper, restTitle) = (false, false, false)
        for scalar in word.unicodeScalars {
            let kind: Case
            if scalar.isASCII {
                switch scalar.value {
                case 0x61...0x7a: (kind, isLetter) = (.lower, true)
                case 0x41...0x5a: (kind, isLetter) = (.upper, true)
                case 0x30...0x39: (kind, isDigit) = (.none, true)
                default: kind = .none
                }
            } else {
                let properties = scalar.properties
                switch properties.numericType {
                case .decimal, .digit: isDigit = true
                default: break
                }
                switch properties.generalCategory {
                case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: isLetter = true
                default: break
                }
                kind =
                    properties.isUppercase
                    ? .upper : properties.isLowercase ? .lower : properties.generalCategory == .titlecaseLetter ? .title : .none
            }
            if count == 0 {
                first = kind
            } else {
                switch kind {
                case .lower: restLower = true
                case .upper: restUpper = true
                case .title: restTitle = true
                case .none: break
                }
            }
            count += 1
            if isDigit { break }
        }
        if isDigit {
            self = .digit
        } else if !isLetter {
            self = .noLetter
        } else if first == .lower || first == .none && restLower, !restUpper, !restTitle {
            self = .lower
        } else if first == .upper || first == .none && restUpper, !restLower, !restTitle {
            self = count == 1 ? .initial : .upper
        } else if first == .upper, restLower, !restUpper, !restTitle {
            self = .capitalised
        } else {
            self = .mixed
        }
    }

    private enum Case { case lower, upper, title, none }
}
