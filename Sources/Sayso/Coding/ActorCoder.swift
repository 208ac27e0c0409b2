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
        let known = range.isEmpty ? nil : known(at: range.upperBound - 1, on: day, in: view)
        if let known, !known.isState { return known.code }
        // “the Georgian government” is the state by its name, and its government by the words.
        var base = known?.code
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
            } else if known == nil, let name, name.end == end, let actor = actor(name.values, on: day) {
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
    private func known(at token: Int, on day: Int?, in view: CodingView) -> (code: String, isState: Bool)? {
        if let mention = view.mention(at: token), mention.form == .name {
            let entity = view.document.entities[mention.entity]
            if let state = lexicon.state(id: entity.id.rawValue) { return (lexicon.states[state].iso3, true) }
            if let code = lexicon.actor(id: entity.id.rawValue).map(lexicon.actor).flatMap(code) { return (code, false) }
        }
        // A surname alone, of one who then held an office: “Obama”.
        guard view.tokens[token].isCapitalised, let unit = lexicon.units.units(view.tokens[token].folded).last else { return nil }
        let holders = lexicon.people(surname: unit).map(lexicon.actor).filter { actor in
            actor.terms.contains { !$0.office.isEmpty && $0.holds(on: day) }
        }
        let found = Set(holders.compactMap(code))
        return found.count == 1 ? found.first.map { ($0, false) } : nil
    }

    private func code(of actor: Actor) -> String? {
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
        guard let mention = view.document.places.first(where: { $0.span.contains(span) }), let country = mention.place.country else {
            return nil
        }
        return lexicon.state(iso2: country).map { lexicon.states[$0].iso3 }
    }
}
