import SaysoCore
import SaysoLexicon

/// Finds where a noun group ends: by tags where the tokens have them, by small words where they have none.
struct NounGroupScanner {
    let tokens: [Token]
    let edges: NounGroupEdges
    /// No noun group goes across such a token.
    private let isEdge: [Bool]
    /// Nearly all letters of the sentence are capitals: capitals tell nothing.
    let shouts: [Bool]

    init(_ document: borrowing Document, edges: NounGroupEdges) {
        let tokens = document.tokens
        self.tokens = tokens
        self.edges = edges
        var isEdge = tokens.map { Self.isEdge($0, Self.isState($0) ? [] : edges[$0.folded]) }
        // "the captured rebels", but "the army withdrawn": a participle at the end is the verb.
        for index in tokens.indices where tokens[index].tag == .verb && !isEdge[index] {
            let next = index + 1
            isEdge[index] =
                next >= tokens.count || isEdge[next] || edges[tokens[next].folded].contains(.determiner)
                || edges[tokens[next].folded].contains(.plain)
        }
        // "ISIL-held", "Russian-made": what clings to a hyphen is part of a modifier.
        for index in tokens.indices.dropFirst()
        where tokens[index - 1].folded == "-" && !tokens[index].spaceBefore && !tokens[index].isPunctuation {
            isEdge[index] = false
        }
        // A chunker knows better than any word list: "armed" inside a noun group does not end it.
        for chunk in document.chunks {
            switch chunk.kind {
            case .noun:
                for index in chunk.tokens where index < isEdge.count && Self.mayStandInside(tokens[index].tag) { isEdge[index] = false }
            case .verb: for index in chunk.tokens where index < isEdge.count { isEdge[index] = true }
            }
        }
        self.isEdge = isEdge
        var shouts = [Bool](repeating: false, count: tokens.count)
        for sentence in document.sentences {
            var (upper, lower) = (0, 0)
            for index in sentence.tokens where index < tokens.count {
                switch tokens[index].shape {
                case .upper: upper += 1
                case .lower, .capitalised: lower += 1
                default: break
                }
            }
            guard upper >= 3, upper > 2 * lower else { continue }
            for index in sentence.tokens where index < tokens.count { shouts[index] = true }
        }
        self.shouts = shouts
    }

    /// A chunk of one pronoun is no part of the noun before it: "the atrocities it saw".
    private static func mayStandInside(_ tag: UniversalTag) -> Bool {
        switch tag {
        case .noun, .properNoun, .adjective, .verb, .adverb, .numeral: true
        default: false
        }
    }

    /// "US" in capitals is a state and no pronoun.
    private static func isState(_ token: Token) -> Bool { token.shape == .upper && token.folded == "us" }

    private static func isEdge(_ token: Token, _ marks: NounGroupEdges.Marks) -> Bool {
        if token.isPunctuation { return !isJoint(token) }
        switch token.tag {
        case .pronoun: return token.penn != .PRPS
        case .adposition, .auxiliary, .coordinator, .subordinator, .particle: return token.folded != "'s"
        // "the captured rebels": a participle may stand inside a group, a finite verb never does.
        case .verb: return token.penn != .VBN && token.penn != .VBG
        case .other: return marks.contains(.stop) || marks.contains(.verb)
        default: return false
        }
    }

    /// Marks that a group may hold: a hyphen, an apostrophe, quotation marks around one of its words ("the “Chinook” helicopters").
    static func isJoint(_ token: Token) -> Bool {
        switch token.folded {
        case "-", "'", "\"", "“", "”", "‘", "’", "``", "''", "/": true
        default: false
        }
    }

    func endsGroup(_ index: Int) -> Bool { !isEdge.indices.contains(index) || isEdge[index] }
    func marks(_ index: Int) -> NounGroupEdges.Marks {
        tokens.indices.contains(index) && !Self.isState(tokens[index]) ? edges[tokens[index].folded] : []
    }

    /// The tokens from `start` up to the end of the noun group there, at most ten.
    func run(from start: Int, before end: Int) -> Range<Int> {
        var index = start
        while index < min(end, start + 10), !endsGroup(index) { index += 1 }
        return start..<index
    }

    /// "forces", "rebels", but not "class" or "Paris's".
    func looksPlural(_ index: Int) -> Bool {
        let token = tokens[index]
        if token.tag != .other { return token.penn == .NNS || token.penn == .NNPS }
        let bytes = token.folded.utf8
        guard bytes.count > 3, token.shape != .number, bytes.last == UInt8(ascii: "s") else { return false }
        let beforeLast = bytes[bytes.index(bytes.endIndex, offsetBy: -2)]
        return !Array("siu'".utf8).contains(beforeLast)
    }

    /// "Moroccans", "Iraqis": a people's name, where capitals tell something.
    func looksLikePeople(_ index: Int) -> Bool {
        let token = tokens[index]
        return token.shape == .capitalised && !shouts[index] && token.folded.hasSuffix("s") && !token.folded.hasSuffix("ss")
            && token.folded.utf8.count > 3
    }
}
