/// Packs sentences into windows: what the encoder sees at once, so that a sentence is read beside its neighbours.
///
/// A window takes whole sentences while their pieces stay within `limit`; a longer sentence has a window to itself. It ends early, at a
/// paragraph's edge, if the next paragraph would not fit whole and the window is at least half full: a paragraph cut in two reads worse
/// than one that starts a window.
struct WindowPacker {
    /// Word pieces, [CLS] and [SEP] not counted.
    let limit: Int

    /// Ranges of `parts`, in order and without gaps.
    func windows(_ parts: [Part]) -> [Range<Int>] {
        var windows: [Range<Int>] = []
        var start = 0
        var pieces = 0
        for index in parts.indices {
            let part = parts[index]
            let startsParagraph = index > start && part.paragraph != parts[index - 1].paragraph
            if index > start, pieces + part.pieces > limit || startsParagraph && 2 * pieces >= limit && !fits(index, parts, pieces) {
                windows.append(start..<index)
                (start, pieces) = (index, 0)
            }
            pieces += part.pieces
        }
        if start < parts.count { windows.append(start..<parts.count) }
        return windows
    }

    /// Whether the paragraph that starts at `index` fits whole. Stops at the first sentence that does not, so packing stays linear: a
    /// paragraph's sentences are looked at once more for each window, not once for each sentence.
    private func fits(_ index: Int, _ parts: [Part], _ before: Int) -> Bool {
        var pieces = before
        for part in parts[index...] {
            if part.paragraph != parts[index].paragraph { return true }
            pieces += part.pieces
            if pieces > limit { return false }
        }
        return true
    }
}
