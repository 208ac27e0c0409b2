import CSaysoKernels
import FoundationEssentials

/// The tensors of a mapped safetensors file: 8 bytes of header length (little-endian), a JSON header, data.
///
/// The header is distrusted: every offset is checked before anything is read.
struct Safetensors: Sendable {
    struct Tensor: Hashable, Sendable {
        let type: String
        let shape: [Int]
        /// Bytes of the file.
        let bytes: Range<Int>

        var description: String { "\(type) \(shape)" }
    }

    let file: MappedFile
    let metadata: [String: String]
    let tensors: [String: Tensor]
    /// Where the data starts.
    let start: Int

    /// Bytes of a value. Only I8 and F32 are ever taken; a file may hold others, to fill the gaps between aligned tensors for instance.
    private static let sizes = [
        "BOOL": 1, "U8": 1, "I8": 1, "U16": 2, "I16": 2, "F16": 2, "BF16": 2, "U32": 4, "I32": 4, "F32": 4, "U64": 8, "I64": 8, "F64": 8,
    ]

    init(_ file: MappedFile) throws(LanguageModelProblem) {
        func wrong(_ reason: String) -> LanguageModelProblem { .notSafetensors(path: file.path, reason: reason) }
        guard file.bytes.count >= 8 else { throw wrong("it ends before its header") }
        let length = UInt64(littleEndian: file.bytes.loadUnaligned(as: UInt64.self))
        guard length <= UInt64(file.bytes.count - 8), length <= 16 << 20 else { throw wrong("its header claims \(length) bytes") }
        start = 8 + Int(length)
        let header: Header
        do {
            header = try JSONDecoder().decode(Header.self, from: Data(file.bytes[8..<start]))
        } catch { throw wrong("its header is not the JSON expected") }
        var tensors: [String: Tensor] = [:]
        // The format allows no gaps: bytes that only align the next tensor are tensors of unsigned bytes.
        for (name, entry) in header.entries where entry.dtype != "U8" {
            guard let size = Self.sizes[entry.dtype] else { throw wrong("tensor “\(name)” is of type \(entry.dtype)") }
            var count = size
            for extent in entry.shape {
                let (product, isTooMuch) = count.multipliedReportingOverflow(by: extent)
                guard extent >= 0, !isTooMuch else { throw wrong("tensor “\(name)” has the shape \(entry.shape)") }
                count = product
            }
            let available = file.bytes.count - start
            guard entry.offsets.count == 2, let low = entry.offsets.first, let high = entry.offsets.last, low >= 0, low <= high,
                high <= available, high - low == count
            else { throw wrong("tensor “\(name)” of \(count) bytes lies at \(entry.offsets) of \(available)") }
            tensors[name] = Tensor(type: entry.dtype, shape: entry.shape, bytes: start + low..<start + high)
        }
        self.file = file
        self.tensors = tensors
        metadata = header.metadata
    }

    /// The floats of a tensor, straight from the file.
    func floats(_ name: String, _ shape: Int...) throws(LanguageModelProblem) -> UnsafePointer<Float> {
        let range = try range(name, "F32", shape)
        let start = file.start(range).assumingMemoryBound(to: Float.self)
        guard sayso_all_finite(start, range.count / 4) else { throw .valueOutOfRange(path: file.path, name: name) }
        return start
    }

    /// The integers of a tensor, straight from the file.
    func integers(_ name: String, _ shape: Int...) throws(LanguageModelProblem) -> UnsafePointer<Int8> {
        file.start(try range(name, "I8", shape)).assumingMemoryBound(to: Int8.self)
    }

    private func range(_ name: String, _ type: String, _ shape: [Int]) throws(LanguageModelProblem) -> Range<Int> {
        guard let tensor = tensors[name] else { throw .tensorMissing(path: file.path, name: name) }
        guard tensor.type == type, tensor.shape == shape else {
            throw .tensorUnlike(path: file.path, name: name, expected: "\(type) \(shape)", found: tensor.description)
        }
        guard tensor.bytes.lowerBound % 64 == 0 else {
            throw .notSafetensors(path: file.path, reason: "tensor “\(name)” does not start at a multiple of 64 bytes")
        }
        return tensor.bytes
    }
}

/// The header's JSON: "__metadata__" of strings, and one entry for each tensor.
private struct Header: Decodable {
    struct Entry: Decodable {
        let dtype: String
        let shape: [Int]
        let offsets: [Int]

        private enum CodingKeys: String, CodingKey {
            case dtype, shape
            case offsets = "data_offsets"
        }
    }

    struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    var metadata: [String: String] = [:]
    var entries: [String: Entry] = [:]

    init(from decoder: any Decoder) throws {
        let all = try decoder.container(keyedBy: Name.self)
        for key in all.allKeys {
            if key.stringValue == "__metadata__" {
                metadata = try all.decode([String: String].self, forKey: key)
            } else {
                entries[key.stringValue] = try all.decode(Entry.self, forKey: key)
            }
        }
    }
}
