import SaysoCore
import SaysoLexicon

extension Incident {
    /// MUC-4's slots. `states` gives a state's name for its code.
    func json(stateName: (String) -> String?) -> JSON {
        func slot(_ fillers: [Filler]) -> JSON { .array(fillers.map { .members(["mentions": .array($0.words.map(JSON.string))]) }) }
        let victims = victims.map { filler in
            JSON.members([
                "mentions": .array(filler.words.map(JSON.string)), "name": .array(filler.isName ? filler.words.map(JSON.string) : []),
                "description": .array(filler.isName ? [] : filler.words.map(JSON.string)),
            ])
        }
        let organisations = organisations.map { filler in
            JSON.members([
                "mentions": .array(filler.words.map(JSON.string)), "confidence": .array([.string((filler.confidence ?? .fact).rawValue)]),
            ])
        }
        return .members([
            "type": .string(type.rawValue), "stage": .array([.string(stage.rawValue)]), "date": date, "place": place(stateName),
            "perp_ind": slot(individuals), "perp_org": .array(organisations), "target": slot(targets), "victim": .array(victims), "weapon": slot(weapons),
        ])
    }

    private var date: JSON? {
        guard let time else { return nil }
        func day(_ day: EventDay?) -> String? { if case .day(let day)? = day { day.description } else { nil } }
        let (from, to) = (day(time.start), day(time.end))
        return from == nil && to == nil ? nil : .array([.string(from ?? ""), .string(to ?? "")])
    }

    private func place(_ stateName: (String) -> String?) -> JSON? {
        guard let place else { return nil }
        let state = place.country.flatMap(stateName)
        let names = [state, place.precision == .country ? nil : place.name].compactMap { $0?.uppercased() }
        return .array([.array(names.isEmpty ? [.string(place.name.uppercased())] : names.map(JSON.string))])
    }
}
