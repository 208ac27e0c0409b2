import SaysoCore
import SaysoLedger
import Testing

@Suite struct MomentTests {
    @Test(arguments: [
        (0, "1970-01-01T00:00:00Z"), (1_589_796_245, "2020-05-18T10:04:05Z"), (951_782_399, "2000-02-28T23:59:59Z"),
        (-1, "1969-12-31T23:59:59Z"),
        (-62_135_596_800, "0001-01-01T00:00:00Z"), (253_402_300_799, "9999-12-31T23:59:59Z"),
    ])
    func secondsAreWrittenAndReadAsISO(_ seconds: Int, _ text: String) {
        #expect(Moment(seconds: seconds).description == text)
        #expect(Moment(iso: text) == Moment(seconds: seconds))
    }

    @Test(arguments: [
        "", "2020-05-18", "2020-05-18T10:04:05", "2020-05-18T24:00:00Z", "2020-02-30T10:00:00Z", "2020-05-18T10:0x:05Z",
        "2020-05-18 10:04:05Z",
    ])
    func whatIsNoMomentIsNone(_ text: String) { #expect(Moment(iso: text) == nil) }

    @Test(arguments: [Int.min, Int.max]) func noNumberTraps(_ seconds: Int) {
        #expect(Moment(iso: Moment(seconds: seconds).description) != nil)
    }
}
