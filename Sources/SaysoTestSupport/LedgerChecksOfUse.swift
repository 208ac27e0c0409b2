import SaysoCore
import SaysoLedger

/// The promises about finding, kinship, messages and custody.
extension LedgerCheck {
    static let kin = [
        LedgerCheck("a copy is related, with its share and the longest shared run") { store in
            let body =
                "Shells hit the market of the old town before noon and at least nine people were taken to the hospital by their neighbours"
            let first = Sample.report(body + ".", outlet: "A", day: "2021-03-01")
            let second = Sample.report(
                "By our desk: " + body + ", we hear. “They came from the hills,” a baker said.", outlet: "B", day: "2021-03-02")
            let other = Sample.report(
                "Grain prices rose again this week in the ports of the north, traders told us on Friday.", outlet: "C")
            for sample in [first, second, other] { try await add(sample, to: store) }
            let related = try await store.related(to: second.reading.report.id, limit: 5)
            try expectEqual(related.map(\.entry.id), [first.reading.report.id], "related")
            guard case .copy(let share, let passage)? = related.first?.reasons.first else {
                throw Broken(description: "no copy: \(related)")
            }
            try expectEqual(share, 1, "share")
            try expectEqual(passage.words, body, "run")
        },
        LedgerCheck("a shared quotation is no copy") { store in
            let quotation = "“We will not leave this valley before every one of the prisoners is back with his family, and we have said so”"
            let first = Sample.report("The commander spoke at dawn. \(quotation) he said to the crowd by the river.")
            let second = Sample.report("Nobody expected it. \(quotation) were the words that closed a long evening in the capital.")
            for sample in [first, second] { try await add(sample, to: store) }
            try expectEqual(try await store.related(to: first.reading.report.id, limit: 5), [], "related")
        },
        LedgerCheck("the same event, shared actors and the same outlet are reasons, the strongest first") { store in
            let first = Sample.full(outlet: "Coast Post")
            var second = Sample.report("Al-Watiya was seized, rivals say.", outlet: "Hill Post", day: "2020-05-22")
            var third = Sample.report("Elsewhere calm.", outlet: "coast post", day: "2020-09-01")
            third.reading.claims = []
            var event = Event(type: .assault)
            event.actor = [Sample.government]
            event.place = Sample.base
            event.time = first.reading.claims[0].event.time
            event.time?.words = nil
            let words = Sample.passage("Al-Watiya was seized", in: second.reading.report.text)
            second.reading.claims = [
                Claim(
                    id: .stable("claim", in: second.reading.report.id, spans: [words.span]), evidence: [words], chain: [], stance: .asserts,
                    modality: .occurred, event: event)
            ]
            for sample in [first, second, third] { try await add(sample, to: store) }
            let related = try await store.related(to: first.reading.report.id, limit: 5)
            try expectEqual(related.map(\.entry.id), [second.reading.report.id, third.reading.report.id], "order")
            guard let day = Day(iso: "2020-05-18") else { return }
            try expectEqual(
                related.first?.reasons,
                [.sameEvent(type: .assault, place: Sample.base.name, day: day), .sharedActors([Sample.government.name])], "reasons")
            try expectEqual(related.last?.reasons, [.sameOutlet("Coast Post")], "reasons of the last")
            try expectEqual(try await store.related(to: first.reading.report.id, limit: 1).count, 1, "limit")
        },
    ]

    static let search = [
        LedgerCheck("all words must be there, whatever their case and marks") { store in
            let sample = Sample.full()
            try await add(sample, to: store)
            try await add(Sample.report("Łódź slept. Beyoğlu did not."), to: store)
            func reports(_ query: String) async throws -> Int {
                try await store.find(FindQuery(query), limit: 20).count { $0.what == .report }
            }
            try expectEqual(try await reports("AIRBASE naive"), 1, "two words")
            try expectEqual(try await reports("airbase balloon"), 0, "one missing")
            try expectEqual(try await reports("lodz"), 1, "folded")
            try expectEqual(try await reports("Łódź beyoglu"), 1, "unfolded")
            try expectEqual(try await reports("“Government troops took”"), 1, "phrase")
            try expectEqual(try await reports("“troops Government”"), 0, "phrase in another order")
            try expectEqual(try await reports("pants*"), 1, "beginning")
            try expectEqual(try await reports("al-Watiya"), 1, "hyphen")
            try expectEqual(try await reports("falls"), 1, "title")
            try expectEqual(try await reports(""), 0, "nothing")
            try expectEqual(try await reports("\" AND ( NEAR * ^ : -"), 0, "signs of the index's own language")
        },
        LedgerCheck("claims are found by evidence, voice, party, place and equipment") { store in
            let sample = Sample.full()
            try await add(sample, to: store)
            let claims = sample.reading.claims.map(\.id)
            func found(_ query: String) async throws -> [ClaimID] {
                try await store.find(FindQuery(query), limit: 20).compactMap { if case .claim(let id) = $0.what { id } else { nil } }
            }
            try expectEqual(try await found("took airbase"), [claims[0]], "evidence")
            try expectEqual(try await found("deputy destroyed"), [claims[1]], "voice")
            try expectEqual(try await found("Uqba"), [claims[0]], "another name of the place")
            try expectEqual(try await found("S1"), [claims[1]], "equipment")
            try expectEqual(Set(try await found("Haftar's")), Set(claims), "party")
            let hit = try await store.find(FindQuery("destroyed"), limit: 20).first { $0.what != .report }
            try expectEqual(hit.map { hit in hit.excerpt.marks.map { SourceText(hit.excerpt.text).words($0) } }, ["destroyed"], "marks")
        },
    ]

