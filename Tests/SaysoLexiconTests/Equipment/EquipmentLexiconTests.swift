import SaysoCore
import SaysoLexicon
import Testing

@Suite struct EquipmentLexiconTests {
    @Test func listsTheWorldsArms() throws {
        let lexicon = try EquipmentLexicon.english()
        #expect(lexicon.items.count { !$0.isGeneric } >= 400)
        #expect(lexicon.items.count { $0.isGeneric } >= 100)
    }

    @Test func givesEveryItemAnIdAndANameOfItsOwn() throws {
        let items = try EquipmentLexicon.english().items
        #expect(Set(items.map(\.entity.id)).count == items.count)
        for item in items { #expect(!item.entity.name.isEmpty && !item.entity.name.hasPrefix("~") && item.entity.kind == .equipment) }
    }

    @Test(arguments: [
        ("battery", ["batteries"]), ("howitzer", ["howitzers"]), ("torch", ["torches"]), ("aircraft", []), ("MiG-29", ["MiG-29s"]),
        ("", []),
    ])
    func formsPlurals(word: String, plurals: [String]) {
        #expect(EnglishPlural.of(word) == plurals)
    }
}
