import SaysoCore
import SaysoLexicon

/// CAMEO rows: two actor codes and an event code for each pair of parties.
struct CameoCoder: Sendable {
    struct Row: Hashable {
        let cameo: String
        let actor: String
        let recipient: String
    }

    private let plover: PloverCoder
    private let actors: ActorCoder
    private let codebooks: Codebooks

    init(plover: PloverCoder) throws(LexiconTable.Problem) {
        self.plover = plover
        actors = try ActorCoder()
        codebooks = try Codebooks()
    }

    func rows(of view: CodingView) -> [Row] {
        let day = view.document.report.published?.day.ordinal
        var rows: [Row] = []
        func add(_ row: Row) { if !rows.contains(row) { rows.append(row) } }
        for event in plover.events(of: view) {
            guard view.tokens.indices.contains(event.token),
                let code = codebooks.cameo(event.type, mode: event.mode, context: event.context, word: view.tokens[event.token].lemma) else { continue }
            let doers = event.actor.compactMap { actors.code(of: $0.core, on: day, in: view) }
            let others = event.recipient.compactMap { actors.code(of: $0.core, on: day, in: view) }
            // What two do together each does with the other.
            if others.isEmpty, doers.count > 1 {
                for (index, actor) in doers.enumerated() {
                    for (other, recipient) in doers.enumerated() where other != index { add(Row(cameo: code, actor: actor, recipient: recipient)) }
                }
            }
            for actor in doers { for recipient in others where recipient != actor { add(Row(cameo: code, actor: actor, recipient: recipient)) } }
        }
        return rows
    }
}
