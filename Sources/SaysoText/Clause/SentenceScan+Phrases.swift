import SaysoCore

/// Rightward of a verb: objects and phrases; and who does an infinitive.
extension SentenceScan {
    /// Objects and prepositional phrases between the verb and the next verb group.
    func attachPhrases(to clause: inout Clause, until end: Int) {
        var at = chunks[clause.verb].tokens.upperBound
        var preposition: Int?
        var mayBeObject = true
        while at < min(end, sentence.upperBound) {
            if let index = chunk(at: at), chunks[index].kind == .noun {
                if let link = preposition {
                    clause.obliques.append(Clause.Oblique(preposition: link, chunk: index))
                } else if mayBeObject {
                    clause.objects.append(index)
                }
                at = chunks[index].tokens.upperBound
                // “six jets and two helicopters”: a coordinator keeps the role; anything else ends the object.
                if at < sentence.upperBound, tokens[at].tag == .coordinator || tokens[at].folded == "," {
                    if tokens[at].folded == ",",
                        !(at + 1 < sentence.upperBound && chunk(at: at + 1).map { chunks[$0].kind == .noun } == true)
                    {
                        mayBeObject = false
                    }
                    at += 1
                } else {
                    preposition = nil
                    mayBeObject = false
                }
            } else {
                if isNumberBound(at) {
                    // “received at least six jets”: part of the number, not a preposition.
                } else if tokens[at].tag == .adposition || tokens[at].folded == "to" {
                    preposition = at
                } else if tokens[at].tag != .adverb {
                    mayBeObject = mayBeObject && tokens[at].tag == .determiner
                }
                at += 1
            }
        }
    }

    func isNumberBound(_ token: Int) -> Bool {
        guard token + 1 < sentence.upperBound else { return false }
        switch tokens[token].folded {
        case "at": return ["least", "most"].contains(tokens[token + 1].folded)
        case "over", "about", "around", "under", "up", "between": return tokens[token + 1].tag == .numeral
        default: return false
        }
    }

    /// Gives infinitives and free participles the subject of the clause they hang on; after “urged X to …” its object.
    func control(_ clauses: inout [Clause]) {
        for index in clauses.indices where clauses[index].subjects.isEmpty {
            guard clauses[index].kind == .infinitive || (clauses[index].kind == .participle && clauses[index].objects.isEmpty),
                let parent = clauses[index].parent.map({ $0 - offset }), clauses.indices.contains(parent)
            else { continue }
            let lemma = tokens[chunks[clauses[parent].verb].head].lemma
            let viaObject = clauses[index].kind == .infinitive && Self.objectControl.contains(lemma)
            clauses[index].subjects = viaObject && !clauses[parent].objects.isEmpty ? clauses[parent].objects : clauses[parent].subjects
        }
    }

    static let objectControl: Set<String> = [
        "urge", "ask", "order", "tell", "call", "force", "allow", "permit", "enable", "help", "instruct", "want", "warn", "invite", "beg",
        "press", "request", "require", "expect", "compel", "persuade", "encourage", "authorize", "send",
    ]
}
