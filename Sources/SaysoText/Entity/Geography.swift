import SaysoCore
import SaysoLexicon

/// Which states a report speaks of, and which one an unnamed “the army” belongs to.
struct Geography {
    private var weights: [Int: Double] = [:]
    private var bySentence: [Int32: [Int]] = [:]
    private let dominant: Int?

    init(_ scan: NameScan) {
        var weights: [Int: Double] = [:]
        var sites: [Int: Double] = [:]
        var order: [Int] = []
        /// `presence`: that the report speaks of the state; `site`: that something happens there. What comes early counts more.
        func add(_ state: Int, presence: Double, site: Double, sentence: Int32) {
            if weights[state] == nil { order.append(state) }
            weights[state, default: 0] += presence
            sites[state, default: 0] += sentence < 3 ? site * 1.5 : site
        }
        for (token, hit) in scan.states.enumerated() {
            guard let hit, !scan.isHyphened(hit.end) else { continue }
            let isThere = token > 0 && ["in", "across", "throughout", "inside", "into"].contains(scan.tokens[token - 1].folded)
            add(hit.state, presence: 1, site: isThere ? 1 : hit.form == .name ? 0.5 : 0.4, sentence: scan.sentenceOf[token])
        }
        for place in scan.document.places {
            guard let code = place.place.country, let state = scan.lexicon.state(iso2: code), let token = place.tokens.first,
                token < scan.tokens.count
            else { continue }
            switch place.kind {
            case .dateline: add(state, presence: 2, site: 3, sentence: 0)
            case .place where place.place.precision != .country:
                add(state, presence: 0.8, site: 1, sentence: scan.sentenceOf[token])
                bySentence[scan.sentenceOf[token], default: []].append(state)
            default: break
            }
        }
        self.weights = weights
        // Everybody speaks of Washington: it is the scene only where nobody else is.
        let states = scan.lexicon.states
        func rank(_ state: Int) -> Double { sites[state, default: 0] * (states[state].iso3 == "USA" ? 0.6 : 1) }
        dominant = order.max { rank($0) < rank($1) }
    }

    func weight(_ state: Int?) -> Double { state.map { weights[$0] ?? 0 } ?? 0 }

    /// The state of an unnamed body: the one whose places its sentence names, if that is one only, else the report's own.
    func scene(sentence: Int32) -> Int? {
        if let here = bySentence[sentence], let first = here.first, here.allSatisfy({ $0 == first }), weight(first) * 3 >= weight(dominant)
        {
            return first
        }
        return dominant
    }
}
