import SaysoCore

/// Where and when: what the clause says itself, else what the report gives for the same event elsewhere – and then says so.
struct SettingFinder {
    struct Setting {
        var place: Place?
        var time: EventTime?
        var origin: Place?
        var destination: Place?
        var findings: [Finding] = []
    }

    func setting(of trigger: EventTrigger, in context: ClaimContext) -> Setting {
        var setting = Setting()
        let document = context.document
        let clause = trigger.clause.map { document.clauses[$0] }
        place(in: trigger.evidence, trigger, "place.clause", &setting, in: context)
        if setting.place == nil, let clause { place(in: clause.tokens, trigger, "place.wider-clause", &setting, in: context) }
        for (range, rule) in scopes(trigger, clause, in: context) where setting.time == nil { time(in: range, trigger, rule, &setting, in: context) }
        return setting
    }

    // MARK: Place

    /// Where a time may stand: the event's own words, its clause, its sentence.
    private func scopes(_ trigger: EventTrigger, _ clause: Clause?, in context: ClaimContext) -> [(Range<Int>, Rule)] {
        var scopes: [(Range<Int>, Rule)] = [(trigger.evidence, "time.clause")]
        if let clause { scopes.append((clause.tokens, "time.wider-clause")) }
        if let sentence = context.document.sentence(ofToken: trigger.token) { scopes.append((context.document.sentences[sentence].tokens, "time.sentence")) }
        return scopes
    }

    private func place(in range: Range<Int>, _ trigger: EventTrigger, _ rule: Rule, _ setting: inout Setting, in context: ClaimContext) {
        let document = context.document
        var best: (rank: Int, index: Int)?
        var originEnd: Int?
        for token in range.clamped(to: 0..<document.tokens.count) {
            guard let index = context.place(at: token) else { continue }
            let mention = document.places[index]
            guard mention.kind == .place else { continue }
            let (word, link) = Self.preposition(before: mention.tokens.lowerBound, in: document)
            // “from Hmeimim Air Base in Syria”: the phrase goes on with where the origin is.
            if let end = originEnd, let link, link == end { originEnd = mention.tokens.upperBound; continue }
            if word == "from" { if trigger.type == .mobilize || trigger.type == .aid || trigger.type == .retreat { setting.origin = setting.origin ?? mention.place; originEnd = mention.tokens.upperBound; continue } }
            if word == "to" || word == "into" || word == "toward" || word == "towards" {
                if trigger.type == .mobilize || trigger.type == .aid || trigger.type == .retreat { setting.destination = setting.destination ?? mention.place }
            }
            // “in”, “at”, “near” place an event; a name in a party's phrase (“the mayor of Tripoli”) only if nothing else does.
            let isLocating = Self.locating.contains(word)
            // “Israel dropped bombs”: a state that acts is a party, not a place.
            if !isLocating, Self.isParty(token, in: context) { continue }
            let rank = isLocating ? 0 : (word == "of" ? 3 : 2)
            let grain = Self.fineness(mention.place.precision)
            if best == nil || (rank * 10 + grain) < best!.rank { best = (rank * 10 + grain, index) }
        }
        if let best {
            setting.place = document.places[best.index].place
            setting.findings.append(Finding("place", rule: rule, words: document.text.passage(document.places[best.index].span)))
        }
    }

    static func isParty(_ token: Int, in context: ClaimContext) -> Bool {
        guard let mention = context.mention(at: token) else { return false }
        switch context.document.entities[context.document.mentions[mention].entity].kind {
        case .government, .organization, .armedGroup, .person: return true
        default: return false
        }
    }

    private static let locating: Set<String> = ["in", "at", "near", "outside", "around", "inside", "over", "across", "throughout", "into", "along", "off", "within"]

    /// Finer places first.
    static func fineness(_ precision: Place.Precision) -> Int {
        switch precision {
        case .point: 0
        case .city: 1
        case .area: 2
        case .admin1: 3
        case .country: 4
        }
    }

    static func preposition(before token: Int, in document: Document) -> (word: String, at: Int?) {
        var at = token - 1
        var steps = 0
        while at >= 0, steps < 4 {
            let tag = document.tokens[at].tag
            if tag == .adposition { return (document.tokens[at].folded, at) }
            guard tag == .determiner || tag == .adjective || tag == .noun || tag == .properNoun || tag == .particle else { return ("", nil) }
            at -= 1
            steps += 1
        }
        return ("", nil)
    }

    // MARK: Time

    private func time(in range: Range<Int>, _ trigger: EventTrigger, _ rule: Rule, _ setting: inout Setting, in context: ClaimContext) {
        let document = context.document
        var best: (distance: Int, index: Int)?
        for (index, time) in document.times.enumerated() {
            guard time.interval != nil,
                time.tokens.overlaps(range), !Self.isOfSaying(time, trigger, in: context)
            else { continue }
            let distance = abs(time.tokens.lowerBound - trigger.token)
            if best == nil || distance < best!.distance { best = (distance, index) }
        }
        guard let best, let interval = EventTime(document.times[best.index], in: document) else { return }
        setting.time = interval
        setting.findings.append(Finding("time", rule: rule, words: interval.words))
    }

    /// “said on Monday that …”: a time beside the cue dates the saying.
    static func isOfSaying(_ time: TimeMention, _ trigger: EventTrigger, in context: ClaimContext) -> Bool {
        guard let clause = context.clause(ofToken: time.tokens.lowerBound), clause != trigger.clause else { return false }
        let verb = context.document.span(context.document.chunks[context.document.clauses[clause].verb].tokens)
        return context.document.attributions.contains { $0.cue.contains { $0.span.overlaps(verb) } }
    }
}
