import CSaysoKernels
import Foundation
import Testing

@testable import SaysoEngine

@Suite struct WeightsFileTests {
    /// The tiny file with its bytes changed, as a file of its own; `mend` makes the checksum right again.
    private func load(vocabulary: String = Tiny.vocabulary, mend: Bool = false, _ change: (inout Data) -> Void) throws -> LanguageModel {
        var data = try Data(contentsOf: URL(filePath: Tiny.weights))
        change(&data)
        if mend { try Self.mend(&data) }
        let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
        try data.write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try LanguageModel(weights: path, vocabulary: vocabulary)
    }

    private func problem(vocabulary: String = Tiny.vocabulary, mend: Bool = false, _ change: (inout Data) -> Void) -> LanguageModelProblem?
    {
        do {
            _ = try load(vocabulary: vocabulary, mend: mend, change)
            return nil
        } catch { return error as? LanguageModelProblem }
    }

    private func fail(_ what: Comment) { Issue.record(what) }

    private static func start(_ data: Data) -> Int { 8 + Int(data.withUnsafeBytes { $0.loadUnaligned(as: UInt64.self) }) }

    /// Replaces text of the header by text of the same length.
    private static func replace(_ old: String, _ new: String, in data: inout Data) {
        precondition(old.utf8.count == new.utf8.count)
        let range = data.range(of: Data(old.utf8))
        precondition(range != nil, "the header has no \(old)")
        if let range { data.replaceSubrange(range, with: Data(new.utf8)) }
    }

    private static func mend(_ data: inout Data) throws {
        let start = start(data)
        let sum = data[start...].withUnsafeBytes { sayso_checksum($0.baseAddress, $0.count / 8) }
        let header = try #require(String(data: data[8..<start], encoding: .utf8))
        let old = try #require(header.firstRange(of: /"checksum": "[0-9a-f]{16}"/))
        let digits = String(sum, radix: 16)
        replace(String(header[old]), "\"checksum\": \"\(String(repeating: "0", count: 16 - digits.count))\(digits)\"", in: &data)
    }

