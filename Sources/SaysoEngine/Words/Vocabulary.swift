/// The word pieces, found by their UTF-8 bytes: one open-addressed table, no string is made.
///
/// Pieces that continue a word ("##ing") are kept without their marks under a hash of their own.
struct Vocabulary: Sendable {
    let unknown: Int32
    let start: Int32
    let end: Int32
    let count: Int

    private struct Slot: Sendable {
        var hash: UInt64 = 0
        var id: Int32 = -1
        var offset: Int32 = 0
        var length: Int32 = 0
    }
    private let slots: [Slot]
    private let bytes: [UInt8]
    /// Bytes of the longest piece: what a search must look at.
    private let longest: Int

    /// One piece a line; a piece that stands twice counts at its last line.
    init(_ path: String, pieces expected: Int) throws(LanguageModelProblem) {
        let file = try MappedFile(path)
        var lines = file.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        guard lines.count == expected else {
            throw .vocabularyUnlike(path: path, reason: "it has \(lines.count) pieces and the weights have \(expected)")
        }
        count = expected
        var slots = [Slot](repeating: Slot(), count: 1 << (Int.bitWidth - (2 * expected).leadingZeroBitCount))
        var bytes: [UInt8] = []
        bytes.reserveCapacity(file.bytes.count)
        var longest = 0
        for (id, line) in lines.enumerated() {
            var piece = line[...]
            if piece.last == UInt8(ascii: "\r") { piece = piece.dropLast() }
            let continues = piece.count > 2 && piece.starts(with: [UInt8(ascii: "#"), UInt8(ascii: "#")])
            if continues { piece = piece.dropFirst(2) }
            var hash = Self.seed(continues)
            for byte in piece { hash = Self.mix(hash, byte) }
            var at = Int(truncatingIfNeeded: hash) & (slots.count - 1)
            while slots[at].id >= 0, slots[at].hash != hash { at = (at + 1) & (slots.count - 1) }
            slots[at] = Slot(hash: hash, id: Int32(id), offset: Int32(bytes.count), length: Int32(piece.count))
            bytes.append(contentsOf: piece)
            longest = max(longest, piece.count)
        }
        self.slots = slots
        self.bytes = bytes
        self.longest = min(longest, Self.limit)
        func id(_ name: String) throws(LanguageModelProblem) -> Int32 {
            guard let id = Self.find(Array(name.utf8)[...], slots: slots, bytes: bytes) else {
                throw .vocabularyUnlike(path: path, reason: "it lacks “\(name)”")
            }
            return id
        }
        unknown = try id("[UNK]")
        start = try id("[CLS]")
        end = try id("[SEP]")
    }

    /// The longest piece that `text` starts with at `offset`, and where it ends; nil if there is none.
    ///
    /// Compares bytes: since both sides are whole UTF-8, a piece can only end where a scalar ends.
    func longestPiece(
        of text: UnsafeBufferPointer<UInt8>, from offset: Int, continues: Bool
    ) -> (id: Int32, end: Int)? {
        let most = min(text.count - offset, longest)
        return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: most + 1) { hashes in
            var hash = Self.seed(continues)
            for length in 0..<most {
                hash = Self.mix(hash, text[offset + length])
                hashes[length] = hash
            }
            for length in stride(from: most, to: 0, by: -1) {
                let hash = hashes[length - 1]
                var at = Int(truncatingIfNeeded: hash) & (slots.count - 1)
                while slots[at].id >= 0 {
                    let slot = slots[at]
                    if slot.hash == hash, Int(slot.length) == length,
                        (0..<length).allSatisfy({ bytes[Int(slot.offset) + $0] == text[offset + $0] })
                    {
                        return (slot.id, offset + length)
                    }
                    at = (at + 1) & (slots.count - 1)
                }
            }
            return nil
        }
    }

    /// Longer pieces are never found; the longest of the published vocabulary has 18 bytes.
    private static let limit = 256

    private static func find(_ piece: ArraySlice<UInt8>, slots: [Slot], bytes: [UInt8]) -> Int32? {
        var hash = seed(false)
        for byte in piece { hash = mix(hash, byte) }
        var at = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[at].id >= 0 {
            let slot = slots[at]
            if slot.hash == hash, bytes[Int(slot.offset)..<Int(slot.offset + slot.length)].elementsEqual(piece) { return slot.id }
            at = (at + 1) & (slots.count - 1)
        }
        return nil
    }

    // FNV-1a, with the high bits folded in: each prefix's hash is one step from the last.
    private static func seed(_ continues: Bool) -> UInt64 { continues ? 0x9ae1_6a3b_2f90_404f : 0xcbf2_9ce4_8422_2325 }
    private static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        let product = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        return product ^ (product >> 29)
    }
}
