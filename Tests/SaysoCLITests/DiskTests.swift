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
        guard mount("none", disk, "tmpfs", 0, "size=1000k") == 0 else { return }
        defer { umount2(disk, Int32(MNT_DETACH)) }
        let ledger = disk + "/test.ledger"
        #expect(try program.run("add", program.file("first.txt", "The first report tells of calm."), "--ledger", ledger).code == 0)
        // Original bytes that cannot be packed, and little to read.
        let noise = (0..<200_000).map { String($0 &* 0x9E37_79B9_7F4A % 0xFFFF_FFFF_FFFF, radix: 36) }.joined(separator: " ")
        let long = "<html><body><p>The second report tells of calm.</p><!-- \(noise) --></body></html>"
        try program.run("add", program.file("long.html", long), "--ledger", ledger).expectFailure(4, saying: "no room", "nothing was lost")
        #expect(try program.run("verify", "--ledger", ledger).output.contains("1 reports"))
        try program.run("add", program.file("second.txt", "A small one."), "-q", "--ledger", ledger).expect(0)
    }

    @Test(.enabled(if: geteuid() == 0, "mounting needs root"))
    func aLedgerOnAReadOnlyDiskCanBeRead() throws {
        let program = try Program()
        let disk = program.folder.appendingPathComponent("disk").path
        try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
        guard mount("none", disk, "tmpfs", 0, "size=4m") == 0 else { return }
        defer { umount2(disk, Int32(MNT_DETACH)) }
        let ledger = disk + "/test.ledger"
        try program.run("add", program.file("a.txt", "All was quiet in the harbour."), "--ledger", ledger).expect(0)
        guard mount("none", disk, "tmpfs", UInt(MS_REMOUNT | MS_RDONLY), nil) == 0 else { return }
        #expect(try program.run("find", "harbour", "--ledger", ledger).code == 0)
        try program.run("verify", "--ledger", ledger).expect(0)
        try program.run("add", program.file("b.txt", "Still quiet."), "--ledger", ledger).expectFailure(4, saying: "cannot be")
    }

    @Test func nothingIsLeftBesideTheLedger() throws {
        let program = try Program()
        try program.run("add", program.file("a.txt", "All was quiet.")).expect(0)
        try program.run("show").expect(0)
        try program.run("verify").expect(0)
        let names = try FileManager.default.contentsOfDirectory(atPath: program.folder.path).filter { $0.hasPrefix("test.ledger") }
        #expect(names == ["test.ledger"])
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
    func expect(_ code: Int32, at location: SourceLocation = #_sourceLocation) {
        #expect(self.code == code, "\(errors)", sourceLocation: location)
    }
}
