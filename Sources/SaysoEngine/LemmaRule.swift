/// How a lemma is made of a form: take letters off its end, put others there.
///
///     LemmaRule("L3+y").lemma(of: "Armies") == "army"
public struct LemmaRule: Hashable, Sendable {
    private enum Action: Hashable, Sendable {
        case edit(strip: Int, suffix: String, isCapitalised: Bool)
        case whole(String)
    }
    private let action: Action

    /// `L` or `U` (lower-case) or `K` (capitalised), then "strip+suffix"; or "=lemma". Anything else leaves the lower-cased form.
    public init(_ rule: String) {
        if rule.hasPrefix("=") {
            action = .whole(String(rule.dropFirst()))
            return
        }
        let parts = rule.dropFirst().split(separator: "+", maxSplits: 1, omittingEmptySubsequences: false)
        if let kind = rule.first, "LUK".contains(kind), parts.count == 2, let strip = Int(parts[0]), strip >= 0 {
            action = .edit(strip: strip, suffix: String(parts[1]), isCapitalised: kind == "K")
        } else {
            action = .edit(strip: 0, suffix: "", isCapitalised: false)
        }
    }

    /// The lemma of `form`; the lower-cased form itself where the rule would strip all of it.
    public func lemma(of form: String) -> String {
        switch action {
        case .whole(let lemma): return lemma
        case .edit(let strip, let suffix, let isCapitalised):
            var scalars = form.lowercased().unicodeScalars
            if strip < scalars.count { scalars.removeLast(strip) }
            scalars.append(contentsOf: suffix.unicodeScalars)
            guard isCapitalised, let first = scalars.first else { return String(scalars) }
            return first.properties.titlecaseMapping + String(scalars.dropFirst())
        }
    }
}
