/// A verb group with what stands around it: who, whom, and in which phrases. What a claim's evidence is cut from.
///
/// Clauses of one sentence may hold one another (a relative clause inside a main clause); each verb group has exactly one.
public struct Clause: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
        /// "Forces took the town"
        case main
        /// "(said) that forces took the town"
        case complement
        /// "(the town) which forces took"
        case relative
        /// "(vowed) to take the town"
        case infinitive
        /// "taking the town", "taken on Monday"
        case participle
        /// "after forces took the town"
        case adverbial
        /// "if forces take the town"
        case conditional
    }
    /// A phrase that hangs on the verb by a preposition: "from Hmeimim Air Base".
    public struct Oblique: Hashable, Sendable {
        /// Index of the preposition's token.
        public let preposition: Int
        /// Index into `Document.chunks`.
        public let chunk: Int
        public init(preposition: Int, chunk: Int) {
            self.preposition = preposition
            self.chunk = chunk
        }
    }

    public let kind: Kind
    /// From the subject's first word to the last word of the last phrase, without outer punctuation and subordinator.
    public var tokens: Range<Int>
    /// Index into `Document.chunks` of the verb group.
    public let verb: Int
    /// Index of the token that subordinates it: "that", "who", "if", "after".
    public let marker: Int?
    /// Indices into `Document.chunks`: who does it by grammar (the antecedent of "who", the controller of "to …"); several when
    /// coordinated.
    public var subjects: [Int]
    public var objects: [Int]
    public var obliques: [Oblique]
    /// Index into `Document.clauses` of the clause that this one hangs on.
    public var parent: Int?

    public init(
        kind: Kind, tokens: Range<Int>, verb: Int, marker: Int? = nil, subjects: [Int] = [], objects: [Int] = [],
        obliques: [Oblique] = [], parent: Int? = nil
    ) {
        self.kind = kind
        self.tokens = tokens
        self.verb = verb
        self.marker = marker
        self.subjects = subjects
        self.objects = objects
        self.obliques = obliques
        self.parent = parent
    }
}
