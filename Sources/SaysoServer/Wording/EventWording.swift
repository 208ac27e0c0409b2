import SaysoCore

extension EventType {
    /// The event's type in a word or two. The code stands beside it, so nothing is lost by the plain word.
    var words: String {
        switch self {
        case .agree: "agreement"
        case .consult: "talks or a visit"
        case .support: "support"
        case .concede: "giving way"
        case .cooperate: "working together"
        case .aid: "help"
        case .retreat: "withdrawal or release"
        case .request: "request"
        case .accuse: "accusation"
        case .reject: "refusal"
        case .threaten: "threat"
        case .protest: "protest"
        case .sanction: "sanction"
        case .mobilize: "movement of forces"
        case .coerce: "coercion"
        case .assault: "attack"
        }
    }
}

extension EventType {
    /// What stands between the event and whom it is done to: "attack by Turkey on …", "help by … for …".
    var preposition: String {
        switch self {
        case .agree, .consult, .cooperate: "with"
        case .support, .aid: "for"
        case .concede, .request, .mobilize: "to"
        case .retreat: "from"
        case .assault: "on"
        case .accuse, .reject, .threaten, .protest, .sanction, .coerce: "against"
        }
    }
}

extension Event {
    /// "attack (aerial)"; the mode as the codebook calls it.
    var kindWords: String { type.words + (mode.map { " (\($0.replacingHyphens))" } ?? "") }

    /// Who does it to whom; nil where nobody is named.
    var partiesPhrase: Phrase? {
        let doers = actor.map { Phrase.name($0.name) }.joined(by: ", ")
        let others = recipient.map { Phrase.name($0.name) }.joined(by: ", ")
        if doers.isEmpty, others.isEmpty { return nil }
        if others.isEmpty { return .own("by ") + doers }
        if doers.isEmpty { return .own("\(type.preposition) ") + others + ", doer not told" }
        return .own("by ") + doers + " \(type.preposition) " + others
    }

    /// Everything that was counted: "MiG-29 ≥ 6 · Su-24 = 2 · killed ≥ 5".
    var countsPhrase: Phrase? {
        var parts: [Phrase] = equipment.map { use in
            var phrase = Phrase.name(use.entity.name) + " \(use.count.sign)"
            if use.role == .lost || use.role == .escort { phrase = phrase + " (\(use.role.rawValue))" }
            if let owner = use.owner { phrase = phrase + ", of " + .name(owner.name) }
            return phrase
        }
        parts += people.map {
            Phrase.own([$0.who, $0.role.replacingHyphens].compactMap(\.self).joined(separator: " ") + " \($0.count.sign)")
        }
        if let count { parts.append(.own("events \(count.sign)")) }
        return parts.isEmpty ? nil : parts.joined(by: " · ")
    }

    /// "from Hmeimim (point) to eastern Libya (area)", "Al-Watiya (point)".
    var wherePhrase: Phrase? {
        var parts: [Phrase] = []
        if let origin { parts.append(.own("from ") + origin.phrase) }
        if let destination { parts.append(.own("to ") + destination.phrase) }
        // A movement's place is mostly its origin or destination told once more.
        if let place, place != origin, place != destination { parts.insert(place.phrase, at: 0) }
        return parts.isEmpty ? nil : parts.joined(by: " ")
    }

    var controlPhrase: Phrase? {
        guard let control else { return nil }
        var phrase = Phrase.name(control.place.name)
        phrase = phrase + ": from " + (control.from.map { .name($0.name) } ?? .own("(not told)"))
        return phrase + " to " + (control.to.map { .name($0.name) } ?? .own("(not told)"))
    }
}

extension Place {
    var phrase: Phrase { .name(name) + " (\(precision.words))" }
}

extension Place.Precision {
    var words: String {
        switch self {
        case .point: "a point"
        case .city: "a town"
        case .area: "an area"
        case .admin1: "a province"
        case .country: "a country"
        }
    }
}

extension Count {
    /// "≥ 6", "= 2", "≤ 20", "3–4", "number not told".
    var sign: String {
        switch (low, high) {
        case (let low?, let high?) where low == high: "= \(low.grouped)"
        case (let low?, let high?): "\(low.grouped)–\(high.grouped)"
        case (let low?, nil): "≥ \(low.grouped)"
        case (nil, let high?): "≤ \(high.grouped)"
        case (nil, nil): "(number not told)"
        }
    }
}

extension Int {
    /// 1234567 as "1 234 567", with no-break spaces: no comma that half the world reads as a point.
    var grouped: String {
        let digits = String(magnitude)
        var out = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0, digits.count > 4 { out.append("\u{202F}") }
            out.append(digit)
        }
        return (self < 0 ? "−" : "") + out
    }
}

extension String {
    /// "heavy-weapons" → "heavy weapons": the codebook's names as words.
    var replacingHyphens: String { String(map { $0 == "-" || $0 == "_" ? " " : $0 }) }
}
