public import SaysoCore
public import SaysoLexicon

/// Finds equipment by designation in any spelling ("MiG 29s", "SU-35", "Pantsir-S1") and by kind ("warplanes"), and counts it.
///
/// *Reads* tokens, sentences and quantities, *writes* equipment. "At least six MiG 29s" is MiG-29, 6–nil; "over 10 Russian-made Pantsir-S1
/// air defense systems" is Pantsir-S1, 11–nil: the kind behind a designation is the same thing. A kind that only modifies ("missile
/// programme") is none, unless what it modifies is its own work ("missile strikes").
public struct EquipmentFinder: Stage {
    public let name = "equipment-finder"
    public let reads: Set<Layer> = [.tokens, .sentences, .quantities]
    public let writes: Set<Layer> = [.equipment]
    let lexicon: EquipmentLexicon
    let edges: NounGroupEdges

    /// With the bundled lexicons.
    public init() throws(LexiconTable.Problem) { try self.init(lexicon: .english(), edges: .english()) }

    public init(lexicon: EquipmentLexicon, edges: NounGroupEdges) {
        self.lexicon = lexicon
        self.edges = edges
    }

    public func run(_ input: consuming Document) -> Document {
        var document = input
        let scanner = NounGroupScanner(document, edges: edges)
        let reader = CountReader(document, scanner: scanner)
        var found: [EquipmentMention] = []
        for sentence in document.sentences {
            let range = sentence.tokens.lowerBound..<min(sentence.tokens.upperBound, document.tokens.count)
            guard !range.isEmpty else { continue }
            let names = EquipmentNames(lexicon: lexicon, scanner: scanner, sentence: range).read()
            // "Car bomb kills 20": headlines and telegrams leave out articles.
            let isTitle = sentence.isHeadline || scanner.shouts[range.lowerBound]
            for name in names {
                let first = name.tokens.lowerBound
                let mayBeBare = isTitle || (lexicon.items[name.item].isGeneric && scanner.tokens[first].shape == .capitalised)
                if let mention = mention(name, in: document, range, scanner, reader, mayBeBare: mayBeBare) { found.append(mention) }
            }
        }
        document.equipment = found
        return document
    }

    private func mention(
        _ name: EquipmentNames.Name, in document: borrowing Document, _ sentence: Range<Int>, _ scanner: NounGroupScanner,
        _ reader: CountReader,
        mayBeBare: Bool
    ) -> EquipmentMention? {
        let item = lexicon.items[name.item]
        let next = name.tokens.upperBound
        // "rifle-toting youths", "grenade-type device": half a word.
        if next + 1 < sentence.upperBound, scanner.tokens[next].folded == "-", !scanner.tokens[next].spaceBefore,
            !scanner.tokens[next + 1].spaceBefore
        {
            return nil
        }
        var isPlural = name.isPlural
        var modifiesEvent = false
        if let head = head(after: name.tokens.upperBound, before: sentence.upperBound, scanner) {
            let marks = scanner.marks(head)
            if marks.contains(.otherHead) { return nil }
            if marks.contains(.event) {
                modifiesEvent = true
                isPlural = scanner.looksPlural(head)
            } else if scanner.tokens[head].tag == .noun, !marks.contains(.verb), item.isGeneric, !name.isPlural {
                return nil
            }
        }
        let counted: CountReader.Result
        if modifiesEvent, isPlural {
            // "four missile strikes": the number counts strikes.
            counted = CountReader.Result(count: .untold, start: name.tokens.lowerBound, rule: "count.modifier")
        } else {
            let number: CountReader.Number =
                item.isMass
                ? (modifiesEvent ? .plural : .either)
                : name.isBoth && !isOne(after: name, before: sentence.upperBound, scanner)
                    ? .either
                    : isPlural ? .plural : .singular
            counted = reader.count(
                before: name.tokens.lowerBound, notBefore: sentence.lowerBound, number, mayBeBare: modifiesEvent || mayBeBare,
                isGeneric: item.isGeneric)
        }
        if item.isWeak || item.family == .transport, !isStrong(name, counted, sentence, scanner) { return nil }
        let tokens = counted.start..<name.tokens.upperBound
        return EquipmentMention(
            span: document.span(tokens), tokens: tokens, entity: item.entity, kind: item.kind, count: counted.count,
            rule: item.isGeneric ? "equipment.kind" : "equipment.designation")
    }

    /// "The aircraft was hit": the verb tells what the noun does not.
    private func isOne(after name: EquipmentNames.Name, before end: Int, _ scanner: NounGroupScanner) -> Bool {
        let next = name.tokens.upperBound
        return next < end && ["was", "is", "has"].contains(scanner.tokens[next].folded)
    }

    /// The noun that the name modifies, where one follows at once: "strikes" in "cruise missile strikes".
    private func head(after index: Int, before end: Int, _ scanner: NounGroupScanner) -> Int? {
        var index = index
        if index < end, NounGroupScanner.isJoint(scanner.tokens[index]) { index += 1 }
        guard index < end, !scanner.tokens[index].isPunctuation else { return nil }
        let marks = scanner.marks(index)
        if marks.contains(.event) || marks.contains(.otherHead) {
            // "the tank hits", "the missile test": where a tag says verb, it is no head.
            return scanner.tokens[index].tag == .verb ? nil : index
        }
        return scanner.endsGroup(index) ? nil : index
    }

    /// An everyday word is equipment beside an equipment verb, or where it is counted.
    private func isStrong(_ name: EquipmentNames.Name, _ counted: CountReader.Result, _ sentence: Range<Int>, _ scanner: NounGroupScanner)
        -> Bool
    {
        let near = max(sentence.lowerBound, name.tokens.lowerBound - 25)..<min(sentence.upperBound, name.tokens.upperBound + 8)
        guard near.contains(where: { scanner.marks($0).contains(.equipmentVerb) }) else { return false }
        return counted.start < name.tokens.lowerBound || name.isPlural || counted.count.low != nil
    }
}
