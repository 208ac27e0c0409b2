/// Windows that go through the encoder together: one row for each piece, and for each word the rows of its first and last piece.
///
/// Row numbers are the batch's. The arrays of pieces and words lie in the workspace.
struct Batch {
    struct Window {
        /// Piece rows, [CLS] and [SEP] included.
        let rows: Range<Int>
        /// The word row of [CLS], which is ROOT; the window's words follow it.
        let root: Int
        /// Indices into `parts`.
        let parts: Range<Int>
    }

    struct PlacedPart {
        let part: Part
        /// Piece rows.
        let rows: Range<Int>
        /// Word rows.
        let words: Range<Int>
        /// The word row of its window's ROOT.
        let root: Int
    }

    private(set) var windows: [Window] = []
    private(set) var parts: [PlacedPart] = []
    private(set) var rows = 0
    private(set) var words = 0

    /// Whether a window of so many pieces still has room.
    func holds(_ pieces: Int, in workspace: Workspace) -> Bool { rows + pieces + 2 <= workspace.rows }

    mutating func append(_ window: ArraySlice<Part>, _ table: PieceTable, _ vocabulary: Vocabulary, to workspace: Workspace) {
        let (start, root, firstPart) = (rows, words, parts.count)
        func add(_ id: Int32, _ shape: UInt8) {
            workspace.ids.start[rows] = id
            workspace.cases.start[rows] = shape
            rows += 1
        }
        func addWord(_ first: Int, _ last: Int) {
            workspace.first.start[words] = Int32(first)
            workspace.last.start[words] = Int32(last)
            words += 1
        }
        add(vocabulary.start, CaseShape.special.rawValue)
        addWord(start, start)
        for part in window {
            let (row, word) = (rows, words)
            for index in part.words {
                let range = table.range(of: index)
                for piece in range { add(table.pieces[piece], table.cases[index]) }
                addWord(rows - range.count, rows - 1)
            }
            parts.append(PlacedPart(part: part, rows: row..<rows, words: word..<words, root: root))
        }
        add(vocabulary.end, CaseShape.special.rawValue)
        windows.append(Window(rows: start..<rows, root: root, parts: firstPart..<parts.count))
    }

    mutating func removeAll() {
        windows.removeAll(keepingCapacity: true)
        parts.removeAll(keepingCapacity: true)
        (rows, words) = (0, 0)
    }
}
