import SaysoCore

extension JSON {
    /// JSON for eyes: two spaces a level, arrays of numbers on one line.
    var indented: String {
        var out = ""
        write(to: &out, level: 0)
        return out
    }

    private func write(to out: inout String, level: Int) {
        let inner = String(repeating: "  ", count: level + 1)
        let outer = String(repeating: "  ", count: level)
        switch self {
        case .array(let values) where !values.isEmpty && !values.allSatisfy(\.isFlat):
            out += "[\n"
            for (index, value) in values.enumerated() {
                out += inner
                value.write(to: &out, level: level + 1)
                out += index == values.count - 1 ? "\n" : ",\n"
            }
            out += outer + "]"
        case .object(let members) where !members.isEmpty:
            out += "{\n"
            for (index, member) in members.enumerated() {
                out += inner + JSON.string(member.key).text + ": "
                member.value.write(to: &out, level: level + 1)
                out += index == members.count - 1 ? "\n" : ",\n"
            }
            out += outer + "}"
        default: out += text
        }
    }

    /// No object in it, and at most arrays of plain values.
    private var isFlat: Bool {
        switch self {
        case .object: false
        case .array(let values): values.allSatisfy { if case .integer = $0 { true } else { false } }
        default: true
        }
    }
}
