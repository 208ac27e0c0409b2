import Foundation
import SaysoLexicon

/// Decides which of its places each name means, from the whole report: one sense per name and report.
///
/// Every name votes for the divisions, states and squares of the map in which it may lie, with the weight of its likeliest place there; a
/// place is then judged by its own prior and by the votes of the other names. Linear in the number of meanings, so that a book costs
/// what its
/// pages cost.
struct PlaceResolver {
    let gazetteer: Gazetteer

    private struct Votes {
        var divisions: [Int: Double] = [:]
        var countries: [Int: Double] = [:]
        var squares: [Int: Double] = [:]
    }

    func resolve(_ groups: inout [PlaceGroup], _ spots: [PlaceSpot]) {
        let wanted = narrow(&groups, spots)
        for round in 0..<2 {
            var votes = Votes()
            let own = groups.indices.map { ballot(groups[$0], isFirst: round == 0) }
            for ballot in own { add(ballot, to: &votes) }
            for spot in spots where spot.fixed != nil { add(fixedBallot(spot), to: &votes) }
            for index in groups.indices { judge(&groups[index], votes, own[index], wanted[index]) }
        }
    }

    /// What pairs like "Paris, Texas" and words like "province" say about a name anywhere in the report.
    private func narrow(_ groups: inout [PlaceGroup], _ spots: [PlaceSpot]) -> [PlaceSpot.Wanted] {
        var wanted = [PlaceSpot.Wanted](repeating: .any, count: groups.count)
        var bonus: [Int: [Gazetteer.Number]] = [:]
        for spot in spots {
            guard let group = spot.group else { continue }
            if !spot.containers.isEmpty { bonus[group, default: []].append(contentsOf: spot.containers) }
            if spot.wanted != .any, groups[group].mentions == 1 || wanted[group] == .any { wanted[group] = spot.wanted }
        }
        for (group, containers) in bonus {
            for index in groups[group].meanings.indices {
                let meaning = groups[group].meanings[index]
                if containers.contains(where: { lies(meaning, in: $0) }) { groups[group].meanings[index].score = 8 }
            }
        }
        return wanted
    }

    private func lies(_ meaning: PlaceGroup.Meaning, in holder: Gazetteer.Number) -> Bool {
        guard meaning.number != holder else { return false }
        switch gazetteer.kind(holder) {
        case .country: return meaning.country == gazetteer.countryNumber(holder)
        case .division: return meaning.division == holder.index
        case .subdivision: return gazetteer.parent(meaning.number) == holder
        default: return false
        }
    }

    /// Squares of two degrees; a place votes for its own and is judged by the nine around it.
    private static func square(_ latitude: Double, _ longitude: Double) -> Int {
        Int(((latitude + 90) / 2).rounded(.down)) * 200 + Int(((longitude + 180) / 2).rounded(.down))
    }

    private func ballot(_ group: PlaceGroup, isFirst: Bool) -> Votes {
        var votes = Votes()
        guard group.evidence > -1, let best = group.meanings.first else { return votes }
        let weight = min(2.0, 0.6 + 0.2 * Double(group.mentions)) * (group.evidence > 1 ? 1 : 0.5)
        // A name of many places has a weaker voice than one that can only mean one.
        let top = group.meanings.map { $0.prior + $0.score }.max() ?? best.prior
        let all = group.meanings.reduce(0) { $0 + Self.share($1.prior + $1.score - top) }
        let clarity = 1 / pow(max(1, all), 0.8)
        for (index, meaning) in group.meanings.enumerated() {
            // In the first round every meaning has a voice, in the second only the one that was chosen.
            if !isFirst, group.chosen != index { continue }
            let share = isFirst ? weight * clarity * Self.share(meaning.prior + meaning.score - top) : weight * (0.1 + 0.9 * clarity)
            guard share > 0.01 else { continue }
            if meaning.division >= 0 { votes.divisions[meaning.division] = max(votes.divisions[meaning.division] ?? 0, share) }
            if meaning.country > 0 {
                // A capital speaks for its state: "San Salvador" says more about "San Miguel" than a suburb of Buenos Aires does.
                let voice = meaning.kind == .city && gazetteer.isCapital(meaning.number) ? share * 2.5 : share
                votes.countries[meaning.country] = max(votes.countries[meaning.country] ?? 0, voice)
            }
            if meaning.kind == .city || meaning.kind == .subdivision || meaning.kind == .facility {
                let square = Self.square(meaning.latitude, meaning.longitude)
                votes.squares[square] = max(votes.squares[square] ?? 0, share)
            }
        }
        return votes
    }

    /// A place ten times smaller than its namesake has a third of its voice.
    private static func share(_ difference: Double) -> Double {
        difference >= 0 ? 1 : difference < -5 ? 0 : 1 / (1 + difference * difference)
    }

    /// Demonyms and abbreviations mean one place only.
    private func fixedBallot(_ spot: PlaceSpot) -> Votes {
        var votes = Votes()
        guard let number = spot.fixed else { return votes }
        let country = gazetteer.countryNumber(number)
        if country > 0 { votes.countries[country] = 0.5 }
        if let division = gazetteer.division(number) { votes.divisions[division.index] = 0.8 }
        return votes
    }

    private func add(_ ballot: Votes, to votes: inout Votes) {
        for (key, value) in ballot.divisions { votes.divisions[key, default: 0] += value }
        for (key, value) in ballot.countries { votes.countries[key, default: 0] += value }
        for (key, value) in ballot.squares { votes.squares[key, default: 0] += value }
    }

    private func judge(_ group: inout PlaceGroup, _ votes: Votes, _ own: Votes, _ wanted: PlaceSpot.Wanted) {
        var best = -1.0e9
        group.chosen = nil
        for (index, meaning) in group.meanings.enumerated() {
            var score = meaning.prior + meaning.score
            let division = (votes.divisions[meaning.division] ?? 0) - (own.divisions[meaning.division] ?? 0)
            let country = (votes.countries[meaning.country] ?? 0) - (own.countries[meaning.country] ?? 0)
            var near = 0.0
            if meaning.kind == .country { score += Self.damp(country) }
            if meaning.kind != .country, meaning.kind != .continent {
                score += 1.6 * Self.damp(division) + Self.damp(country)
                if meaning.kind == .city || meaning.kind == .subdivision {
                    let square = Self.square(meaning.latitude, meaning.longitude)
                    for row in [-200, 0, 200] {
                        for at in (square + row - 1)...(square + row + 1) { near += (votes.squares[at] ?? 0) - (own.squares[at] ?? 0) }
                    }
                    score += 0.6 * Self.damp(near)
                }
            }
            switch wanted {
            case .any: break
            case .division: if meaning.kind == .division || meaning.kind == .subdivision { score += 5 }
            case .settlement: if meaning.kind == .city { score += 1.5 }
            }
            if score > best {
                best = score
                group.chosen = index
                group.support = division + max(0, near)
                group.stateSupport = country
            }
        }
    }

    private static func damp(_ votes: Double) -> Double { votes <= 0.05 ? 0 : min(2.5, 0.1 + votes.squareRoot()) }
}
