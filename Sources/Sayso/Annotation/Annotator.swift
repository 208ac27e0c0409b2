public import Foundation
import SaysoCore

/// Rows in, rows out, in order, on all cores, in constant memory: lines are read in batches, and no batch is begun before the one before
/// is written.
public struct Annotator: Sendable {
    public enum Problem: Error, CustomStringConvertible {
        case unknownLayer(String)
        case row(line: Int, any Error)

        public var description: String {
            switch self {
            case .unknownLayer(let name):
                "there is no layer “\(name)”; there are \(AnnotationLayers.all.map { $0.name }.joined(separator: ", "))"
            case .row(let line, let error): "line \(line): \(error)"
            }
        }
    }

    /// False: rows are annotated by rules alone (see ``ModelFolder/advice``).
    public let hasModel: Bool
    private let layer: any AnnotationLayer
    private let workers: Int

    /// - Parameter workers: tasks side by side; one per core unless told otherwise.
    public init(layer name: String, workers: Int? = nil) throws {
        guard let type = AnnotationLayers.named(name) else { throw Problem.unknownLayer(name) }
        let reader = try Reader()
        hasModel = reader.model != nil
        layer = try type.init(reader: reader)
        self.workers = max(1, workers ?? ProcessInfo.processInfo.activeProcessorCount)
    }

    /// Annotates every line of `input`. A line that is no row stops the work with its number; all rows before it are written.
    public func run(input: FileHandle = .standardInput, output: FileHandle = .standardOutput) async throws {
        var lines = LineReader(input)
        var done = 0
        while true {
            // A batch is bounded by rows and by bytes, so that one 50 MB line does not have seven neighbours in memory.
            let batch = try lines.next(rows: workers * 8, bytes: 4 << 20)
            if batch.isEmpty { return }
            let results = await annotate(batch)
            for (index, result) in results.enumerated() {
                switch result {
                case .success(let text): try output.write(contentsOf: Data((text + "\n").utf8))
                case .failure(let error): throw Problem.row(line: done + index + 1, error)
                }
            }
            done += batch.count
        }
    }

    private func annotate(_ batch: [[UInt8]]) async -> [Result<String, any Error>] {
        await withTaskGroup(of: (Int, Result<String, any Error>).self) { group in
            var results = [Result<String, any Error>](repeating: .success(""), count: batch.count)
            var next = 0
            func start() {
                guard next < batch.count else { return }
                let (index, line, layer) = (next, batch[next], layer)
                next += 1
                group.addTask { (index, Result { try layer.annotate(ExchangeRow(line)) }) }
            }
            for _ in 0..<workers { start() }
            while let (index, result) = await group.next() {
                results[index] = result
                start()
            }
            return results
        }
    }
}
