import SaysoCore

/// Bare text: the first line may be a headline, the lines under it may tell the day and the outlet, or the dateline does.
///
///     Rebels take the pass               → title
///     Published: April 16, 2023          → day
///     Nile Courier                       → outlet
///     KHARTOUM, 13 NOV 89 (NILE SERVICE) -- Soldiers …
enum PlainReader {
    static func read(_ utf8: [UInt8]) -> ReportDraft {
        let bytes = normalised(utf8)
        var draft = ReportDraft()
        draft.text = String(decoding: bytes, as: UTF8.self)
        let lines = head(of: bytes)
        guard let first = lines.first else { return draft }
        var next = 0
        if lines.count > 1, isHeadline(first, followedBy: lines[1]) {
            draft.title = first.text
            next = 1
        }
        while next < lines.count, lines[next].text.utf8.count <= 90 {
            let line = lines[next]
            let found = DateWords.first(in: line.text)
            if let found, draft.published == nil, isDateLine(line.text, found.range) {
                draft.published = Publication(day: found.day, evidence: .visibleText, words: found.words)
            } else if next > 0, lines[next - 1].end + 1 == line.start, !draft.residue.isEmpty, draft.outlet == nil, isName(line.text) {
                // Directly under the day: "Strait Monitor"
                draft.outlet = line.text
            } else if draft.byline == nil, line.text.hasPrefix("By "), isName(line.text.dropFirst(3)) {
                draft.byline = String(line.text.dropFirst(3))
            } else {
                break
            }
            draft.residue.append(.init(span: TextSpan(line.start, line.end), kind: .credit, rule: "intake.header-line"))
            next += 1
        }
        if next < lines.count { readDateline(lines[next].text, into: &draft) }
        return draft
    }

    /// CRLF and CR become LF; other control characters, which no reader can see, a space each.
    private static func normalised(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(where: { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 }) else { return bytes }
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case 0x0D: if index + 1 >= bytes.count || bytes[index + 1] != 0x0A { out.append(0x0A) }
            case 0x0A, 0x09: out.append(byte)
            case 0x0C: out.append(0x0A)
            case 0..<0x20: out.append(0x20)
            default: out.append(byte)
            }
        }
        return out
    }

    private struct Line {
        let start: Int
        let end: Int
        let text: String
    }

    /// The first eight lines with words in them, each cut to 400 bytes: a line of 50 MB costs nothing here.
    private static func head(of bytes: [UInt8]) -> [Line] {
        var lines: [Line] = []
        var at = 0
        while at < bytes.count, lines.count < 8 {
            while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
            let start = at
            while at < bytes.count, bytes[at] != 0x0A { at += 1 }
            var end = at
            while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
            if end > start {
                lines.append(Line(start: start, end: end, text: String(decoding: bytes[start..<min(end, start + 400)], as: UTF8.self)))
            }
        }
        return lines
    }

    /// Short, without a final stop, and set apart from what follows.
    private static func isHeadline(_ line: Line, followedBy next: Line) -> Bool {
        guard line.end - line.start <= 200, let last = line.text.utf8.last, ![0x2E, 0x2C, 0x3A, 0x3B, 0x2D].contains(last) else {
            return false
        }
        guard DateWords.first(in: line.text).map({ $0.range.count * 2 < line.text.utf8.count }) ?? true else { return false }
        guard let letter = line.text.unicodeScalars.first(where: { $0.properties.isAlphabetic || ("0"..."9").contains($0) }),
            !letter.properties.isLowercase
        else { return false }
        // Wrapped text: the second line goes on in the same sentence.
        return next.start - line.end >= 2
            || next.text.unicodeScalars.first.map { !$0.properties.isLowercase } ?? false && line.end - line.start < 66
    }

    /// "May 9, 2022", "Published: May 9, 2022 at 10:04", "Monday, 9 May 2022": little but the day.
    private static func isDateLine(_ text: String, _ range: Range<Int>) -> Bool {
        let opening = text.prefix(24).lowercased()
        if ["published", "posted", "updated", "date:", "first published", "issued"].contains(where: opening.hasPrefix) { return true }
        return range.count + 24 >= text.utf8.count && range.lowerBound <= 12 && text.utf8.last != UInt8(ascii: ".")
    }

    /// Two to six words, each with a capital (or "of", "the", "(sample)"), no stop.
    private static func isName(_ text: some StringProtocol) -> Bool {
        let words = text.split(separator: " ")
        guard (1...7).contains(words.count), text.utf8.count <= 60, !text.hasSuffix(".") else { return false }
        return words.allSatisfy { word in
            guard let first = word.unicodeScalars.first else { return false }
            return first.properties.isUppercase || first == "(" || ["of", "the", "and", "for", "in", "al", "&"].contains(String(word))
        }
    }

    /// "BAKU, September 27, 2020 (Caspian Bulletin) - …"
    private static func readDateline(_ line: String, into draft: inout ReportDraft) {
        let head = line.prefix(140)
        guard let dash = [" - ", " -- ", " – ", " — "].compactMap({ head.range(of: $0) }).min(by: { $0.lowerBound < $1.lowerBound }) else {
            return
        }
        let dateline = head[..<dash.lowerBound]
        // A place in capitals opens it; a sentence with a dash in it does not.
        guard let place = dateline.split(whereSeparator: { $0 == "," || $0 == "(" }).first,
            place.unicodeScalars.contains(where: \.properties.isUppercase),
            !place.unicodeScalars.contains(where: \.properties.isLowercase)
        else { return }
        if draft.published == nil, let found = DateWords.first(in: dateline) {
            draft.published = Publication(day: found.day, evidence: .visibleText, words: found.words)
        }
        guard draft.outlet == nil, dateline.hasSuffix(")"), let open = dateline.lastIndex(of: "(") else { return }
        let inner = dateline[dateline.index(after: open)...].dropLast()
        let name = inner.split(separator: ",").first.map { $0.trimming() } ?? ""
        if isName(name), !name.isEmpty, DateWords.first(in: name) == nil { draft.outlet = name }
    }
}

extension StringProtocol {
    /// Without white space at its edges.
    func trimming() -> String {
        var scalars = Substring(self).unicodeScalars
        while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
        while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        return String(scalars)
    }

    /// Where `needle` first stands.
    func range(of needle: String) -> Range<Index>? {
        var at = startIndex
        while at < endIndex {
            if self[at...].hasPrefix(needle) { return at..<index(at, offsetBy: needle.count) }
            at = index(after: at)
        }
        return nil
    }
}
