import SaysoCore
import SaysoLedger
import SaysoTestSupport

/// Writes a reading by hand: words are given as they stand in the text, spans are looked up.
struct ReadingBuilder {
    private(set) var reading: Reading
    let original: Original
    private var attributionIDs: [String: AttributionID] = [:]

    init(
        _ text: String, outlet: String?, title: String? = nil, day: String? = nil, byline: String? = nil, address: String? = nil,
        language: String = "en", name: String = "report.txt"
    ) {
        let (reading, original) = Sample.report(text, outlet: outlet, title: title, day: day, byline: byline, address: address)
        var report = reading.report
        report.language = language
        self.reading = Reading(report: report)
        self.original = Original(name: name, bytes: original.bytes)
    }

    func at(_ words: String) -> Passage { Sample.passage(words, in: reading.report.text) }

    /// An attribution that `claim` can name by `key`.
    mutating func says(
        _ key: String, source: String?, cue: String, content: String, kind: Attribution.Kind = .indirect, speaker: Entity? = nil,
        nestedIn outer: String? = nil
    ) {
        let id = AttributionID("attribution-\(reading.attributions.count + 1)-\(reading.report.id.rawValue.prefix(6))")
        attributionIDs[key] = id
        reading.attributions.append(
            Attribution(
                id: id, source: source.map { [at($0)] } ?? [], cue: [at(cue)], content: [at(content)], kind: kind,
                nestedIn: outer.flatMap { attributionIDs[$0] }, speaker: speaker, rule: "attribution.cue-verb"))
    }

    @discardableResult
    mutating func claims(
        _ evidence: String, by chain: [String] = [], _ stance: Stance = .asserts, _ modality: Modality = .occurred,
        if condition: String? = nil,
        findings: [Finding] = [], event: Event
    ) -> ClaimID {
        let id = ClaimID.stable("claim", in: reading.report.id, spans: [at(evidence).span])
        reading.claims.append(
            Claim(
                id: id, evidence: [at(evidence)], chain: chain.compactMap { attributionIDs[$0] }, stance: stance, modality: modality,
                condition: condition.map { [at($0)] } ?? [], event: event, findings: findings))
        return id
    }

    mutating func label(_ words: String, voice: String? = nil, for entity: Entity?) {
        reading.labels.append(
            Label(
                id: .stable("label", in: reading.report.id, spans: [at(words).span]),
                voice: voice.flatMap { attributionIDs[$0] }.map { .attribution($0) } ?? .outlet, words: at(words), entity: entity,
                polarity: .negative,
                rule: "label.loaded-noun"))
    }

    mutating func residue(_ words: String, _ kind: Residue.Kind) {
        reading.residue.append(Residue(passage: at(words), kind: kind, rule: "residue.trailing-line"))
    }

    mutating func odd(_ message: String) { reading.diagnostics.append(Diagnostic(.note, message)) }

    func finding(_ field: String, _ rule: Rule, _ words: String? = nil, isElsewhere: Bool = false) -> Finding {
        Finding(field, rule: rule, words: words.map { at($0) }, isElsewhere: isElsewhere)
    }
}

extension Event {
    init(
        _ type: EventType, mode: String? = nil, by actor: [Entity] = [], to recipient: [Entity] = [], in place: Place? = nil,
        _ more: (inout Event) -> Void = { _ in }
    ) {
        self.init(type: type)
        self.mode = mode
        self.actor = actor
        self.recipient = recipient
        self.place = place
        more(&self)
    }
}
