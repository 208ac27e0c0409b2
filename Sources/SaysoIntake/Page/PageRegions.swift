import SaysoCore
import SaysoLexicon

/// Which nodes of a page are furniture, and of what kind: by their tags, roles, class names and ids.
struct PageRegions {
    /// One entry a node; nil for what may be the article's.
    let kinds: [Residue.Kind?]

    /// - Parameter prose: bytes of prose before each node, one entry more than nodes.
    /// - Parameter lexicon: nil to go by tags and roles alone, where a builder names every paragraph after its frame.
    init(_ tree: HTMLTree, prose: [Int], lexicon: RegionLexicon?) {
        let nodes = tree.nodes
        let total = prose.last ?? 0
        var kinds = [Residue.Kind?](repeating: nil, count: nodes.count)
        for (index, node) in nodes.enumerated() {
            if node.parent >= 0, let kind = kinds[node.parent] {
                kinds[index] = kind
                continue
            }
            guard !node.isText, node.name != "html", node.name != "body", node.name != "article", node.name != "main", node.name != "h1"
            else { continue }
            guard let kind = Self.kind(node, lexicon) else { continue }
            let share = prose[min(node.end, nodes.count)] - prose[index]
            // Wrappers of the whole page are named after their parts ("has-sidebar"): what holds much of the prose is no furniture.
            let allowed = kind == .comments ? total * 9 / 10 : kind == .credit ? min(total, 300) : total * 3 / 10
            if share <= allowed || total == 0 && node.name == "nav" { kinds[index] = kind }
        }
        self.kinds = kinds
    }

    private static func kind(_ node: HTMLTree.Node, _ lexicon: RegionLexicon?) -> Residue.Kind? {
        switch node.name {
        case "nav", "menu", "button": return .navigation
        case "dialog": return .cookie
        case "aside": return .related
        case "footer": return .boilerplate
        case "figcaption": return .caption
        case "form": return .subscription
        case "time", "address": return .credit
        default: break
        }
        switch node["role"] {
        case "navigation"?, "banner"?, "search"?, "menu"?, "menubar"?: return .navigation
        case "complementary"?: return .related
        case "contentinfo"?: return .boilerplate
        case "dialog"?, "alertdialog"?: return .cookie
        default: break
        }
        guard let lexicon, node["itemprop"] != "articleBody" else { return nil }
        return node["class"].flatMap(lexicon.kind(ofName:)) ?? node["id"].flatMap(lexicon.kind(ofName:))
    }
}
