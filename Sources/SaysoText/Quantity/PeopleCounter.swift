public import SaysoCore
public import SaysoLexicon

/// Counts people by what happened to them: "five officers and about a dozen militants left dead" gives killed police 5–5 and killed
/// militants 12–12.
///
/// *Reads* tokens, sentences, quantities, equipment (mentions of persons where there are any), *writes* people. Parts of a number that is
/// already told ("including 12 children") are left out. A person without a number counts as one ("killed a nurse", "he was arrested").
public struct PeopleCounter: Stage {
    public let name = "people-counter"
    public let reads: Set<Layer> = [.tokens, .sentences, .quantities, .equipment]
    public let writes: Set<Layer> = [.people]
    let lexicon: PeopleLexicon
    let edges: NounGroupEdges

    /// With the bundled lexicons.
    public init() throws(LexiconTable.Problem) { try self.init(lexicon: .english(), edges: .english()) }

    public init(lexicon: PeopleLexicon, edges: NounGroupEdges) {
        self.lexicon = lexicon
        self.edges = edges
    }

    public func run(_ input: consuming Document) -> Document {
        var document = input
        let scanner = NounGroupScanner(document, edges: edges)
        let entities = document.entities
        let persons = document.mentions
            .filter {
                entities.indices.contains($0.entity) && entities[$0.entity].kind == .person && $0.form == .name && !$0.tokens.isEmpty
            }
            .sorted { $0.span < $1.span }
        let equipment = document.equipment.map(\.tokens)
        let quantities = document.quantities
        var found: [PeopleMention] = []
        for sentence in document.sentences {
            let range = sentence.tokens.lowerBound..<min(sentence.tokens.upperBound, document.tokens.count)
            let place = quantities.partitionIndex { $0.tokens.lowerBound >= range.lowerBound }
            let isCounted = place < quantities.count && range.contains(quantities[place].tokens.lowerBound)
            guard isCounted || range.contains(where: { lexicon.effect(in: scanner.tokens, at: $0, before: range.upperBound) != nil }) else {
                continue
            }
            let groups = PeopleGroups(
                lexicon: lexicon, scanner: scanner, sentence: range, quantities: quantities, persons: persons, equipment: equipment
            ).read()
            let reader = EffectReader(
                lexicon: lexicon, scanner: scanner, sentence: range, groups: groups, quantities: quantities,
                isHeadline: sentence.isHeadline)
            for effect in reader.read() {
                let tokens = min(effect.group.lowerBound, effect.trigger)..<max(effect.group.upperBound, effect.trigger + 1)
                found.append(
                    PeopleMention(
                        span: document.span(tokens), tokens: tokens, role: effect.role, who: effect.who, count: effect.count,
                        trigger: effect.trigger, rule: effect.rule))
            }
        }
        document.people = found
        return document
    }
}
