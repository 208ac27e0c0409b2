/// Why a language model could not be loaded. The description says what was found, where, and what to try.
public enum LanguageModelProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file is not there or cannot be read.
    case unreadable(path: String, reason: String)
    /// The file is not in the safetensors format, or its header contradicts itself.
    case notSafetensors(path: String, reason: String)
    /// The file is no reader of ours, or of a version this engine does not know.
    case unknownFormat(path: String, format: String, version: String)
    /// The bytes are not those that were written.
    case damaged(path: String, expected: String, found: String)
    /// The file's configuration or labels are missing or ask for what the engine cannot do.
    case unfit(path: String, reason: String)
    case tensorMissing(path: String, name: String)
    /// Shapes and types read "I8 [1152, 384]".
    case tensorUnlike(path: String, name: String, expected: String, found: String)
    /// A tensor holds a value no trained model holds: not finite, or an integer weight outside −63…63.
    case valueOutOfRange(path: String, name: String)
    /// The vocabulary does not belong to the weights.
    case vocabularyUnlike(path: String, reason: String)
    /// This processor, or this build, cannot run the kernels asked for.
    case kernelsUnavailable(KernelPath)

    public var description: String {
        switch self {
        case .unreadable(let path, let reason):
            "The language model's file \(path) cannot be read: \(reason). Is it in place, and readable to this user?"
        case .notSafetensors(let path, let reason):
            "\(path) is not a safetensors file: \(reason). Was it fetched whole? A pointer left by a large-file store looks like this too."
        case .unknownFormat(let path, let format, let version):
            "\(path) is of format “\(format)”, version “\(version)”; this engine reads “sayso-reader”, version “1”. "
                + "Take the weights that came with it."
        case .damaged(let path, let expected, let found):
            "\(path) is damaged: its checksum is \(found) and should be \(expected). Fetch it again."
        case .unfit(let path, let reason):
            "\(path) cannot be used: \(reason)."
        case .tensorMissing(let path, let name):
            "\(path) lacks the tensor “\(name)”. It was written for another version of the engine."
        case .tensorUnlike(let path, let name, let expected, let found):
            "In \(path) the tensor “\(name)” is \(found) and should be \(expected)."
        case .valueOutOfRange(let path, let name):
            "In \(path) the tensor “\(name)” holds a value out of range: infinite, not a number, or an integer weight outside −63…63."
        case .vocabularyUnlike(let path, let reason):
            "The vocabulary \(path) does not belong to these weights: \(reason). Take the vocab.txt that stands beside them."
        case .kernelsUnavailable(let kernels):
            "This processor cannot run the “\(kernels.rawValue)” kernels; available are "
                + KernelPath.available.map(\.rawValue).joined(separator: ", ") + "."
        }
    }
}
