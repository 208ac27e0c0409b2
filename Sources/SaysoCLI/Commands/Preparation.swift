import Foundation
import SaysoCore
import SaysoLedger

/// Reads files side by side and hands them on in their order, a few ahead and no more: memory stays constant, numbers in the ledger do not
/// depend on which core was faster.
struct Preparation: Sendable {
    /// What became of one file.
    enum Outcome: Sendable {
        case ready(Reading, Original)
        /// Its bytes are in the ledger already.
        case alreadyThere
        case failed(Failure)
    }
    private struct Done: Sendable {
        let index: Int
        let outcome: Outcome
    }

    let files: [InputFile]
    let prepare: @Sendable (InputFile) async throws -> Outcome

    func run(_ body: (InputFile, Outcome) async throws -> Void) async throws {
        let workers = max(1, ProcessInfo.processInfo.activeProcessorCount)
        // A struct, not a tuple: 6.3.1's optimiser takes an optional tuple that holds an optional tuple for nil, and the loop ended after
        // the first file.
        try await withThrowingTaskGroup(of: Done.self) { group in
            var ready: [Int: Outcome] = [:]
            var started = 0
            var handed = 0
            while handed < files.count {
                while started < files.count, started - handed <= workers {
                    let (index, file, prepare) = (started, files[started], prepare)
                    started += 1
                    group.addTask {
                        do { return Done(index: index, outcome: try await prepare(file)) } catch {
                            return Done(index: index, outcome: .failed(Failure(error)))
                        }
                    }
                }
                guard let done = try await group.next() else {
                    preconditionFailure("\(files.count - handed) files were started and never ended")
                }
                ready[done.index] = done.outcome
                while let next = ready.removeValue(forKey: handed) {
                    try await body(files[handed], next)
                    handed += 1
                }
            }
        }
    }
}
