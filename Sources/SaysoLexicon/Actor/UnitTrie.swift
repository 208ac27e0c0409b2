/// Sequences of name units, each with a chain of numbered records. Open addressing over (node, unit): a look-up is one probe, loading no
/// allocation per name.
struct UnitTrie: Sendable {
    private var keys: [UInt64]
    private var children: [Int32]
    private var mask: Int
    private var filled = 0
    /// For each node the last record that was added, −1 for none.
    private var heads: [Int32] = [-1]
    private var next: [Int32] = []
    private var values: [Int32] = []

    init(capacity: Int = 1024) {
        var size = 1024
        while size < capacity * 2 { size *= 2 }
        keys = Array(repeating: 0, count: size)
        children = Array(repeating: -1, count: size)
        mask = size - 1
    }

    static let root: Int32 = 0

    @inline(__always) private static func key(_ node: Int32, _ unit: UInt64) -> UInt64 {
        var key = (unit ^ (UInt64(UInt32(bitPattern: node)) &* 0x9E37_79B9_7F4A_7C15)) &* 0xD6E8_FEB8_6659_FD93
        key ^= key >> 32
        return key | 1
    }

    /// The node behind `node` on `unit`, or −1.
    @inline(__always) func child(_ node: Int32, _ unit: UInt64) -> Int32 {
        let key = Self.key(node, unit)
        var slot = Int(truncatingIfNeeded: key >> 1) & mask
        while children[slot] >= 0 {
            if keys[slot] == key { return children[slot] }
            slot = (slot + 1) & mask
        }
        return -1
    }

    mutating func add(_ units: [UInt64], value: Int32) {
        guard !units.isEmpty else { return }
        var node = Self.root
        for unit in units {
            let known = child(node, unit)
            node = known >= 0 ? known : grow(node, unit)
        }
        var record = heads[Int(node)]
        while record >= 0 {
            if values[Int(record)] == value { return }
            record = next[Int(record)]
        }
        next.append(heads[Int(node)])
        values.append(value)
        heads[Int(node)] = Int32(values.count - 1)
    }

    /// The values kept at `node`, in the order in which they were added.
    func values(at node: Int32) -> [Int32] {
        var found: [Int32] = []
        var record = heads[Int(node)]
        while record >= 0 {
            found.append(values[Int(record)])
            record = next[Int(record)]
        }
        return found.reversed()
    }

    @inline(__always) func hasValues(_ node: Int32) -> Bool { heads[Int(node)] >= 0 }

    private mutating func grow(_ node: Int32, _ unit: UInt64) -> Int32 {
        if filled * 2 >= keys.count { rehash() }
        heads.append(-1)
        let made = Int32(heads.count - 1)
        insert(Self.key(node, unit), made)
        return made
    }

    private mutating func insert(_ key: UInt64, _ node: Int32) {
        var slot = Int(truncatingIfNeeded: key >> 1) & mask
        while children[slot] >= 0 { slot = (slot + 1) & mask }
        keys[slot] = key
        children[slot] = node
        filled += 1
    }

    private mutating func rehash() {
        let (oldKeys, oldChildren) = (keys, children)
        keys = Array(repeating: 0, count: oldKeys.count * 2)
        children = Array(repeating: -1, count: keys.count)
        mask = keys.count - 1
        filled = 0
        for slot in oldKeys.indices where oldChildren[slot] >= 0 { insert(oldKeys[slot], oldChildren[slot]) }
    }
}
