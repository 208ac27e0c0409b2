import SaysoCore
import SaysoLexicon

/// The form under which a dictionary lists a word: “had taken” → take, “gunmen” → gunman, “Americans” → American.
///
/// As UD English has it: names keep their capitals, pronouns of one person share a lemma, "n't" is "not". The rules for regular forms
/// stand twice, here and in Training/tagger/lemmas.py, which writes what they get wrong into lemmas.tsv.
struct Lemmatizer: Sendable {
    let table: LemmaTable

    /// - Parameters:
    ///   - isUpperText: capitals mean nothing, names are given one capital ("BOGOTA" → "Bogota").
    ///   - isFirst: the first word of its sentence, whose capital means nothing either.
    func lemma(_ token: Token, isUpperText: Bool, isFirst: Bool) -> String {
        // Folding leaves nothing of a lone accent.
        let word = token.folded.isEmpty ? token.text : token.folded
        switch token.tag {
        case .properNoun:
            let name = isUpperText && token.shape == .upper ? Self.capitalised(token.text) : token.text
            guard token.penn == .NNPS, token.span.count > 3, name.utf8.last == UInt8(ascii: "s") || name.utf8.last == UInt8(ascii: "S")
            else { return name }
            return name.hasSuffix("ies") ? String(name.dropLast(3)) + "y" : name.hasSuffix("ss") ? name : String(name.dropLast())
        case .pronoun, .determiner: return word == "her" && token.penn == .PRP ? "she" : Self.pronouns[word] ?? word
        case .particle: return word == "n't" || word == "nt" ? "not" : token.penn == .TO ? "to" : word
        case .punctuation, .symbol, .numeral, .other: return token.text
        case .auxiliary, .verb:
            if word == "'d" { return token.penn == .MD ? "would" : "have" }
            if word == "'s" { return token.tag == .auxiliary || token.penn == .VBZ ? "be" : word }
            return table.lemma(word, .verb) ?? Self.rule(word, token.penn)
        case .noun: return token.penn == .NN ? word : table.lemma(word, .noun) ?? Self.rule(word, token.penn)
        case .adjective:
            // "the Libyan army", "the United Nations": UD keeps the capital.
            if !isUpperText, token.penn == .NNP || (token.penn == .JJ && token.isCapitalised && !isFirst) { return token.text }
            return token.penn == .JJ ? word : table.lemma(word, .adjective) ?? Self.rule(word, token.penn)
        case .adverb:
            if word == "n't" { return "not" }
            return token.penn == .RB ? word : table.lemma(word, .adverb) ?? Self.rule(word, token.penn)
        default: return word
        }
    }

    private static let pronouns = [
        "me": "I", "i": "I", "us": "we", "him": "he", "them": "they", "an": "a", "these": "this", "those": "that", "mine": "my",
        "yours": "your",
        "ours": "our", "theirs": "their", "hers": "her", "'em": "they", "'s": "we",
    ]

    private static func capitalised(_ text: String) -> String {
        let lower = text.lowercased()
        return lower.prefix(1).uppercased() + lower.dropFirst()
    }

    /// The rules for regular forms of a folded word.
    static func rule(_ word: String, _ penn: PennTag) -> String {
        let bytes = Array(word.utf8)
        func cut(_ count: Int, _ tail: String = "") -> String { String(decoding: bytes.dropLast(count), as: UTF8.self) + tail }
        func ends(_ tail: StaticString) -> Bool { bytes.ends(tail) }
        let count = bytes.count
        switch penn {
        case .NNS, .NNPS, .VBZ:
            guard count >= 3, ends("s"), !ends("ss"), penn == .VBZ || !(ends("us") || ends("is")) else { return word }
            if ends("ies"), count > 4 { return cut(3, "y") }
            if ends("sses") || ends("shes") || ends("ches") || ends("xes") || ends("zzes") || (ends("oes") && count > 4) { return cut(2) }
            return cut(1)
        case .VBD, .VBN:
            if ends("ied"), count > 4 { return cut(3, "y") }
            return ends("ed") && count > 3 ? base(Array(bytes.dropLast(2))) : word
        case .VBG: return ends("ing") && count > 4 ? base(Array(bytes.dropLast(3))) : word
        case .JJR, .RBR:
            guard ends("er"), count > 4 else { return word }
            return ends("ier") ? cut(3, "y") : degree(Array(bytes.dropLast(2)))
        case .JJS, .RBS:
            guard ends("est"), count > 5 else { return word }
            return ends("iest") ? cut(4, "y") : degree(Array(bytes.dropLast(3)))
        default: return word
        }
    }

