import SaysoCore
import SaysoText
import Testing

@Suite struct TokenizerTests {
    @Test(arguments: [
        ("They don't, can't and won’t.", "They|do|n't|,|ca|n't|and|wo|n’t|."),
        ("Turkey's army and Turkey’s navy cannot", "Turkey|'s|army|and|Turkey|’s|navy|can|not"),
        ("It cost $5 or 10,000 dinars at 3:30", "It|cost|$|5|or|10,000|dinars|at|3:30"),
        ("MiG-29s, SU-35 and Pantsir-S1 at Al-Watiya", "MiG-29s|,|SU-35|and|Pantsir-S1|at|Al-Watiya"),
        ("a Russian-made, US-led, air-to-air anti-tank unit", "a|Russian|-|made|,|US|-|led|,|air|-|to|-|air|anti-tank|unit"),
        ("Kim Jong-un and Ban Ki-moon in Deir-ez-Zor", "Kim|Jong-un|and|Ban|Ki-moon|in|Deir-ez-Zor"),
        ("the Iran-Iraq war over Nagorno-Karabakh", "the|Iran|-|Iraq|war|over|Nagorno-Karabakh"),
        ("Write press@example.org or https://example.org/a?b=c.", "Write|press@example.org|or|https://example.org/a?b=c|."),
        ("“We left,” he said. «Oui» ‘no’", "“|We|left|,|”|he|said|.|«|Oui|»|‘|no|’"),
        ("the rebels' base and ``wires''", "the|rebels|'|base|and|``|wires|''"),
        ("It ended.The army left... Then", "It|ended|.|The|army|left|...|Then"),
        ("Lt. Gen. George W. Gray of the U.S. Army, No. 3", "Lt.|Gen.|George|W.|Gray|of|the|U.S.|Army|,|No.|3"),
        ("U.S.-backed forces at 5 p.m. said no.", "U.S.|-|backed|forces|at|5|p.m.|said|no|."),
        ("a 15-year-old in 2011-2015, 10km off", "a|15|-|year|-|old|in|2011|-|2015|,|10|km|off"),
        ("A FOUR-PAGE ACAN-EFE REPORT, 21-KM AND AL-WATIYA", "A|FOUR|-|PAGE|ACAN-EFE|REPORT|,|21|-|KM|AND|AL-WATIYA"),
        ("O'Brien of Qa'ida and Sana‘a", "O'Brien|of|Qa'ida|and|Sana‘a"),
        ("US$5m, 40% and AT&T", "US$|5|m|,|40|%|and|AT&T"),
    ])
    func cutsAsTheTreebankDoes(text: String, tokens: String) {
        #expect(Sample.segmented(text).tokens.map(\.text).joined(separator: "|") == tokens)
    }

    @Test(arguments: [
        ("the", Token.Shape.lower), ("Libya", .capitalised), ("I", .capitalised), ("NATO", .upper), ("MiG-29s", .mixed),
        ("10,000", .number),
        ("1st", .number), ("1990s", .number), ("?!", .punctuation), ("$", .symbol), ("SU-35", .upper), ("Al-Watiya", .mixed),
        ("ليبيا", .lower),
    ])
    func tellsShapes(word: String, shape: Token.Shape) {
        #expect(Sample.segmented(word).tokens.first?.shape == shape)
    }

    @Test(arguments: Sample.hostile)
    func everyTokenSlicesBack(text: String) {
        let document = Sample.segmented(text)
        var last = 0
        for token in document.tokens {
            #expect(token.span.start >= last && !token.span.isEmpty)
            #expect(document.text.words(token.span) == token.text)
            #expect(token.folded == Folding.fold(token.text))
            last = token.span.end
        }
    }

    @Test func missesNoVisibleCharacter() {
        let text = "“Don’t,” said Lt. Gen. Al-Najjar’s aide — at 5p.m.; (see No. 3) 40% of €5bn… [sic] US-led *now*"
        let visible = text.filter { !$0.isWhitespace }
        #expect(Sample.segmented(text).tokens.map(\.text).joined() == visible)
    }

    @Test func readsALongLineWithoutSpacesInLinearTime() {
        let clock = ContinuousClock()
        let short = clock.measure { _ = Sample.segmented(String(repeating: "ab-cd'ef.", count: 20_000)) }
        let long = clock.measure { _ = Sample.segmented(String(repeating: "ab-cd'ef.", count: 200_000)) }
        #expect(long < short * 40)
    }

    @Test func foldsAPhraseAsItStandsInAReport() {
        #expect(Tokenizer(words: Sample.words).words(of: "Russian-made MiG‑29") == ["russian", "-", "made", "mig-29"])
    }
}
