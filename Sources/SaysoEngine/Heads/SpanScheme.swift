/// Labels of the form O, B-X, I-X (or O, B, I), and which may follow which: I-X only B-X or I-X.
struct SpanScheme: Hashable, Sendable {
    enum Role: Hashable, Sendable {
        case outside
        case begin(Int)
        case inside(Int)
    }

    /// What spans are called, in order of appearance; one nameless kind for O, B, I.
    let kinds: [String]
    /// By label.
    let roles: [Role]
    /// By kind, the label that begins it and the one that goes on with it.
    let begin: [Int?]
    let inside: [Int?]

    /// Nil unless there is one O and otherwise only B and I, each once for its kind.
    init?(_ labels: [String]) {
        var kinds: [String] = []
        var roles: [Role] = []
        for label in labels {
            if label == "O" {
                roles.append(.outside)
                continue
            }
            guard label.hasPrefix("B") || label.hasPrefix("I"), label.count == 1 || label.dropFirst().hasPrefix("-") else { return nil }
            let name = String(label.dropFirst(2))
            let kind = kinds.firstIndex(of: name) ?? kinds.count
            if kind == kinds.count { kinds.append(name) }
            roles.append(label.hasPrefix("B") ? .begin(kind) : .inside(kind))
        }
        guard Set(roles).count == roles.count, roles.contains(.outside) else { return nil }
        self.kinds = kinds
        self.roles = roles
        begin = kinds.indices.map { roles.firstIndex(of: .begin($0)) }
        inside = kinds.indices.map { roles.firstIndex(of: .inside($0)) }
    }

    /// The runs that a sequence of labels marks.
    func spans(_ labels: [Int]) -> [(words: Range<Int>, kind: Int)] {
        var spans: [(words: Range<Int>, kind: Int)] = []
        for (index, label) in labels.enumerated() {
            switch roles[label] {
            case .outside: break
            case .begin(let kind): spans.append((index..<index + 1, kind))
            case .inside(let kind):
                if let last = spans.last, last.words.upperBound == index, last.kind == kind {
                    spans[spans.count - 1].words = last.words.lowerBound..<index + 1
                }
            }
        }
        return spans
    }
}
