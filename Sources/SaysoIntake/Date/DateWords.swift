import SaysoCore

/// Days as pages write them: "2020-05-21T10:04:00+02:00", "May 21, 2020", "21 May 2020", "Thu, 21 May 2020 10:04 GMT", "13 NOV 89",
/// "2020/05/21".
///
/// The day is taken as it stands: midnight in the outlet's own zone must not move it.
enum DateWords {
    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    private static let fullMonths = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ]

    /// The first day in `text`, and its words; nil where there is none. Only the first 200 bytes are looked at.
    static func first(in text: some StringProtocol) -> (day: Day, words: String, range: Range<Int>)? {
        let bytes = Array(text.utf8.prefix(200))
        let pieces = pieces(bytes)
        for index in pieces.indices {
            if let (day, count) = day(pieces, at: index, bytes) {
                let range = pieces[index].range.lowerBound..<pieces[index + count - 1].range.upperBound
                return (day, String(decoding: bytes[range], as: UTF8.self), range)
            }
        }
        return nil
    }

    static func day(_ text: some StringProtocol) -> Day? { first(in: text)?.day }

    private struct Piece {
        let range: Range<Int>
        let number: Int?
        let word: String
        var digits: Int { number == nil ? 0 : range.count }
    }

    private static func pieces(_ bytes: [UInt8]) -> [Piece] {
        var pieces: [Piece] = []
        var at = 0
        while at < bytes.count {
            let start = at
            if isDigit(bytes[at]) {
                while at < bytes.count, isDigit(bytes[at]) { at += 1 }
                let number = at - start <= 8 ? bytes[start..<at].reduce(0) { $0 * 10 + Int($1 - 0x30) } : nil
                pieces.append(Piece(range: start..<at, number: number, word: ""))
            } else if isLetter(bytes[at]) {
                while at < bytes.count, isLetter(bytes[at]) { at += 1 }
                pieces.append(Piece(range: start..<at, number: nil, word: String(decoding: bytes[start..<at], as: UTF8.self).lowercased()))
            } else {
                at += 1
            }
        }
        return pieces
    }

    private static func day(_ pieces: [Piece], at index: Int, _ bytes: [UInt8]) -> (Day, Int)? {
        let first = pieces[index]
        // 20200521
        if first.digits == 8, let number = first.number, let day = Day(year: number / 10000, month: number / 100 % 100, day: number % 100),
            isLikely(day.year)
        {
            return (day, 1)
        }
        guard index + 2 < pieces.count else { return nil }
        var (second, third) = (pieces[index + 1], pieces[index + 2])
        // 2020-05-21, 2020/5/21
        if first.digits == 4, let year = first.number, let month = second.number, let number = third.number, isLikely(year),
            third.digits <= 2,
            isJoint(bytes, first, second), isJoint(bytes, second, third), let day = Day(year: year, month: month, day: number)
        {
            return (day, 3)
        }
        var count = 3
        if ["st", "nd", "rd", "th"].contains(second.word), index + 3 < pieces.count {  // 21st May 2020
            (second, third) = (third, pieces[index + 3])
            count = 4
        } else if ["st", "nd", "rd", "th"].contains(third.word), index + 3 < pieces.count {  // May 21st, 2020
            third = pieces[index + 3]
            count = 4
        }
        guard let year = year(third), third.range.lowerBound - first.range.lowerBound <= 20 else { return nil }
        if let month = month(second.word), let number = first.number, first.digits <= 2,
            let day = Day(year: year, month: month, day: number)
        {
            return (day, count)
        }
        if let month = month(first.word), let number = second.number, second.digits <= 2, third.digits == 4,
            let day = Day(year: year, month: month, day: number)
        {
            return (day, count)
        }
        return nil
    }

    /// "89" is 1989, "05" is 2005.
    private static func year(_ piece: Piece) -> Int? {
        guard let number = piece.number else { return nil }
        if piece.digits == 4 { return isLikely(number) ? number : nil }
        return piece.digits == 2 ? number + (number >= 40 ? 1900 : 2000) : nil
    }

    private static func month(_ word: String) -> Int? {
        guard word.utf8.count >= 3 else { return nil }
        if let index = fullMonths.firstIndex(of: word) ?? months.firstIndex(of: word) { return index + 1 }
        return word == "sept" ? 9 : nil
    }

    private static func isJoint(_ bytes: [UInt8], _ a: Piece, _ b: Piece) -> Bool {
        let gap = bytes[a.range.upperBound..<b.range.lowerBound]
        return gap.count == 1 && [0x2D, 0x2F, 0x2E].contains(gap.first ?? 0)
    }

    private static func isLikely(_ year: Int) -> Bool { (1850...2100).contains(year) }
    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte >= 0x80 }
}
