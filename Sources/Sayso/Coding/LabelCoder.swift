import SaysoCore
import SaysoLexicon

/// Names the ACLED sub-event of a text: the heaviest of the words that decide one, else what its act is called in ACLED's codebook.
struct LabelCoder: Sendable {
    private let plover: PloverCoder
    private let codebooks: Codebooks
    private let cues: LabelCues
    private let actors: ActorCoder

    init(plover: PloverCoder) throws(LexiconTable.Problem) {
        self.plover = plover
        codebooks = try Codebooks()
        cues = try LabelCues()
        actors = try ActorCoder()
    }

    func label(of view: CodingView) -> Codebooks.Label? {
        if let label = cues.heaviest(in: view.tokens) { return label }
        guard let event = plover.events(of: view).first else { return nil }
        // ACLED tells by whom it befell: armed men fight, civilians are attacked.
        if event.type == .assault, event.mode == nil || event.mode == "firearms", event.recipient.contains(where: { isArmed($0, in: view) })
        {
            return Self.clash
        }
        return codebooks.acled(event.type, mode: event.mode)
    }

    private static let clash = Codebooks.Label(event: "Battles", subevent: "Armed clash")
    private static let armed: [String] = ["MIL", "COP", "REB", "UAF", "SPY", "SEP", "INS", "RAD"]

    private func isArmed(_ party: CodedEvent.Party, in view: CodingView) -> Bool {
        guard let code = actors.code(of: party.core, on: view.document.report.published?.day.ordinal, in: view) else { return false }
        return Self.armed.contains { code.dropFirst(3).hasPrefix($0) }
    }
}
