import Foundation
import Sayso
import SaysoCore
import Testing

/// The report that Sayso began with lies beside the project, not in it; where it is not there, these tests say so.
@Suite(.enabled(if: Samples.hasShared, "no ../shared beside the project: the seed report is not there to be read"))
struct SeedReportTests {
    static let reading: Reading? = {
        guard let data = try? Data(contentsOf: Samples.shared.appendingPathComponent("data/claims/dev.jsonl")) else { return nil }
        for line in data.split(separator: 0x0A) {
            if let row = try? ExchangeRow(Array(line)), row.id == "seed" { return Samples.reader.read(row.report) }
        }
        return nil
    }()

    @Test(arguments: [("MiG-29", 6, nil as Int?), ("Su-24", 2, 2), ("Su-35", 2, 2), ("Pantsir-S1", 11, nil)])
    func `its four types of equipment have their bounds`(name: String, low: Int, high: Int?) throws {
        let reading = try #require(Self.reading)
        let uses = reading.claims.flatMap(\.event.equipment).filter { $0.entity.name == name }
        #expect(uses.contains { $0.count.low == low && $0.count.high == high }, "\(uses)")
    }

    @Test func `its airbase changes hands on 18 May 2020`() throws {
        let reading = try #require(Self.reading)
        let claim = try #require(reading.claims.first { $0.event.control?.place.name.contains("Watiya") == true })
        #expect(claim.event.time?.start?.description == "2020-05-18" && claim.event.time?.end?.description == "2020-05-18")
    }

    @Test func `its four labels stay with their voices`() throws {
        let reading = try #require(Self.reading)
        #expect(reading.labels.count == 4, "\(reading.labels.map(\.words.words))")
        #expect(reading.labels.contains { $0.voice == .outlet && $0.words.words.hasSuffix("terrorist militias") })
    }

    @Test func `its furniture is left out of the text`() throws {
        let reading = try #require(Self.reading)
        #expect(reading.residue.map(\.passage.words) == ["More Posts", "Send Us A Message"])
    }
}
