import SaysoCore
public import SaysoLedger

/// The promises of `LedgerStore`, written once and run against every store (as swift-collections does with its conformance checkers).
///
///     @Test(arguments: LedgerCheck.all)
///     func keepsItsPromise(_ check: LedgerCheck) async throws { try await check.run(MemoryStore()) }
public struct LedgerCheck: Sendable, CustomStringConvertible {
    /// A sentence: "the same bytes twice add nothing".
    public let description: String
    /// Runs against an empty store.
    public let run: @Sendable (any LedgerStore) async throws -> Void

    /// A promise that was not kept.
    public struct Broken: Error, CustomStringConvertible {
        public let description: String
    }

    init(_ description: String, _ run: @escaping @Sendable (any LedgerStore) async throws -> Void) {
        self.description = description
        self.run = run
    }

    public static let all = reports + lists + refusals + kin + search + messages + custody
}

func expect(_ condition: Bool, _ words: @autoclosure () -> String) throws {
    if !condition { throw LedgerCheck.Broken(description: words()) }
}

func expectEqual<Value: Equatable>(_ a: Value, _ b: Value, _ what: String) throws {
    try expect(a == b, "\(what): \(a) is not \(b)")
}

/// Adds at noon.
@discardableResult
func add(_ sample: (reading: Reading, original: Original), to store: any LedgerStore) async throws -> AddOutcome {
    try await store.add(sample.reading, original: sample.original, at: Sample.noon)
}

extension LedgerCheck {
    static let reports = [
        LedgerCheck("what comes back is what went in") { store in
            let (reading, original) = Sample.full()
            try expectEqual(try await store.add(reading, original: original, at: Sample.noon), .added, "outcome")
            guard let kept = try await store.report(reading.report.id) else { throw Broken(description: "the report is not there") }
            try expectEqual(kept.reading.claims, reading.claims, "claims")
            try expectEqual(kept.reading.attributions, reading.attributions, "attributions")
            try expectEqual(kept.reading, reading.asKept, "reading")
            try expectEqual(try await store.original(of: reading.report.id), original, "original")
            try expectEqual(kept.entry.added, Sample.noon, "time")
            try expectEqual(kept.entry.claims, 3, "count of claims")
            try expectEqual(kept.entry.bytes, original.bytes.count, "size")
        },
        LedgerCheck("the same bytes twice add nothing") { store in
            let (reading, original) = Sample.full()
            try await add((reading, original), to: store)
            let (counts, head) = (try await store.counts(), try await store.head())
            var other = reading
            other.claims = []
            let again = try await store.add(
                other, original: Original(name: "other.txt", bytes: original.bytes), at: Sample.noon.adding(seconds: 9))
            try expectEqual(again, .alreadyThere, "outcome")
            try expectEqual(try await store.counts(), counts, "counts")
            try expectEqual(try await store.head(), head, "head")
            try expectEqual(try await store.report(reading.report.id)?.reading, reading.asKept, "reading")
            try expect(try await store.contains(reading.report.id), "contains")
        },
        LedgerCheck("a claim is found by its id, with its report and its chain") { store in
            let sample = Sample.full()
            try await add(sample, to: store)
            let claim = sample.reading.claims[1]
            let kept = try await store.claim(claim.id)
            try expectEqual(kept?.claim, claim, "claim")
            try expectEqual(kept?.chain.map(\.id), claim.chain, "chain")
            try expectEqual(kept?.report.entry.id, sample.reading.report.id, "report")
            try expectEqual(try await store.claim("claim-0000000000000000"), nil, "no claim")
        },
        LedgerCheck("entities and places are kept as each report described them") { store in
            var first = Sample.report("Tripoli fell.", day: "2020-01-02")
            var second = Sample.report("Tripoli stood.", day: "2020-01-03")
            func claim(_ sample: (reading: Reading, original: Original), _ aliases: [String]) -> Claim {
                var event = Event(type: .assault)
                event.actor = [Entity(id: "sayso:x", name: "X", aliases: aliases, kind: .armedGroup)]
                let words = Sample.passage("Tripoli", in: sample.reading.report.text)
                return Claim(
                    id: .stable("claim", in: sample.reading.report.id, spans: [words.span]), evidence: [words], chain: [], stance: .asserts,
                    modality: .occurred, event: event)
            }
            first.reading.claims = [claim(first, ["ex", "ecks"])]
            second.reading.claims = [claim(second, ["ten"])]
            try await add(first, to: store)
            try await add(second, to: store)
            try expectEqual(try await store.report(first.reading.report.id)?.reading, first.reading.asKept, "first")
            try expectEqual(try await store.report(second.reading.report.id)?.reading, second.reading.asKept, "second")
        },
        LedgerCheck("hostile text comes back span for span") { store in
            let text = "e\u{301}\u{202E}مُدن\u{A0}🙂\r\n\u{FEFF}«naïve»\u{FFFD}𝔘 'x' -- \"y\"; DROP TABLE report;\u{1}"
            var sample = Sample.report(text, outlet: "'; --", title: "\u{202E}")
            let points = CodePointMap(sample.reading.report.text)
            sample.reading.residue = (0..<points.count).map { start in
                Residue(
                    passage: sample.reading.report.text.passage(points.span(codePoints: start, min(start + 3, points.count))),
                    kind: .boilerplate, rule: "r")
            }
            try await add(sample, to: store)
            try expectEqual(try await store.report(sample.reading.report.id)?.reading, sample.reading.asKept, "reading")
            try expect(try await store.verify().holds, "verify")
        },
        LedgerCheck("an empty report is a report") { store in
            let sample = Sample.report("")
            try await add(sample, to: store)
            try expectEqual(try await store.report(sample.reading.report.id)?.reading, sample.reading.asKept, "reading")
        },
    ]

