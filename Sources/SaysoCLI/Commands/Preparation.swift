import Foundation
import Sayso
import SaysoCore
import SaysoLedger

/// Reads files side by side and hands them on in their order, a few ahead and no more: memory stays constant, numbers in the ledger do not depend on
/// which core was faster.
struct Preparation: Sendable {
    typealias Prepared = (reading: Reading, original: Original)
    let files: [InputFile]
    var workers = max(1, ProcessInfo.processInfo.activeProcessorCount)
    /// Nil: nothing to do for this file.
    let prepare: @Sendable (InputFile) async throws -> Prepared?

    init(files: [InputFile], prepare: @escaping @Sendable (InputFile) async throws -> Prepared?) {
        self.files = files
        self.prepare = prepare
    }

    func run(_ body: (InputFile, Result<Prepared?, Failure>) async throws -> Void) async throws {
        try await withThrowingTaskGroup(of: (Int, Result<Prepared?, Failure>).self) { group in
            var ready: [Int: Result<Prepared?, Failure>] = [:]
            var started = 0
            var handed = 0
            while handed < files.count {
                while started < files.count, started - handed <= workers {
                    let (index, file, prepare) = (started, files[started], prepare)
                    started += 1
                    group.addTask {
                        do { return (index, .success(try await prepare(file))) } catch { return (index, .failure(Failure(error))) }
                    }
                }
                guard let (index, result) = try await group.next() else { return }
                ready[index] = result
                while let next = ready.removeValue(forKey: handed) {
                    try await body(files[handed], next)
                    handed += 1
                }
            }
        }
    }
}
