import SaysoCore
import SaysoLexicon

/// Puts the tellings of one attack together, as a reader does: the same kind in one report is one attack unless day or place differ.
struct IncidentMerger {
    func merged(_ tellings: [Incident]) -> [Incident] {
        var incidents: [Incident] = []
        for telling in tellings {
            if telling.isAnswer {
                if let index = incidents.lastIndex(where: { telling.sentence - $0.sentence <= 4 }) { incidents[index].merge(telling) }
                continue
            }
            if let index = incidents.lastIndex(where: { isOne($0, telling) }) {
                incidents[index].merge(telling)
            } else {
                incidents.append(telling)
            }
        }
        return incidents.filter { !$0.isEmpty && !($0.isDoubtful && $0.victims.isEmpty && $0.targets.isEmpty) && !($0.isGeneric && $0.victims.isEmpty && $0.targets.isEmpty) }
    }

    private func isOne(_ a: Incident, _ b: Incident) -> Bool {
        let isKindred = a.type == b.type || ((a.isGeneric || b.isGeneric) && b.sentence - a.sentence <= 1)
        guard isKindred else { return false }
        if let first = a.time?.start, let second = b.time?.start, first != second { return false }
        if let first = a.place, let second = b.place, first.precision == .city, second.precision == .city, first.name != second.name { return false }
        return true
    }
}
