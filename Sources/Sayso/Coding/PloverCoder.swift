import SaysoCore
import SaysoLexicon

/// Codes the acts of a document as PLOVER events: one a sentence, since data sets of sentences are coded so.
///
/// ``ActReader`` says what the act is, speech acts included; the claim over the same word adds mode, context and place. A sentence
/// without such an act is coded by its first claim: a threat to attack is an ASSAULT that somebody threatens, here it becomes PLOVER's THREATEN.
struct PloverCoder: Sendable {
    private let reader: ActReader

    init(reader: ActReader) { self.reader = reader }

    func events(of view: CodingView) -> [CodedEvent] {
        view.document.sentences.indices.compactMap { event(ofSentence: $0, in: view) }
    }

    private func event(ofSentence sentence: Int, in view: CodingView) -> CodedEvent? {
        let claims = view.claims(ofSentence: sentence)
        if let act = act(ofSentence: sentence, in: view) {
            let words = PartyWords(view, words: reader.words)
            let actors = words.actors(of: act)
            var event = CodedEvent(type: act.type, mode: act.mode, context: act.context, sentence: sentence, token: act.token)
            event.actor = actors
            event.recipient = words.recipients(of: act, besides: actors)
            let own = claims.first { trigger(of: $0) == view.tokens[act.token].span }
            if let own, own.event.type == act.type {
                event.mode = event.mode ?? own.event.mode
                event.context = event.context ?? own.event.context
            }
            event.place = (own ?? claims.first)?.event.place
            return event
        }
        return claims.first.map { event(of: $0, sentence: sentence, in: view) }
    }

    private func trigger(of claim: Claim) -> TextSpan? { claim.findings.first { $0.field == "event.type" }?.words?.span }

    /// The first main clause that tells an act; a doubtful one only where there is no other.
    private func act(ofSentence sentence: Int, in view: CodingView) -> Act? {
        var best: (rank: Int, act: Act)?
        for index in view.clauses(ofSentence: sentence) {
            guard let act = reader.act(ofClause: index, in: view) else { continue }
            let kind = view.clauses[index].kind
            let isNamed = !PartyWords(view, words: reader.words).actors(of: act).isEmpty
            let rank = (kind == .main ? 0 : kind == .complement ? 2 : 4) + (act.isCertain ? 0 : 6) + (isNamed ? 0 : 3)
            if rank < best?.rank ?? .max { best = (rank, act) }
        }
        return best?.act
    }

    private func event(of claim: Claim, sentence: Int, in view: CodingView) -> CodedEvent {
        var event = CodedEvent(
            type: Self.type(of: claim), mode: claim.event.mode, context: claim.event.context, sentence: sentence, token: 0)
        event.actor = claim.event.actor.map { CodedEvent.Party(words: $0.name, tokens: 0..<0, core: 0..<0) }
        event.recipient = claim.event.recipient.map { CodedEvent.Party(words: $0.name, tokens: 0..<0, core: 0..<0) }
        event.place = claim.event.place
        return event
    }

    /// What a claim is as an act of the one who makes it.
    static func type(of claim: Claim) -> EventType {
        switch claim.stance {
        case .threatens: .threaten
        case .promises: Act.announced(claim.event.type)
        case .demands: .request
        case .accuses: .accuse
        default: claim.modality == .planned ? Act.announced(claim.event.type) : claim.event.type
        }
    }
}
