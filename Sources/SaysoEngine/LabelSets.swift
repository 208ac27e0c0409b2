/// The names behind the numbers of a reading, as they stand in the weights file.
public struct LabelSets: Hashable, Sendable {
    public let upos: [String]
    public let xpos: [String]
    public let lemma: [String]
    public let deprel: [String]
    public let names: [String]
    public let entities: [String]
    public let cue: [String]
    public let event: [String]
    public let modality: [String]

    /// `lemma`, parsed.
    public let lemmaRules: [LemmaRule]
    /// "PER", "LOC", …: what follows the hyphen in `names`, in order of appearance.
    public let nameKinds: [String]
    /// The same of `entities`.
    public let entityKinds: [String]

    let nameScheme: SpanScheme
    let entityScheme: SpanScheme
    let cueScheme: SpanScheme
    let root: Int
    let parataxis: Int
}

extension LabelSets {
    /// The JSON form inside the weights file.
    struct Stored: Decodable {
        let upos, xpos, lemma, deprel, names, entities, cue, event, modality: [String]
    }

    /// - Parameter path: the file, for the message of a problem.
    init(_ stored: Stored, path: String) throws(LanguageModelProblem) {
        func sized(_ name: String, _ labels: [String], most: Int = 255) throws(LanguageModelProblem) -> [String] {
            guard !labels.isEmpty, labels.count <= most else {
                throw .unfit(path: path, reason: "it has \(labels.count) “\(name)” labels, of 1 to \(most) that the engine can number")
            }
            return labels
        }
        func scheme(_ name: String, _ labels: [String]) throws(LanguageModelProblem) -> SpanScheme {
            guard let scheme = SpanScheme(try sized(name, labels)) else {
                let reason = "its “\(name)” labels are not one “O” and otherwise “B-…” and “I-…”: \(labels.prefix(8))"
                throw .unfit(path: path, reason: reason)
            }
            return scheme
        }
        upos = try sized("upos", stored.upos)
        xpos = try sized("xpos", stored.xpos)
        lemma = try sized("lemma", stored.lemma, most: 65_535)
        deprel = try sized("deprel", stored.deprel)
        event = try sized("event", stored.event)
        modality = try sized("modality", stored.modality)
        (names, entities, cue) = (stored.names, stored.entities, stored.cue)
        nameScheme = try scheme("names", names)
        entityScheme = try scheme("entities", entities)
        cueScheme = try scheme("cue", cue)
        guard let root = deprel.firstIndex(of: "root"), let parataxis = deprel.firstIndex(of: "parataxis") else {
            throw .unfit(path: path, reason: "its “deprel” labels lack “root” or “parataxis”")
        }
        (self.root, self.parataxis) = (root, parataxis)
        lemmaRules = lemma.map(LemmaRule.init)
        nameKinds = nameScheme.kinds
        entityKinds = entityScheme.kinds
    }
}
