public import SaysoCore

/// What Sayso knows of arms, vehicles and munitions: designations ("Pantsir-S1") and kinds ("warplane"), by every name they go by.
public struct EquipmentLexicon: Sendable {
    /// One type or kind of equipment.
    public struct Item: Sendable {
        public let entity: Entity
        /// The class of the data file: "fighter", "air-defence", "vehicle" …
        public let kind: String
        public let family: Family
        /// A kind of thing ("warplane") rather than a designation ("Su-24").
        public let isGeneric: Bool
        /// Has no number by itself: "artillery", "dynamite".
        public let isMass: Bool
        /// Goes with a weapon and is another thing: "AK-47 cartridges".
        public let isAmmunition: Bool
        /// An everyday word that is equipment only beside a number or an equipment verb: "mine", "device".
        public let isWeak: Bool
    }

    /// What an item is at large.
    public enum Family: String, Sendable {
        case arms, transport, works, goods
        /// Looks like equipment and is none: "think tank".
        case nothing = "none"
    }

    /// One way of writing an item's name.
    public struct Form: Sendable {
        public let item: Int
        public let isPlural: Bool
        /// One and many are written alike: "aircraft".
        public let isBoth: Bool
        /// The name is an everyday word too ("Leopard", "F-1"): it wants an equipment word beside it.
        public let wantsCue: Bool
        public let letterCase: LetterCase
    }

    /// How the name must be written to be the name.
    public enum LetterCase: Sendable { case any, capital, upper }

    public private(set) var items: [Item] = []
    /// Designations are the same with and without spaces; kinds are not: in "Murphy's words" stand no swords.
    private var designations = PhraseLexicon<Form>(ignoresSpaces: true)
    private var kinds = PhraseLexicon<Form>()

    /// Reads the designations of the world and the English kinds.
    public static func english() throws(LexiconTable.Problem) -> EquipmentLexicon {
        try EquipmentLexicon(
            designations: LexiconTable(resource: "shared/equipment.tsv"), kinds: LexiconTable(resource: "en/equipment-generic.tsv"))
    }

    /// Kinds go first, so that a designation that is also spelled like a kind comes second.
    public init(designations: LexiconTable, kinds: LexiconTable) {
        for row in kinds.rows {
            let flags = row.list(5)
            let names = [row[3]] + row.list(4)
            let item = Item(
                entity: Self.entity(row[0], names), kind: row[1], family: Family(rawValue: row[2]) ?? .arms, isGeneric: true,
                isMass: flags.contains("mass"), isAmmunition: flags.contains("ammunition"), isWeak: flags.contains("weak"))
            add(item, names: names)
        }
        for row in designations.rows {
            let names = [row[2]] + row.list(3)
            let item = Item(
                entity: Self.entity(row[0], names), kind: row[1], family: .arms, isGeneric: false, isMass: Self.massKinds.contains(row[1]),
                isAmmunition: false, isWeak: false)
            add(item, names: names)
        }
    }

    private static func entity(_ id: String, _ names: [String]) -> Entity {
        let plain = names.map { $0.hasPrefix("~") ? String($0.dropFirst()) : $0 }
        // "machinegun" is "machine gun" to whoever compares names.
        let joined = plain.filter { $0.utf8.contains(0x20) && !$0.utf8.contains { (0x30...0x39).contains($0) } }.prefix(1).map {
            $0.filter { $0 != " " }
        }
        return Entity(id: EntityID(id), name: plain[0], aliases: plain.dropFirst() + joined, kind: .equipment)
    }

    private static let massKinds: Set<String> = ["explosive", "chemical-agent", "biological-agent", "radiological-agent"]

    /// Every name of equipment that starts at this token, the shortest first.
    public func matches(in tokens: [Token], at start: Int, before end: Int) -> [PhraseLexicon<Form>.Match] {
        let general = kinds.matches(in: tokens, at: start, before: end)
        // "'s 300 men": a designation does not begin with half a word.
        if start < tokens.count, tokens[start].folded.hasPrefix("'") { return general }
        let named = designations.matches(in: tokens, at: start, before: end)
        if named.isEmpty || general.isEmpty { return named.isEmpty ? general : named }
        return (general + named).sorted { $0.tokens.upperBound < $1.tokens.upperBound }
    }

    private mutating func add(_ item: Item, names: [String]) {
        let index = items.count
        items.append(item)
        for name in names {
            let isMarked = name.hasPrefix("~")
            let plain = isMarked ? String(name.dropFirst()) : name
            let letterCase = Self.letterCase(plain)
            let form = Form(
                item: index, isPlural: false, isBoth: plain.lowercased().hasSuffix("craft"), wantsCue: isMarked || Self.isShort(plain),
                letterCase: letterCase)
            add(plain, form, isGeneric: item.isGeneric)
            let plural = Form(item: index, isPlural: true, isBoth: false, wantsCue: form.wantsCue, letterCase: letterCase)
            for word in EnglishPlural.of(plain) { add(word, plural, isGeneric: item.isGeneric) }
        }
    }

    private mutating func add(_ name: String, _ form: Form, isGeneric: Bool) {
        guard isGeneric else { return designations.add(name, form) }
        kinds.add(name, form)
        // "machinegun", "carbomb".
        let joined = name.filter { $0 != " " && $0 != "-" }
        if joined != name { kinds.add(joined, form) }
    }

    /// "TOW" and "HOT" are words when they are not written in capitals; "Grad" is one when it has none; "dynamite" may stand as it likes.
    private static func letterCase(_ name: String) -> LetterCase {
        let letters = name.unicodeScalars.filter { $0.properties.isAlphabetic }
        let hasDigit = name.utf8.contains { (0x30...0x39).contains($0) }
        guard letters.contains(where: \.properties.isUppercase) else { return .any }
        if hasDigit { return .any }
        return letters.allSatisfy(\.properties.isUppercase) && letters.count <= 6 ? .upper : .capital
    }

    /// "M1", "F-1" and "C-5" are motorways, races and vitamins as well.
    private static func isShort(_ name: String) -> Bool {
        let core = name.utf8.filter { $0 != UInt8(ascii: "-") && $0 != 0x20 }
        return core.count <= 2 && core.contains { (0x30...0x39).contains($0) }
    }
}

/// English plurals, for matching only: one too many does no harm.
public enum EnglishPlural {
    /// The plurals that a name may be written with; none for one that is plural already.
    public static func of(_ name: String) -> [String] {
        let bytes = Array(name.utf8)
        guard let last = bytes.last else { return [] }
        switch last {
        case UInt8(ascii: "y") where bytes.count > 1 && !Array("aeiou".utf8).contains(bytes[bytes.count - 2]):
            return [String(name.dropLast()) + "ies"]
        case UInt8(ascii: "x"), UInt8(ascii: "z"): return [name + "es"]
        case UInt8(ascii: "h") where name.hasSuffix("ch") || name.hasSuffix("sh"): return [name + "es"]
        case UInt8(ascii: "s"), UInt8(ascii: "S"): return name.hasSuffix("ss") || name.hasSuffix("us") ? [name + "es"] : []
        default: return name.hasSuffix("craft") ? [] : [name + "s"]
        }
    }
}
