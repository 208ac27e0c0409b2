import SaysoCore
import SaysoLexicon

/// Sorts noun groups into the slots of an ``Incident``: people to victims or perpetrators, buildings to targets, bombs to weapons.
struct SlotFiller {
    private let lexicon: IncidentLexicon
    private let view: CodingView

    init(lexicon: IncidentLexicon, view: CodingView) {
        self.lexicon = lexicon
        self.view = view
    }

    /// Who did it.
    func act(_ chunks: [Int], in incident: inout Incident) {
        for chunk in chunks {
            switch slot(of: chunk) {
            case .weapon?: Incident.add([filler(chunk)], to: &incident.weapons)
            case .organisation?: addOrganisation(chunk, to: &incident)
            case .person?:
                Incident.add([filler(chunk)], to: &incident.individuals)
                Incident.add(organisations(inside: chunk, confidence: incident.confidence), to: &incident.organisations)
            default: continue
            }
        }
    }

    /// Whom or what it befell.
    func undergo(_ chunks: [Int], things: Bool = false, in incident: inout Incident) {
        for chunk in chunks {
            switch slot(of: chunk) {
            case .person? where !things: Incident.add([filler(chunk)], to: &incident.victims)
            case .target?: Incident.add([filler(chunk)], to: &incident.targets)
            case .weapon?: Incident.add([filler(chunk)], to: &incident.weapons)
            default: continue
            }
        }
    }

    /// With what.
    func use(_ chunks: [Int], in incident: inout Incident) {
        for chunk in chunks where slot(of: chunk) == .weapon { Incident.add([filler(chunk)], to: &incident.weapons) }
    }

    private func addOrganisation(_ chunk: Int, to incident: inout Incident) {
        var organisation = filler(chunk)
        organisation.confidence = incident.confidence
        Incident.add([organisation], to: &incident.organisations)
    }

    /// “*FMLN* guerrillas”, “members of *the FMLN*”
    private func organisations(inside chunk: Int, confidence: Incident.Confidence) -> [Incident.Filler] {
        let group = view.chunks[chunk]
        var found: [Incident.Filler] = []
        let behind = view.phrases(after: chunk).first.flatMap { $0.word == "of" ? [$0.chunk] : nil } ?? []
        for range in [group.tokens] + behind.map({ view.chunks[$0].tokens }) {
            for token in range {
                guard let mention = view.mention(at: token), mention.form == .name, mention.tokens.lowerBound == token,
                    view.document.entities[mention.entity].kind == .armedGroup
                else { continue }
                found.append(Incident.Filler(words: [words(mention.tokens)], entity: mention.entity, isName: true, confidence: confidence))
            }
        }
        return found
    }

    // MARK: Noun groups

    private func slot(of chunk: Int) -> IncidentLexicon.Slot? {
        let head = view.chunks[chunk].head
        if view.tokens[head].tag == .pronoun { return nil }
        if let slot = lexicon.slot(view.tokens[head].lemma) { return slot }
        guard let mention = view.mention(at: head) else { return nil }
        switch view.document.entities[mention.entity].kind {
        case .person, .population, .unnamed: return .person
        case .armedGroup, .organization: return mention.form == .name ? .organisation : .person
        case .facility: return .target
        case .equipment: return .weapon
        default: return nil
        }
    }

    /// Without article and number: “six Jesuit priests” → “Jesuit priests”; of a person the name alone.
    private func filler(_ chunk: Int) -> Incident.Filler {
        let group = view.chunks[chunk]
        let mention = view.mention(at: group.head)
        var range = group.tokens
        var isName = false
        if let mention, mention.form == .name, view.document.entities[mention.entity].kind == .person {
            isName = true
            let names = mention.tokens.filter { view.tokens[$0].tag == .properNoun }
            if let first = names.first, let last = names.last { range = first..<last + 1 }
        }
        return Incident.Filler(words: [words(range)], entity: mention?.entity, isName: isName)
    }

    private func words(_ range: Range<Int>) -> String {
        var low = range.lowerBound
        while low + 1 < range.upperBound, [.determiner, .numeral, .punctuation].contains(view.tokens[low].tag) || view.tokens[low].penn == .PRPS { low += 1 }
        return PartyWords.flat(view.document.text.words(view.document.span(low..<range.upperBound)))
    }
}
