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

    /// With the state that stands behind: “a court *in Guyana*”, “the mayor *of Nablus*”.
    private func code(of party: CodedEvent.Party, on day: Int?, in view: CodingView) -> String? {
        guard let code = actors.code(of: party.core, on: day, in: view), code.hasPrefix("---"),
            let chunk = party.core.last.flatMap(view.chunk(at:))
        else {
            return actors.code(of: party.core, on: day, in: view)
        }
        for phrase in view.phrases(after: chunk) where ["of", "in", "from"].contains(phrase.word) {
            guard let base = actors.code(of: view.chunks[phrase.chunk].tokens, on: day, in: view)?.prefix(3), base != "---" else {
                continue
            }
            return String(base) + String(code.dropFirst(3))
        }
        return code
    }

    func rows(of view: CodingView) -> [Row] {
        let day = view.document.report.published?.day.ordinal
        var rows: [Row] = []
        func add(_ row: Row) { if !rows.contains(row) { rows.append(row) } }
        for event in plover.events(of: view) {
            guard view.tokens.indices.contains(event.token),
                let cameo = codebooks.cameo(event.type, mode: event.mode, context: event.context, word: view.tokens[event.token].lemma)
            else { continue }
            let doers = event.actor.compactMap { code(of: $0, on: day, in: view) }
            let others = event.recipient.compactMap { code(of: $0, on: day, in: view) }
            // What two do together each does with the other.
            if others.isEmpty, doers.count > 1 {
                for (index, actor) in doers.enumerated() {
                    for (other, recipient) in doers.enumerated() where other != index {
                        add(Row(cameo: cameo, actor: actor, recipient: recipient))
                    }
                }
            }
            for actor in doers {
                for recipient in others where recipient != actor { add(Row(cameo: cameo, actor: actor, recipient: recipient)) }
            }
        }
        return rows
    }
}
