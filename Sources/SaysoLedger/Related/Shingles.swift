package import SaysoCore

/// The 5-grams of words outside quotations: how the copying of texts is measured.
///
/// Why outside: ten outlets that quote one statement in full share a quotation, not a text (DESIGN.md). What counts as quoted is the
/// content of direct attributions *and* whatever stands between quotation marks, so that it works before anything was read.
package struct Shingles: Sendable {
    package static let width = 5
    /// Hash of each 5-gram, in text order, and where its words stand.
    private let grams: [UInt64]
    private let starts: [Int]
    private let ends: [Int]
    private let distinct: Set<UInt64>

    package init(_ reading: Reading) {
        let text = reading.report.text
        let quoted = Quoted.spans(in: text.utf8)
        let furniture = reading.residue.map(\.passage.span).sorted()
        self.init(text.utf8, leavingOut: (quoted + furniture).sorted())
    }

    package init(_ utf8: [UInt8], leavingOut gaps: [TextSpan]) {
        var grams: [UInt64] = []
        var starts: [Int] = []
        var ends: [Int] = []
        // The last five words; emptied at a gap, so that no 5-gram reaches across what was left out.
        var window: [(hash: UInt64, start: Int)] = []
        var gap = 0
        var at = 0
        while at < utf8.count {
            while gap < gaps.count, gaps[gap].end <= at { gap += 1 }
            if gap < gaps.count, gaps[gap].start <= at {
                at = gaps[gap].end
                window.removeAll(keepingCapacity: true)
                continue
            }
            guard Self.isWord(utf8[at]) else {
                at += 1
                continue
            }
            let start = at
            var hash = FNV1a()
            while at < utf8.count, Self.isWord(utf8[at]) {
                let byte = utf8[at]
                hash.add(CollectionOfOne((0x41...0x5A).contains(byte) ? byte + 0x20 : byte))
                at += 1
            }
            if window.count == Self.width { window.removeFirst() }
            window.append((hash.value, start))
            if window.count == Self.width {
                var gram: UInt64 = 0
                for word in window {
                    gram = (gram ^ word.hash) &* 0x9E37_79B9_7F4A_7C15
                    gram ^= gram >> 29
                }
                grams.append(gram)
                starts.append(window[0].start)
                ends.append(at)
            }
        }
        self.grams = grams
        self.starts = starts
        self.ends = ends
        distinct = Set(grams)
    }

    /// Letters, digits, and every byte of a longer code point: good enough to compare two texts with one another.
    private static func isWord(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte >= 0x80
    }

    /// Which part of the shorter text's 5-grams the longer one holds, and the longest shared run in *this* text.
    package func shared(with other: Shingles) -> (share: Double, run: TextSpan?) {
        let smaller = min(distinct.count, other.distinct.count)
        guard smaller > 0 else { return (0, nil) }
        let common = distinct.count < other.distinct.count ? distinct.intersection(other.distinct) : other.distinct.intersection(distinct)
        return (Double(common.count) / Double(smaller), common.isEmpty ? nil : longestRun(in: other))
    }

    /// Greedy: a run is followed from the first place where its 5-gram stands in the other text, and not begun again inside itself.
    /// Linear, where the exact longest common run of "the the the …" twice over would be quadratic.
    private func longestRun(in other: Shingles) -> TextSpan? {
        var first: [UInt64: Int] = [:]
        for (index, gram) in other.grams.enumerated() where first[gram] == nil { first[gram] = index }
        var best: Range<Int> = 0..<0
        var index = 0
        while index < grams.count {
            guard let match = first[grams[index]] else {
                index += 1
                continue
            }
            var length = 1
            while index + length < grams.count, match + length < other.grams.count, grams[index + length] == other.grams[match + length] {
                length += 1
            }
            if length > best.count { best = index..<(index + length) }
            index += length
        }
        return best.isEmpty ? nil : TextSpan(starts[best.lowerBound], ends[best.upperBound - 1])
    }

    /// A fixed sample of the 5-grams by which a store finds candidates: all of a short text, every eighth hash of a longer one.
    /// Sampling by hash keeps the same 5-grams in both texts (Broder's "mod" sketch), so shares stay comparable.
    package var sample: [Int] {
        let kept = distinct.count <= 256 ? distinct : distinct.filter { $0 % 8 == 0 }
        return kept.map { Int($0 >> 16) }.sorted()
    }
}

/// What stands between quotation marks: “ ”, « », „ “ and straight ones, over at most one paragraph.
enum Quoted {
    static func spans(in utf8: [UInt8]) -> [TextSpan] {
        var spans: [TextSpan] = []
        var open: Int?
        var at = 0
        while at < utf8.count {
            switch utf8[at] {
            case 0x0A:
                // A quotation that is never closed ends with its paragraph.
                if let start = open { spans.append(TextSpan(start, at)) }
                open = nil
            case 0x22:
                if let start = open {
                    spans.append(TextSpan(start, at + 1))
                    open = nil
                } else {
                    open = at
                }
            case 0xE2 where at + 2 < utf8.count && utf8[at + 1] == 0x80 && (0x9C...0x9E).contains(utf8[at + 2]):
                if utf8[at + 2] == 0x9D {
                    if let start = open {
                        spans.append(TextSpan(start, at + 3))
                        open = nil
                    }
                } else if open == nil {
                    open = at
                }
                at += 2
            case 0xC2 where at + 1 < utf8.count && utf8[at + 1] == 0xAB:
                if open == nil { open = at }
                at += 1
            case 0xC2 where at + 1 < utf8.count && utf8[at + 1] == 0xBB:
                if let start = open {
                    spans.append(TextSpan(start, at + 2))
                    open = nil
                }
                at += 1
            default: break
            }
            at += 1
        }
        if let start = open { spans.append(TextSpan(start, utf8.count)) }
        return spans
    }
}
