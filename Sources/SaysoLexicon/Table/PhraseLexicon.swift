public import SaysoCore

/// Phrases of one or more words, each with what a lexicon says of it; asked with the tokens of a text.
///
/// The words stand in a byte trie: most tokens fail within three bytes, so asking at every token of a report is cheap, and a phrase costs
/// no `String`. Hyphen, slash, space and token border are one and the same ("half-a-dozen", "half a dozen"); marks inside a word ("U.N.",
/// "h&k") do not count. With `ignoresSpaces` borders vanish too: "MiG-29", "MiG 29" and "Mig29" are one key.
public struct PhraseLexicon<Value: Sendable>: Sendable {
    /// A phrase found in a text.
    public struct Match: Sendable {
        /// Indices of the tokens it covers.
        public let tokens: Range<Int>
        public let values: [Value]
    }

    private let ignoresSpaces: Bool
    private var bytes: [UInt8] = [0]
    private var firstChild: [Int32] = [-1]
    private var sibling: [Int32] = [-1]
    private var slot: [Int32] = [-1]
    private var values: [[Value]] = []
    /// The first byte is looked up directly, the rest along short sibling lists.
    private var roots = [Int32](repeating: -1, count: 256)

    public init(ignoresSpaces: Bool = false) { self.ignoresSpaces = ignoresSpaces }

    /// Adds a phrase; a phrase may have several values, which keep the order of adding.
    public mutating func add(_ phrase: some StringProtocol, _ value: Value) {
        var key: [UInt8] = []
        var pendingSpace = false
        for byte in Folding.fold(phrase).utf8 {
            switch PhraseByte(byte) {
            case .letter:
                if pendingSpace, !ignoresSpaces, !key.isEmpty { key.append(0x20) }
                pendingSpace = false
                key.append(byte)
            case .border: pendingSpace = true
            case .nothing: break
            }
        }
        guard !key.isEmpty else { return }
        var node: Int32 = 0
        for byte in key { node = child(of: node, byte) ?? grow(node, byte) }
        if slot[Int(node)] < 0 {
            slot[Int(node)] = Int32(values.count)
            values.append([])
        }
        values[Int(slot[Int(node)])].append(value)
    }

    /// Every phrase that starts at token `start` and ends before `end`, the shortest first.
    public func matches(in tokens: [Token], at start: Int, before end: Int) -> [Match] {
        var found: [Match] = []
        var node: Int32 = 0
        var index = start
        var pendingSpace = false
        while index < end, index < tokens.count {
            let token = tokens[index]
            if index > start, token.isPunctuation {
                // Only a hyphen that clings to both words joins them; " – " is a dash.
                guard token.folded == "-", !token.spaceBefore, index + 1 < end, !tokens[index + 1].spaceBefore else { return found }
                index += 1
                continue
            }
            if index > start { pendingSpace = true }
            for byte in token.folded.utf8 {
                switch PhraseByte(byte) {
                case .letter:
                    if pendingSpace, !ignoresSpaces, node != 0 {
                        guard let next = child(of: node, 0x20) else { return found }
                        node = next
                    }
                    pendingSpace = false
                    guard let next = child(of: node, byte) else { return found }
                    node = next
                case .border: pendingSpace = true
                case .nothing: break
                }
            }
            guard node != 0 else { return found }
            index += 1
            if slot[Int(node)] >= 0 { found.append(Match(tokens: start..<index, values: values[Int(slot[Int(node)])])) }
        }
        return found
    }

    /// The longest phrase that starts at token `start`.
    public func longest(in tokens: [Token], at start: Int, before end: Int) -> Match? { matches(in: tokens, at: start, before: end).last }

    private func child(of node: Int32, _ byte: UInt8) -> Int32? {
        if node == 0 { return roots[Int(byte)] >= 0 ? roots[Int(byte)] : nil }
        var next = firstChild[Int(node)]
        while next >= 0, bytes[Int(next)] != byte { next = sibling[Int(next)] }
        return next >= 0 ? next : nil
    }

    private mutating func grow(_ node: Int32, _ byte: UInt8) -> Int32 {
        let new = Int32(bytes.count)
        bytes.append(byte)
        firstChild.append(-1)
        slot.append(-1)
        sibling.append(node == 0 ? -1 : firstChild[Int(node)])
        if node == 0 { roots[Int(byte)] = new } else { firstChild[Int(node)] = new }
        return new
    }
}

/// What a byte of a folded word means to a phrase.
private enum PhraseByte {
    case letter, border, nothing

    init(_ byte: UInt8) {
        switch byte {
        case 0x61...0x7A, 0x30...0x39, 0x80...0xFF: self = .letter
        case 0x20, 0x2D, 0x2F: self = .border
        default: self = .nothing
        }
    }
}
