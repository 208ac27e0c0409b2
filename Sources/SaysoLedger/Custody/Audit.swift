package import SaysoCore

/// The work of `verify`, the same for every store: walks the log first, then everything that the log vouches for.
package struct Audit {
    package private(set) var result = Verification()
    private var reports: [String: String] = [:]
    private var messages: [String: String] = [:]
    private var answers: [String: String] = [:]

    package init() {}

    /// The next entry of the log, in order.
    package mutating func follow(_ entry: CustodyEntry) {
        if let fault = entry.fault(after: result.head) { result.damage.append(.chain(fault)) }
        switch entry.kind {
        case .report: reports[entry.subject] = entry.payload
        case .message: messages[entry.subject] = entry.payload
        case .answer: answers[entry.subject] = entry.payload
        }
        result.entries += 1
        result.head = entry
    }

    package mutating func check(_ reading: Reading, original: Original) {
        let id = reading.report.id
        result.reports += 1
        if Digest.sha256(original.bytes) != id.rawValue { result.damage.append(.original(id)) }
        var damage: [Damage] = []
        var spans = 0
        reading.forEachPassage { kind, passage in
            spans += 1
            let found = reading.report.text.words(passage.span)
            if found != passage.words { damage.append(.words(id, kind: "\(kind)", kept: passage.words, found: found)) }
        }
        result.spans += spans
        result.damage += damage
        guard let payload = reports.removeValue(forKey: id.rawValue) else {
            result.damage.append(.unaccounted("report \(id): the custody log does not know it"))
            return
        }
        if payload != LedgerForm.digest(of: reading) {
            result.damage.append(.reading(id, detail: "what was read in it is not what was kept"))
        }
    }

    package mutating func check(_ message: Message) {
        let number = "\(message.number)"
        if messages.removeValue(forKey: number) != LedgerForm.digest(of: message.draft)
            || answers.removeValue(forKey: number) != message.answer.map({ LedgerForm.digest(of: $0) })
        {
            result.damage.append(.message(message.number))
        }
    }

    /// A report that is there but cannot be read: what is wrong with it is noted by whoever found out.
    package mutating func seen(_ id: ReportID) {
        result.reports += 1
        reports[id.rawValue] = nil
    }

    package mutating func note(_ damage: Damage) { result.damage.append(damage) }

    /// What the log knows and nobody has shown is gone.
    package func close() -> Verification {
        var result = result
        for id in reports.keys.sorted() { result.damage.append(.unaccounted("report \(id): in the custody log, but gone")) }
        for number in messages.keys.sorted() { result.damage.append(.unaccounted("message \(number): in the custody log, but gone")) }
        for number in answers.keys.sorted() {
            result.damage.append(.unaccounted("answer to message \(number): in the custody log, but gone"))
        }
        return result
    }
}
