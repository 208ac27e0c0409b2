import SaysoCore
import Testing

@Suite struct FirmnessTests {
    @Test(arguments: [
        (Stance.asserts, Modality.occurred, Firmness.asserted), (.confirms, .ongoing, .asserted), (.accuses, .habitual, .asserted),
        (.judges, .occurred, .asserted), (.threatens, .planned, .announced), (.promises, .planned, .announced),
        (.demands, .planned, .announced), (.predicts, .occurred, .announced), (.asserts, .planned, .announced),
        (.threatens, .conditional, .conditional),
        (.asserts, .possible, .conditional), (.denies, .occurred, .denied), (.denies, .conditional, .denied), (.asserts, .negated, .denied),
    ])
    func `the weakest word decides the underline`(stance: Stance, modality: Modality, expected: Firmness) {
        #expect(Firmness(stance, modality) == expected)
    }
}
