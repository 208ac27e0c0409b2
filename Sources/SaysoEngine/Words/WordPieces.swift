import CSaysoKernels

/// Cuts words into the vocabulary's pieces: lower case, canonical decomposition without marks (é → e), punctuation by itself, then greedily
/// the longest piece that fits.
///
///     "Gnunu's" → "g", "##nun", "##u", "'", "s"
///
/// A chunk that cannot be matched is one [UNK]; a word has at most ``most`` pieces, an empty word is [UNK]. Marks of class Mc are not
/// reordered, which matters to no text we know of.
struct WordPieces {
    /// Further pieces of a word are dropped.
    static let most = 8

    private let vocabulary: Vocabulary
    /// The letters since the last punctuation mark or space, normalised.
    private var chunk: [UInt8] = []
    private var found: [Int32] = []

    init(_ vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        found.reserveCapacity(Self.most)
    }

    /// Appends the pieces of `word`: 1 to ``most``.
    mutating func append(_ word: String, to pieces: inout [Int32]) {
        found.removeAll(keepingCapacity: true)
        chunk.removeAll(keepingCapacity: true)
        var word = word
        let isASCII = word.withUTF8 { bytes in
            guard bytes.allSatisfy({ $0 < 0x80 }) else { return false }
            for byte in bytes {
                if found.count >= Self.most { break }
                take(ascii: byte)
            }
            return true
        }
        if !isASCII { takeScalars(of: word) }
        flush()
        if found.isEmpty { found.append(vocabulary.unknown) }
        pieces.append(contentsOf: found.prefix(Self.most))
    }

    private mutating func take(ascii byte: UInt8) {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): chunk.append(byte)
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): chunk.append(byte | 0x20)
        case UInt8(ascii: " "): flush()
        case 0..<0x20, 0x7f: break  // controls vanish, a tab too: they go before the text is split
        default:
            flush()
            chunk.append(byte)
            flush()
        }
    }

    private mutating func takeScalars(of word: String) {
        // "ΟΔΟΣ" ends in ς and "ΣΑΣ" begins with σ: the one letter whose lower case depends on its neighbours.
        let neighbours = word.unicodeScalars.contains("Σ") ? Array(word.unicodeScalars) : []
        for (index, scalar) in word.unicodeScalars.enumerated() {
            if found.count >= Self.most { return }
            if scalar.isASCII {
                take(ascii: UInt8(truncatingIfNeeded: scalar.value))
            } else if scalar == "Σ" {
                take(lower: CapitalSigma.isFinal(index, neighbours) ? "ς" : "σ")
            } else if scalar.properties.changesWhenLowercased {
                for lower in scalar.properties.lowercaseMapping.unicodeScalars { take(lower: lower) }
            } else {
                take(lower: scalar)
            }
        }
    }

    private mutating func take(lower scalar: Unicode.Scalar) {
        var rest: (UInt32, UInt32, UInt32) = (0, 0, 0)
        let count = withUnsafeMutableBytes(of: &rest) {
            sayso_decompose(scalar.value, $0.assumingMemoryBound(to: UInt32.self).baseAddress)
        }
        guard count >= 0 else { return take(decomposed: scalar) }
        for (index, value) in [rest.0, rest.1, rest.2].enumerated() where index < count {
            if let part = Unicode.Scalar(value) { take(decomposed: part) }
        }
    }

    private mutating func take(decomposed scalar: Unicode.Scalar) {
        if scalar.isASCII { return take(ascii: UInt8(truncatingIfNeeded: scalar.value)) }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .control, .format, .surrogate, .privateUse, .unassigned: break
        case .spaceSeparator, .lineSeparator, .paragraphSeparator: flush()
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
            .otherPunctuation:
            flush()
            chunk.append(contentsOf: String(scalar).utf8)
            flush()
        default: chunk.append(contentsOf: String(scalar).utf8)
        }
    }

    /// Matches what stands in `chunk`. A chunk is scanned to its end even beyond the eighth piece: an unmatched end makes all of it [UNK].
    private mutating func flush() {
        guard !chunk.isEmpty, found.count < Self.most else { return chunk.removeAll(keepingCapacity: true) }
        let before = found.count
        chunk.withUnsafeBufferPointer { text in
            var at = 0
            while at < text.count {
                guard let piece = vocabulary.longestPiece(of: text, from: at, continues: at > 0) else {
                    found.removeSubrange(before...)
                    found.append(vocabulary.unknown)
                    return
                }
                if found.count < Self.most { found.append(piece.id) }
                at = piece.end
            }
        }
        chunk.removeAll(keepingCapacity: true)
    }
}

/// Unicode's rule for Σ at the end of a word: after a cased letter and before none, whatever ignorable marks lie between.
enum CapitalSigma {
    static func isFinal(_ index: Int, _ scalars: [Unicode.Scalar]) -> Bool {
        let before = scalars[..<index].last { !$0.properties.isCaseIgnorable }
        guard before?.properties.isCased == true else { return false }
        let after = scalars[(index + 1)...].first { !$0.properties.isCaseIgnorable }
        return after?.properties.isCased != true
    }
}
