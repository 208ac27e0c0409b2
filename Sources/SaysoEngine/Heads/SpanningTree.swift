/// From scores of heads to one tree.
///
/// Each word takes its best head; where that is no tree with one root (3 sentences of 100), the best such tree is sought (Chu and Liu 1965,
/// Edmonds 1967). One root only is had exactly by a penalty on every arc from ROOT that no other arcs can make up for.
enum SpanningTree {
    /// The head of each word: 0 is ROOT, 1 the first word.
    ///
    /// - Parameter scores: [count, count + 1]; a row's first entry is ROOT, the word's own entry is not looked at. What is not finite
    /// counts
    ///   as very small.
    static func heads(_ count: Int, _ scores: UnsafePointer<Float>) -> [Int] {
        let greedy = (0..<count).map { word in
            let row = scores + word * (count + 1)
            var best = 0
            for head in 1..<count + 1 where head != word + 1 && row[head] > row[best] { best = head }
            return best
        }
        return isTree(greedy) ? greedy : maximum(count, scores)
    }

    /// Exactly one root, and every word below it.
    static func isTree(_ heads: [Int]) -> Bool {
        guard heads.count(where: { $0 == 0 }) == 1 else { return false }
        // 0: not seen, 1: reaches the root, otherwise the walk that saw it.
        var seen = [Int](repeating: 0, count: heads.count + 1)
        seen[0] = 1
        for word in 1...heads.count {
            var at = word
            while seen[at] == 0 {
                seen[at] = word + 1
                at = heads[at - 1]
            }
            guard seen[at] == 1 else { return false }
            at = word
            while seen[at] != 1 {
                seen[at] = 1
                at = heads[at - 1]
            }
        }
        return true
    }

    /// The tree with one root whose scores sum to the most.
    static func maximum(_ count: Int, _ scores: UnsafePointer<Float>) -> [Int] {
        var graph = Contraction(count, scores)
        while let cycle = graph.cycle() { graph.contract(cycle) }
        return graph.heads()
    }
}

/// A complete graph whose cycles of best arcs are contracted one by one, and expanded in the end.
///
/// Nodes lie in places 0…count of a matrix; a contracted node takes the place of its first member and a new number.
private struct Contraction {
    private struct Arc {
        var weight: Double
        /// Words it joins in the original graph.
        var from: Int32
        var into: Int32
    }
    private struct Node {
        let number: Int
        let members: [(number: Int, arc: Arc)]
    }

    private let size: Int
    private var arcs: [Arc]
    private var active: [Int]
    /// By place, where the best arc into it comes from.
    private var best: [Int]
    /// By place, the number of the node there.
    private var number: [Int]
    /// By number, the contracted node it went into.
    private var container: [Int]
    private var contracted: [Node] = []

    init(_ count: Int, _ scores: UnsafePointer<Float>) {
        size = count + 1
        active = Array(0..<size)
        best = Array(repeating: 0, count: size)
        number = active
        container = Array(repeating: -1, count: size)
        var (least, most) = (Double.infinity, -Double.infinity)
        func weight(_ from: Int, _ into: Int) -> Double {
            let score = scores[(into - 1) * (count + 1) + from]
            return score.isFinite ? min(max(Double(score), -1e9), 1e9) : -1e9
        }
        for into in 1..<max(size, 1) {
            for from in 0..<size where from != into {
                least = min(least, weight(from, into))
                most = max(most, weight(from, into))
            }
        }
        let penalty = Double(size) * (most - least) + 1
        arcs = Array(repeating: Arc(weight: -.infinity, from: 0, into: 0), count: size * size)
        for into in 1..<max(size, 1) {
            for from in 0..<size where from != into {
                let weight = weight(from, into) - (from == 0 ? penalty : 0)
                arcs[from * size + into] = Arc(weight: weight, from: Int32(from), into: Int32(into))
            }
        }
        for into in 1..<max(size, 1) { best[into] = bestArc(into: into) }
    }

    private func bestArc(into: Int) -> Int {
        var choice = 0
        for from in active where from != into && arcs[from * size + into].weight > arcs[choice * size + into].weight { choice = from }
        return choice
    }

    /// Places of a cycle among the best arcs, or nil when they are a tree.
    func cycle() -> [Int]? {
        var seen = [Int](repeating: -1, count: size)
        seen[0] = 0
        for start in active where seen[start] < 0 {
            var at = start
            while seen[at] < 0 {
                seen[at] = start
                at = best[at]
            }
            guard seen[at] == start, at != 0 else { continue }
            var cycle = [at]
            var next = best[at]
            while next != at {
                cycle.append(next)
                next = best[next]
            }
            return cycle
        }
        return nil
    }

    mutating func contract(_ cycle: [Int]) {
        let place = cycle[0]
        let isMember = cycle.reduce(into: [Bool](repeating: false, count: size)) { $0[$1] = true }
        contracted.append(Node(number: container.count, members: cycle.map { (number[$0], arcs[best[$0] * size + $0]) }))
        for member in cycle { container[number[member]] = container.count }
        container.append(-1)
        for other in active where !isMember[other] {
            var out = arcs[place * size + other]
            var into: Arc?
            for member in cycle {
                let leaving = arcs[member * size + other]
                if leaving.weight > out.weight { out = leaving }
                // Entering here, the cycle loses the member's own best arc.
                var entering = arcs[other * size + member]
                entering.weight -= arcs[best[member] * size + member].weight
                if into.map({ entering.weight > $0.weight }) ?? true { into = entering }
            }
            arcs[place * size + other] = out
            if let into { arcs[other * size + place] = into }
            // Still its best arc, from the member that is now part of the node: no new search, so the whole stays quadratic.
            if isMember[best[other]] { best[other] = place }
        }
        active.removeAll { isMember[$0] && $0 != place }
        number[place] = container.count - 1
        best[place] = bestArc(into: place)
    }

    func heads() -> [Int] {
        var chosen = [Arc?](repeating: nil, count: container.count)
        for place in active where place != 0 { chosen[number[place]] = arcs[best[place] * size + place] }
        for node in contracted.reversed() {
            guard let arc = chosen[node.number] else { preconditionFailure("a contracted node has no arc") }
            var entered = Int(arc.into)
            while container[entered] != node.number { entered = container[entered] }
            for member in node.members { chosen[member.number] = member.number == entered ? arc : member.arc }
        }
        return (1..<max(size, 1)).map { Int(chosen[$0]?.from ?? 0) }
    }
}
