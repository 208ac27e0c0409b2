import SaysoCore
import Testing

@Suite struct SourceTextTests {
    @Test(arguments: HostileTexts.all) func `every passage slices back to its words, whichever bytes it was asked for`(string: String) {
        let text = SourceText(string)
        for start in 0...text.count {
            for end in [start, start + 1, start + 3, text.count, text.count + 5] where end >= start {
                let passage = text.passage(TextSpan(start, end))
                #expect(passage.span.end <= text.count)
                #expect(Array(passage.words.utf8) == Array(text.utf8[passage.span.start..<passage.span.end]))
            }
        }
    }

    @Test(arguments: HostileTexts.all) func `trimming leaves no white space at the edges and loses nothing else`(string: String) {
        let text = SourceText(string)
        let trimmed = text.trimmed(text.whole)
        #expect(text.whole.contains(trimmed))
        let words = text.words(trimmed)
        #expect(words.unicodeScalars.first?.properties.isWhitespace != true)
        #expect(words.unicodeScalars.last?.properties.isWhitespace != true)
        let left = string.unicodeScalars.filter { !$0.properties.isWhitespace }
        let kept = words.unicodeScalars.filter { !$0.properties.isWhitespace }
        #expect(Array(left) == Array(kept))
    }
}

@Suite struct CodePointMapTests {
    @Test(arguments: HostileTexts.all + [String(repeating: "aé漢👍", count: 100)])
    func `every code point boundary survives the way out and back`(string: String) {
        let map = CodePointMap(SourceText(string))
        #expect(map.count == string.unicodeScalars.count)
        var offset = 0
        for (index, scalar) in string.unicodeScalars.enumerated() {
            #expect(map.codePoint(at: offset) == index)
            #expect(map.utf8Offset(at: index) == offset)
            offset += String(scalar).utf8.count
        }
        #expect(map.utf8Offset(at: map.count) == offset)
        #expect(map.utf8Offset(at: map.count + 9) == offset)
    }
}

@Suite struct FoldingTests {
    @Test(arguments: [
        ("Émile’s  MiG‑29", "emile's mig-29"), ("Şırnak", "sirnak"), ("ÅLESUND", "alesund"), ("Łódź", "lodz"), ("  a\u{A0}b ", "a b"),
        ("Việt Nam", "viet nam"), ("“x”", "\"x\""), ("Ærø", "aero"), ("e\u{301}", "e"), ("Тува", "тува"),
    ]) func `words are compared without case, marks and typography`(text: String, folded: String) {
        #expect(Folding.fold(text) == folded)
    }

    @Test(arguments: ["  MiG-29\t of\r\nthe  Army ", "`a` ~B~ {C}", "\u{1}\u{7F}", "", " ", "AbC's"])
    func `plain letters are folded on the short way as on the long one`(text: String) {
        // A letter that is not ASCII takes the text the long way.
        #expect(Folding.fold(text + "é") == Folding.fold(text + "e"))
    }

    @Test(arguments: HostileTexts.all) func `folding twice is folding once`(text: String) {
        #expect(Folding.fold(Folding.fold(text)) == Folding.fold(text))
    }
}
