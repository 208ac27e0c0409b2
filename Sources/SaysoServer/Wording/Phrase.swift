import Mustache

/// Words for a page in which Sayso's own words and words of a report never mix: the latter are set as quotations.
struct Phrase: Sendable, Equatable, MustacheParent {
    /// One piece; exactly one of both is there.
    struct Bit: Sendable, Equatable, MustacheParent {
        var own: String?
        var quote: String?
        /// A name, which may be of any script and must not turn its neighbours around.
        var name: String?

        func child(named key: String) -> Any? {
            switch key {
            case "own": own
            case "quote": quote
            case "name": name
            default: nil
            }
        }
    }
    private(set) var bits: [Bit] = []

    init(_ own: String? = nil) { if let own { bits.append(Bit(own: own)) } }

    static func own(_ text: String) -> Phrase { Phrase(text) }
    static func quote(_ words: String) -> Phrase { Phrase().quoting(words) }
    static func name(_ name: String) -> Phrase {
        var phrase = Phrase()
        phrase.bits.append(Bit(name: name))
        return phrase
    }

    func quoting(_ words: String) -> Phrase {
        var copy = self
        copy.bits.append(Bit(quote: words))
        return copy
    }

    static func + (a: Phrase, b: Phrase) -> Phrase {
        var sum = a
        sum.bits += b.bits
        return sum
    }
    static func + (a: Phrase, b: String) -> Phrase { a + .own(b) }

    func child(named key: String) -> Any? { key == "bits" ? bits : nil }

    var isEmpty: Bool { bits.isEmpty }

    /// As plain text, for hidden labels and tests.
    var text: String { bits.map { $0.own ?? $0.name ?? $0.quote.map { "“\($0)”" } ?? "" }.joined() }
}

extension Sequence where Element == Phrase {
    func joined(by separator: String) -> Phrase {
        var sum = Phrase()
        for phrase in self {
            if !sum.isEmpty { sum = sum + separator }
            sum = sum + phrase
        }
        return sum
    }
}
