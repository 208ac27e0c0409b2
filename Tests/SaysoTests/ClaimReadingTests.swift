import Sayso
import SaysoCore
import Testing

/// Whole sentences of our own through the whole pipeline, one question each.
@Suite struct ClaimReadingTests {
    private func claim(_ type: EventType, in text: String) -> (Reading, Claim?) {
        let reading = Samples.read(text)
        return (reading, reading.claims.first { $0.event.type == type })
    }

    @Test(arguments: [
        ("Government troops attacked the town on Monday.", Modality.occurred),
        ("The army said it would attack the town on Monday.", .planned),
        ("Rebels may attack the town, the mayor said.", .possible),
        ("The army did not attack the town, its spokesman said.", .negated),
        ("Government forces are attacking the town, residents said.", .ongoing),
    ]) func `how real an event is stands in its verb group`(text: String, modality: Modality) throws {
        let claim = try #require(claim(.assault, in: text).1)
        #expect(claim.modality == modality)
    }

    @Test func `a condition makes a claim conditional and keeps its words`() throws {
        let reading = Samples.read("The militia will attack the town if the army stays, its leader said.")
        let claim = try #require(reading.claims.first { $0.event.type == .assault })
        #expect(claim.modality == .conditional)
        #expect(claim.condition.words.hasPrefix("if the army stays"))
    }

    @Test func `the root of a chain is the innermost voice`() throws {
        let (reading, found) = claim(
            .assault, in: "The agency quoted a police officer as saying that gunmen attacked the village on Friday.")
        let claim = try #require(found)
        #expect(reading.chain(of: claim).last?.source.words.contains("police officer") == true)
    }

    @Test func `what nobody is quoted for, the outlet asserts`() throws {
        let claim = try #require(claim(.assault, in: "Government troops attacked the town on Monday.").1)
        #expect(claim.chain.isEmpty)
        #expect(claim.stance == .asserts)
    }

    @Test(arguments: [
        ("The ministry denied that its troops had shelled the village.", Stance.denies),
        ("The spokesman vowed that his army would attack the capital.", .threatens),
    ]) func `the cue decides how a voice vouches`(text: String, stance: Stance) throws {
        let claim = try #require(claim(.assault, in: text).1)
        #expect(claim.stance == stance)
    }

    private func expectTurkishOnSyrian(_ text: String) throws {
        let claim = try #require(claim(.assault, in: text).1)
        #expect(claim.event.actor.first?.name.contains("Turk") == true)
        #expect(claim.event.recipient.first?.name.contains("Syria") == true)
    }

    @Test func `a passive tells who did it to whom`() throws {
        try expectTurkishOnSyrian("Syrian forces were attacked by Turkish forces near Idlib.")
    }

    @Test func `the active tells the same`() throws {
        try expectTurkishOnSyrian("Turkish forces attacked Syrian forces near Idlib.")
    }

    @Test func `a weekday is a day before the report`() throws {
        let claim = try #require(claim(.assault, in: "Government troops attacked the town on Monday.").1)
        #expect(claim.event.time?.start?.description == "2024-05-13")
    }

    @Test func `equipment is counted with its bounds`() throws {
        let reading = Samples.read("Ukrainian forces destroyed at least six T-72 tanks near Bakhmut, the ministry said.")
        let claim = try #require(reading.claims.first { $0.event.type == .assault })
        let use = try #require(claim.event.equipment.first)
        #expect(use.entity.name.contains("T-72"))
        #expect(use.count.low == 6 && use.count.high == nil)
        #expect(use.role == .lost)
    }

    @Test func `people are counted by what happened to them`() throws {
        let claim = try #require(claim(.assault, in: "A car bomb killed 12 soldiers and wounded about 30 civilians in Kabul on Sunday.").1)
        #expect(claim.event.people.contains { $0.role == "killed" && $0.count.low == 12 })
        #expect(claim.event.people.contains { $0.role == "injured" && $0.count.low == 30 })
    }
}
