import CSaysoKernels
import FoundationEssentials

/// A weights file that is what it says: format, version, checksum, configuration and labels are checked here, tensors when they are taken.
struct WeightsFile: Sendable {
    let tensors: Safetensors
    let configuration: Configuration
    let labels: LabelSets
    let checksum: String
    var path: String { tensors.file.path }

    init(_ path: String) throws(LanguageModelProblem) {
        tensors = try Safetensors(try MappedFile(path))
        let metadata = tensors.metadata
        guard metadata["format"] == "sayso-reader", metadata["version"] == "1" else {
            throw .unknownFormat(path: path, format: metadata["format"] ?? "", version: metadata["version"] ?? "")
        }
        let data = tensors.start..<tensors.file.bytes.count
        guard data.count % 8 == 0 else {
            throw .notSafetensors(path: path, reason: "its data is \(data.count) bytes, not a multiple of 8")
        }
        let digits = String(sayso_checksum(tensors.file.start(data), data.count / 8), radix: 16)
        checksum = String(repeating: "0", count: 16 - digits.count) + digits
        let expected = metadata["checksum"] ?? ""
        guard checksum == expected else { throw .damaged(path: path, expected: expected, found: checksum) }

        func decoded<Value: Decodable>(_ type: Value.Type, _ key: String) throws(LanguageModelProblem) -> Value {
            do {
                return try JSONDecoder().decode(type, from: Data((metadata[key] ?? "").utf8))
            } catch { throw .unfit(path: path, reason: "its metadata “\(key)” is missing or not the JSON expected") }
        }
        configuration = try decoded(Configuration.self, "config")
        if let objection = configuration.objection { throw .unfit(path: path, reason: objection) }
        labels = try LabelSets(try decoded(LabelSets.Stored.self, "labels"), path: path)
    }
}
