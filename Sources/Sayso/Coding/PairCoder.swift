import SaysoCore
import SaysoLexicon

/// Which type of event two given parties take part in: the act whose subject is the one, else what is told nearest behind him, else what is
/// claimed, else any word that tells a deed.
///
/// Always answers: a coder who is asked for a type must name one.
struct PairCoder: Sendable {
    private let reader: ActReader

    init(reader: ActReader) { self.reader = reader }

    /// - Parameters: the words of the actor and of the recipient; nil where the sentence does not name one.
    func type(actor: TextSpan?, recipient: TextSpan?, in view: CodingView) -> EventType {
        let actors = actor.map { tokens(of: $0, in: view) }
        let recipients = recipient.map { tokens(of: $0, in: view) }
        if let act = act(of: actors, to: recipients, in: view) { return act.type }
        return nearest(to: actors ?? recipients ?? 0..<0, in: view) ?? .accuse
    }

    private func tokens(of span: TextSpan, in view: CodingView) -> Range<Int> {
        let first = view.tokens.partitionIndex { $0.span.end > span.start }
        let last = view.tokens.partitionIndex { $0.span.start >= span.end }
        return first..<max(first, last)
    }

    // MARK: By grammar

    private func act(of actors: Range<Int>?, to recipients: Range<Int>?, in view: CodingView) -> Act? {
        var best: (rank: Int, act: Act)?
        for index in view.clauses.indices {
            let clause = view.clauses[index]
            var rank = clause.kind == .main || clause.kind == .complement ? 0 : clause.kind == .relative ? 4 : 2
            if let actors, isDone(clause, by: actors, in: view) {
                rank += 0
            } else if let recipients, view.isPassive(clause), touches(clause.subjects, recipients, in: view) {
                rank += 5
            } else {
                continue
            }
            guard let act = reader.act(ofClause: index, in: view) else { continue }
            if !act.isCertain { rank += 1 }
            if rank < best?.rank ?? .max { best = (rank, act) }
        }
        return best?.act
    }

    private func isDone(_ clause: Clause, by actors: Range<Int>, in view: CodingView) -> Bool {
        if view.isPassive(clause) {
            return clause.obliques.contains { view.tokens[$0.preposition].folded == "by" && view.chunks[$0.chunk].tokens.overlaps(actors) }
        }
        return touches(clause.subjects, actors, in: view)
    }

    private func touches(_ chunks: [Int], _ range: Range<Int>, in view: CodingView) -> Bool {
        chunks.contains { view.chunks[$0].tokens.overlaps(range) }
    }

    // MARK: By distance

    /// The first verb behind the actor that tells a deed, else a claim, else a noun.
    private func nearest(to range: Range<Int>, in view: CodingView) -> EventType? {
        for index in view.clauses.indices where view.head(of: view.clauses[index]) >= range.upperBound {
            if let act = reader.act(ofClause: index, in: view) { return act.type }
        }
        if let claim = view.document.claims.first { return PloverCoder.type(of: claim) }
        for chunk in view.chunks.indices where view.chunks[chunk].kind == .noun && view.chunks[chunk].head >= range.lowerBound {
            if let deed = reader.deed(ofNoun: chunk, in: view) { return deed.type }
        }
        for index in view.clauses.indices.reversed() {
            if let act = reader.act(ofClause: index, in: view) { return act.type }
        }
        for chunk in view.chunks.indices where view.chunks[chunk].kind == .noun {
            if let deed = reader.deed(ofNoun: chunk, in: view) { return deed.type }
        }
        return nil
    }
}
