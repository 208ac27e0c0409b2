import SaysoEngine
import Testing

@Suite struct LemmaRuleTests {
    @Test(arguments: [
        ("L0+", "the", "the"), ("L3+y", "Armies", "army"), ("U0+", "I", "i"), ("K0+", "Libya", "Libya"), ("K1+", "Russians", "Russian"),
        ("=be", "was", "be"), ("=I", "me", "I"), ("X", "Odd", "odd"), ("", "Odd", "odd"), ("L9+x", "it", "itx"), ("Lx+y", "It", "it"),
        ("L-1+y", "It", "it"), ("K0+", "", ""),
    ])
    func `makes a lemma of a form`(rule: String, form: String, lemma: String) {
        #expect(LemmaRule(rule).lemma(of: form) == lemma)
    }
}
