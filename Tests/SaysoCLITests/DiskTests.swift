import Foundation
import Testing

/// Disks that fill up.
@Suite struct DiskTests {
    /// A file system of one megabyte is only had by root; elsewhere SaysoSQLite's own test (a ledger with a largest size) says the same.
    @Test(.enabled(if: geteuid() == 0, "mounting needs root"))
    func aFullDiskIsToldAndWhatWasKeptStays() throws {
        let program = try Program()
        let disk = program.folder.appendingPathComponent("disk").path
        try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
        guard mount("none", disk, "tmpfs", 0, "size=1500k") == 0 else { return }
        defer { umount2(disk, Int32(MNT_DETACH)) }
        let ledger = disk + "/test.ledger"
        #expect(try program.run("add", program.file("first.txt", "The first report tells of calm."), "--ledger", ledger).code == 0)
        let long = (0..<200_000).map { "word\($0 &* 7919 % 99_991)" }.joined(separator: " ")
        try program.run("add", program.file("long.txt", long), "--ledger", ledger).expectFailure(4, saying: "no room", "nothing was lost")
        #expect(try program.run("verify", "--ledger", ledger).output.contains("1 reports"))
        try program.run("add", program.file("second.txt", "A small one."), "-q", "--ledger", ledger).expect(0)
    }

    @Test func aFullStandardOutputIsTold() throws {
        let program = try Program()
        let file = try program.file("report.txt", "Troops took the town.")
        let process = program.process(["read", file])
        let errors = Pipe()
        process.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
        process.standardError = errors
        try process.run()
        let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 3)
        #expect(said.contains("standard output cannot be written"))
    }
}

extension Program.Outcome {
    func expect(_ code: Int32, at location: SourceLocation = #_sourceLocation) { #expect(self.code == code, "\(errors)", sourceLocation: location) }
}
