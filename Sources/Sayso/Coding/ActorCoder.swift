import SaysoCore
import SaysoLexicon

/// CAMEO's codes for whom words name: “Tunisian court” → TUN + JUD.
struct ActorCoder: Sendable {
    private let lexicon: ActorLexicon
    private let codes: ActorCodes

    init() throws(LexiconTable.Problem) {
        lexicon = try ActorLexicon()
        codes = try ActorCodes()
    }

    /// The code of a stretch of tokens: country or body first, then roles, each once; nil where nobody is known.
    func code(of range: Range<Int>, on day: Int?, in view: CodingView) -> String? {
        if let last = range.last, let known = knownCode(at: last, on: day, in: view) { return known }
        var base: String?
        var roles: [String] = []
        func role(_ code: String) { if !code.isEmpty, !Self.noRoles.contains(code), !roles.contains(code) { roles.append(code) } }
        let units = range.map { lexicon.units.units(view.tokens[$0].folded) }
        let starts = units.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
        let flat = units.flatMap { $0 }
        var index = 0
        while index < units.count {
            var next = index + 1
            defer { index = next }
            guard !units[index].isEmpty else { continue }
            let name = longest(.names, flat, from: starts[index])
            let state = longest(.states, flat, from: starts[index])
            let agent = longest(.agents, flat, from: starts[index])
            let end = max(name?.end ?? 0, state?.end ?? 0, agent?.end ?? 0)
            guard end > 0 else {
                if base == nil, let place = place(at: range.lowerBound + index, in: view) { base = place }
                continue
            }
            if let state, state.end == end, let value = state.values.first {
                base = base ?? lexicon.states[Int(value) / 4].iso3
            } else if let name, name.end == end, let actor = actor(name.values, on: day) {
                if let code = codes.code(ofName: actor.name) {
                    base = base ?? code
                } else {
                    let home = actor.state.map { lexicon.states[$0].iso3 }
                    let isHomeless = base == nil && home == nil && Self.bodies.contains(actor.code)
                    base = base ?? home ?? (isHomeless ? actor.code : nil)
                    if !isHomeless { role(String(actor.code.prefix(3))) }
                }
            } else if let agent, agent.end == end, let value = agent.values.first {
                role(String(lexicon.agents[Int(value) / 2].code.prefix(3)))
            }
            while next < units.count, starts[next] < end { next += 1 }
        }
        guard base != nil || !roles.isEmpty else { return nil }
        return (base ?? "---") + roles.joined()
    }

    /// Codes of places and of bodies say nothing of a country's own people.
    private static let noRoles: Set<String> = ["UNK", "FAC", "IGO", "NGO", "NGM", "MNC"]

    /// Of somebody known by name: “Putin” → RUS + GOV.
    private func knownCode(at token: Int, on day: Int?, in view: CodingView) -> String? {
        guard let mention = view.mention(at: token), mention.form == .name else { return nil }
        let entity = view.document.entities[mention.entity]
        if let state = lexicon.state(id: entity.id.rawValue) { return lexicon.states[state].iso3 }
        guard let actor = lexicon.actor(id: entity.id.rawValue).map(lexicon.actor) else { return nil }
        if let code = codes.code(ofName: actor.name) { return code }
        guard let state = actor.state else { return nil }
        return lexicon.states[state].iso3 + (Self.noRoles.contains(actor.code) ? "" : actor.code.prefix(3))
    }

    /// Kinds of actors that stand where a country would.
    private static let bodies: Set<String> = ["IGO", "NGO", "NGM", "MNC", "IMG"]

    private func longest(_ table: ActorLexicon.Table, _ units: [UInt64], from start: Int) -> (end: Int, values: [Int32])? {
        lexicon.matches(table, units, from: start, to: min(units.count, start + 12)).last
    }

    private func actor(_ values: [Int32], on day: Int?) -> Actor? {
        let actors = values.map { lexicon.actor(lexicon.names[Int($0)].actor) }
        return actors.first { actor in day.map(actor.days.contains) ?? true } ?? actors.first
    }

    /// “Zurich” → CHE
    private func place(at token: Int, in view: CodingView) -> String? {
        let span = view.tokens[token].span
        guard let mention = view.document.places.first(where: { $0.span.contains(span) }), let country = mention.place.country else { return nil }
        return lexicon.state(iso2: country).map { lexicon.states[$0].iso3 }
    }
}
