/// The exchange form of CLAIMS.md, one report a JSON object: what `sayso annotate --layer claims` and `sayso read --json` write.
///
/// The only place where UTF-8 offsets become code point offsets. Member order is fixed, so equal readings give equal bytes.
public struct ExchangeForm: Sendable {
    private let map: CodePointMap

    public init(_ text: SourceText) { map = CodePointMap(text) }

    public func span(_ span: TextSpan) -> JSON {
        let (start, end) = map.codePoints(span)
        return .array([.integer(start), .integer(end)])
    }

    public func spans(_ passages: [Passage]) -> JSON { .array(passages.map { span($0.span) }) }

    /// Everything that was read, after `id`, `date` and (where asked for) `text`.
    public func reading(_ reading: Reading, id: String, includingText: Bool) -> JSON {
        .members([
            "id": .string(id),
            "date": reading.report.published.map { .string($0.day.description) } ?? .null,
            "text": includingText ? .string(reading.report.text.string) : nil,
            "attributions": .array(reading.attributions.map(attribution)),
            "claims": .array(reading.claims.map(claim)),
            "labels": .array(reading.labels.map(label)),
            "residue": .array(reading.residue.map { span($0.passage.span) }),
        ])
    }

    public func attribution(_ attribution: Attribution) -> JSON {
        .members([
            "id": .string(attribution.id.rawValue),
            "source": spans(attribution.source),
            "cue": spans(attribution.cue),
            "content": spans(attribution.content),
            "kind": .string(attribution.kind.rawValue),
            "speaker": attribution.speaker.map(entity),
            "nested_in": attribution.nestedIn.map { .string($0.rawValue) } ?? .null,
        ])
    }

    public func claim(_ claim: Claim) -> JSON {
        .members([
            "id": .string(claim.id.rawValue),
            "evidence": spans(claim.evidence),
            "chain": .array(claim.chain.map { .string($0.rawValue) }),
            "stance": .string(claim.stance.rawValue),
            "modality": .string(claim.modality.rawValue),
            "condition": claim.condition.isEmpty ? nil : spans(claim.condition),
            "event": event(claim.event),
        ])
    }

    public func event(_ event: Event) -> JSON {
        .members([
            "type": .string(event.type.rawValue),
            "mode": event.mode.map(JSON.string),
            "context": event.context.map(JSON.string),
            "actor": .array(event.actor.map(entity)),
            "recipient": .array(event.recipient.map(entity)),
            "place": event.place.map(place) ?? .null,
            "time": event.time.map(time) ?? .object([]),
            "equipment": event.equipment.isEmpty ? nil : .array(event.equipment.map(equipment)),
            "people": event.people.isEmpty ? nil : .array(event.people.map(people)),
            "control": event.control.map(control),
            "origin": event.origin.map(place),
            "destination": event.destination.map(place),
            "count": event.count.map(count),
        ])
    }

    public func entity(_ entity: Entity) -> JSON {
        .members([
            "id": .string(entity.id.rawValue),
            "name": .string(entity.name),
            "kind": .string(entity.kind.rawValue),
            "aliases": entity.aliases.isEmpty ? nil : .array(entity.aliases.map(JSON.string)),
        ])
    }

    public func place(_ place: Place) -> JSON {
        .members([
            "name": .string(place.name),
            "aliases": place.aliases.isEmpty ? nil : .array(place.aliases.map(JSON.string)),
            "id": place.id.map(JSON.string),
            "lat": place.latitude.map(JSON.number),
            "lon": place.longitude.map(JSON.number),
            "precision": .string(place.precision.rawValue),
        ])
    }

    public func time(_ time: EventTime) -> JSON {
        .members([
            "start": time.start.map { .string($0.description) },
            "end": time.end.map { .string($0.description) },
            "words": time.words.map { .string($0.words) },
            "precision": .string(time.precision.rawValue),
        ])
    }

    public func count(_ count: Count) -> JSON {
        .members([
            "low": count.low.map(JSON.integer) ?? .null,
            "high": count.high.map(JSON.integer) ?? .null,
            "words": count.words.map(JSON.string),
        ])
    }

    public func label(_ label: Label) -> JSON {
        let voice: String =
            switch label.voice {
            case .outlet: "outlet"
            case .attribution(let id): id.rawValue
            }
        return .members([
            "voice": .string(voice),
            "words": .string(label.words.words),
            "entity": label.entity.map(entity),
            "polarity": .string(label.polarity.rawValue),
            "span": .array([span(label.words.span)]),
        ])
    }

    private func equipment(_ use: EquipmentUse) -> JSON {
        .members([
            "entity": entity(use.entity), "count": count(use.count), "role": .string(use.role.rawValue), "owner": use.owner.map(entity),
        ])
    }

    private func people(_ effect: PeopleEffect) -> JSON {
        .members(["role": .string(effect.role), "who": effect.who.map(JSON.string), "count": count(effect.count)])
    }

    private func control(_ change: ControlChange) -> JSON {
        .members(["place": place(change.place), "from": change.from.map(entity), "to": change.to.map(entity)])
    }
}
