/// One step of reading: a pure function. No clock, no disk, no chance; the same input gives the same output on every machine.
///
/// A stage says which layers of its input it needs and which it fills, so that ``Pipeline`` can refuse a wrong order before the first
/// report. It does not throw: odd input becomes a ``Diagnostic`` in the output.
public protocol Stage<Input, Output>: Sendable {
    associatedtype Input
    associatedtype Output
    /// A verb in -er form: "sentence-splitter".
    var name: String { get }
    var reads: Set<Layer> { get }
    var writes: Set<Layer> { get }
    func run(_ input: consuming Input) -> Output
}

/// One kind of finding in a document. Plural nouns.
public struct Layer: Hashable, Sendable, CustomStringConvertible {
    public let name: String
    public init(_ name: String) { self.name = name }
    public var description: String { name }

    public static let text = Layer("text")
    public static let sentences = Layer("sentences")
    public static let tokens = Layer("tokens")
    public static let tags = Layer("tags")
    public static let tree = Layer("tree")
    public static let names = Layer("names")
    public static let cueLinks = Layer("cue links")
    public static let eventWords = Layer("event words")
    public static let chunks = Layer("chunks")
    public static let clauses = Layer("clauses")
    public static let quotations = Layer("quotations")
    public static let mentions = Layer("mentions")
    public static let places = Layer("places")
    public static let times = Layer("times")
    public static let quantities = Layer("quantities")
    public static let equipment = Layer("equipment")
    public static let people = Layer("people")
    public static let epithets = Layer("epithets")
    public static let attributions = Layer("attributions")
    public static let claims = Layer("claims")
    public static let labels = Layer("labels")
    public static let residue = Layer("residue")
}
