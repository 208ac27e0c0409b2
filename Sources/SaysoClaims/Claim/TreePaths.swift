import SaysoCore

/// The way through the dependency tree from an event's word to another word, as one short string: what a linear model can weigh of grammar.
///
/// “Rebels **fired** rockets at the base”: rebels `/nsubj`, base `/obl:at`; “troops **killed** by rebels”: rebels `/obl:by`;
/// “rebels seized the town and **burned** it”: rebels `^conj/nsubj`. `^` climbs towards the root, `/` descends.
struct TreePaths {
    private let tree: [Dependency]
    /// The word that marks a token's case (“at” of “the base”): −1 where none does.
    private let marker: [Int]
    private let tokens: [Token]

    init(_ document: Document) {
        tree = document.tree.count == document.tokens.count ? document.tree : []
        tokens = document.tokens
        var marker = [Int](repeating: -1, count: tree.count)
        for (index, dependency) in tree.enumerated() where dependency.relation == "case" {
            if let head = dependency.head, marker[head] < 0 { marker[head] = index }
        }
        self.marker = marker
    }

    /// The topmost word of a phrase: the first whose head lies outside.
    func top(of range: Range<Int>) -> Int {
        guard !tree.isEmpty else { return max(range.lowerBound, range.upperBound - 1) }
        return range.first { token in tree[token].head.map { !range.contains($0) } ?? true } ?? range.lowerBound
    }

    /// nil where no language model read the report, where the two stand in different sentences, or more than `limit` steps apart.
    func path(from start: Int, to end: Int, limit: Int = 5) -> String? {
        guard tree.indices.contains(start), tree.indices.contains(end) else { return nil }
        if start == end { return "=" }
        let up = ancestors(of: start, limit: limit), down = ancestors(of: end, limit: limit)
        for (climbed, word) in up.enumerated() {
            guard let descended = down.firstIndex(of: word), climbed + descended <= limit else { continue }
            var path = ""
            for token in up[..<climbed] { path += "^" + tree[token].relation }
            for token in down[..<descended].reversed() { path += "/" + label(token) }
            return path
        }
        return nil
    }

    /// The word itself, its head, its head's head …
    private func ancestors(of token: Int, limit: Int) -> [Int] {
        var chain = [token]
        while chain.count <= limit, let head = tree[chain[chain.count - 1]].head { chain.append(head) }
        return chain
    }

    /// A relation with the preposition that marks it, as enhanced dependencies write it: “obl:at”.
    private func label(_ token: Int) -> String {
        let relation = tree[token].relation
        guard relation == "obl" || relation == "nmod" || relation == "obl:agent", marker[token] >= 0 else { return relation }
        return relation + ":" + tokens[marker[token]].folded
    }

    /// Whether the word is, or hangs on, the verb of an adverbial clause that “if” or “unless” opens.
    func hangsOnCondition(_ token: Int) -> Bool {
        guard tree.indices.contains(token) else { return false }
        return ancestors(of: token, limit: 6).contains { conditionMark(of: $0) != nil }
    }

    /// The if-clause that hangs on `verb`, from its “if” to its last word; nil where there is none within `sentence`.
    func condition(of verb: Int, within sentence: Range<Int>) -> Range<Int>? {
        for child in children(of: verb, within: sentence) {
            guard let mark = conditionMark(of: child.token) else { continue }
            let last = sentence.clamped(to: tree.indices).last { ancestors(of: $0, limit: 12).contains(child.token) } ?? child.token
            return mark < last ? mark..<last + 1 : nil
        }
        return nil
    }

    private func conditionMark(of verb: Int) -> Int? {
        guard tree[verb].relation == "advcl" else { return nil }
        return (max(0, verb - 20)..<verb).first { tree[$0].head == verb && tree[$0].relation == "mark" && Self.conditions.contains(tokens[$0].folded) }
    }

    private static let conditions: Set<String> = ["if", "unless", "provided", "providing"]

    /// What a word is to its head, and the head; nil for the root or without a tree.
    func head(of token: Int) -> (relation: String, head: Int)? {
        guard tree.indices.contains(token), let head = tree[token].head else { return nil }
        return (tree[token].relation, head)
    }

    /// The words that hang on `token` within `range`, in order.
    func children(of token: Int, within range: Range<Int>) -> [(label: String, token: Int)] {
        guard !tree.isEmpty else { return [] }
        return range.clamped(to: tree.indices).filter { tree[$0].head == token }.map { (label($0), $0) }
    }
}
