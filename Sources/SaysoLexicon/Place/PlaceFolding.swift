/// How names of places are compared: Latin letters without marks, no apostrophes or stops, hyphens as spaces.
///
/// Coarser than `Folding`: reports write "Sana'a", "Sanaa" and "San‘a", "Al-Watiya" and "Al Watiya", and mean one place.
/// `Scripts/make-gazetteer` folds in the same way; the table of letters travels in its file.
public struct PlaceFolding: Sendable {
    private static let limit = 0x2070
    /// Up to three bytes of Latin letters per code point, little end first; `unknown` where it has no Latin form; 0 where it is dropped.
    private let table: [UInt32]
    private static let unknown = UInt32.max

    /// - Parameter folds: rows of six bytes, code point and up to four letters.
    init(folds: ArraySlice<UInt8>) {
        var table = [UInt32](repeating: Self.unknown, count: Self.limit)
        for letter in UInt8(ascii: "a")...UInt8(ascii: "z") {
            table[Int(letter)] = UInt32(letter)
            table[Int(letter) - 32] = UInt32(letter)
        }
        for digit in UInt8(ascii: "0")...UInt8(ascii: "9") { table[Int(digit)] = UInt32(digit) }
        table[Int(UInt8(ascii: "&"))] = UInt32(UInt8(ascii: "&"))
        for mark in "'`." { table[Int(mark.asciiValue ?? 0)] = 0 }
        for space in " -/,_()" { table[Int(space.asciiValue ?? 0)] = 0x20 }
        var row = folds.startIndex
        while row + 6 <= folds.endIndex {
            let point = Int(folds[row]) | Int(folds[row + 1]) << 8
            var letters: UInt32 = 0
            for index in 0..<3 { letters |= UInt32(folds[row + 2 + index]) << UInt32(8 * index) }
            if point < Self.limit { table[point] = letters }
            row += 6
        }
        self.table = table
    }

    /// Appends the folded bytes of `text`, runs of spaces as one, none at the edges of what is appended.
    /// - Returns: false where a letter has no Latin form.
    @discardableResult
    public func append(_ text: ArraySlice<UInt8>, to key: inout [UInt8]) -> Bool {
        var at = text.startIndex
        var isLatin = true
        let start = key.count
        var pendingSpace = false
        while at < text.endIndex {
            let (point, width) = Self.decode(text, at)
            at += width
            var letters = point < Self.limit ? table[point] : Self.unknown
            if letters == Self.unknown {
                isLatin = false
                continue
            }
            if letters == 0x20 {
                pendingSpace = key.count > start
                continue
            }
            while letters != 0 {
                if pendingSpace {
                    key.append(0x20)
                    pendingSpace = false
                }
                key.append(UInt8(letters & 0xFF))
                letters >>= 8
            }
        }
        return isLatin
    }

    /// The key of a whole name.
    public func key(_ name: String) -> [UInt8] {
        var key: [UInt8] = []
        append(Array(name.utf8)[...], to: &key)
        return key
    }

    /// The code point that starts at `at`.
    public static func codePoint(_ text: [UInt8], _ at: Int) -> Int { decode(text[at...], at).point }

    /// One code point and its width; a stray byte counts as one that nothing knows.
    @inline(__always)
    static func decode(_ text: ArraySlice<UInt8>, _ at: Int) -> (point: Int, width: Int) {
        let first = text[at]
        if first < 0x80 { return (Int(first), 1) }
        let left = text.endIndex - at
        if first >= 0xC2, first < 0xE0, left > 1 { return (Int(first & 0x1F) << 6 | Int(text[at + 1] & 0x3F), 2) }
        if first >= 0xE0, first < 0xF0, left > 2 {
            return (Int(first & 0x0F) << 12 | Int(text[at + 1] & 0x3F) << 6 | Int(text[at + 2] & 0x3F), 3)
        }
        if first >= 0xF0, left > 3 { return (0x10000, 4) }
        return (0x10000, 1)
    }
}
