import SaysoCore
import SaysoLexicon

extension Incident {
    /// MUC-4's slots. `stateName` gives a state's name for its code.
    func json(published: Day?, home: String?, stateName: (String) -> String?) -> JSON {
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
            "type": .string(type.rawValue), "stage": .array([.string(stage.rawValue)]), "date": date(published),
            "place": place(home: home, stateName),
            "perp_ind": slot(individuals), "perp_org": .array(organisations), "target": slot(targets), "victim": .array(victims),
            "weapon": slot(weapons),
        ])
    }

    /// “Until the day of the report” where no day is told: the codebook's own way.
    private func date(_ published: Day?) -> JSON? {
        guard let time else { return published.map { .array(["", .string($0.description)]) } }
        func day(_ day: EventDay?) -> String? { if case .day(let day)? = day { day.description } else { nil } }
        let (from, to) = (day(time.start), day(time.end))
        return from == nil && to == nil
            ? published.map { .array(["", .string($0.description)]) } : .array([.string(from ?? ""), .string(to ?? "")])
    }

    private func place(home: String?, _ stateName: (String) -> String?) -> JSON? {
        guard let place else { return home.flatMap(stateName).map { .array([.array([.string(Folding.fold($0).uppercased())])]) } }
        let state = (home ?? place.country).flatMap(stateName)
        // A place that was only carried over from elsewhere is sure for its state alone.
        let isFine = hasOwnPlace && place.precision != .country
        let names = [state, isFine ? place.name : nil].compactMap { $0.map { Folding.fold($0).uppercased() } }
        return .array([.array(names.isEmpty ? [.string(place.name.uppercased())] : names.map(JSON.string))])
    }
}
