import SaysoCore
import SaysoLexicon
import SaysoText

/// A text read as far as its quantities, equipment, people and loaded words.
enum Kit {
    private static let stages: [any Stage<Document, Document>] = {
        do { return [try QuantityFinder(), try EquipmentFinder(), try PeopleCounter(), try EpithetFinder()] } catch {
            fatalError("\(error)")
        }
    }()

    static func read(_ text: String) -> Document { stages.reduce(Sample.tagged(text)) { $1.run($0) } }

    /// "6–nil": how the tests write a count.
    static func bounds(_ count: Count) -> String {
        "\(count.low.map(String.init) ?? "nil")–\(count.high.map(String.init) ?? "nil")"
    }
}
