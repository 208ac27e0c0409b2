/// Verbs that lend a clause to an event noun: "carried out an attack", "clashes erupted".
public struct LightVerbs: Sendable {
    private let objects: Set<String>
    private let subjects: Set<String>

    /// Reads "en/light-verbs.tsv".
    public init() throws(LexiconTable.Problem) {
        let table = try LexiconTable(resource: "en/light-verbs.tsv")
        objects = Set(table.rows.filter { $0[1] != "subject" }.map { $0[0] })
        subjects = Set(table.rows.filter { $0[1] != "object" }.map { $0[0] })
    }

    public func lendsToObject(_ lemma: String) -> Bool { objects.contains(lemma) }
    public func lendsToSubject(_ lemma: String) -> Bool { subjects.contains(lemma) }
}
