package import SaysoCore

/// A reading in full as one JSON text, whose SHA-256 is the payload of its custody entry: the exchange form of CLAIMS.md, and behind it
/// what that form leaves out (rules, findings, spans of counts). Equal readings give equal bytes on every machine.
package struct LedgerForm {
    private let form: ExchangeForm
    private let reading: Reading

    package init(_ reading: Reading) {
        self.reading = reading
        form = ExchangeForm(reading.report.text)
    }

    package static func digest(of reading: Reading) -> String { Digest.sha256(LedgerForm(reading).json.text) }

    package static func digest(of message: MessageDraft) -> String {
        Digest.sha256(
            JSON.members([
                "topic": .string(message.topic), "text": .string(message.text), "contact": message.contact.map(JSON.string),
                "report": message.report.map { .string($0.rawValue) }, "claim": message.claim.map { .string($0.rawValue) },
                "sender": .string(message.sender),
            ]).text)
    }

    package static func digest(of answer: Message.Answer) -> String {
        Digest.sha256(JSON.members(["text": .string(answer.text), "at": .string(answer.at.description)]).text)
    }

    package var json: JSON {
        let report = reading.report
        return .members([
            "report": .members([
                "outlet": report.outlet.map(JSON.string), "address": report.address.map(JSON.string),
                "title": report.title.map(JSON.string),
                "byline": report.byline.map(JSON.string), "language": .string(report.language),
                "published": report.published.map { published in
                    .members(["words": .string(published.words), "evidence": .string(published.evidence.rawValue)])
                },
            ]),
            "reading": form.reading(reading, id: report.id.rawValue, includingText: true),
            "rules": .members([
                "attributions": .array(reading.attributions.map(attribution)),
                "claims": .array(reading.claims.map(claim)),
                "labels": .array(reading.labels.map { .array([.string($0.id.rawValue), .string($0.rule.name)]) }),
                "residue": .array(reading.residue.map { .array([.string($0.kind.rawValue), .string($0.rule.name)]) }),
            ]),
            "diagnostics": .array(
                reading.diagnostics.map { diagnostic in
                    .members([
                        "severity": .string(diagnostic.severity.rawValue), "message": .string(diagnostic.message),
                        "span": diagnostic.span.map(form.span),
                    ])
                }),
        ])
    }

    private func attribution(_ attribution: Attribution) -> JSON {
        .members(["rule": .string(attribution.rule.name), "stance": attribution.stance.map { .string($0.rawValue) }])
    }

    private func claim(_ claim: Claim) -> JSON {
        let event = claim.event
        return .members([
            "time": passage(event.time?.words),
            "equipment": event.equipment.isEmpty ? nil : .array(event.equipment.map { passage($0.words) ?? .null }),
            "people": event.people.isEmpty ? nil : .array(event.people.map { passage($0.words) ?? .null }),
            "countries": .array(
                [event.place, event.origin, event.destination, event.control?.place].map { $0?.country.map(JSON.string) ?? .null }),
            "findings": .array(
                claim.findings.map { finding in
                    .members([
                        "field": .string(finding.field), "rule": .string(finding.rule.name), "words": passage(finding.words),
                        "elsewhere": finding.isElsewhere ? true : nil,
                    ])
                }),
        ])
    }

    private func passage(_ passage: Passage?) -> JSON? { passage.map { form.span($0.span) } }
}