    static let messages = [
        LedgerCheck("a message is kept, listed and answered once") { store in
            let draft = MessageDraft(
                topic: "number", text: "It was five.", contact: "me@example.org", report: "ab", claim: "claim-1", sender: "s1")
            try expectEqual(try await store.add(draft, at: Sample.noon, limit: .standard), .kept(receipt: 1), "outcome")
            let blank = MessageDraft(topic: "x", text: " \n", sender: "s1")
            try expectEqual(try await store.add(blank, at: Sample.noon, limit: .standard), .empty, "empty")
            try expectEqual(try await store.messages().items, [Message(number: 1, received: Sample.noon, draft: draft)], "inbox")
            let later = Sample.noon.adding(seconds: 60)
            let answered = try await store.answer(message: 1, with: "Thank you: six it stays.", at: later)
            try expectEqual(answered?.answer, Message.Answer(text: "Thank you: six it stays.", at: later), "answer")
            try expectEqual(try await store.messages(PageRequest(), unanswered: true).items, [], "unanswered")
            try expectEqual(try await store.messages().items.first?.answer?.text, "Thank you: six it stays.", "answer in the inbox")
            try expectEqual(try await store.answer(message: 7, with: "?", at: later), nil, "no such message")
            do {
                _ = try await store.answer(message: 1, with: "again", at: later)
                throw Broken(description: "answered twice")
            } catch LedgerError.alreadyAnswered(1) {}
            try expectEqual(try await store.counts().messages, 1, "count")
            try expectEqual(try await store.counts().unansweredMessages, 0, "count of unanswered")
            try expect(try await store.verify().holds, "verify")
        },
        LedgerCheck("a sender who writes too often is told when to come back; others are not held up") { store in
            let limit = RateLimit(messages: 2, seconds: 100, fromEverybody: 4)
            func send(_ sender: String, _ second: Int) async throws -> MessageOutcome {
                try await store.add(
                    MessageDraft(topic: "t", text: "m", sender: sender), at: Sample.noon.adding(seconds: second), limit: limit)
            }
            try expectEqual(try await send("a", 0), .kept(receipt: 1), "first")
            try expectEqual(try await send("a", 10), .kept(receipt: 2), "second")
            try expectEqual(try await send("a", 20), .tooMany(until: Sample.noon.adding(seconds: 100)), "third")
            try expectEqual(try await send("b", 30), .kept(receipt: 3), "another sender")
            try expectEqual(try await send("a", 100), .kept(receipt: 4), "after the wait")
            try expectEqual(try await send("c", 101), .kept(receipt: 5), "a third sender")
            try expectEqual(try await send("d", 102), .tooMany(until: Sample.noon.adding(seconds: 110)), "everybody together")
        },
        LedgerCheck("what is too long is cut, what is no text is left out") { store in
            let draft = MessageDraft(
                topic: String(repeating: "t", count: 99), text: "a\u{0}b\u{1B}[31m" + String(repeating: "é", count: 9000), sender: "s")
            _ = try await store.add(draft, at: Sample.noon, limit: .standard)
            let kept = try await store.messages().items.first
            try expectEqual(kept?.draft.topic.count, 40, "topic")
            try expectEqual(kept?.draft.text.unicodeScalars.count, 4000, "text")
            try expectEqual(kept?.draft.text.hasPrefix("ab[31m"), true, "control characters")
        },
    ]

    static let custody = [
        LedgerCheck("every addition is a link of the chain, and all of it verifies") { store in
            try await add(Sample.full(), to: store)
            try await add(Sample.report("Two."), to: store)
            _ = try await store.add(MessageDraft(topic: "t", text: "m", sender: "s"), at: Sample.noon, limit: .standard)
            let log = try await store.custody(PageRequest(limit: 2))
            try expectEqual(log.items.map(\.kind), [.report, .report], "kinds")
            let rest = try await store.custody(PageRequest(limit: 2, after: log.next))
            try expectEqual(rest.items.map(\.kind), [.message], "kinds of the rest")
            try expectEqual(rest.next, nil, "end")
            try expectEqual(log.items.first?.previous, CustodyEntry.origin, "origin")
            try expectEqual(log.items.last?.previous, log.items.first?.hash, "link")
            let head = try await store.head()
            try expectEqual(head, rest.items.last, "head")
            let verification = try await store.verify()
            try expect(verification.holds, "damage: \(verification.damage)")
            try expectEqual(verification.reports, 2, "reports")
            try expectEqual(verification.entries, 3, "entries")
            try expectEqual(verification.head, head, "head of the verification")
            try expect(verification.spans > 20, "spans: \(verification.spans)")
        }
    ]
}
