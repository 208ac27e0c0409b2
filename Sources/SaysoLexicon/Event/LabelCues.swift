public import SaysoCore

/// Words that decide an ACLED sub-event: “suicide bomber”, “tear gas”.
public struct LabelCues: Sendable {
    private struct Cue: Sendable {
        let label: Codebooks.Label
        let weight: Int
    }
    private var phrases = PhraseLexicon<Cue>()

    /// Reads "en/acled-cues.tsv".
    public init() throws(LexiconTable.Problem) { try self.init(LexiconTable(resource: "en/acled-cues.tsv")) }

    init(_ table: LexiconTable) {
        for row in table.rows {
            phrases.add(row[0], Cue(label: Codebooks.Label(event: row[1], subevent: row[2]), weight: Int(row[3]) ?? 1))
        }
    }

    /// The label of the heaviest words of a text, of two equal ones the first; nil where none stand in it.
    public func heaviest(in tokens: [Token]) -> Codebooks.Label? {
        var best: Cue?
        for start in tokens.indices {
            for match in phrases.matches(in: tokens, at: start, before: tokens.count) {
                for cue in match.values where cue.weight > best?.weight ?? 0 { best = cue }
            }
        }
        return best?.label
    }
}