    private static func text(_ stem: [UInt8], _ tail: String = "") -> String { String(decoding: stem, as: UTF8.self) + tail }
    private static func isVowel(_ byte: UInt8) -> Bool { [0x61, 0x65, 0x69, 0x6F, 0x75].contains(byte) }
    private static func isVowelOrY(_ byte: UInt8) -> Bool { isVowel(byte) || byte == UInt8(ascii: "y") }

    private static func degree(_ stem: [UInt8]) -> String {
        guard let last = stem.last else { return "" }
        if stem.count > 3, last == stem[stem.count - 2], ![0x6C, 0x73, 0x7A].contains(last) { return text(stem.dropLast()) }
        let takesE = [0x67, 0x63, 0x76, 0x73, 0x75].contains(last) && !stem.ends("ng") && !stem.ends("ss")
        return takesE || isClosed(stem) ? text(stem, "e") : text(stem)
    }

    private static func text(_ stem: ArraySlice<UInt8>) -> String { String(decoding: stem, as: UTF8.self) }

    /// One syllable that ends in one vowel and one consonant, undoubled: "tim" of "timed".
    private static func isClosed(_ stem: [UInt8]) -> Bool {
        let count = stem.count
        guard count >= 2, !isVowel(stem[count - 1]), ![0x77, 0x78, 0x79].contains(stem[count - 1]), isVowelOrY(stem[count - 2]) else {
            return false
        }
        for offset in 0..<(count - 2) where isVowelOrY(stem[offset]) {
            // The u of "qu" is none: "quot" of "quoted".
            if stem[offset] == UInt8(ascii: "u"), offset > 0, stem[offset - 1] == UInt8(ascii: "q") { continue }
            return false
        }
        return true
    }

    /// The verb whose -ed or -ing form has this stem: "besieg" → besiege, "stopp" → stop, "attack" → attack.
    private static func base(_ stem: [UInt8]) -> String {
        guard let last = stem.last, stem.contains(where: isVowelOrY) else { return text(stem) }
        let count = stem.count
        if count > 2, last == stem[count - 2], !isVowel(last) {
            return [0x6C, 0x73, 0x7A, 0x66].contains(last) ? text(stem) : text(stem.dropLast())
        }
        if [0x76, 0x75, 0x63, 0x7A].contains(last) || takingE.contains(where: { stem.ends($0) }) { return text(stem, "e") }
        if stem.ends("at"), count > 3, ![0x65, 0x6F].contains(stem[count - 3]) || stem.ends("creat") { return text(stem, "e") }
        return isClosed(stem) ? text(stem, "e") : text(stem)
    }

    private static let takingE: [StaticString] = [
        "dg", "rg", "lg", "bl", "cl", "dl", "fl", "gl", "kl", "pl", "tl", "zl", "ns", "rs", "ls", "ps", "as", "is", "aus", "ous", "pos",
        "los", "ir", "ur", "ud", "rid", "vid", "cid", "ut", "ok", "um", "ag", "eg", "ang",
    ]
}

extension [UInt8] {
    fileprivate func ends(_ tail: StaticString) -> Bool {
        let length = tail.utf8CodeUnitCount
        guard count >= length else { return false }
        return tail.withUTF8Buffer { tail in tail.indices.allSatisfy { self[count - length + $0] == tail[$0] } }
    }
}
