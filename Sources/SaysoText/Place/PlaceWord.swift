import SaysoLexicon

/// A word as place names need it: hyphens part words ("Al-Watiya" is two), stops inside letters do not ("U.S." is one), a possessive
/// ending is cut off.
struct PlaceWord {
    /// What stands between this word and the one before it.
    enum Gap: UInt8 { case space, hyphen, comma, stop, lineBreak, other }

    let start: Int
    /// Behind the last letter, and behind the last stop of "U.S.".
    let end: Int
    /// Where the folded word stands in `PlaceWords.keys`; empty where it has no Latin form.
    let key: Range<Int>
    let gap: Gap
    var isCapital: Bool
    /// All letters are capitals, and there are two or more.
    let isUpper: Bool
    let isNumber: Bool
    /// "Libya's": the ending stands behind `end`.
    let isPossessive: Bool
    /// A stop stands right behind it: "St.", "Calif.", the end of a sentence.
    let hasStop: Bool
    /// "U.S.", "N.C."
    let isDotted: Bool
    let roles: PlaceWords.Roles
    /// It belongs to a sentence written in capitals, where a capital says nothing.
    var isInUpperText = false
    /// "al" of "al-Watiya", written small.
    var isArticle = false
    /// Part of a person's name: see ``PersonNames``.
    var isPerson = false
    /// Part of an outlet's name: see ``OutletMarks``.
    var isOutlet = false

    /// Nothing of the sentence stands before it, so that its capital says little.
    var isFirst: Bool { gap == .stop || gap == .lineBreak || gap == .other }
}

/// The words of a text, with the folded letters of all of them in one buffer: the key of several words in a row is a slice of it.
struct PlaceWordRun {
    var words: [PlaceWord] = []
    /// Folded words, one space between each two.
    var keys: [UInt8] = []

    func key(_ range: Range<Int>) -> ArraySlice<UInt8> {
        guard let first = range.first, let last = range.last else { return [] }
        let (from, to) = (words[first].key.lowerBound, words[last].key.upperBound)
        return from <= to ? keys[from..<to] : []
    }
}
