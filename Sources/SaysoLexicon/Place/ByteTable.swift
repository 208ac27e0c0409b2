/// A dictionary from byte strings to small numbers, asked with slices of a larger buffer so that a look-up allocates nothing.
struct ByteTable: Sendable {
    private var slots: [UInt32]
    private var starts: [UInt32] = [0]
    private var keys: [UInt8] = []
    private(set) var values: [[UInt32]] = []

    init(capacity: Int) {
        var size = 64
        while size < capacity * 2 { size *= 2 }
        slots = [UInt32](repeating: 0, count: size)
    }

    subscript(key: ArraySlice<UInt8>) -> [UInt32]? {
        let slot = slots[slot(of: key)]
        return slot == 0 ? nil : values[Int(slot) - 1]
    }

    mutating func add(_ value: UInt32, for key: [UInt8]) {
        guard !key.isEmpty else { return }
        let at = slot(of: key[...])
        if slots[at] != 0 {
            if !values[Int(slots[at]) - 1].contains(value) { values[Int(slots[at]) - 1].append(value) }
            return
        }
        keys.append(contentsOf: key)
        starts.append(UInt32(keys.count))
        values.append([value])
        slots[at] = UInt32(values.count)
        if values.count * 2 > slots.count { grow() }
    }

    /// The slot that holds `key`, or the empty one where it belongs.
    private func slot(of key: ArraySlice<UInt8>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in key { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let mask = slots.count - 1
        var at = Int(truncatingIfNeeded: hash ^ (hash >> 29)) & mask
        while slots[at] != 0 {
            let entry = Int(slots[at]) - 1
            let range = Int(starts[entry])..<Int(starts[entry + 1])
            if range.count == key.count, keys[range].elementsEqual(key) { return at }
            at = (at + 1) & mask
        }
        return at
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        for entry in values.indices {
            let at = slot(of: keys[Int(starts[entry])..<Int(starts[entry + 1])])
            slots[at] = UInt32(entry + 1)
        }
    }
}
