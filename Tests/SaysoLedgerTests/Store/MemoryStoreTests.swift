import SaysoLedger
import SaysoTestSupport
import Testing

@Suite struct MemoryStoreTests {
    @Test(arguments: LedgerCheck.all)
    func keepsEveryPromiseOfALedger(_ check: LedgerCheck) async throws {
        try await check.run(MemoryStore())
    }
}
