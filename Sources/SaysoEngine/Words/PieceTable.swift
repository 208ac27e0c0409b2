/// The pieces of an excerpt's words, end to end, and each word's case.
struct PieceTable {
    private(set) var pieces: [Int32] = []
    /// Where each word's pieces start, and where the last one's end.
    private(set) var starts: [Int32] = [0]
    private(set) var cases: [UInt8] = []

    init(_ words: [String], _ vocabulary: Vocabulary) {
        pieces.reserveCapacity(words.count + words.count / 4)
        starts.reserveCapacity(words.count + 1)
        cases.reserveCapacity(words.count)
        var wordPieces = WordPieces(vocabulary)
        for word in words {
            wordPieces.append(word, to: &pieces)
            starts.append(Int32(pieces.count))
            cases.append(CaseShape(word).rawValue)
        }
    }

    /// Indices into `pieces`.
    func range(of word: Int) -> Range<Int> { Int(starts[word])..<Int(starts[word + 1]) }

    func count(of words: Range<Int>) -> Int { Int(starts[words.upperBound] - starts[words.lowerBound]) }
}
