import SaysoCore
import SaysoLexicon

/// Which states a report speaks of, and which one an unnamed “the army” belongs to.
struct Geography {
    private var weights: [Int: Double] = [:]
    private var bySentence: [Int32: [Int]] = [:]
    private let dominant: Int?

    init(_ scan: NameScan) {
        var weights: [Int: Double] = [:]
        var order: [Int] = []
        func add(_ state: Int, _ weight: Double) {
            if weights[state] == nil { order.append(state) }
            weights[state, default: 0] += weight
        }
        for hit in scan.states {
            if let hit { add(hit.state, hit.form == .people ? 0.7 : 1) }
        }
        for place in scan.document.places {
            guard let code = place.place.country, let state = scan.lexicon.state(iso2: code) else { continue }
            switch place.kind {
            case .dateline: add(state, 2)
            case .place where place.place.precision != .country:
                add(state, 0.8)
                if let token = place.tokens.first { bySentence[scan.sentenceOf[token], default: []].append(state) }
            default: break
            }
        }
        self.weights = weights
        // Everybody speaks of Washington: it is the scene only where nobody else is.
        let states = scan.lexicon.states
        dominant = order.max { a, b in
            let (left, right) = (weights[a, default: 0] * (states[a].iso3 == "USA" ? 0.4 : 1), weights[b, default: 0] * (states[b].iso3 == "USA" ? 0.4 : 1))
            return left < right
        }
    }

    func weight(_ state: Int?) -> Double { state.map { weights[$0] ?? 0 } ?? 0 }

    /// The state of an unnamed body: the one whose places its sentence names, if that is one only, else the report's own.
    func scene(sentence: Int32) -> Int? {
        if let here = bySentence[sentence], let first = here.first, here.allSatisfy({ $0 == first }) { return first }
        return dominant
    }

    var scene: Int? { dominant }
}