    static let lists = [
        LedgerCheck("reports are listed newest first, page by page, and nothing moves when one comes in between") { store in
            let samples = (1...5).map { Sample.report("Report number \($0).", title: "\($0)") }
            for sample in samples { try await add(sample, to: store) }
            let first = try await store.reports(PageRequest(limit: 2))
            try expectEqual(first.items.map(\.title), ["5", "4"], "first page")
            try await add(Sample.report("Late.", title: "late"), to: store)
            let second = try await store.reports(PageRequest(limit: 2, after: first.next))
            try expectEqual(second.items.map(\.title), ["3", "2"], "second page")
            let third = try await store.reports(PageRequest(limit: 2, after: second.next))
            try expectEqual(third.items.map(\.title), ["1"], "third page")
            try expectEqual(third.next, nil, "end")
        },
        LedgerCheck("an empty ledger answers everything") { store in
            try expectEqual(try await store.reports(PageRequest()).items, [], "reports")
            try expectEqual(try await store.counts(), LedgerCounts(), "counts")
            try expectEqual(try await store.head(), nil, "head")
            try expectEqual(try await store.report("00"), nil, "report")
            try expectEqual(try await store.original(of: "00"), nil, "original")
            try expectEqual(try await store.related(to: "00", limit: 5), [], "related")
            try expectEqual(try await store.find(FindQuery("war"), limit: 5), [], "find")
            try expect(try await store.verify().holds, "verify")
        },
        LedgerCheck("ids are found by their beginning") { store in
            let sample = Sample.full()
            try await add(sample, to: store)
            let id = sample.reading.report.id
            try expectEqual(try await store.ids(beginningWith: String(id.rawValue.prefix(8)), limit: 5), [.report(id)], "report")
            try expectEqual(try await store.ids(beginningWith: "claim-", limit: 2).count, 2, "claims")
            try expectEqual(try await store.ids(beginningWith: "cla", limit: 5), [], "too short")
            try expectEqual(try await store.ids(beginningWith: "zzzz", limit: 5), [], "nothing")
        },
        LedgerCheck("order of arrival does not matter to what is known") { store in
            let samples = [Sample.full(), Sample.report("One."), Sample.full(ending: "Send Us A Message")]
            for sample in samples.reversed() { try await add(sample, to: store) }
            for sample in samples {
                try expectEqual(try await store.report(sample.reading.report.id)?.reading, sample.reading.asKept, "reading")
            }
        },
        LedgerCheck("many tasks may add at once") { store in
            let samples = (1...20).map { Sample.report("Report \($0 % 10) of ten.") }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for sample in samples { group.addTask { try await add(sample, to: store) } }
                try await group.waitForAll()
            }
            try expectEqual(try await store.counts().reports, 10, "reports")
            try expect(try await store.verify().holds, "verify")
        },
    ]

    static let refusals = [
        LedgerCheck("a reading that breaks its own promises is refused whole") { store in
            let (good, original) = Sample.full()
            func refused(_ what: String, _ change: (inout Reading) -> Void) async throws {
                var reading = good
                change(&reading)
                do {
                    _ = try await store.add(reading, original: original, at: Sample.noon)
                    throw Broken(description: "\(what) was kept")
                } catch LedgerError.unfit {
                    try expectEqual(try await store.counts(), LedgerCounts(), "after \(what): counts")
                    try expectEqual(try await store.head(), nil, "after \(what): head")
                }
            }
            try await refused("a span with other words") {
                $0.claims[0].evidence = [Passage(span: $0.claims[0].evidence[0].span, words: "Nothing of the kind")]
            }
            try await refused("a span beyond the text") { $0.claims[0].evidence = [Passage(span: TextSpan(0, 1 << 40), words: "x")] }
            try await refused("an id used twice") { $0.claims.append($0.claims[0]) }
            try await refused("a chain into nowhere") { $0.attributions = [] }
            try await refused("a ring of attributions") { $0.attributions[0].nestedIn = $0.attributions[1].id }
            try await refused("a claim without evidence") { $0.claims[0].evidence = [] }
            try await refused("a count that runs backward") { $0.claims[1].event.people[0].count = Count(low: 3, high: 2) }
            try await refused("a place off the Earth") { $0.claims[0].event.place?.latitude = 91 }
        },
        LedgerCheck("a report id that is not the SHA-256 of the bytes is refused") { store in
            let (reading, original) = Sample.full()
            do {
                _ = try await store.add(reading, original: Original(name: "x", bytes: original.bytes + [0x21]), at: Sample.noon)
                throw Broken(description: "it was kept")
            } catch LedgerError.unfit {}
        },
    ]
}
