/// What rival transliterations of one name share: "Qabbasin", "Kabasin" and "al-Qabasin", "Avdiivka" and "Avdeyevka".
///
/// Coarse on purpose, and asked only about names that nobody else knows. `Scripts/make-gazetteer` softens in the same way.
enum PlaceSoftening {
    private static let articles: Set<[UInt8]> = Set(
        ["al", "an", "ar", "as", "ash", "at", "ath", "az", "ad", "adh", "el", "et", "es", "en", "er", "ed", "ez", "esh", "ech"].map {
            Array($0.utf8)
        })
    // In this order: each rule sees what the ones before it left.
    private static let rules: [([UInt8], UInt8)] = [
        ("kh", "x"), ("gh", "g"), ("sh", "c"), ("ch", "c"), ("th", "t"), ("dh", "d"), ("ph", "f"), ("ou", "u"), ("oo", "u"), ("ee", "i"),
        ("ei", "i"),
        ("ai", "i"), ("ay", "i"), ("ey", "i"), ("ye", "i"), ("ie", "i"), ("yi", "i"), ("iy", "i"), ("ij", "i"), ("aw", "u"), ("au", "u"),
        ("ow", "u"),
        ("y", "i"), ("w", "u"), ("q", "k"), ("o", "u"), ("e", "a"), ("j", "g"), ("v", "b"),
    ].map { (Array($0.0.utf8), Array($0.1.utf8)[0]) }

    /// The softened form of a folded name, marked with "~"; nil where too little is left to tell names apart.
    static func soften(_ key: ArraySlice<UInt8>) -> [UInt8]? {
        guard key.count <= 60 else { return nil }
        var letters = key.split(separator: 0x20).filter { !articles.contains(Array($0)) }.flatMap { $0 }
        for (from, to) in rules { letters = replacing(letters, from, to) }
        var out: [UInt8] = [UInt8(ascii: "~")]
        for letter in letters where out.count == 1 || out.last != letter { out.append(letter) }
        while out.count > 4, out.last == UInt8(ascii: "h") || out.last == UInt8(ascii: "a") { out.removeLast() }
        return out.count > 4 ? out : nil
    }

    private static func replacing(_ letters: [UInt8], _ from: [UInt8], _ to: UInt8) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(letters.count)
        var at = 0
        while at < letters.count {
            if letters[at] == from[0], from.count == 1 || at + 1 < letters.count && letters[at + 1] == from[1] {
                out.append(to)
                at += from.count
            } else {
                out.append(letters[at])
                at += 1
            }
        }
        return out
    }
}
