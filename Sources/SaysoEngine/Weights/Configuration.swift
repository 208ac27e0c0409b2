/// The sizes of a model, as its weights file states them.
struct Configuration: Decodable, Hashable, Sendable {
    let layers: Int
    let width: Int
    let heads: Int
    let ffn: Int
    let arc: Int
    let label: Int
    let says: Int
    /// Word pieces of a window, if sentences allow.
    let window: Int
    let keep: Int

    /// Pieces of the longest sentence read at once; longer ones are cut.
    static let longestSentence = 250

    /// Rows of `emb.pos`.
    static let positions = 512

    /// Rows of the longest window: its pieces, [CLS] and [SEP].
    var longestWindow: Int { max(window, Self.longestSentence) + 2 }

    /// What the kernels take for granted and a file may get wrong; nil if all is well.
    var objection: String? {
        if keep != 3 { return "it mixes \(keep) layers, not 3" }
        if !(keep...48).contains(layers) { return "it has \(layers) layers" }
        if !(1...64).contains(heads) || width != heads * 32 { return "its width \(width) is not 32 for each of its \(heads) heads" }
        if !(16...510).contains(window) { return "its window is \(window) pieces, not 16 to 510" }
        let sizes = [("ffn", ffn), ("arc", arc), ("label", label), ("says", says)]
        for (name, size) in sizes where size % 16 != 0 || !(16...8192).contains(size) {
            return "its “\(name)” is \(size), not a multiple of 16 from 16 to 8192"
        }
        return nil
    }
}