    /// Where a tensor's bytes start.
    private static func tensor(_ name: String, in data: Data) throws -> Int {
        let object = try #require(try JSONSerialization.jsonObject(with: data[8..<start(data)]) as? [String: [String: Any]])
        return start(data) + (try #require((object[name]?["data_offsets"] as? [Int])?.first))
    }

    @Test func `a whole file loads`() throws {
        let model = try load { _ in }
        #expect(model.version.hasPrefix("1-") && model.version.count == 18)
        #expect(model.labels.deprel.first == "root")
        #expect(model.labels.nameKinds == ["PER", "LOC", "ORG"])
    }

    @Test func `a missing file, an empty one and a folder are unreadable`() throws {
        for path in ["/no/such/file", "/dev/null", FileManager.default.temporaryDirectory.path] {
            #expect(throws: LanguageModelProblem.self) { try LanguageModel(weights: path, vocabulary: Tiny.vocabulary) }
            #expect(throws: LanguageModelProblem.self) { try LanguageModel(weights: Tiny.weights, vocabulary: path) }
        }
        guard case .unreadable = problem({ $0 = Data() }) else { return fail("an empty file was read") }
    }

    @Test(arguments: [0, 1, 7, 8, 9, 100, 5000])
    func `a file cut short is no safetensors file`(length: Int) {
        let found = problem { $0 = $0.prefix(length) }
        switch found {
        case .notSafetensors, .unreadable: break
        default: fail("\(String(describing: found))")
        }
    }

    @Test func `a header that claims too much is refused`() {
        for length in [UInt64.max, UInt64(1) << 40, 0, 3] {
            let found = problem { $0.replaceSubrange(0..<8, with: withUnsafeBytes(of: length.littleEndian) { Data($0) }) }
            guard case .notSafetensors = found else { return fail("\(String(describing: found))") }
        }
    }

    @Test(arguments: [("[0, ", "[9, "), ("\"I8\"", "\"I9\""), ("\"shape\": [", "\"shape\": ]"), ("[0, ", "[-, ")])
    func `a header that contradicts itself is refused`(old: String, new: String) {
        let found = problem { Self.replace(old, new, in: &$0) }
        guard case .notSafetensors = found else { return fail("\(String(describing: found))") }
    }

    @Test func `another format or version is refused`() {
        let version = problem { Self.replace("\"version\": \"1\"", "\"version\": \"2\"", in: &$0) }
        #expect(version.map { "\($0)" }?.contains("version “2”") == true)
        guard case .unknownFormat = problem({ Self.replace("sayso-reader", "sayso-writer", in: &$0) }) else {
            return fail("another format was read")
        }
    }

    @Test(arguments: [0, 12_345, -1])
    func `one changed bit is found`(place: Int) {
        let found = problem { data in
            let index = place < 0 ? data.count - 1 : Self.start(data) + place
            data[index] ^= 1
        }
        guard case .damaged = found else { return fail("\(String(describing: found))") }
    }

    @Test(arguments: [
        (#"\"heads\": 2"#, #"\"heads\": 3"#, "width"), (#"\"keep\": 3"#, #"\"keep\": 2"#, "mixes"),
        (#"\"arc\": 32"#, #"\"arc\": 33"#, "arc"),
        (#"\"layers\": 4"#, #"\"layers\": 1"#, "layers"), (#"\"window\": 40"#, #"\"window\":  4"#, "window"),
        (#"\"root\""#, #"\"rood\""#, "root"),
        (#"\"B-PER\""#, #"\"C-PER\""#, "names"), (#"\"heads\": 2"#, #"\"heads\": x"#, "config"),
    ])
    func `a configuration it cannot serve is refused`(old: String, new: String, word: String) {
        let found = problem { Self.replace(old, new, in: &$0) }
        guard case .unfit(_, let reason) = found else { return fail("\(String(describing: found))") }
        #expect(reason.contains(word))
    }

    @Test func `a missing tensor and one of another shape are named`() {
        guard case .tensorMissing(_, "mix") = problem({ Self.replace("\"mix\"", "\"mux\"", in: &$0) }) else {
            return fail("mix is missing and nobody says so")
        }
        let shape = problem { Self.replace("\"shape\": [8, 64]", "\"shape\": [64, 8]", in: &$0) }
        guard case .tensorUnlike(_, "emb.case", "F32 [8, 64]", "F32 [64, 8]") = shape else {
            return fail("\(String(describing: shape))")
        }
    }

    @Test(arguments: [
        ("layers.0.qkv.q", [UInt8(64)]), ("upos.q", [192]), ("emb.pos", [0, 0, 0xc0, 0x7f]), ("says.u", [0, 0, 0x80, 0xff]),
    ])
    func `a value out of range is refused`(name: String, bytes: [UInt8]) {
        let found = problem(mend: true) { data in
            if let start = try? Self.tensor(name, in: data) { data.replaceSubrange(start..<start + bytes.count, with: bytes) }
        }
        guard case .valueOutOfRange(_, name) = found else { return fail("\(String(describing: found))") }
    }

    @Test(arguments: [(-1, ""), (1, "more\n"), (0, "")])
    func `another vocabulary is refused`(lines: Int, extra: String) throws {
        var text = try String(contentsOf: URL(filePath: Tiny.vocabulary), encoding: .utf8) + extra
        if lines < 0 { text = String(text.drop { $0 != "\n" }.dropFirst()) }
        if lines == 0 { text = text.replacing("[CLS]", with: "[CLX]") }
        let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
        try Data(text.utf8).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        guard case .vocabularyUnlike = problem(vocabulary: path, { _ in }) else { return fail("it was taken") }
    }

    @Test func `messages name the file and what to do`() {
        do {
            _ = try LanguageModel(weights: "/no/such/file", vocabulary: Tiny.vocabulary)
        } catch {
            let wanted = "The language model's file /no/such/file cannot be read: No such file or directory. "
            #expect("\(error)" == wanted + "Is it in place, and readable to this user?")
        }
    }
}
