import SaysoCore
import SaysoLexicon

/// Names the ACLED sub-event of a text: the heaviest of the words that decide one, else what its act is called in ACLED's codebook.
struct LabelCoder: Sendable {
    private let plover: PloverCoder
    private let codebooks: Codebooks
    private let cues: LabelCues

    init(plover: PloverCoder) throws(LexiconTable.Problem) {
        self.plover = plover
        codebooks = try Codebooks()
        cues = try LabelCues()
    }

    func label(of view: CodingView) -> Codebooks.Label? {
        if let label = cues.heaviest(in: view.tokens) { return label }
        guard let event = plover.events(of: view).first else { return nil }
        return codebooks.acled(event.type, mode: event.mode)
    }
}
