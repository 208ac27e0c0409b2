import SaysoCore

/// A sentence whose actor and recipient are marked: “<s>Turkey</s> warned <t>Syria</t>.”
struct MarkedPair {
    /// The sentence without the marks.
    let text: String
    let actor: TextSpan?
    let recipient: TextSpan?

    init(_ marked: String) {
        var bytes: [UInt8] = []
        var edges: [UInt8: (start: Int?, end: Int?)] = [:]
        let all = Array(marked.utf8)
        var at = 0
        while at < all.count {
            // "<s>", "</s>", "<t>", "</t>"
            let isEnd = at + 1 < all.count && all[at] == UInt8(ascii: "<") && all[at + 1] == UInt8(ascii: "/")
            let letter = at + (isEnd ? 2 : 1)
            if all[at] == UInt8(ascii: "<"), letter + 1 < all.count, all[letter + 1] == UInt8(ascii: ">"),
                all[letter] == UInt8(ascii: "s") || all[letter] == UInt8(ascii: "t")
            {
                if isEnd {
                    edges[all[letter], default: (nil, nil)].end = bytes.count
                } else {
                    edges[all[letter], default: (nil, nil)].start = bytes.count
                }
                at = letter + 2
            } else {
                bytes.append(all[at])
                at += 1
            }
        }
        func span(_ letter: UInt8) -> TextSpan? {
            guard let edge = edges[letter], let start = edge.start, let end = edge.end, start < end else { return nil }
            return TextSpan(start, end)
        }
        text = String(decoding: bytes, as: UTF8.self)
        actor = span(UInt8(ascii: "s"))
        recipient = span(UInt8(ascii: "t"))
    }
}
