import Foundation
import SaysoEngine

/// The folder that holds a language model: `reader-en.safetensors` and `vocab.txt`.
public struct ModelFolder: Sendable, Hashable, CustomStringConvertible {
    public let path: String
    public init(_ path: String) { self.path = path }
    public var description: String { path }

    /// What to tell people who read without one.
    public static let advice =
        "no language model found: reading by rules alone, which finds less. Models/reader-en comes with the source (“git checkout -- Models”), “make train” makes it anew, SAYSO_MODEL=FOLDER names another place"

    private static let name = "Models/reader-en"
    private var weights: String { path + "/reader-en.safetensors" }

    /// The first that is there: the folder that `SAYSO_MODEL` names (`none`: read by rules alone), `Models/reader-en` beside the program or in a
    /// folder above it, `share/sayso/reader-en` beside its folder, `Models/reader-en` where we are.
    public static let standard: ModelFolder? = {
        if let named = ProcessInfo.processInfo.environment["SAYSO_MODEL"], !named.isEmpty { return named == "none" ? nil : ModelFolder(named) }
        let program = URL(fileURLWithPath: (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0])
        var folders: [URL] = []
        var folder = program.deletingLastPathComponent()
        folders.append(folder.deletingLastPathComponent().appendingPathComponent("share/sayso/reader-en"))
        for _ in 0..<6 {
            folders.append(folder.appendingPathComponent(name))
            folder = folder.deletingLastPathComponent()
        }
        folders.append(URL(fileURLWithPath: FileManager.default.currentDirectoryPath).appendingPathComponent(name))
        return folders.map { ModelFolder($0.path) }.first { FileManager.default.fileExists(atPath: $0.weights) }
    }()

    /// Maps the weights and checks them (some 100 ms).
    func load() throws(LanguageModelProblem) -> LanguageModel { try LanguageModel(weights: weights, vocabulary: path + "/vocab.txt") }
}
