import Foundation
import Testing

/// "A kill at any moment loses nothing that was acknowledged": `sayso add` is killed again and again while it adds, and the ledger opened
/// again.
@Suite(.serialized) struct KillTests {
    private static let kills = 24

    @Test func whatWasAcknowledgedIsThereAfterSIGKILL() throws {
        let program = try Program()
        var random = SystemRandomNumberGenerator()
        var files: [String] = []
        for number in 0..<3000 {
            files.append(
                try program.file(
                    "news/\(number).txt", "Report \(number). Shells hit the town of Number\(number) on Monday, its mayor said.\n"))
        }
        let news = program.folder.appendingPathComponent("news").path
        var acknowledged = Set<String>()
        var cut = 0
        for round in 0..<Self.kills {
            let process = program.process(["add", news])
            let output = Pipe()
            process.standardOutput = output
            process.standardError = FileHandle.nullDevice
            try process.run()
            // Sometimes before the ledger is opened, mostly some reports later; then up to three more commits' time.
            let wanted = round % 6 == 0 ? 0 : Int.random(in: 1...60, using: &random)
            var said: [UInt8] = []
            while said.count(where: { $0 == 0x0A }) < wanted {
                let more = output.fileHandleForReading.availableData
                if more.isEmpty { break }
                said += more
            }
            usleep(UInt32.random(in: 0...(wanted == 0 ? 300_000 : 20_000), using: &random))
            kill(process.processIdentifier, SIGKILL)
            said += output.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            if process.terminationReason == .uncaughtSignal { cut += 1 }
            // A line without its end was not said.
            for line in String(decoding: said, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            where line.hasPrefix("added ") {
                acknowledged.insert(String(line.split(separator: " ")[1]))
            }
            guard FileManager.default.fileExists(atPath: program.ledger) else { continue }
            let shown = try program.run("show")
            // Killed while the file was being made: nothing was acknowledged, and the next round makes it.
            if shown.code == 4, acknowledged.isEmpty { continue }
            #expect(shown.code == 0, "\(shown.errors)")
            let kept = Set(shown.output.split(separator: "\n").map { String($0.prefix(12)) })
            #expect(acknowledged.subtracting(kept).isEmpty, "round \(round): lost \(acknowledged.subtracting(kept))")
            if round % 6 == 5 { try program.run("verify").expect(0) }
        }
        #expect(cut >= 20, "only \(cut) of \(Self.kills) rounds were cut")
        #expect(!acknowledged.isEmpty)
        try program.run("verify").expect(0)
        // Repeated to the end, everything is there once.
        let last = try program.run("add", "--quiet", news)
        last.expect(0)
        #expect(try program.run("show").output.split(separator: "\n").count == files.count)
        try program.run("verify").expect(0)
    }
}
