public import SaysoCore

extension Reading {
    /// The reading as a ledger keeps it: what the reader found about residue and oddities counts for the report, too.
    public var asKept: Reading {
        var report = report
        report.residue = residue
        // A diagnostic may point beyond the text (it tells of something odd, after all); its span is cut to whole characters.
        let diagnostics = diagnostics.map { Diagnostic($0.severity, $0.message, at: $0.span.map(report.text.clamped)) }
        report.diagnostics = diagnostics
        return Reading(
            report: report, attributions: attributions, claims: claims, labels: labels, residue: residue, diagnostics: diagnostics)
    }

    /// Every passage, with what it belongs to, for people: "claim evidence".
    package func forEachPassage(_ body: (_ kind: StaticString, _ passage: Passage) -> Void) {
        for attribution in attributions {
            for passage in attribution.source { body("attribution source", passage) }
            for passage in attribution.cue { body("attribution cue", passage) }
            for passage in attribution.content { body("attribution content", passage) }
        }
        for claim in claims {
            for passage in claim.evidence { body("claim evidence", passage) }
            for passage in claim.condition { body("claim condition", passage) }
            if let words = claim.event.time?.words { body("claim time", words) }
            for use in claim.event.equipment { if let words = use.words { body("claim equipment", words) } }
            for effect in claim.event.people { if let words = effect.words { body("claim people", words) } }
            for finding in claim.findings { if let words = finding.words { body("claim finding", words) } }
        }
        for label in labels { body("label", label.words) }
        for residue in residue { body("residue", residue.passage) }
    }

    /// Why this reading of `original` must not be kept; nil when it may. The same sentences stand in the schema where SQL can say them.
    package func fault(original: Original) -> String? {
        if Digest.sha256(original.bytes) != report.id.rawValue { return "the report's id is not the SHA-256 of its bytes" }
        if report.text.utf8.contains(0) { return "the text holds a NUL character" }
        return duplicate() ?? dangling() ?? impossible() ?? misquoted()
    }

    private func duplicate() -> String? {
        var attributionIDs = Set<AttributionID>()
        for id in attributions.map(\.id) where !attributionIDs.insert(id).inserted { return "two attributions are called \(id)" }
        var claimIDs = Set<ClaimID>()
        for id in claims.map(\.id) where !claimIDs.insert(id).inserted { return "two claims are called \(id)" }
        var labelIDs = Set<LabelID>()
        for id in labels.map(\.id) where !labelIDs.insert(id).inserted { return "two labels are called \(id)" }
        return nil
    }

    private func dangling() -> String? {
        let outer = Dictionary(attributions.map { ($0.id, $0.nestedIn) }, uniquingKeysWith: { first, _ in first })
        var grounded = Set<AttributionID>()
        for attribution in attributions {
            // Walk outward until the outlet or an attribution that is known to reach it; whoever meets itself runs in a ring.
            var way = Set<AttributionID>()
            var next: AttributionID? = attribution.id
            while let id = next, !grounded.contains(id) {
                guard let further = outer[id] else { return "\(attribution.id) is nested in \(id), which is not there" }
                if !way.insert(id).inserted { return "\(attribution.id) is nested in itself" }
                next = further
            }
            grounded.formUnion(way)
        }
        for claim in claims {
            if claim.evidence.isEmpty { return "\(claim.id) has no evidence" }
            for id in claim.chain where outer[id] == nil { return "\(claim.id) rests on \(id), which is not there" }
            if Set(claim.chain).count != claim.chain.count { return "\(claim.id) rests on one attribution twice" }
        }
        for label in labels {
            if case .attribution(let id) = label.voice, outer[id] == nil { return "\(label.id) is the voice of \(id), which is not there" }
        }
        return nil
    }

    private func impossible() -> String? {
        for claim in claims {
            let event = claim.event
            for count in event.equipment.map(\.count) + event.people.map(\.count) + [event.count].compactMap(\.self) {
                if let low = count.low, low < 0 || low > count.high ?? low {
                    return "\(claim.id) counts from \(low) to \(count.high ?? low)"
                }
            }
            for place in [event.place, event.origin, event.destination, event.control?.place].compactMap(\.self) {
                switch (place.latitude, place.longitude) {
                case (nil, nil): break
                case (let latitude?, let longitude?) where abs(latitude) <= 90 && abs(longitude) <= 180: break
                default: return "\(claim.id) is placed at no point of the Earth (\(place.name))"
                }
                if let country = place.country, country.utf8.count != 2 { return "\(claim.id): “\(country)” is no ISO 3166-1 alpha-2 code" }
            }
        }
        return nil
    }

    private func misquoted() -> String? {
        var fault: String?
        forEachPassage { kind, passage in
            if fault == nil, passage != report.text.passage(passage.span) {
                fault = "a \(kind) at \(passage.span) should say “\(passage.words)”, the text says “\(report.text.words(passage.span))”"
            }
        }
        return fault
    }
}
