/// The smallest element that holds the article: the one that calls itself so, else where the prose is densest.
enum MainContent {
    /// - Parameter prose: bytes of prose (furniture left out) before each node, one entry more than nodes.
    static func node(of tree: HTMLTree, prose: [Int]) -> Int {
        let nodes = tree.nodes
        guard let total = prose.last, total > 0 else { return 0 }
        func share(_ index: Int) -> Int { prose[nodes[index].end] - prose[index] }
        var best: (rank: Int, share: Int, index: Int)?
        for (index, node) in nodes.enumerated() where !node.isText {
            let rank = rank(node)
            guard rank > 0 else { continue }
            let share = share(index)
            guard share * 10 >= total * 4 else { continue }
            guard let known = best else {
                best = (rank, share, index)
                continue
            }
            // Nested articles are cards: the one with the most prose is the report. An articleBody inside an article is the report without
            // its frame.
            if rank > known.rank ? share * 10 >= known.share * 7 : rank == known.rank && share > known.share { best = (rank, share, index) }
        }
        if let best { return best.index }
        var current = 0
        while true {
            var heaviest: (share: Int, index: Int)?
            var child = current + 1
            while child < nodes[current].end {
                let weight = share(child)
                if !nodes[child].isText, heaviest.map({ weight > $0.share }) ?? true { heaviest = (weight, child) }
                child = nodes[child].end
            }
            guard let heaviest, heaviest.share * 100 >= share(current) * 65, nodes[heaviest.index].name != "p" else { return current }
            current = heaviest.index
        }
    }

    private static func rank(_ node: HTMLTree.Node) -> Int {
        if node["itemprop"]?.contains("articleBody") == true { return 3 }
        if node.name == "article" { return 2 }
        return node.name == "main" || node["role"] == "main" ? 1 : 0
    }
}
