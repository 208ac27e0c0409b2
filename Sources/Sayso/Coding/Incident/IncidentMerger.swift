import SaysoCore
import SaysoLexicon

/// Puts the tellings of one attack together, as a reader does: the same kind in one report is one attack unless day or place differ.
struct IncidentMerger {
    /// ISO codes of the states that the codebook covers; empty: all.
    let scope: Set<String>
    /// ISO code of the state that the report speaks of most, of those the codebook covers.
    let home: String?
    /// The report's own day; nil where it is not known.
    let published: Day?

    init(scope: Set<String>, document: Document) {
        self.scope = scope
        published = document.report.published?.day
        var named: [String: Int] = [:]
        for mention in document.places {
            if let country = mention.place.country { named[country, default: 0] += mention.kind == .dateline ? 3 : 1 }
        }
        // “Libertad” lies in many states, and Washington is named everywhere: a report is about a state of the codebook if that is not far
        // behind.
        let covered = named.filter { scope.isEmpty || scope.contains($0.key) }.max { ($0.value, $1.key) < ($1.value, $0.key) }
        home = covered.flatMap { $0.value * 3 >= named.values.max() ?? 0 ? $0.key : nil }
    }

    func merged(_ tellings: [Incident]) -> [Incident] {
        var incidents: [Incident] = []
        for telling in tellings {
            if telling.isAnswer {
                if let index = incidents.lastIndex(where: { telling.sentence - $0.lastSentence <= 4 }) { incidents[index].merge(telling) }
            } else if let index = incidents.lastIndex(where: { isOne($0, telling) }) {
                incidents[index].merge(telling)
            } else {
                incidents.append(telling)
            }
        }
        return incidents.filter(isReportable).map(completed)
    }

    private func isOne(_ a: Incident, _ b: Incident) -> Bool {
        let isNear = b.sentence - a.lastSentence <= 1
        let isEffect = isNear && (a.isEffect || b.isEffect)
        guard a.type == b.type || (isNear && (a.isGeneric || b.isGeneric)) || isEffect else { return false }
        if a.victims.contains(where: { victim in victim.isName && b.victims.contains { $0.isSame(as: victim) } }) { return true }
        if a.hasOwnTime, b.hasOwnTime, let first = a.time?.start, let second = b.time?.start, first != second { return false }
        if a.hasOwnPlace, b.hasOwnPlace, let first = a.place, let second = b.place, first.precision == .city, second.precision == .city,
            first.name != second.name
        {
            return false
        }
        return true
    }

    /// With the nearest that may have done it, where nobody is told, and with the arms told beside it.
    private func completed(_ incident: Incident) -> Incident {
        var whole = incident
        // Soldiers make no template; “people” beside somebody who is named or counted say nothing new.
        whole.victims.removeAll(where: \.isMilitary)
        if whole.victims.contains(where: { !$0.isVague }) { whole.victims.removeAll(where: \.isVague) }
        if whole.individuals.isEmpty, whole.organisations.isEmpty { whole.individuals = Array(whole.doersNearby.prefix(1)) }
        if whole.organisations.isEmpty { whole.organisations = Array(whole.organisationsNearby.prefix(1)) }
        if whole.weapons.isEmpty, whole.type == .bombing { whole.weapons = whole.weaponsNearby }
        return whole
    }

    /// What a template is made of: something or somebody attacked, not long ago, in a state of the codebook, and not only soldiers.
    private func isReportable(_ incident: Incident) -> Bool {
        let hasVictims = incident.victims.contains { !$0.isMilitary && !$0.isVague }
        let hasCounted = hasVictims || !incident.targets.isEmpty
        switch incident.type {
        case .attack, .robbery: guard hasCounted || incident.victims.contains(where: \.isVague) && incident.hasOwnTime else { return false }
        default: guard !incident.isEmpty, hasCounted || !incident.isDoubtful else { return false }
        }
        if !scope.isEmpty, home == nil { return false }
        if incident.hasOwnTime, let published, case .day(let end)? = incident.time?.end ?? incident.time?.start,
            published.ordinal - end.ordinal > 366
        {
            return false
        }
        return true
    }
}
