import SaysoCore
import SaysoTestSupport
import Testing

@testable import SaysoLedger

@Suite struct CustodyEntryTests {
    private static let first = CustodyEntry(after: nil, at: Sample.noon, kind: .report, subject: "ab", payload: "cd")
    private static let second = CustodyEntry(after: first, at: Sample.noon, kind: .message, subject: "1", payload: "ef")

    @Test func theHashIsWhatSha256sumGives() {
        // printf '%s\n' 1 2020-05-22T12:00:00Z report ab cd 0000…0 | sha256sum
        let lines = "1\n\(Sample.noon)\nreport\nab\ncd\n\(CustodyEntry.origin)\n"
        #expect(Self.first.hash == Digest.sha256(lines))
    }

    @Test func aChainHolds() {
        #expect(Self.first.fault(after: nil) == nil)
        #expect(Self.second.fault(after: Self.first) == nil)
    }

    @Test func whateverIsChangedIsSeen() {
        let entry = Self.second
        func changed(
            number: Int? = nil, at: Moment? = nil, kind: CustodyEntry.Kind? = nil, subject: String? = nil, payload: String? = nil,
            previous: String? = nil
        ) -> String? {
            CustodyEntry(
                number: number ?? entry.number, at: at ?? entry.at, kind: kind ?? entry.kind, subject: subject ?? entry.subject,
                payload: payload ?? entry.payload, previous: previous ?? entry.previous, hash: entry.hash
            ).fault(after: Self.first)
        }
        #expect(changed() == nil)
        #expect(changed(number: 3) != nil)
        #expect(changed(at: Sample.noon.adding(seconds: 1)) != nil)
        #expect(changed(kind: .answer) != nil)
        #expect(changed(subject: "2") != nil)
        #expect(changed(payload: "ee") != nil)
        #expect(changed(previous: CustodyEntry.origin) != nil)
        #expect(entry.fault(after: nil) != nil)
    }

    /// Two fields must not be able to trade characters: "a" + "b⏎c" is not "a⏎b" + "c" where numbers, times and kinds cannot hold line
    /// breaks.
    @Test func theFieldsCannotFlowIntoOneAnother() {
        let a = CustodyEntry.seal(number: 1, at: Sample.noon, kind: .report, subject: "a", payload: "b", previous: "c")
        #expect(a != CustodyEntry.seal(number: 1, at: Sample.noon, kind: .report, subject: "ab", payload: "", previous: "c"))
    }

    /// A reading's digest must see every field of it.
    @Test func theDigestSeesEveryField() {
        let reading = Sample.full().reading.asKept
        let digest = LedgerForm.digest(of: reading)
        func changes(_ what: Comment, _ change: (inout Reading) -> Void) {
            var other = reading
            change(&other)
            #expect(LedgerForm.digest(of: other) != digest, what)
        }
        #expect(LedgerForm.digest(of: Sample.full().reading.asKept) == digest)
        changes("stance") { $0.claims[0].stance = .denies }
        changes("modality") { $0.claims[0].modality = .planned }
        changes("mode") { $0.claims[0].event.mode = nil }
        changes("context") { $0.claims[0].event.context = "legal" }
        changes("actor") { $0.claims[0].event.actor = [] }
        changes("an alias") { $0.claims[0].event.actor[0].aliases = ["X"] }
        changes("place") { $0.claims[0].event.place?.country = "TN" }
        changes("coordinates") { $0.claims[0].event.place?.latitude = 1 }
        changes("time") { $0.claims[0].event.time?.start = .relative(1) }
        changes("time words") { $0.claims[0].event.time?.words = nil }
        changes("time precision") { $0.claims[0].event.time?.precision = .week }
        changes("control") { $0.claims[0].event.control?.from = nil }
        changes("origin") { $0.claims[0].event.origin = nil }
        changes("destination") { $0.claims[0].event.destination = nil }
        changes("condition") { $0.claims[2].condition = [] }
        changes("chain") { $0.claims[1].chain.removeLast() }
        changes("finding") { $0.claims[0].findings.removeLast() }
        changes("equipment") { $0.claims[1].event.equipment[0].role = .used }
        changes("equipment count") { $0.claims[1].event.equipment[0].count.low = 7 }
        changes("equipment words") { $0.claims[1].event.equipment[0].words = nil }
        changes("owner") { $0.claims[1].event.equipment[0].owner = nil }
        changes("people") { $0.claims[1].event.people[0].who = nil }
        changes("people words") { $0.claims[1].event.people[0].words = nil }
        changes("event count") { $0.claims[1].event.count = nil }
        changes("attribution kind") { $0.attributions[0].kind = .direct }
        changes("attribution stance") { $0.attributions[2].stance = nil }
        changes("nesting") { $0.attributions[1].nestedIn = nil }
        changes("speaker") { $0.attributions[0].speaker = nil }
        changes("source") { $0.attributions[0].source = [] }
        changes("label") { $0.labels[0].polarity = .positive }
        changes("label voice") { $0.labels[1].voice = .outlet }
        changes("label entity") { $0.labels[0].entity = nil }
        changes("residue") { $0.residue = [] }
        changes("diagnostic") { $0.diagnostics.removeLast() }
    }
}
